/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The permits that processes on one ledger share: together they never exceed the limit, and a
 * process that dies takes none with it for ever. Time is the test's own.
 */

#include "config.h"

#include "fixture.h"
#include "ion-ledger-pace.h"

#include <signal.h>
#include <unistd.h>

#include <sys/wait.h>
#include <glib/gstdio.h>

#define MS G_GINT64_CONSTANT (1000)

typedef struct
{
  int granted;
  gint64 next_at, lease;
} Lease;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

static Lease
take (IonLedger *ledger, int limit, gint64 hold, int wanted, gint64 now)
{
  const IonPaceRule rule = { limit, hold };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Lease lease;

  g_main_context_push_thread_default (context);
  ion_ledger_take_permits_async (ledger, &rule, wanted, now, answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_assert_true (ion_ledger_take_permits_finish (ledger, result, &lease.granted, &lease.next_at,
                                                 &lease.lease, &error));
  g_assert_no_error (error);
  g_main_context_pop_thread_default (context);
  return lease;
}

static void
test_one (void)
{
  Lease first, second, third, fourth;
  Fixture fixture;

  fixture_init (&fixture);
  first = take (fixture.ledger, 10, 5000 * MS, 6, 1000 * MS);
  g_assert_cmpint (first.granted, ==, 6);
  second = take (fixture.ledger, 10, 5000 * MS, 6, 1001 * MS);
  g_assert_cmpint (second.granted, ==, 4);
  third = take (fixture.ledger, 10, 5000 * MS, 6, 1002 * MS);
  g_assert_cmpint (third.granted, ==, 0);
  g_assert_cmpint (third.next_at, >, 1002 * MS);
  /* What was not used is there at once, the rest when it returns. */
  ion_ledger_close_lease (fixture.ledger, first.lease, 2, 1100 * MS);
  fourth = take (fixture.ledger, 10, 5000 * MS, 10, 1200 * MS);
  g_assert_cmpint (fourth.granted, ==, 4);
  ion_ledger_close_lease (fixture.ledger, second.lease, 4, 1300 * MS);
  ion_ledger_close_lease (fixture.ledger, fourth.lease, 4, 1400 * MS);
  third = take (fixture.ledger, 10, 5000 * MS, 6, 1500 * MS);
  g_assert_cmpint (third.granted, ==, 0);
  g_assert_cmpint (third.next_at, ==, 6100 * MS);
  third = take (fixture.ledger, 10, 5000 * MS, 6, 6100 * MS);
  g_assert_cmpint (third.granted, ==, 2);
  fixture_clear (&fixture);
}

static void
test_none_used (void)
{
  Lease lease;
  Fixture fixture;

  fixture_init (&fixture);
  lease = take (fixture.ledger, 3, 5000 * MS, 3, 1000 * MS);
  ion_ledger_close_lease (fixture.ledger, lease.lease, 0, 0);
  lease = take (fixture.ledger, 3, 5000 * MS, 3, 1001 * MS);
  g_assert_cmpint (lease.granted, ==, 3);
  fixture_clear (&fixture);
}

static void
test_block (void)
{
  int limit = 0;
  gint64 until = 0;
  IonLedger *other;
  Lease lease;
  Fixture fixture;

  fixture_init (&fixture);
  other = fixture_open_again (&fixture);
  g_assert_false (ion_ledger_get_pace_block (other, &until, &limit));
  ion_ledger_set_pace_block (fixture.ledger, 9000 * MS, 100);
  /* Its own writes are in order; the answer says that it is written. */
  g_assert_true (ion_ledger_get_pace_block (fixture.ledger, &until, &limit));
  g_assert_true (ion_ledger_get_pace_block (other, &until, &limit));
  g_assert_cmpint (until, ==, 9000 * MS);
  g_assert_cmpint (limit, ==, 100);
  lease = take (other, 10, 5000 * MS, 6, 8000 * MS);
  g_assert_cmpint (lease.granted, ==, 0);
  g_assert_cmpint (lease.next_at, ==, 9000 * MS);
  /* What another process learns besides does not end it. */
  ion_ledger_set_pace_block (other, 0, 90);
  g_assert_true (ion_ledger_get_pace_block (other, &until, &limit));
  g_assert_cmpint (until, ==, 9000 * MS);
  g_assert_cmpint (limit, ==, 90);
  lease = take (other, 10, 5000 * MS, 6, 9000 * MS);
  g_assert_cmpint (lease.granted, ==, 6);
  g_object_unref (other);
  fixture_clear (&fixture);
}

/* What several ledgers did, on one clock that all of them advance. */
typedef struct
{
  GMutex mutex;
  gint64 now;
  GArray *departures; /* (element-type gint64) */
} Clock;

typedef struct
{
  IonLedger *ledger;
  Clock *clock;
  guint32 seed;
} Worker;

enum
{
  LIMIT = 20,
  N_TAKES = 120,
};
#define WINDOW (500 * MS)

static gint64
advance (Clock *clock, gint64 by)
{
  gint64 now;

  g_mutex_lock (&clock->mutex);
  now = clock->now += by;
  g_mutex_unlock (&clock->mutex);
  return now;
}

static gint64
depart (Clock *clock)
{
  gint64 now;

  g_mutex_lock (&clock->mutex);
  now = clock->now += 1 * MS;
  g_array_append_val (clock->departures, now);
  g_mutex_unlock (&clock->mutex);
  return now;
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (worker->seed);

  for (guint i = 0; i < N_TAKES; i++)
    {
      gint64 now = advance (worker->clock, g_rand_int_range (rand, 1, 30) * MS), last = now;
      Lease lease = take (worker->ledger, LIMIT, WINDOW + 1, g_rand_int_range (rand, 1, 8), now);
      int used = lease.granted > 0 ? g_rand_int_range (rand, 0, lease.granted + 1) : 0;

      for (int n = 0; n < used; n++)
        last = depart (worker->clock);
      ion_ledger_close_lease (worker->ledger, lease.lease, used, last);
    }
  return NULL;
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
test_together (void)
{
  Clock clock = { .now = 1000 * MS };
  Worker first, second;
  GThread *threads[2];
  IonLedger *other;
  Fixture fixture;

  fixture_init (&fixture);
  other = fixture_open_again (&fixture);
  g_mutex_init (&clock.mutex);
  clock.departures = g_array_new (FALSE, FALSE, sizeof (gint64));
  first = (Worker){ fixture.ledger, &clock, (guint32) g_test_rand_int () };
  second = (Worker){ other, &clock, (guint32) g_test_rand_int () };
  threads[0] = g_thread_new ("first", work, &first);
  threads[1] = g_thread_new ("second", work, &second);
  g_thread_join (threads[0]);
  g_thread_join (threads[1]);
  g_array_sort (clock.departures, compare_times);
  g_assert_cmpuint (clock.departures->len, >, LIMIT * 2);
  for (guint i = LIMIT; i < clock.departures->len; i++)
    g_assert_cmpint (g_array_index (clock.departures, gint64, i) -
                         g_array_index (clock.departures, gint64, i - LIMIT),
                     >, WINDOW);
  g_array_unref (clock.departures);
  g_mutex_clear (&clock.mutex);
  g_object_unref (other);
  fixture_clear (&fixture);
}

/* Its permits count until the last of them could have left and returned, not longer. */
static void
test_dead_process (void)
{
  g_autoptr (GError) error = NULL;
  int pipes[2], status;
  char told = 0;
  pid_t child;
  Lease lease;
  Fixture fixture;

  fixture_init (&fixture);
  g_assert_true (ion_ledger_close (fixture.ledger, &error));
  g_clear_object (&fixture.ledger);
  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      fixture.ledger = fixture_open_again (&fixture);
      told = (char) take (fixture.ledger, 10, 5000 * MS, 7, 1000 * MS).granted;
      if (write (pipes[1], &told, 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (pipes[0], &told, 1), ==, 1);
  g_assert_cmpint (told, ==, 7);
  fixture.ledger = fixture_open_again (&fixture);
  lease = take (fixture.ledger, 10, 5000 * MS, 10, 9000 * MS);
  g_assert_cmpint (lease.granted, ==, 3);
  ion_ledger_close_lease (fixture.ledger, lease.lease, 0, 0);
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  lease = take (fixture.ledger, 10, 5000 * MS, 10, 10000 * MS);
  g_assert_cmpint (lease.granted, ==, 3);
  ion_ledger_close_lease (fixture.ledger, lease.lease, 0, 0);
  lease = take (fixture.ledger, 10, 5000 * MS, 10, 14999 * MS);
  g_assert_cmpint (lease.granted, ==, 3);
  ion_ledger_close_lease (fixture.ledger, lease.lease, 0, 0);
  lease = take (fixture.ledger, 10, 5000 * MS, 10, 16000 * MS);
  g_assert_cmpint (lease.granted, ==, 10);
  close (pipes[0]);
  close (pipes[1]);
  fixture_clear (&fixture);
}

static void
test_damaged_file (void)
{
  g_autofree char *file = NULL, *garbage = g_strnfill (9000, 'x');
  Lease lease;
  Fixture fixture;

  fixture_init (&fixture);
  g_clear_object (&fixture.ledger);
  file = g_build_filename (fixture.folder, "pace.db", NULL);
  g_assert_true (g_file_set_contents (file, garbage, -1, NULL));
  fixture.ledger = fixture_open_again (&fixture);
  lease = take (fixture.ledger, 10, 5000 * MS, 7, 1000 * MS);
  g_assert_cmpint (lease.granted, ==, 7);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* First: it forks, and no thread must have been started. */
  g_test_add_func ("/store/pace/dead-process", test_dead_process);
  g_test_add_func ("/invariant/4/together", test_together);
  g_test_add_func ("/store/pace/one", test_one);
  g_test_add_func ("/store/pace/none-used", test_none_used);
  g_test_add_func ("/store/pace/block", test_block);
  g_test_add_func ("/store/pace/damaged-file", test_damaged_file);
  return g_test_run ();
}
