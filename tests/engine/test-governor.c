/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "fixture.h"

#include "ion-boot-time.h"
#include "ion-governor-private.h"
#include "ion-ledger-pace.h"

#define SECOND G_TIME_SPAN_SECOND

typedef struct
{
  GArray *departures; /* (element-type gint64): of all callers, in order */
  guint wanted;       /* calls still to make */
  guint active;
} Traffic;

typedef struct
{
  Traffic *traffic;
  IonGovernor *governor;
  IonPermit *permit;
} Caller;

static void call_next (Caller *caller);

static gboolean
answered_cb (gpointer data)
{
  Caller *caller = data;
  g_autoptr (IonAnswer) answer = ion_answer_new (ION_ANSWER_REACHABLE, 200, "200");

  ion_permit_answer (g_steal_pointer (&caller->permit), answer);
  call_next (caller);
  return G_SOURCE_REMOVE;
}

static void
permit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Caller *caller = data;
  g_autoptr (GError) error = NULL;
  gint64 now;

  caller->permit = ion_governor_acquire_finish (ION_GOVERNOR (source), result, &error);
  g_assert_no_error (error);
  ion_permit_depart (caller->permit);
  now = ion_boot_time_now ();
  g_array_append_val (caller->traffic->departures, now);
  g_idle_add (answered_cb, caller);
}

static void
call_next (Caller *caller)
{
  if (caller->traffic->wanted == 0)
    {
      caller->traffic->active--;
      return;
    }
  caller->traffic->wanted--;
  ion_governor_acquire_async (caller->governor, ION_PRIORITY_SEND, NULL, permit_cb, caller);
}

/* Many callers at @governors at once, until @calls were made. */
static void
drive (Traffic *traffic, IonGovernor **governors, guint n_governors, guint calls)
{
  Caller callers[16];

  *traffic = (Traffic){ g_array_new (FALSE, FALSE, sizeof (gint64)), calls, 16 };
  for (guint i = 0; i < 16; i++)
    {
      callers[i] = (Caller){ traffic, governors[i % n_governors], NULL };
      call_next (&callers[i]);
    }
  while (traffic->active > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_never_more (GArray *departures, guint limit, gint64 window)
{
  for (guint i = limit; i < departures->len; i++)
    {
      gint64 first = g_array_index (departures, gint64, i - limit);
      gint64 last = g_array_index (departures, gint64, i);

      g_assert_cmpint (last - first, >, window);
    }
}

static void
test_alone (void)
{
  g_autoptr (IonGovernor) governor = ion_governor_new (NULL, 20, 1);
  Traffic traffic;

  drive (&traffic, &governor, 1, 50);
  g_assert_cmpuint (traffic.departures->len, ==, 50);
  assert_never_more (traffic.departures, 20, SECOND);
  g_array_unref (traffic.departures);
}

/* As two processes on one ledger: each has a connection and a governor of its own. */
static void
test_together (void)
{
  Fixture fixture;
  IonGovernor *governors[2];
  IonLedger *other;
  Traffic traffic;

  fixture_init (&fixture);
  other = fixture_open_again (&fixture);
  governors[0] = ion_governor_new (fixture.ledger, 150, 1);
  governors[1] = ion_governor_new (other, 150, 1);
  drive (&traffic, governors, 2, 500);
  g_assert_cmpuint (traffic.departures->len, ==, 500);
  assert_never_more (traffic.departures, 150, SECOND);
  g_array_unref (traffic.departures);
  g_object_unref (governors[0]);
  g_object_unref (governors[1]);
  g_object_unref (other);
  fixture_clear (&fixture);
}

/* Priorities: what waits together is let through in order. */
typedef struct
{
  GString *order;
  guint waiting;
} Order;

static void
order_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Order *order = data;
  g_autoptr (GError) error = NULL;
  IonPermit *permit = ion_governor_acquire_finish (ION_GOVERNOR (source), result, &error);
  const char *letter = g_object_get_data (G_OBJECT (result), "letter");

  g_assert_no_error (error);
  g_string_append (order->order, letter != NULL ? letter : "?");
  ion_permit_depart (permit);
  ion_permit_release (permit);
  order->waiting--;
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_object_set_data (G_OBJECT (result), "letter", (gpointer) "S");
  order_cb (source, result, data);
}

static void
reach_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_object_set_data (G_OBJECT (result), "letter", (gpointer) "R");
  order_cb (source, result, data);
}

