/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "fake-platform.h"

#include "ion-boot-time.h"

#include <string.h>
#include <unistd.h>

struct _FakePlatform
{
  GObject parent_instance;

  FakeScript script;
  gpointer script_data;
  guint delay_from, delay_to;
  GRand *rand;
  int book_fd;
  GHashTable *book; /* (element-type utf8 guint) */
  guint messages;
  guint calls[3];
  guint open, most_open;
  GArray *departures;
};

typedef struct
{
  FakePlatform *platform; /* (not owned): the task holds it */
  IonCall call;
  guint number;
  char *fiscal_code;
  char *message_id;
  IonAnswer *answer;
  gboolean arrived;
  gboolean takes;
  gulong cancel_id;
  guint source_id;
} Pending;

static void fake_platform_iface_init (IonPlatformInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakePlatform,
                               fake_platform,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_PLATFORM, fake_platform_iface_init))

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_clear_pointer (&pending->answer, ion_answer_unref);
  g_free (pending->fiscal_code);
  g_free (pending->message_id);
  g_free (pending);
}

static void
write_book (FakePlatform *self, const char *fiscal_code)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->book, fiscal_code));

  g_hash_table_replace (self->book, g_strdup (fiscal_code), GUINT_TO_POINTER (count + 1));
  self->messages++;
  if (self->book_fd >= 0)
    {
      g_autofree char *line = g_strconcat (fiscal_code, "\n", NULL);

      g_assert_cmpint (write (self->book_fd, line, strlen (line)), ==, (gssize) strlen (line));
    }
}

static IonAnswer *
good_answer (const FakeCall *call)
{
  IonAnswer *answer;

  switch (call->call)
    {
    case ION_CALL_REACH:
      answer = ion_answer_new (ION_ANSWER_REACHABLE, 200, "200");
      answer->language = g_strdup ("it");
      return answer;
    case ION_CALL_STATUS:
      answer = ion_answer_new (ION_ANSWER_STATUS, 200, "200");
      answer->status = ION_MESSAGE_STATUS_PROCESSED;
      return answer;
    case ION_CALL_SUBMIT:
    default:
      answer = ion_answer_new (ION_ANSWER_ACCEPTED, 201, "201");
      answer->message_id = g_strdup_printf ("M%u", call->number);
      return answer;
    }
}

static gboolean
step_cb (gpointer data)
{
  GTask *task = data;
  Pending *pending = g_task_get_task_data (task);
  FakePlatform *self = pending->platform;

  if (!pending->arrived)
    {
      pending->arrived = TRUE;
      if (pending->takes)
        write_book (self, pending->fiscal_code);
      if (self->delay_to > 0)
        {
          pending->source_id =
              g_timeout_add (g_rand_int_range (self->rand, self->delay_from, self->delay_to + 1),
                             step_cb, task);
          return G_SOURCE_REMOVE;
        }
    }
  self->open--;
  if (pending->cancel_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), pending->cancel_id);
  g_task_return_pointer (task, g_steal_pointer (&pending->answer),
                         (GDestroyNotify) ion_answer_unref);
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  GTask *task = data;
  Pending *pending = g_task_get_task_data (task);

  ion_answer_unref (pending->answer);
  pending->answer = ion_answer_new (ION_ANSWER_UNCLEAR, 0, "cancelled");
  pending->arrived = TRUE;
  g_source_remove (pending->source_id);
  pending->source_id = g_idle_add (step_cb, task);
}

static void
start_call (FakePlatform *self,
            FakeCall *call,
            IonDepartedFunc departed,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Pending *pending = g_new0 (Pending, 1);

  call->number = self->calls[call->call]++;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, pending, pending_free);
  pending->platform = self;
  pending->call = call->call;
  pending->fiscal_code = g_strdup (call->fiscal_code);
  pending->message_id = g_strdup (call->message_id);
  pending->answer = self->script != NULL ? self->script (call, self->script_data) : NULL;
  if (pending->answer == NULL)
    pending->answer = good_answer (call);
  pending->takes =
      call->call == ION_CALL_SUBMIT && (pending->answer->kind == ION_ANSWER_ACCEPTED ||
                                        pending->answer->kind == ION_ANSWER_ACCEPTED_NO_ID ||
                                        pending->answer->kind == ION_ANSWER_UNCLEAR);
  self->open++;
  self->most_open = MAX (self->most_open, self->open);
  if (pending->answer->kind != ION_ANSWER_NOTHING_LEFT)
    {
      gint64 now = ion_boot_time_now ();

      g_array_append_val (self->departures, now);
      if (departed != NULL)
        departed (user_data);
    }
  if (self->delay_to > 0)
    pending->source_id =
        g_timeout_add (g_rand_int_range (self->rand, self->delay_from, self->delay_to + 1), step_cb,
                       task);
  else
    pending->source_id = g_idle_add_full (G_PRIORITY_DEFAULT, step_cb, task, NULL);
  if (cancellable != NULL)
    pending->cancel_id =
        g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), task);
}

