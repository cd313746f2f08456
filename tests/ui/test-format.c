/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What every page writes, in the two locales of this suite.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-format.h"
#include "ion-moment.h"
#include "ui-fixture.h"

#include <locale.h>

#define NBSP "\302\240"

static gboolean is_italian;

/* Takes @text. */
static void
assert_text (char *text, const char *plain, const char *italian)
{
  g_assert_cmpstr (text, ==, is_italian ? italian : plain);
  g_free (text);
}

static gint64
moment (int year, int month, int day, int hour, int minute)
{
  const IonDate date = { year, month, day };

  return ion_moment_from_local (&date, hour, minute, 0);
}

static void
test_numbers (void)
{
  assert_text (ion_format_count (5130), "5130", "5.130");
  assert_text (ion_format_amount (43622150), "€436,221.50", "436.221,50" NBSP "€");
  assert_text (ion_format_percent (3412, 5130), "66.5%", "66,5" NBSP "%");
  assert_text (ion_format_percent (5130, 5130), "100%", "100" NBSP "%");
  assert_text (ion_format_percent (0, 5130), "0%", "0" NBSP "%");
  assert_text (ion_format_percent (1, 1000000), "0.1%", "0,1" NBSP "%");
  assert_text (ion_format_percent (999999, 1000000), "99.9%", "99,9" NBSP "%");
  assert_text (ion_format_percent (0, 0), "", "");
}

static void
test_moments (void)
{
  const gint64 now = moment (2026, 11, 18, 10, 0);

  assert_text (ion_format_time (moment (2026, 7, 1, 9, 12)), "09:12", "09:12");
  assert_text (ion_format_moment (moment (2026, 11, 18, 0, 5), now), "00:05", "00:05");
  assert_text (ion_format_moment (moment (2026, 11, 17, 9, 12), now), "Tue 17, 09:12",
               "mar 17, 09:12");
  assert_text (ion_format_moment (moment (2026, 9, 17, 9, 12), now), "17 Sep, 09:12",
               "17 set, 09:12");
  assert_text (ion_format_date (moment (2026, 12, 1, 9, 12), now), "Tue 1", "mar 1");
  assert_text (ion_format_date (moment (2026, 12, 2, 9, 12), now), "2 Dec", "2 dic");
  assert_text (ion_format_date (moment (2025, 12, 2, 9, 12), now), "2 Dec 2025", "2 dic 2025");
  assert_text (ion_format_moment_long (moment (2026, 11, 16, 9, 12)),
               "Monday 16 November 2026, 09:12", "lunedì 16 novembre 2026, 09:12");
}

static void
test_days (void)
{
  const gint64 now = moment (2026, 10, 25, 0, 30);

  assert_text (ion_format_day (moment (2026, 10, 25, 23, 59), now), "today", "oggi");
  assert_text (ion_format_day (moment (2026, 10, 24, 23, 59), now), "yesterday", "ieri");
  assert_text (ion_format_day (moment (2026, 10, 26, 0, 0), now), "tomorrow", "domani");
  assert_text (ion_format_day (moment (2026, 10, 27, 0, 0), now), "Tue 27", "mar 27");
}

static void
test_lengths (void)
{
  const gint64 now = moment (2026, 11, 18, 10, 0);

  assert_text (ion_format_end (moment (2026, 11, 18, 10, 6), now), "ends 10:06", "fine 10:06");
  assert_text (ion_format_end (moment (2026, 11, 19, 8, 30), now), "ends Thu 19, 08:30",
               "fine gio 19, 08:30");
  assert_text (ion_format_end (0, now), "", "");
  assert_text (ion_format_duration (59), "less than a minute", "meno di un minuto");
  assert_text (ion_format_duration (60), "about 1 minute", "circa 1 minuto");
  assert_text (ion_format_duration (18 * 60 + 20), "about 18 minutes", "circa 18 minuti");
  assert_text (ion_format_duration (3 * 3600), "about 3 hours", "circa 3 ore");
  assert_text (ion_format_duration (50 * 3600), "about 2 days", "circa 2 giorni");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  is_italian = g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "it");
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/moments", test_moments);
  g_test_add_func ("/format/days", test_days);
  g_test_add_func ("/format/lengths", test_lengths);
  return g_test_run ();
}
