/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Many submissions at once, and what they were told held against the platform's book. */

#include "config.h"

#include "crowd.h"

#include "wire.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _Crowd
{
  IonPlatform *platform; /* (owned) */
  IonSecret *key;        /* (owned) */
  GPtrArray *answers;    /* (owned) (element-type IonAnswer) (nullable elements) */
  int concurrency;
  int next;
  int running;
};

/* One submission, and whose answer it brings. */
typedef struct
{
  Crowd *crowd;
  int index;
} Person;

static void submit_next (Crowd *self);

static char *
make_code (int index)
{
  return g_strdup_printf ("RSSMRA%02dT%02dA%03dS", index % 100, 10 + index / 1000, index % 1000);
}

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Person *person = user_data;
  Crowd *self = person->crowd;

  self->answers->pdata[person->index] = ion_platform_call_finish (ION_PLATFORM (source), result);
  self->running--;
  submit_next (self);
}

static void
submit_next (Crowd *self)
{
  while (self->running < self->concurrency && self->next < (int) self->answers->len)
    {
      g_autoptr (IonMessage) message = wire_message ();
      Person *person = g_new (Person, 1);

      person->crowd = self;
      person->index = self->next++;
      self->running++;
      g_free (message->fiscal_code);
      message->fiscal_code = make_code (person->index);
      ion_platform_submit_async (self->platform, self->key, message, NULL, NULL, submitted_cb,
                                 person);
    }
}

static void
clear_answer (gpointer data)
{
  if (data != NULL)
    ion_answer_unref (data);
}

Crowd *
crowd_new (IonPlatform *platform, int people, int concurrency)
{
  Crowd *self = g_new0 (Crowd, 1);

  self->platform = g_object_ref (platform);
  self->key = wire_key ();
  self->answers = g_ptr_array_new_full ((guint) people, clear_answer);
  g_ptr_array_set_size (self->answers, people);
  self->concurrency = concurrency;

  return self;
}

void
crowd_free (Crowd *self)
{
  g_assert_cmpint (self->running, ==, 0);

  g_object_unref (self->platform);
  ion_secret_unref (self->key);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

void
crowd_run (Crowd *self, int answers)
{
  submit_next (self);
  while (self->next - self->running < answers)
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer full) (element-type utf8 utf8): who got which message; nobody got two */
static GHashTable *
read_book (const char *path)
{
  GHashTable *book = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
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

void
crowd_check (Crowd *self, const char *book_path, CrowdKinds kinds)
{
  g_autoptr (GHashTable) book = read_book (book_path);

  memset (kinds, 0, sizeof (CrowdKinds));
  for (int i = 0; i < (int) self->answers->len; i++)
    {
      g_autofree char *code = make_code (i);
      const IonAnswer *answer = self->answers->pdata[i];

      check_answer (answer, g_hash_table_lookup (book, code));
      kinds[answer->kind]++;
    }
}
