/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-pace.h"

#define SECOND G_TIME_SPAN_SECOND
#define MS     G_TIME_SPAN_MILLISECOND

static gboolean
call (IonPace *pace, gint64 now)
{
  if (now < ion_pace_get_blocked_until (pace))
    return FALSE;
  if (!ion_window_take (ion_pace_get_window (pace), now))
    return FALSE;
  ion_window_base (ion_pace_get_window (pace), now);
  return TRUE;
}

static gboolean
learn (IonPace *pace, IonAnswerKind kind, int remaining, gint64 wait, gint64 departed, gint64 now)
{
  g_autoptr (IonAnswer) answer = ion_answer_new (kind, 0, "");

  answer->remaining = remaining;
  answer->retry_after = wait;
  return ion_pace_learn (pace, answer, departed, now);
}

static void
test_remaining (void)
{
  g_autoptr (IonPace) pace = ion_pace_new (150, 5);

  for (int i = 0; i < 50; i++)
    g_assert_true (call (pace, i * MS));
  /* as it should be: nothing to learn */
  learn (pace, ION_ANSWER_REACHABLE, 100, 0, 49 * MS, 80 * MS);
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 150);
  /* the platform has counted more than ours: somebody else, or a lower limit */
  g_assert_true (learn (pace, ION_ANSWER_REACHABLE, 30, 0, 49 * MS, 81 * MS));
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 80);
  /* grows back where there is room, not before a window has passed */
  for (int i = 0; i < 30; i++)
    g_assert_true (call (pace, 100 * MS));
  g_assert_false (call (pace, 100 * MS));
  learn (pace, ION_ANSWER_REACHABLE, 70, 0, 100 * MS, 200 * MS);
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 80);
  for (int i = 0; i < 80; i++)
    g_assert_true (call (pace, 6 * SECOND));
  learn (pace, ION_ANSWER_REACHABLE, 70, 0, 6 * SECOND, 6 * SECOND);
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 115);
}

static void
test_others (void)
{
  g_autoptr (IonPace) pace = ion_pace_new (150, 5);

  ion_pace_note_others (pace, 0);
  g_assert_true (call (pace, MS));
  g_assert_false (learn (pace, ION_ANSWER_REACHABLE, 10, 0, MS, 80 * MS));
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 150);
}

static void
test_throttled (void)
{
  g_autoptr (IonPace) pace = ion_pace_new (150, 5);

  g_assert_true (call (pace, 0));
  g_assert_true (call (pace, MS));
  g_assert_true (learn (pace, ION_ANSWER_THROTTLED, 0, 3 * SECOND, 0, 100 * MS));
  g_assert_cmpint (ion_pace_get_blocked_until (pace), ==, 3 * SECOND + 100 * MS);
  g_assert_false (call (pace, 3 * SECOND));
  g_assert_true (ion_pace_counts_from_reply (pace, 4 * SECOND));
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 150);
  /* one that was on its way already teaches nothing new */
  learn (pace, ION_ANSWER_THROTTLED, 0, 3 * SECOND, MS, 110 * MS);
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 150);
  /* one more after the wait: it was not jitter */
  g_assert_true (call (pace, 4 * SECOND));
  learn (pace, ION_ANSWER_THROTTLED, 0, 0, 4 * SECOND, 4 * SECOND + 50 * MS);
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 120);
  g_assert_cmpint (ion_pace_get_blocked_until (pace), ==, 5 * SECOND + 50 * MS);
  /* it recovers */
  g_assert_false (ion_pace_counts_from_reply (pace, 60 * SECOND));
  for (int i = 0; i < 60; i++)
    learn (pace, ION_ANSWER_REACHABLE, -1, 0, (60 + i) * SECOND, (60 + i) * SECOND);
  g_assert_cmpint (ion_pace_get_limit (pace), ==, 150);
}

static void
test_margin (void)
{
  g_autoptr (IonPace) pace = ion_pace_new (150, 5);

  g_assert_cmpint (ion_window_get_hold (ion_pace_get_window (pace)), ==, 5 * SECOND + 60 * MS);
  for (int i = 0; i < 64; i++)
    learn (pace, ION_ANSWER_REACHABLE, -1, 0, i * SECOND, i * SECOND + 20 * MS + i % 8 * 10 * MS);
  g_assert_cmpint (ion_window_get_hold (ion_pace_get_window (pace)), ==, 5 * SECOND + 70 * MS);
}

/* A platform that lowers its limit from 150 to 60 in the middle: few 429s, and then none. */
static void
test_lowered (void)
{
  g_autoptr (IonPace) pace = ion_pace_new (150, 5);
  g_autoptr (IonWindow) server = ion_window_new (150, 5 * SECOND);
  int throttled = 0, late = 0, accepted = 0;

  for (gint64 now = 0; now < 120 * SECOND; now += 5 * MS)
    {
      if (now == 20 * SECOND)
        ion_window_set_rate (server, 60, 5 * SECOND);
      if (!call (pace, now))
        continue;
      if (ion_window_take (server, now))
        {
          ion_window_base (server, now);
          accepted += now >= 60 * SECOND;
          learn (pace, ION_ANSWER_REACHABLE,
                 MAX (0, ion_window_get_limit (server) - ion_window_get_used (server, now)), 0, now,
                 now + 4 * MS);
        }
      else
        {
          throttled++;
          late += now >= 60 * SECOND;
          learn (pace, ION_ANSWER_THROTTLED, 0, ion_window_get_next (server, now) - now, now,
                 now + 4 * MS);
        }
    }
  g_test_message ("%d throttled, %d late, limit %d, %d accepted in the last minute", throttled,
                  late, ion_pace_get_limit (pace), accepted);
  g_assert_cmpint (throttled, >, 0);
  g_assert_cmpint (throttled, <, 10);
  g_assert_cmpint (late, ==, 0);
  g_assert_cmpint (accepted, >, 600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/pace/remaining", test_remaining);
  g_test_add_func ("/engine/pace/others", test_others);
  g_test_add_func ("/engine/pace/throttled", test_throttled);
  g_test_add_func ("/engine/pace/margin", test_margin);
  g_test_add_func ("/invariant/4/limit-lowered", test_lowered);
  return g_test_run ();
}
