/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Two thousand messages through a platform that fails in every way it can, sixteen at a time. Then
 * the client's answers are held against the platform's book.
 */

#include "config.h"

#include "practice-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MESSAGES    2000
#define CONCURRENCY 16

typedef struct
{
  Fixture *fixture;
  IonSecret *key;
  IonAnswer *answers[MESSAGES];
  char *codes[MESSAGES];
  int next;
  int running;
} Storm;

/* One submission, and whose answer it brings. */
typedef struct
{
  Storm *storm;
  int index;
} Drop;

static void submit_next (Storm *storm);

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Drop *drop = user_data;
  Storm *storm = drop->storm;

  storm->answers[drop->index] = ion_platform_call_finish (ION_PLATFORM (source), result);
  storm->running--;
  submit_next (storm);
}

static void
submit_next (Storm *storm)
{
  while (storm->running < CONCURRENCY && storm->next < MESSAGES)
    {
      g_autoptr (IonMessage) message = wire_message ();
      Drop *drop = g_new (Drop, 1);

      drop->storm = storm;
      drop->index = storm->next++;
      storm->running++;
      g_free (message->fiscal_code);
      message->fiscal_code = g_strdup (storm->codes[drop->index]);
      ion_platform_submit_async (storm->fixture->platform, storm->key, message, NULL, NULL,
                                 submitted_cb, drop);
    }
}

/* (transfer full) (element-type utf8 utf8): who got which message; nobody got two */
static GHashTable *
read_book (Fixture *fixture)
{
  GHashTable *book = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (fixture->book, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; **line != '\0'; line++)
    {
      g_autoptr (JsonNode) node = json_from_string (*line, NULL);
      JsonObject *object = json_node_get_object (node);

      g_assert_true (
          g_hash_table_insert (book,
                               g_strdup (json_object_get_string_member (object, "fiscal_code")),
                               g_strdup (json_object_get_string_member (object, "id"))));
    }

  return book;
}

static void
check_answer (const IonAnswer *answer, const char *booked)
{
  switch (answer->kind)
    {
    case ION_ANSWER_ACCEPTED:
      g_assert_cmpstr (answer->message_id, ==, booked);
      break;
    case ION_ANSWER_ACCEPTED_NO_ID:
      g_assert_nonnull (booked);
      break;
    /* Whoever gets one of these may send again. */
    case ION_ANSWER_REFUSED:
    case ION_ANSWER_RECIPIENT_FORBIDDEN:
    case ION_ANSWER_SENDER_REFUSED:
    case ION_ANSWER_THROTTLED:
    case ION_ANSWER_KNOWN_500:
    case ION_ANSWER_NOTHING_LEFT:
      g_assert_null (booked);
      break;
    case ION_ANSWER_NOT_PLATFORM:
    case ION_ANSWER_UNCLEAR:
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_storm (Fixture *fixture, gconstpointer user_data)
{
  static const char *const faults[] = {
    "401=0.03",       "403=0.03",          "404=0.03",   "429=0.03",
    "500=0.05",       "500-raw=0.05",      "502=0.05",   "accepted-then-lost=0.05",
    "truncated=0.05", "absurd-json=0.05",  "no-id=0.05", "redirect=0.03",
    "portal=0.03",    "reset-before=0.05", NULL,
  };
  const IonPracticeOptions options = { .latency_max_ms = 3, .seed = 11, .faults = faults };
  Storm storm = { .fixture = fixture, .key = wire_key () };
  g_autoptr (GHashTable) book = NULL;
  int kinds[ION_ANSWER_UNCLEAR + 1] = { 0 };

  start (fixture, &options);
  for (int i = 0; i < MESSAGES; i++)
    storm.codes[i] = g_strdup_printf ("RSSMRA%02dT%02dA%03dS", i % 100, 10 + i / 1000, i % 1000);

  submit_next (&storm);
  while (storm.running > 0)
    g_main_context_iteration (NULL, TRUE);

  book = read_book (fixture);
  for (int i = 0; i < MESSAGES; i++)
    {
      check_answer (storm.answers[i], g_hash_table_lookup (book, storm.codes[i]));
      kinds[storm.answers[i]->kind]++;
      ion_answer_unref (storm.answers[i]);
      g_free (storm.codes[i]);
    }
  ion_secret_unref (storm.key);

  /* It did rage. */
  g_assert_cmpint (kinds[ION_ANSWER_ACCEPTED], >, MESSAGES / 3);
  g_assert_cmpint (kinds[ION_ANSWER_ACCEPTED_NO_ID], >, MESSAGES / 50);
  g_assert_cmpint (kinds[ION_ANSWER_UNCLEAR], >, MESSAGES / 10);
  g_assert_cmpint (kinds[ION_ANSWER_NOT_PLATFORM], >, MESSAGES / 50);
  g_assert_cmpint (kinds[ION_ANSWER_KNOWN_500], >, MESSAGES / 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/invariant/2/answers-agree-with-the-book", Fixture, NULL, set_up, test_storm,
              tear_down);

  return g_test_run ();
}