static void
follow_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_object_set_data (G_OBJECT (result), "letter", (gpointer) "F");
  order_cb (source, result, data);
}

static void
test_priorities (void)
{
  g_autoptr (IonGovernor) governor = ion_governor_new (NULL, 1, 1);
  IonPermit *first = ion_governor_try_acquire (governor);
  Order order = { g_string_new (NULL), 0 };

  g_assert_nonnull (first);
  g_assert_null (ion_governor_try_acquire (governor));
  for (guint i = 0; i < 2; i++)
    ion_governor_acquire_async (governor, ION_PRIORITY_FOLLOW, NULL, follow_cb, &order);
  for (guint i = 0; i < 10; i++)
    ion_governor_acquire_async (governor, ION_PRIORITY_REACH, NULL, reach_cb, &order);
  for (guint i = 0; i < 15; i++)
    ion_governor_acquire_async (governor, ION_PRIORITY_SEND, NULL, send_cb, &order);
  order.waiting = 27;
  ion_governor_set_rate (governor, 1000, 1);
  while (order.waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  /* one in twenty is the follow-up's, whatever else waits */
  g_assert_cmpstr (order.order->str, ==, "SSSSSSSSSSSSSSSRRRRFRRRRRRF");
  g_string_free (order.order, TRUE);
  ion_permit_release (first);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_governor_acquire_finish (ION_GOVERNOR (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr (IonGovernor) governor = ion_governor_new (NULL, 1, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IonPermit *first = ion_governor_try_acquire (governor);
  gboolean done = FALSE;

  ion_governor_acquire_async (governor, ION_PRIORITY_SEND, cancellable, cancelled_cb, &done);
  g_cancellable_cancel (cancellable);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  /* what was not used is free at once */
  ion_permit_release (first);
  first = ion_governor_try_acquire (governor);
  g_assert_nonnull (first);
  ion_permit_release (first);
}

/* A 429 stops everybody on the ledger for as long as the platform said. */
static void
test_throttled (void)
{
  Fixture fixture;
  g_autoptr (IonAnswer) answer = ion_answer_new (ION_ANSWER_THROTTLED, 429, "429");
  IonGovernor *governors[2];
  IonLedger *other;
  IonPermit *permit;
  Traffic traffic;
  gint64 at, until = 0;
  int limit = 0;

  fixture_init (&fixture);
  other = fixture_open_again (&fixture);
  governors[0] = ion_governor_new (fixture.ledger, 1000, 1);
  governors[1] = ion_governor_new (other, 1000, 1);
  drive (&traffic, governors, 1, 1);
  g_array_unref (traffic.departures);
  permit = ion_governor_try_acquire (governors[0]);
  g_assert_nonnull (permit);
  ion_permit_depart (permit);
  answer->retry_after = SECOND;
  at = ion_boot_time_now ();
  ion_permit_answer (permit, answer);
  g_assert_cmpfloat (ion_governor_estimate (governors[0], 0), >, 0.5);
  /* Others learn of it from the ledger, where it stands a moment later. */
  while (!ion_ledger_get_pace_block (other, &until, &limit) || until == 0)
    g_thread_yield ();
  drive (&traffic, governors, 2, 16);
  for (guint i = 0; i < traffic.departures->len; i++)
    g_assert_cmpint (g_array_index (traffic.departures, gint64, i), >=, at + SECOND);
  g_array_unref (traffic.departures);
  g_object_unref (governors[0]);
  g_object_unref (governors[1]);
  g_object_unref (other);
  fixture_clear (&fixture);
}

static void
test_estimate (void)
{
  g_autoptr (IonGovernor) governor = ion_governor_new (NULL, 150, 5);

  g_assert_cmpfloat_with_epsilon (ion_governor_estimate (governor, 3000), 101.2, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/4/one-process", test_alone);
  g_test_add_func ("/invariant/4/two-processes-together", test_together);
  g_test_add_func ("/invariant/4/all-obey-a-429", test_throttled);
  g_test_add_func ("/engine/governor/priorities", test_priorities);
  g_test_add_func ("/engine/governor/cancelled", test_cancelled);
  g_test_add_func ("/engine/governor/estimate", test_estimate);
  return g_test_run ();
}
