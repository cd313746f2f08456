/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The yardstick of the pipeline: the same calls and nothing else. Reads fiscal codes from standard
 * input, one a line, and for each asks for the profile and submits a message where it may, 16 at a
 * time over kept connections. No ledger, no governor, no template: as fast as libsoup goes.
 *
 * usage: bare-loop URL CONCURRENCY < CODES
 */

#define G_LOG_DOMAIN "bench-bare-loop"

#include "config.h"

#include <libsoup/soup.h>
#include <stdio.h>
#include <string.h>

#define MESSAGE                                                                                 \
  "{\"fiscal_code\":\"%s\",\"time_to_live\":3600,\"content\":{"                                 \
  "\"subject\":\"Retta scolastica di ottobre\",\"markdown\":\"Ciao,\\n\\nla retta di ottobre "  \
  "per la scuola è di 85,50 €. Puoi pagarla entro la scadenza con il pulsante qui sotto.\"," \
  "\"due_date\":\"2030-12-01T22:59:59Z\",\"payment_data\":{\"amount\":8550,"                    \
  "\"notice_number\":\"301011100007347557\",\"invalid_after_due_date\":false}}}"

typedef struct
{
  GMainLoop *loop;      /* (owned) */
  SoupSession *session; /* (owned) */
  char *profiles;       /* (owned) */
  char *messages;       /* (owned) */
  GPtrArray *codes;     /* (owned) (element-type utf8) */
  guint next;
  guint running;
  gint64 calls;
  gint64 accepted;
  gint64 failed;
} Bench;

static void take_next (Bench *bench);

/* One POST, with the flag that lets libsoup keep the connection. */
static void
post (Bench *bench, const char *url, char *body, GAsyncReadyCallback callback, const char *code)
{
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_POST, url);
  g_autoptr (GBytes) bytes = g_bytes_new_take (body, strlen (body));

  soup_message_add_flags (message, SOUP_MESSAGE_IDEMPOTENT | SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_append (soup_message_get_request_headers (message),
                               "Ocp-Apim-Subscription-Key", "practice-benchmark");
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  g_object_set_data (G_OBJECT (message), "code", (gpointer) code);
  bench->calls++;
  soup_session_send_and_read_async (bench->session, message, G_PRIORITY_DEFAULT, NULL, callback,
                                    bench);
}

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *bench = user_data;
  SoupMessage *message = soup_session_get_async_result_message (bench->session, result);
  g_autoptr (GBytes) bytes = soup_session_send_and_read_finish (bench->session, result, NULL);

  if (bytes && soup_message_get_status (message) == SOUP_STATUS_CREATED)
    bench->accepted++;
  else
    bench->failed++;
  bench->running--;
  take_next (bench);
}

static void
reached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *bench = user_data;
  SoupMessage *message = soup_session_get_async_result_message (bench->session, result);
  g_autoptr (GBytes) bytes = soup_session_send_and_read_finish (bench->session, result, NULL);
  const char *code = g_object_get_data (G_OBJECT (message), "code");
  guint status = soup_message_get_status (message);
  gsize length = 0;
  const char *body = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  if (body && status == SOUP_STATUS_OK && g_strstr_len (body, length, "\"sender_allowed\"") &&
      !g_strstr_len (body, length, "false"))
    {
      post (bench, bench->messages, g_strdup_printf (MESSAGE, code), submitted_cb, code);
      return;
    }
  if (!body || (status != SOUP_STATUS_OK && status != SOUP_STATUS_NOT_FOUND))
    bench->failed++;
  bench->running--;
  take_next (bench);
}

static void
take_next (Bench *bench)
{
  const char *code;

  if (bench->next == bench->codes->len)
    {
      if (bench->running == 0)
        g_main_loop_quit (bench->loop);
      return;
    }
  code = g_ptr_array_index (bench->codes, bench->next++);
  bench->running++;
  post (bench, bench->profiles, g_strdup_printf ("{\"fiscal_code\":\"%s\"}", code), reached_cb,
        code);
}

static GPtrArray *
read_codes (void)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  char line[64];

  while (fgets (line, sizeof line, stdin))
    if (*g_strstrip (line))
      g_ptr_array_add (codes, g_strdup (line));
  return codes;
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  guint concurrency = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  gint64 start;
  double seconds;

  if (concurrency == 0)
    {
      g_printerr ("usage: bare-loop URL CONCURRENCY < CODES\n");
      return 2;
    }
  bench.codes = read_codes ();
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.session = soup_session_new_with_options ("max-conns", concurrency, "max-conns-per-host",
                                                 concurrency, "timeout", 190, NULL);
  bench.profiles = g_strconcat (argv[1], "/profiles", NULL);
  bench.messages = g_strconcat (argv[1], "/messages", NULL);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < concurrency && bench.next < bench.codes->len; i++)
    take_next (&bench);
  if (bench.running > 0)
    g_main_loop_run (bench.loop);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  g_print ("{\"calls\": %" G_GINT64_FORMAT ", \"accepted\": %" G_GINT64_FORMAT
           ", \"failed\": %" G_GINT64_FORMAT ", \"seconds\": %.6f}\n",
           bench.calls, bench.accepted, bench.failed, seconds);

  g_free (bench.profiles);
  g_free (bench.messages);
  g_clear_object (&bench.session);
  g_clear_pointer (&bench.codes, g_ptr_array_unref);
  g_clear_pointer (&bench.loop, g_main_loop_unref);
  return bench.failed > 0;
}
