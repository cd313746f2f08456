/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What each fault looks like to whoever calls: an answer in the platform's place, or what becomes
 * of the platform's own on its way.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-failure.h"

#include "ion-practice-reply.h"

gboolean
ion_practice_fail_before (IonPracticeFault fault,
                          SoupServerMessage *message,
                          const char *url,
                          IonPracticeFigures *figures)
{
  g_autofree char *elsewhere = NULL;

  switch (fault)
    {
    case ION_PRACTICE_FAULT_401:
      ion_practice_reply_gateway (message, 401, "Access denied due to invalid subscription key.");
      return TRUE;
    case ION_PRACTICE_FAULT_403:
      ion_practice_reply_problem (message, 403, "You are not allowed here",
                                  "The service may not call from this address.");
      return TRUE;
    case ION_PRACTICE_FAULT_403_RECIPIENT:
      ion_practice_reply_problem (message, 403, "Recipient forbidden",
                                  "You are not allowed to write to this recipient.");
      return TRUE;
    case ION_PRACTICE_FAULT_404:
      ion_practice_reply_gateway (message, 404, "Resource not found");
      return TRUE;
    case ION_PRACTICE_FAULT_408:
      ion_practice_reply_html (message, 408, "Request Timeout");
      return TRUE;
    case ION_PRACTICE_FAULT_413:
      ion_practice_reply_html (message, 413, "Request Entity Too Large");
      return TRUE;
    case ION_PRACTICE_FAULT_429:
      figures->throttled++;
      ion_practice_reply_throttled (message, G_USEC_PER_SEC);
      return TRUE;
    case ION_PRACTICE_FAULT_500:
      ion_practice_reply_problem (message, 500, "Internal server error", "Something went wrong.");
      return TRUE;
    case ION_PRACTICE_FAULT_500_RAW:
      ion_practice_reply_html (message, 500, "Internal Server Error");
      return TRUE;
    case ION_PRACTICE_FAULT_REDIRECT:
      elsewhere = g_strconcat (url, "/elsewhere", NULL);
      soup_server_message_set_redirect (message, 302, elsewhere);
      return TRUE;
    case ION_PRACTICE_FAULT_PORTAL:
      ion_practice_reply_html (message, 200, "Accept the terms to use this network");
      return TRUE;
    case ION_PRACTICE_FAULT_RESET_BEFORE:
      ion_practice_reply_cut (message, NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

void
ion_practice_fail_after (IonPracticeFault fault, SoupServerMessage *message)
{
  switch (fault)
    {
    case ION_PRACTICE_FAULT_502:
      ion_practice_reply_html (message, 502, "Bad Gateway");
      break;
    case ION_PRACTICE_FAULT_ACCEPTED_THEN_LOST:
      ion_practice_reply_cut (message, NULL);
      break;
    case ION_PRACTICE_FAULT_TRUNCATED:
      ion_practice_reply_cut (message, "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
                                       "Content-Length: 37\r\n\r\n{\"id\":\"01J");
      break;
    case ION_PRACTICE_FAULT_ABSURD_JSON:
      ion_practice_reply_json (message, soup_server_message_get_status (message),
                               g_strdup ("{\"id\":[[{]},,\"id\":1e9999"));
      break;
    case ION_PRACTICE_FAULT_NO_ID:
      ion_practice_reply_json (message, 201, g_strdup ("{}"));
      break;
    default:
      break;
    }
}
