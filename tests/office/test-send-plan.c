/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * When messages will leave, by a clock that is an argument: days, hours, holidays, limits, and the
 * sentence that says so.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-moment.h"
#include "ion-send-plan.h"

#include <locale.h>

/* By the office's clock. */
static gint64
at (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 utc = 0;

  ion_moment_parse (text, ION_DAY_START, &utc, &error);
  g_assert_no_error (error);
  return utc;
}

/* Tuesday, in hours; the platform's pace: fifteen people a second, asked first. */
static IonSendTerms
make_terms (const IonSendingHours *hours, gint64 people)
{
  return (IonSendTerms){ .now = at ("24/11/2026 10:00"),
                         .people = people,
                         .calls_per_person = 2,
                         .calls = 150,
                         .seconds = 5,
                         .hours = hours,
                         .when = ION_DRAFT_SEND_NOW,
                         .first = -1 };
}

static void
assert_moment (gint64 utc, const char *text)
{
  g_autofree char *found = ion_moment_format (utc);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_words (const IonSendPlan *plan, const char *expected)
{
  g_autofree char *words = ion_send_plan_describe (plan);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_ceremony (void)
{
  g_assert_cmpint (ion_ceremony_for_people (0), ==, ION_CEREMONY_NONE);
  g_assert_cmpint (ion_ceremony_for_people (1), ==, ION_CEREMONY_NONE);
  g_assert_cmpint (ion_ceremony_for_people (2), ==, ION_CEREMONY_WORD);
  g_assert_cmpint (ion_ceremony_for_people (20), ==, ION_CEREMONY_WORD);
  g_assert_cmpint (ion_ceremony_for_people (21), ==, ION_CEREMONY_TOTALS);
}

static void
test_now (void)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (NULL, NULL, NULL);
  IonSendTerms terms = make_terms (hours, 5400);
  IonSendPlan plan;

  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.remark, ==, ION_SEND_PLAN_FINE);
  assert_moment (plan.begins, "24/11/2026 10:00");
  assert_moment (plan.ends, "24/11/2026 10:06");
  g_assert_cmpint (plan.days, ==, 1);
  assert_words (&plan, "It begins at once and ends at about 10:06, after 6 minutes.");

  /* asked before: one call each */
  terms.calls_per_person = 1;
  ion_send_plan_compute (&plan, &terms);
  assert_moment (plan.ends, "24/11/2026 10:03");

  terms.people = 30;
  ion_send_plan_compute (&plan, &terms);
  assert_words (&plan, "It begins at once and takes less than a minute.");
  terms.people = 1;
  ion_send_plan_compute (&plan, &terms);
  assert_words (&plan, "The message leaves at once.");
}

/* A person who says "now" at night means it. */
static void
test_now_at_night (void)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (NULL, NULL, NULL);
  IonSendTerms terms = make_terms (hours, 10);
  IonSendPlan plan;

  terms.now = at ("24/11/2026 23:00");
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.remark, ==, ION_SEND_PLAN_FINE);
  assert_moment (plan.begins, "24/11/2026 23:00");
  terms.when = ION_DRAFT_SEND_IN_HOURS;
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.remark, ==, ION_SEND_PLAN_CLOSED_HOUR);
  assert_moment (plan.begins, "25/11/2026 08:00");
  assert_words (&plan, "It begins tomorrow at 08:00 and takes less than a minute.");
}

/* More than a day holds goes on the next one, within the hours. */
static void
test_over_the_evening (void)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new ("8-20 lun-ven", NULL, NULL);
  IonSendTerms terms = make_terms (hours, 15 * 3600 + 15 * 1800);
  IonSendPlan plan;

  terms.when = ION_DRAFT_SEND_AT;
  terms.send_at = at ("27/11/2026 19:00");
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.remark, ==, ION_SEND_PLAN_FINE);
  g_assert_cmpint (plan.days, ==, 2);
  assert_moment (plan.begins, "27/11/2026 19:00");
  assert_moment (plan.ends, "30/11/2026 08:30");
  assert_words (&plan, "It begins on Friday 27 November at 19:00 and ends on Monday 30 November at "
                       "08:30, over 2 days.");
}

