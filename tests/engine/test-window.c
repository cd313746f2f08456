/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-window.h"

#define SECOND G_GINT64_CONSTANT (1000000)
#define MS     G_GINT64_CONSTANT (1000)

static void
test_limit (void)
{
  g_autoptr (IonWindow) window = ion_window_new (3, 5 * SECOND);

  ion_window_set_margin (window, 60 * MS);
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (ion_window_take (window, i * SECOND));
      ion_window_base (window, i * SECOND);
    }
  g_assert_false (ion_window_take (window, 3 * SECOND));
  g_assert_cmpint (ion_window_get_next (window, 3 * SECOND), ==, 5 * SECOND + 60 * MS);
  g_assert_false (ion_window_take (window, 5 * SECOND + 59 * MS));
  g_assert_true (ion_window_take (window, 5 * SECOND + 60 * MS));
  g_assert_false (ion_window_take (window, 5 * SECOND + 60 * MS));
}

static void
test_give_back (void)
{
  g_autoptr (IonWindow) window = ion_window_new (1, 5 * SECOND);

  g_assert_true (ion_window_take (window, 0));
  g_assert_false (ion_window_take (window, 10 * SECOND));
  g_assert_cmpint (ion_window_get_next (window, 10 * SECOND), ==, -1);
  ion_window_give_back (window);
  g_assert_cmpint (ion_window_get_next (window, 10 * SECOND), ==, 0);
  g_assert_true (ion_window_take (window, 10 * SECOND));
}

static void
test_lowered (void)
{
  g_autoptr (IonWindow) window = ion_window_new (4, 5 * SECOND);

  for (int i = 0; i < 4; i++)
    {
      g_assert_true (ion_window_take (window, i * SECOND));
      ion_window_base (window, i * SECOND);
    }
  ion_window_set_rate (window, 2, 5 * SECOND);
  /* three must return before there is one below the new limit */
  g_assert_cmpint (ion_window_get_next (window, 4 * SECOND), ==, 7 * SECOND);
  g_assert_false (ion_window_take (window, 6 * SECOND));
  g_assert_true (ion_window_take (window, 7 * SECOND));
}

static void
test_history (void)
{
  g_autoptr (IonWindow) window = ion_window_new (100000, 5 * SECOND);

  for (int i = 0; i < 5000; i++)
    {
      g_assert_true (ion_window_take (window, i * MS));
      ion_window_base (window, i * MS);
    }
  g_assert_cmpint (ion_window_count_since (window, 3999 * MS), ==, 1000);
  g_assert_cmpint (ion_window_get_used (window, 6 * SECOND), ==, 3999);
  /* no longer counted, still remembered */
  g_assert_cmpint (ion_window_get_used (window, 9999 * MS), ==, 0);
  g_assert_cmpint (ion_window_count_since (window, 3999 * MS), ==, 1000);
  g_assert_cmpint (ion_window_get_used (window, 20 * SECOND), ==, 0);
  g_assert_cmpint (ion_window_count_since (window, 0), ==, 0);
}

/* The server's own sliding window over what arrives late and uneven, as it was measured: how many
 * calls it lets in and how many it would refuse in ten minutes. */
typedef struct
{
  gint64 arrivals[150];
  guint next;
} Server;

static gboolean
server_takes (Server *server, gint64 at)
{
  gint64 *oldest = &server->arrivals[server->next % 150];

  if (server->next >= 150 && at - *oldest < 5 * SECOND)
    return FALSE;
  *oldest = at;
  server->next++;
  return TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
simulate (gint64 margin, gint64 length, double *share, int *refused)
{
  g_autoptr (IonWindow) window = ion_window_new (150, 5 * SECOND);
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 free_at[16] = { 0 };
  gint64 now = 0;
  Server server = { 0 };
  int taken = 0;

  ion_window_set_margin (window, margin);
  while (now < length)
    {
      int first = 0;
      gint64 next, arrival;

      for (int i = 1; i < 16; i++)
        if (free_at[i] < free_at[first])
          first = i;
      now = MAX (now, free_at[first]);
      next = ion_window_get_next (window, now);
      now = MAX (now, next);
      g_assert_true (ion_window_take (window, now));
      ion_window_base (window, now);
      arrival = now + g_rand_int_range (rand, 20 * MS, 80 * MS);
      g_array_append_val (arrivals, arrival);
      free_at[first] = arrival + g_rand_int_range (rand, 20 * MS, 80 * MS);
    }
  g_array_sort (arrivals, compare_times);
  *refused = 0;
  for (guint i = 0; i < arrivals->len; i++)
    if (server_takes (&server, g_array_index (arrivals, gint64, i)))
      taken++;
    else
      (*refused)++;
  *share = taken / (30.0 * (length / SECOND));
}

static void
test_measured (void)
{
  double share;
  int refused;

  simulate (0, 600 * SECOND, &share, &refused);
  g_assert_cmpint (refused, >, 100);
  simulate (60 * MS, 600 * SECOND, &share, &refused);
  g_test_message ("60 ms: %.2f %%, %d refused", share * 100, refused);
  g_assert_cmpint (refused, ==, 0);
  g_assert_cmpfloat (share, >=, 0.985);
  simulate (100 * MS, 600 * SECOND, &share, &refused);
  g_assert_cmpint (refused, ==, 0);
  g_assert_cmpfloat (share, >=, 0.98);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/window/limit", test_limit);
  g_test_add_func ("/engine/window/give-back", test_give_back);
  g_test_add_func ("/engine/window/lowered", test_lowered);
  g_test_add_func ("/engine/window/history", test_history);
  g_test_add_func ("/invariant/4/window-as-measured", test_measured);
  return g_test_run ();
}
