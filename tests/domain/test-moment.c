/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Moments: the clock of Europe/Rome against the machine's zone file, where there is one, and the
 * changes of the clock against the calendar.
 */

#include "ion-moment.h"
#include "ion-value-error.h"

#define HOUR 3600
#define DAY  (24 * HOUR)

static void
assert_parses (const char *text, IonDayEdge edge, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  gint64 utc = 0;

  if (!ion_moment_parse (text, edge, &utc, &error))
    g_error ("“%s”: %s", text, error->message);
  iso = ion_moment_to_iso (utc);
  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_fails (const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  gint64 utc = -1;

  if (ion_moment_parse (text, ION_DAY_START, &utc, &error))
    g_error ("“%s” was read as a moment", text);
  g_assert_error (error, ION_VALUE_ERROR, code);
  g_assert_cmpint (utc, ==, -1);
}

static void
test_edges (void)
{
  assert_parses ("31/12/2026", ION_DAY_END, "2026-12-31T22:59:59Z");
  assert_parses ("31/12/2026", ION_DAY_START, "2026-12-30T23:00:00Z");
  assert_parses ("15/07/2026", ION_DAY_END, "2026-07-15T21:59:59Z");
  /* The guide's own example, which takes summer time for winter's. */
  assert_parses ("30/03/2023", ION_DAY_END, "2023-03-30T21:59:59Z");
  /* The days on which the clock changes have 23 and 25 hours. */
  assert_parses ("29/03/2026", ION_DAY_START, "2026-03-28T23:00:00Z");
  assert_parses ("29/03/2026", ION_DAY_END, "2026-03-29T21:59:59Z");
  assert_parses ("25/10/2026", ION_DAY_START, "2026-10-24T22:00:00Z");
  assert_parses ("25/10/2026", ION_DAY_END, "2026-10-25T22:59:59Z");
  /* The midnight that spreadsheets add to a date says nothing. */
  assert_parses ("31/12/2026 00:00:00", ION_DAY_END, "2026-12-31T22:59:59Z");
  assert_parses ("2026-12-31T00:00:00.000", ION_DAY_END, "2026-12-31T22:59:59Z");
  assert_parses ("31/12/2026 ore 00:00", ION_DAY_END, "2026-12-30T23:00:00Z");
  assert_parses ("2026-12-31T00:00:00Z", ION_DAY_END, "2026-12-31T00:00:00Z");
  assert_parses ("31/12/2026 ore 24:00", ION_DAY_START, "2026-12-31T22:59:59Z");
}

static void
test_times (void)
{
  assert_parses ("31/12/2026 18:30", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("31/12/2026 18.30", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("31/12/2026 18:30:15", ION_DAY_END, "2026-12-31T17:30:15Z");
  assert_parses ("31/12/2026 9:05", ION_DAY_END, "2026-12-31T08:05:00Z");
  assert_parses ("31/12/2026 ore 18.30", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("31/12/2026 ore 18", ION_DAY_END, "2026-12-31T17:00:00Z");
  assert_parses ("31/12/2026, alle ore 18:30", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("31/12/2026 alle 18:30", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("31/12/2026 h. 18:30", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("31 dicembre 2026 18:30", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("2026-12-31T18:30:00Z", ION_DAY_END, "2026-12-31T18:30:00Z");
  assert_parses ("2026-12-31t18:30z", ION_DAY_END, "2026-12-31T18:30:00Z");
  assert_parses ("2026-12-31T18:30:00+01:00", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("2026-12-31T18:30:00-0330", ION_DAY_END, "2026-12-31T22:00:00Z");
  assert_parses ("2026-12-31 18:30:00.123456+01", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("2026-12-31T18:30:00", ION_DAY_END, "2026-12-31T17:30:00Z");
  assert_parses ("2026-07-31T18:30", ION_DAY_END, "2026-07-31T16:30:00Z");
}

static void
test_unreadable (void)
{
  static const char *const times[] = {
    "31/12/2026 18",      "31/12/2026 25:00",      "31/12/2026 18:60",      "31/12/2026 18:30:60",
    "31/12/2026 24:01",   "31/12/2026 6:30 PM",    "31/12/2026 sera",       "31/12/2026x",
    "31/12/202618:30",    "31/12/2026T",           "31/12/2026 18:3",       "31/12/2026 18:30:5",
    "2026-12-31T18:30+1", "2026-12-31T18:30+01:0", "2026-12-31T18:30+1500", "2026-12-31T18:30+010",
    "2026-12-31T18:30ZZ", "2026-12-31T18:30:00.Z", "31/12/2026 18:30.15",   "31/12/2026,",
  };

  assert_fails ("", ION_VALUE_ERROR_EMPTY);
  assert_fails ("ore 18:30", ION_VALUE_ERROR_DATE_UNREADABLE);
  assert_fails ("31/02/2026 18:30", ION_VALUE_ERROR_DATE_UNREADABLE);
  assert_fails ("31/12/2226 18:30", ION_VALUE_ERROR_DATE_RANGE);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (i == 8)
      assert_fails (times[i], ION_VALUE_ERROR_DATE_UNREADABLE);
    else
      assert_fails (times[i], ION_VALUE_ERROR_TIME_UNREADABLE);
}

static void
test_clock_changes (void)
{
  /* 02:00-02:59 is skipped: one hour on. */
  assert_parses ("29/03/2026 01:59:59", ION_DAY_START, "2026-03-29T00:59:59Z");
  assert_parses ("29/03/2026 02:00", ION_DAY_START, "2026-03-29T01:00:00Z");
  assert_parses ("29/03/2026 02:30", ION_DAY_START, "2026-03-29T01:30:00Z");
  assert_parses ("29/03/2026 03:00", ION_DAY_START, "2026-03-29T01:00:00Z");
  assert_parses ("29/03/2026 03:30", ION_DAY_START, "2026-03-29T01:30:00Z");
  /* 02:00-02:59 comes twice: the first. */
  assert_parses ("25/10/2026 01:59:59", ION_DAY_START, "2026-10-24T23:59:59Z");
  assert_parses ("25/10/2026 02:00", ION_DAY_START, "2026-10-25T00:00:00Z");
  assert_parses ("25/10/2026 02:59:59", ION_DAY_START, "2026-10-25T00:59:59Z");
  assert_parses ("25/10/2026 03:00", ION_DAY_START, "2026-10-25T02:00:00Z");
}

static void
assert_local (gint64 utc, GTimeZone *rome)
{
  g_autoptr (GDateTime) in_utc = g_date_time_new_from_unix_utc (utc);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (in_utc, rome);
  IonDate date;
  int hour, minute, second;

  ion_moment_to_local (utc, &date, &hour, &minute, &second);
  g_assert_cmpint (date.year, ==, g_date_time_get_year (local));
  g_assert_cmpint (date.month, ==, g_date_time_get_month (local));
  g_assert_cmpint (date.day, ==, g_date_time_get_day_of_month (local));
  g_assert_cmpint (hour, ==, g_date_time_get_hour (local));
  g_assert_cmpint (minute, ==, g_date_time_get_minute (local));
  g_assert_cmpint (second, ==, g_date_time_get_second (local));
}

/* A time that comes once leads back to its moment; the second of two leads to the first. */
static void
assert_round_trip (gint64 utc)
{
  IonDate date;
  int hour, minute, second;
  gint64 again;

  ion_moment_to_local (utc, &date, &hour, &minute, &second);
  again = ion_moment_from_local (&date, hour, minute, second);
  g_assert_true (again == utc || again == utc - HOUR);
  if (again != utc)
    {
      g_assert_cmpint (hour, ==, 2);
      g_assert_cmpint (ion_date_get_weekday (&date), ==, 7);
    }
}

/* Hour by hour through the years that a zone file knows for certain. */
static void
test_against_zone_file (void)
{
  g_autoptr (GTimeZone) rome = g_time_zone_new_identifier ("Europe/Rome");
  const IonDate first = { 1981, 1, 1 }, last = { 2037, 12, 31 };
  const gint64 end = ion_date_to_days (&last) * DAY;

  if (rome == NULL)
    {
      g_test_skip ("no zone file of Europe/Rome on this machine");
      return;
    }
  for (gint64 utc = ion_date_to_days (&first) * DAY; utc < end; utc += 3 * HOUR)
    {
      assert_local (utc, rome);
      assert_local (utc - 1, rome);
      assert_round_trip (utc);
    }
}

/* Where zone files end the rule goes on. */
static void
test_far_years (void)
{
  assert_parses ("31/03/2199 12:00", ION_DAY_START, "2199-03-31T10:00:00Z");
  assert_parses ("27/10/2199 12:00", ION_DAY_START, "2199-10-27T11:00:00Z");
  assert_parses ("28/03/2100 03:00", ION_DAY_START, "2100-03-28T01:00:00Z");
  assert_parses ("01/07/1950 12:00", ION_DAY_START, "1950-07-01T11:00:00Z");
  for (gint64 utc = G_GINT64_CONSTANT (4102444800); utc < G_GINT64_CONSTANT (7258118400);
       utc += 7 * HOUR + 11)
    assert_round_trip (utc);
}

static void
test_iso (void)
{
  g_autofree char *winter = ion_moment_format (1796027445); /* 2026-11-30T08:30:45Z */
  g_autofree char *summer = ion_moment_format (1782892800); /* 2026-07-01T08:00:00Z */
  g_autofree char *epoch = ion_moment_to_iso (0);
  g_autofree char *before = ion_moment_to_iso (-1);
  g_autofree char *never = ion_moment_to_iso (G_MAXINT64);
  g_autofree char *ever = ion_moment_to_iso (G_MININT64);
  IonDate date;

  g_assert_cmpstr (winter, ==, "30/11/2026 09:30");
  g_assert_cmpstr (summer, ==, "01/07/2026 10:00");
  g_assert_cmpstr (epoch, ==, "1970-01-01T00:00:00Z");
  g_assert_cmpstr (before, ==, "1969-12-31T23:59:59Z");
  /* No moment of an office: cut to what can be written. */
  g_assert_cmpstr (never, ==, "9999-12-31T00:00:00Z");
  g_assert_cmpstr (ever, ==, "0001-01-02T00:00:00Z");
  ion_moment_to_local (G_MAXINT64, &date, NULL, NULL, NULL);
  g_assert_true (ion_date_is_valid (&date));
  ion_moment_to_local (G_MININT64, &date, NULL, NULL, NULL);
  g_assert_true (ion_date_is_valid (&date));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/edges", test_edges);
  g_test_add_func ("/moment/times", test_times);
  g_test_add_func ("/moment/unreadable", test_unreadable);
  g_test_add_func ("/moment/clock-changes", test_clock_changes);
  g_test_add_func ("/moment/against-zone-file", test_against_zone_file);
  g_test_add_func ("/moment/far-years", test_far_years);
  g_test_add_func ("/moment/iso", test_iso);
  return g_test_run ();
}