static void
test_moments (void)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (NULL, "30/11", NULL);
  const struct
  {
    const char *moment;
    IonSendPlanRemark remark;
    const char *begins;
  } rows[] = {
    { "24/11/2026 09:59", ION_SEND_PLAN_PAST, NULL },
    { "24/11/2026 10:00", ION_SEND_PLAN_PAST, NULL },
    { "24/11/2026 15:30", ION_SEND_PLAN_FINE, "24/11/2026 15:30" },
    { "25/11/2026 07:00", ION_SEND_PLAN_CLOSED_HOUR, "25/11/2026 08:00" },
    { "25/11/2026 20:00", ION_SEND_PLAN_CLOSED_HOUR, "26/11/2026 08:00" },
    { "29/11/2026 10:00", ION_SEND_PLAN_CLOSED_DAY, "01/12/2026 08:00" }, /* a Sunday */
    { "30/11/2026 10:00", ION_SEND_PLAN_CLOSED_DAY, "01/12/2026 08:00" }, /* the office's own */
    { "08/12/2026 07:00", ION_SEND_PLAN_CLOSED_DAY, "09/12/2026 08:00" }, /* a national one */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      IonSendTerms terms = make_terms (hours, 100);
      IonSendPlan plan;
      g_autofree char *warning = NULL;

      terms.when = ION_DRAFT_SEND_AT;
      terms.send_at = at (rows[i].moment);
      ion_send_plan_compute (&plan, &terms);
      g_assert_cmpint (plan.remark, ==, rows[i].remark);
      if (rows[i].begins != NULL)
        assert_moment (plan.begins, rows[i].begins);
      warning = ion_send_plan_warn (&plan);
      g_assert_cmpint (warning != NULL, ==, rows[i].remark != ION_SEND_PLAN_FINE);
    }
}

static void
test_first_few (void)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (NULL, NULL, NULL);
  IonSendTerms terms = make_terms (hours, 5101);
  IonSendPlan plan;

  terms.first = 20;
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.leaves, ==, 20);
  g_assert_cmpint (plan.waits, ==, 5081);
  assert_words (&plan, "It begins at once and takes less than a minute. Then the other 5081 people "
                       "wait for your word on the campaign's page.");
  terms.first = 9000;
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.leaves, ==, 5101);
  g_assert_cmpint (plan.waits, ==, 0);
}

static void
test_so_many_a_day (void)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (NULL, NULL, NULL);
  IonSendTerms terms = make_terms (hours, 1100);
  IonSendPlan plan;

  terms.daily = 500;
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.days, ==, 3);
  assert_moment (plan.begins, "24/11/2026 10:00");
  /* not at midnight: what goes by itself keeps the hours */
  assert_moment (plan.ends, "26/11/2026 08:00");

  /* the office's own limit holds too, and what left this morning counts */
  terms.office_daily = 300;
  terms.sent_today = 300;
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.days, ==, 4);
  assert_moment (plan.begins, "25/11/2026 08:00");
  assert_moment (plan.ends, "28/11/2026 08:00");
}

/* A limit that nobody lives to see the end of. */
static void
test_endless (void)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (NULL, NULL, NULL);
  IonSendTerms terms = make_terms (hours, 1000000);
  IonSendPlan plan;

  terms.daily = 1;
  ion_send_plan_compute (&plan, &terms);
  g_assert_cmpint (plan.ends, ==, 0);
  assert_words (&plan, "It would go on for more than ten years: let more leave each day.");
  terms.people = 0;
  ion_send_plan_compute (&plan, &terms);
  assert_words (&plan, "Nobody is left to be told.");
}

static void
assert_duration (gint64 seconds, const char *expected)
{
  g_autofree char *words = ion_send_plan_format_duration (seconds);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_durations (void)
{
  assert_duration (0, "less than a minute");
  assert_duration (59, "less than a minute");
  assert_duration (60, "1 minute");
  assert_duration (3599, "1 hour");
  assert_duration (7800, "2 hours and 10 minutes");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/send-plan/ceremony", test_ceremony);
  g_test_add_func ("/send-plan/now", test_now);
  g_test_add_func ("/send-plan/now-at-night", test_now_at_night);
  g_test_add_func ("/send-plan/over-the-evening", test_over_the_evening);
  g_test_add_func ("/send-plan/moments", test_moments);
  g_test_add_func ("/send-plan/first-few", test_first_few);
  g_test_add_func ("/send-plan/so-many-a-day", test_so_many_a_day);
  g_test_add_func ("/send-plan/endless", test_endless);
  g_test_add_func ("/send-plan/durations", test_durations);
  return g_test_run ();
}
