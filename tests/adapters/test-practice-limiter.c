/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The sliding window, on a clock of the test's own. */

#include "config.h"

#include "ion-practice-limiter.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static gboolean
take (IonPracticeLimiter *limiter, gint64 now, int remaining, gint64 wait)
{
  int left;
  gint64 time;
  gboolean passed = ion_practice_limiter_take (limiter, now, &left, &time);

  g_assert_cmpint (left, ==, remaining);
  g_assert_cmpint (time, ==, wait);
  return passed;
}

static void
test_window (void)
{
  IonPracticeLimiter limiter;

  ion_practice_limiter_init (&limiter, 2, 5);
  g_assert_true (take (&limiter, 1 * SECOND, 1, 0));
  g_assert_true (take (&limiter, 2 * SECOND, 0, 0));
  g_assert_false (take (&limiter, 3 * SECOND, 0, 3 * SECOND));
  /* A refused call does not count; the first one leaves the window after five seconds sharp. */
  g_assert_false (take (&limiter, 6 * SECOND - 1, 0, 1));
  g_assert_true (take (&limiter, 6 * SECOND, 0, 0));
  g_assert_false (take (&limiter, 6 * SECOND, 0, SECOND));
  g_assert_true (take (&limiter, 7 * SECOND, 0, 0));
  ion_practice_limiter_clear (&limiter);
}

static void
test_any_window (void)
{
  IonPracticeLimiter limiter;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GArray) passed = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = 0;

  ion_practice_limiter_init (&limiter, 700, 5);
  for (int i = 0; i < 20000; i++)
    {
      int remaining;
      gint64 wait;

      now += g_rand_int_range (rand, 0, 10000);
      if (ion_practice_limiter_take (&limiter, now, &remaining, &wait))
        g_array_append_val (passed, now);
      else
        now += g_rand_boolean (rand) ? wait : 0;
    }
  for (guint i = 700; i < passed->len; i++)
    g_assert_cmpint (g_array_index (passed, gint64, i) - g_array_index (passed, gint64, i - 700),
                     >=, 5 * SECOND);
  ion_practice_limiter_clear (&limiter);
}

static void
test_lowered (void)
{
  IonPracticeLimiter limiter;

  ion_practice_limiter_init (&limiter, 10, 5);
  for (int i = 0; i < 10; i++)
    g_assert_true (take (&limiter, i * SECOND / 10, 9 - i, 0));
  ion_practice_limiter_set_rate (&limiter, 3, 5);
  /* Eight of ten must leave before one may enter: the eighth came at 0.7 s. */
  g_assert_false (take (&limiter, 1 * SECOND, 0, 5 * SECOND + 7 * SECOND / 10 - SECOND));
  g_assert_true (take (&limiter, 5 * SECOND + 7 * SECOND / 10, 0, 0));
  ion_practice_limiter_set_rate (&limiter, 0, 5);
  g_assert_true (take (&limiter, 5 * SECOND + 7 * SECOND / 10, -1, 0));
  ion_practice_limiter_clear (&limiter);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice-limiter/window", test_window);
  g_test_add_func ("/practice-limiter/any-window", test_any_window);
  g_test_add_func ("/practice-limiter/lowered", test_lowered);

  return g_test_run ();
}
