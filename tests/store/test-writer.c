/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The ordered writer: order, joining, and who learns of which failure.
 */

#include "config.h"

#include "fixture.h"
#include "ion-sqlite.h"
#include "ion-writer.h"

#include <string.h>

typedef struct
{
  char *folder, *file;
  IonWriter *writer;
} Place;

static void
place_init (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDb) db = NULL;

  place->folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  place->file = g_build_filename (place->folder, "test.db", NULL);
  db = ion_sqlite_open (place->file, ION_SQLITE_CREATE, &error);
  g_assert_no_error (error);
  ion_db_execute (db,
                  "CREATE TABLE t (n INTEGER PRIMARY KEY);"
                  "CREATE TABLE parent (n INTEGER PRIMARY KEY);"
                  "CREATE TABLE child (n INTEGER REFERENCES parent (n)"
                  " DEFERRABLE INITIALLY DEFERRED);",
                  &error);
  g_assert_no_error (error);
  place->writer = ion_writer_new (g_steal_pointer (&db), "test");
}

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->writer, ion_writer_free);
  fixture_remove_folder (place->folder);
  g_free (place->folder);
  g_free (place->file);
}

static gint64
count (Place *place, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDb) db = ion_sqlite_open (place->file, ION_SQLITE_READER, &error);
  gint64 n = -1;

  ion_db_get_int (db, sql, ION_NO_VALUES, &n, &error);
  g_assert_no_error (error);
  return n;
}

static gboolean
insert_cb (IonDb *db, gpointer data, GError **error)
{
  return ion_db_run (db, "INSERT INTO t (n) VALUES ($1)",
                     ION_VALUES (ion_int (GPOINTER_TO_INT (data))), NULL, error);
}

/* Fails after having written. */
static gboolean
insert_and_fail_cb (IonDb *db, gpointer data, GError **error)
{
  return insert_cb (db, data, error) && insert_cb (db, data, error);
}

/* Only the commit notices. */
static gboolean
insert_orphan_cb (IonDb *db, gpointer data, GError **error)
{
  return ion_db_run (db, "INSERT INTO child (n) VALUES (1)", ION_NO_VALUES, NULL, error);
}

/* Holds the writer until the test has queued what it wants to be joined. */
static gboolean
wait_cb (IonDb *db, gpointer data, GError **error)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);
  return TRUE;
}

static void
test_joined (void)
{
  IonWrite *writes[100], *waiting;
  GMutex gate;
  guint before;
  Place place;

  place_init (&place);
  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  waiting = ion_writer_submit (place.writer, wait_cb, &gate, NULL, ION_WRITE_DEFAULT);
  before = ion_writer_get_commits (place.writer);
  for (gint i = 0; i < 100; i++)
    writes[i] = ion_writer_submit (place.writer, insert_cb, GINT_TO_POINTER (i + 1), NULL,
                                   ION_WRITE_DEFAULT);
  g_mutex_unlock (&gate);
  g_assert_true (ion_writer_wait (place.writer, waiting, NULL));
  for (guint i = 0; i < 100; i++)
    g_assert_true (ion_writer_wait (place.writer, writes[i], NULL));
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t"), ==, 100);
  /* The one that held it, and all others together. */
  g_assert_cmpuint (ion_writer_get_commits (place.writer) - before, <=, 2);
  g_mutex_clear (&gate);
  place_clear (&place);
}

