/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The levers behind the scene. They stand outside the platform's own addresses, so that no client
 * of the real one can come upon them.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-control.h"

#include "ion-practice-json.h"
#include "ion-practice-reply.h"

#include <string.h>

static char *
write_figures (const IonPracticeFigures *figures, IonPracticeBook *book)
{
  return g_strdup_printf ("{\"calls\":%" G_GINT64_FORMAT ",\"profiles\":%" G_GINT64_FORMAT
                          ",\"messages\":%" G_GINT64_FORMAT ",\"statuses\":%" G_GINT64_FORMAT
                          ",\"throttled\":%" G_GINT64_FORMAT ",\"first_call\":%" G_GINT64_FORMAT
                          ",\"last_call\":%" G_GINT64_FORMAT ",\"persons_twice\":%" G_GINT64_FORMAT
                          "}",
                          figures->calls, figures->profiles, figures->messages, figures->statuses,
                          figures->throttled, figures->first_call, figures->last_call,
                          ion_practice_book_get_twice (book));
}

/* Microseconds since the first call, one a line: for whoever measures a pace. */
static char *
write_times (const IonPracticeFigures *figures, GArray *times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "\n",
                            g_array_index (times, gint64, i) - figures->first_call);
  return g_string_free (text, FALSE);
}

static gboolean
set_rate (JsonObject *root, IonPracticeLimiter *limiter)
{
  gboolean wrong = FALSE;
  gint64 calls = ion_practice_json_get_int (root, "calls", -1, &wrong);
  gint64 seconds = ion_practice_json_get_int (root, "seconds", limiter->seconds, &wrong);

  if (wrong || calls < 0 || calls > G_MAXINT || seconds < 1 || seconds > 86400)
    return FALSE;

  ion_practice_limiter_set_rate (limiter, (int) calls, (int) seconds);
  return TRUE;
}

static gboolean
set_faults (JsonObject *root, IonPracticeFaults *faults)
{
  JsonNode *node = json_object_get_member (root, "faults");
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (node), i);

      if (json_node_get_value_type (item) != G_TYPE_STRING)
        return FALSE;
      g_ptr_array_add (list, (gpointer) json_node_get_string (item));
    }
  g_ptr_array_add (list, NULL);

  return ion_practice_faults_set (faults, (const char *const *) list->pdata, NULL);
}

static gboolean
apply (SoupServerMessage *message,
       const char *what,
       IonPracticeLimiter *limiter,
       IonPracticeFaults *faults)
{
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  JsonObject *root = ion_practice_json_read (parser, text, length);

  if (root == NULL)
    return FALSE;

  return strcmp (what, "rate") == 0 ? set_rate (root, limiter) : set_faults (root, faults);
}

void
ion_practice_control (SoupServerMessage *message,
                      const char *path,
                      IonPracticeLimiter *limiter,
                      IonPracticeFaults *faults,
                      IonPracticeBook *book,
                      IonPracticeFigures *figures,
                      GArray *times)
{
  const char *method = soup_server_message_get_method (message);
  const char *what = g_str_has_prefix (path, "/practice/") ? path + strlen ("/practice/") : "";
  gboolean post = strcmp (method, "POST") == 0;

  if (strcmp (method, "GET") == 0 && strcmp (what, "figures") == 0)
    ion_practice_reply_json (message, 200, write_figures (figures, book));
  else if (strcmp (method, "GET") == 0 && strcmp (what, "times") == 0)
    ion_practice_reply_json (message, 200, write_times (figures, times));
  else if (post && strcmp (what, "reset") == 0)
    {
      g_array_set_size (times, 0);
      memset (figures, 0, sizeof *figures);
      ion_practice_book_forget_twice (book);
      ion_practice_reply_json (message, 200, g_strdup ("{}"));
    }
  else if (post && (strcmp (what, "rate") == 0 || strcmp (what, "faults") == 0))
    {
      if (apply (message, what, limiter, faults))
        ion_practice_reply_json (message, 200, g_strdup ("{}"));
      else
        ion_practice_reply_gateway (message, 400, "This is not what can be set here.");
    }
  else
    ion_practice_reply_gateway (message, 404, "Resource not found");
}
