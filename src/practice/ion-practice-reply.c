/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The shapes of answer that come from the platform's address: its own, the gateway's, those of
 * whatever stands in between, and none at all.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-reply.h"

#include "ion-practice-json.h"

#include <string.h>

static void
respond (SoupServerMessage *message, guint status, const char *type, char *body)
{
  soup_server_message_set_status (message, status, NULL);
  /* It would be added to an answer that a fault takes the place of. */
  soup_message_body_truncate (soup_server_message_get_response_body (message));
  soup_server_message_set_response (message, type, SOUP_MEMORY_TAKE, body, strlen (body));
}

void
ion_practice_reply_json (SoupServerMessage *message, guint status, char *body)
{
  respond (message, status, "application/json", body);
}

void
ion_practice_reply_problem (SoupServerMessage *message,
                            guint status,
                            const char *title,
                            const char *detail)
{
  GString *body = g_string_new ("{\"title\":");

  ion_practice_json_append (body, title);
  g_string_append_printf (body, ",\"status\":%u,\"detail\":", status);
  ion_practice_json_append (body, detail);
  g_string_append_c (body, '}');

  respond (message, status, "application/problem+json", g_string_free (body, FALSE));
}

void
ion_practice_reply_gateway (SoupServerMessage *message, guint status, const char *text)
{
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, "{\"statusCode\":%u,\"message\":", status);
  ion_practice_json_append (body, text);
  g_string_append_c (body, '}');

  respond (message, status, "application/json", g_string_free (body, FALSE));
}

void
ion_practice_reply_throttled (SoupServerMessage *message, gint64 wait)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *seconds =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       MAX ((wait + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC, G_GINT64_CONSTANT (1)));

  soup_message_headers_replace (headers, "x-rate-limit-retry-after", seconds);
  soup_message_headers_replace (headers, "x-rate-limit-remaining", "0");
  ion_practice_reply_gateway (message, 429, "Rate limit is exceeded. Try again later.");
}

void
ion_practice_reply_html (SoupServerMessage *message, guint status, const char *text)
{
  respond (message, status, "text/html; charset=utf-8",
           g_strdup_printf ("<!doctype html><title>%s</title><h1>%s</h1>\n", text, text));
}

void
ion_practice_reply_cut (SoupServerMessage *message, const char *bytes)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    {
      if (bytes != NULL)
        g_socket_send (socket, bytes, strlen (bytes), NULL, NULL);
      g_socket_shutdown (socket, TRUE, TRUE, NULL);
    }

  /* What the server still writes meets a closed socket. */
  soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
  soup_message_headers_append (soup_server_message_get_response_headers (message), "Connection",
                               "close");
}