static void
test_failure_is_ones_own (void)
{
  g_autoptr (GError) error = NULL;
  IonWrite *waiting, *first, *failing, *last;
  GMutex gate;
  Place place;

  place_init (&place);
  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  waiting = ion_writer_submit (place.writer, wait_cb, &gate, NULL, ION_WRITE_DEFAULT);
  first = ion_writer_submit (place.writer, insert_cb, GINT_TO_POINTER (1), NULL, ION_WRITE_DEFAULT);
  failing = ion_writer_submit (place.writer, insert_and_fail_cb, GINT_TO_POINTER (2), NULL,
                               ION_WRITE_DEFAULT);
  last = ion_writer_submit (place.writer, insert_cb, GINT_TO_POINTER (3), NULL, ION_WRITE_DEFAULT);
  g_mutex_unlock (&gate);
  g_assert_true (ion_writer_wait (place.writer, waiting, NULL));
  g_assert_true (ion_writer_wait (place.writer, first, NULL));
  g_assert_false (ion_writer_wait (place.writer, failing, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_assert_true (ion_writer_wait (place.writer, last, NULL));
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t WHERE n = 2"), ==, 0);
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t"), ==, 2);
  g_mutex_clear (&gate);
  place_clear (&place);
}

static void
test_commit_fails_for_all (void)
{
  g_autoptr (GError) error = NULL;
  IonWrite *waiting, *first, *orphan;
  GMutex gate;
  Place place;

  place_init (&place);
  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  waiting = ion_writer_submit (place.writer, wait_cb, &gate, NULL, ION_WRITE_DEFAULT);
  first = ion_writer_submit (place.writer, insert_cb, GINT_TO_POINTER (1), NULL, ION_WRITE_DEFAULT);
  orphan = ion_writer_submit (place.writer, insert_orphan_cb, NULL, NULL, ION_WRITE_DEFAULT);
  g_mutex_unlock (&gate);
  ion_writer_wait (place.writer, waiting, NULL);
  g_assert_false (ion_writer_wait (place.writer, orphan, &error));
  g_assert_nonnull (error);
  g_assert_false (ion_writer_wait (place.writer, first, NULL));
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t"), ==, 0);
  g_assert_true (
      ion_writer_run (place.writer, insert_cb, GINT_TO_POINTER (5), ION_WRITE_DEFAULT, NULL));
  g_mutex_clear (&gate);
  place_clear (&place);
}

static gboolean
ask_synchronous_cb (IonDb *db, gpointer data, GError **error)
{
  return ion_db_get_int (db, "PRAGMA synchronous", ION_NO_VALUES, data, error);
}

typedef struct
{
  GMutex mutex;
  gint is_held; /* atomic */
} Gate;

static gboolean
hold_cb (IonDb *db, gpointer data, GError **error)
{
  Gate *gate = data;

  g_atomic_int_set (&gate->is_held, TRUE);
  g_mutex_lock (&gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return TRUE;
}

/* What is staged does not wait for the disk; in company, it does as the others. */
static void
test_staged (void)
{
  g_autoptr (GError) error = NULL;
  gint64 alone = -1, before = -1, together = -1, after = -1;
  IonWrite *waiting, *staged, *durable;
  Gate gate = { .is_held = FALSE };
  Place place;

  place_init (&place);
  g_mutex_init (&gate.mutex);
  g_mutex_lock (&gate.mutex);
  g_assert_true (ion_writer_run (place.writer, ask_synchronous_cb, &before, 0, &error));
  g_assert_true (
      ion_writer_run (place.writer, ask_synchronous_cb, &alone, ION_WRITE_STAGED, &error));
  waiting = ion_writer_submit (place.writer, hold_cb, &gate, NULL, ION_WRITE_STAGED);
  while (!g_atomic_int_get (&gate.is_held))
    g_thread_yield ();
  staged = ion_writer_submit (place.writer, ask_synchronous_cb, &together, NULL, ION_WRITE_STAGED);
  durable = ion_writer_submit (place.writer, ask_synchronous_cb, &after, NULL, ION_WRITE_DEFAULT);
  g_mutex_unlock (&gate.mutex);
  g_assert_true (ion_writer_wait (place.writer, waiting, &error));
  g_assert_true (ion_writer_wait (place.writer, staged, &error));
  g_assert_true (ion_writer_wait (place.writer, durable, &error));
  g_assert_no_error (error);
  /* 1 is NORMAL, 2 is FULL. */
  g_assert_cmpint (before, ==, 2);
  g_assert_cmpint (alone, ==, 1);
  g_assert_cmpint (together, ==, 2);
  g_assert_cmpint (after, ==, 2);
  g_mutex_clear (&gate.mutex);
  place_clear (&place);
}

/* What nobody waits for is written at the latest when the writer goes. */
static void
test_lazy (void)
{
  Place place;

  place_init (&place);
  ion_writer_push (place.writer, insert_cb, GINT_TO_POINTER (1), NULL, ION_WRITE_LAZY);
  g_assert_true (
      ion_writer_run (place.writer, insert_cb, GINT_TO_POINTER (2), ION_WRITE_DEFAULT, NULL));
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t"), ==, 2);
  ion_writer_push (place.writer, insert_cb, GINT_TO_POINTER (3), NULL, ION_WRITE_LAZY);
  g_clear_pointer (&place.writer, ion_writer_free);
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t"), ==, 3);
  place_clear (&place);
}

static gboolean
vacuum_cb (IonDb *db, gpointer data, GError **error)
{
  return ion_sqlite_compact (db, error);
}

static void
test_alone (void)
{
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  ion_writer_push (place.writer, insert_cb, GINT_TO_POINTER (1), NULL, ION_WRITE_DEFAULT);
  g_assert_true (ion_writer_run (place.writer, vacuum_cb, NULL, ION_WRITE_ALONE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t"), ==, 1);
  place_clear (&place);
}

typedef struct
{
  GMainContext *context;
  GThread *thread;
  guint n_answered, n_failed;
} Answers;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers *answers = user_data;

  g_assert_true (g_thread_self () == answers->thread);
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    answers->n_answered++;
  else
    answers->n_failed++;
}

/* Answers come to the context that asked, whichever that is. */
static void
test_tasks (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  Answers answers = { .context = context, .thread = g_thread_self () };
  Place place;

  place_init (&place);
  g_main_context_push_thread_default (context);
  for (gint i = 0; i < 200; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, &answers);

      g_task_set_task_data (task, GINT_TO_POINTER (i % 100), NULL);
      ion_writer_push_task (place.writer, task, insert_cb);
    }
  while (answers.n_answered + answers.n_failed < 200)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  g_assert_cmpuint (answers.n_answered, ==, 100);
  g_assert_cmpuint (answers.n_failed, ==, 100);
  place_clear (&place);
}

static gboolean
nothing_cb (IonDb *db, gpointer data, GError **error)
{
  return TRUE;
}

/* The waiter has gone, and its context with it, before the writer has put down its end. */
static void
test_short_lived_context (void)
{
  Place place;

  place_init (&place);
  for (guint i = 0; i < 40000; i++)
    {
      g_autoptr (GMainContext) context = g_main_context_new ();
      Answers answers = { .thread = g_thread_self () };
      GTask *task;

      g_main_context_push_thread_default (context);
      task = g_task_new (NULL, NULL, answered_cb, &answers);
      ion_writer_push_task (place.writer, task, nothing_cb);
      g_object_unref (task);
      while (answers.n_answered == 0)
        g_main_context_iteration (context, TRUE);
      g_main_context_pop_thread_default (context);
    }
  place_clear (&place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/writer/joined", test_joined);
  g_test_add_func ("/store/writer/failure-is-ones-own", test_failure_is_ones_own);
  g_test_add_func ("/store/writer/commit-fails-for-all", test_commit_fails_for_all);
  g_test_add_func ("/store/writer/lazy", test_lazy);
  g_test_add_func ("/store/writer/staged", test_staged);
  g_test_add_func ("/store/writer/alone", test_alone);
  g_test_add_func ("/store/writer/tasks", test_tasks);
  g_test_add_func ("/store/writer/short-lived-context", test_short_lived_context);
  return g_test_run ();
}
