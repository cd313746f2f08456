/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Two thousand messages through a platform that fails in every way it can, sixteen at a time. Then
 * the client's answers are held against the platform's book.
 */

#include "config.h"

#include "crowd.h"
#include "practice-fixture.h"

#define MESSAGES    2000
#define CONCURRENCY 16

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
  g_autoptr (Crowd) crowd = NULL;
  CrowdKinds kinds;

  start (fixture, &options);
  crowd = crowd_new (fixture->platform, MESSAGES, CONCURRENCY);
  crowd_run (crowd, MESSAGES);
  crowd_check (crowd, fixture->book, kinds);

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