static void
reach_async (IonPlatform *platform,
             IonSecret *key,
             const char *fiscal_code,
             IonDepartedFunc departed,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  FakeCall call = { ION_CALL_REACH, fiscal_code, NULL, NULL, 0 };

  g_assert_nonnull (key);
  start_call (FAKE_PLATFORM (platform), &call, departed, cancellable, callback, user_data);
}

static void
submit_async (IonPlatform *platform,
              IonSecret *key,
              const IonMessage *message,
              IonDepartedFunc departed,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  FakeCall call = { ION_CALL_SUBMIT, message->fiscal_code, NULL, message, 0 };

  g_assert_nonnull (key);
  start_call (FAKE_PLATFORM (platform), &call, departed, cancellable, callback, user_data);
}

static void
status_async (IonPlatform *platform,
              IonSecret *key,
              const char *fiscal_code,
              const char *message_id,
              IonDepartedFunc departed,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  FakeCall call = { ION_CALL_STATUS, fiscal_code, message_id, NULL, 0 };

  g_assert_nonnull (key);
  start_call (FAKE_PLATFORM (platform), &call, departed, cancellable, callback, user_data);
}

static IonAnswer *
call_finish (IonPlatform *platform, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
fake_platform_iface_init (IonPlatformInterface *iface)
{
  iface->reach_async = reach_async;
  iface->submit_async = submit_async;
  iface->status_async = status_async;
  iface->call_finish = call_finish;
}

static void
fake_platform_finalize (GObject *object)
{
  FakePlatform *self = FAKE_PLATFORM (object);

  g_assert_cmpuint (self->open, ==, 0);
  g_rand_free (self->rand);
  g_hash_table_unref (self->book);
  g_array_unref (self->departures);

  G_OBJECT_CLASS (fake_platform_parent_class)->finalize (object);
}

static void
fake_platform_class_init (FakePlatformClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_platform_finalize;
}

static void
fake_platform_init (FakePlatform *self)
{
  self->rand = g_rand_new_with_seed (1);
  self->book_fd = -1;
  self->book = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->departures = g_array_new (FALSE, FALSE, sizeof (gint64));
}

FakePlatform *
fake_platform_new (void)
{
  return g_object_new (FAKE_TYPE_PLATFORM, NULL);
}

void
fake_platform_set_script (FakePlatform *self, FakeScript script, gpointer user_data)
{
  self->script = script;
  self->script_data = user_data;
}

void
fake_platform_set_delay (FakePlatform *self, guint from, guint to, guint32 seed)
{
  self->delay_from = from;
  self->delay_to = to;
  g_rand_set_seed (self->rand, seed);
}

void
fake_platform_set_book_file (FakePlatform *self, int fd)
{
  self->book_fd = fd;
}

guint
fake_platform_count_calls (FakePlatform *self, IonCall call)
{
  return self->calls[call];
}

guint
fake_platform_count_messages (FakePlatform *self)
{
  return self->messages;
}

guint
fake_platform_count_messages_to (FakePlatform *self, const char *fiscal_code)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->book, fiscal_code));
}

guint
fake_platform_get_most_to_one (FakePlatform *self)
{
  GHashTableIter iter;
  gpointer count;
  guint most = 0;

  g_hash_table_iter_init (&iter, self->book);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    most = MAX (most, GPOINTER_TO_UINT (count));
  return most;
}

guint
fake_platform_get_open (FakePlatform *self)
{
  return self->open;
}

guint
fake_platform_get_most_open (FakePlatform *self)
{
  return self->most_open;
}

GArray *
fake_platform_get_departures (FakePlatform *self)
{
  return self->departures;
}
