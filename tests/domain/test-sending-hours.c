/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Sending hours: when a message that goes by itself may leave.
 */

#include "ion-moment.h"
#include "ion-sending-hours.h"
#include "ion-value-error.h"

static void
assert_next (const char *hours, const char *holidays, const char *from, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonSendingHours) self = ion_sending_hours_new (hours, holidays, &error);
  gint64 utc = 0, wanted = 0;

  g_assert_no_error (error);
  g_assert_true (ion_moment_parse (from, ION_DAY_START, &utc, NULL));
  g_assert_true (ion_moment_parse (expected, ION_DAY_START, &wanted, NULL));
  g_assert_cmpint (ion_sending_hours_next (self, utc), ==, wanted);
}

static void
assert_fails (const char *hours, const char *holidays, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonSendingHours) self = ion_sending_hours_new (hours, holidays, &error);

  g_assert_null (self);
  g_assert_error (error, ION_VALUE_ERROR, code);
}

static void
test_default (void)
{
  /* Monday 23 November 2026 */
  assert_next (NULL, NULL, "23/11/2026 10:00", "23/11/2026 10:00");
  assert_next (NULL, NULL, "23/11/2026 07:59:59", "23/11/2026 08:00");
  assert_next (NULL, NULL, "23/11/2026 19:59:59", "23/11/2026 19:59:59");
  assert_next (NULL, NULL, "23/11/2026 20:00", "24/11/2026 08:00");
  assert_next (NULL, NULL, "28/11/2026 20:00", "30/11/2026 08:00");
  assert_next (NULL, NULL, "29/11/2026 12:00", "30/11/2026 08:00");
}

static void
test_hours_and_days (void)
{
  assert_next ("9-13 lun,mer,ven", NULL, "24/11/2026 10:00", "25/11/2026 09:00");
  assert_next ("9-13 lun mer ven", NULL, "25/11/2026 13:00", "27/11/2026 09:00");
  assert_next ("09:00 – 13:00 lunedì-venerdì", NULL, "28/11/2026 10:00", "30/11/2026 09:00");
  assert_next ("8-20 Mon-Fri", NULL, "28/11/2026 10:00", "30/11/2026 08:00");
  assert_next ("8-20 sab-lun", NULL, "24/11/2026 10:00", "28/11/2026 08:00");
  assert_next ("mar", NULL, "25/11/2026 10:00", "01/12/2026 08:00");
  assert_next ("6-8", NULL, "25/11/2026 08:00", "26/11/2026 06:00");
  assert_next ("0-24 lun-dom", NULL, "28/11/2026 23:59:59", "28/11/2026 23:59:59");
  assert_next ("0-24 lun-dom", NULL, "25/12/2026 12:00", "27/12/2026 ore 00:00");
}

static void
test_refused (void)
{
  static const char *const hours[] = {
    "20-8", "8-8", "8", "8-25", "8-20 lu", "8-20 lun-", "8-20 foo", "lun 8-20", "8-20 lunedix", "-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    assert_fails (hours[i], NULL, ION_VALUE_ERROR_SENDING_HOURS);
  assert_fails (NULL, "31/02/2026", ION_VALUE_ERROR_DATE_UNREADABLE);
  assert_fails (NULL, "24/04,natale", ION_VALUE_ERROR_DATE_UNREADABLE);
  assert_fails (NULL, "30/02", ION_VALUE_ERROR_DATE_UNREADABLE);
}

static void
test_national_holidays (void)
{
  static const char *const holidays[] = {
    "01/01/2027", "06/01/2027", "29/03/2027" /* Easter Monday */,
    "25/04/2028", "01/05/2027", "02/06/2027",
    "15/08/2028", "01/11/2027", "08/12/2027",
    "25/12/2027", "26/12/2028", "04/10/2027",
  };
  g_autoptr (IonSendingHours) self = ion_sending_hours_new ("8-20 lun-dom", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      gint64 begin = 0, end = 0;

      g_assert_true (ion_moment_parse (holidays[i], ION_DAY_START, &begin, NULL));
      g_assert_true (ion_moment_parse (holidays[i], ION_DAY_END, &end, NULL));
      g_assert_cmpint (ion_sending_hours_next (self, begin), >, end);
    }
  /* Saint Francis's day is one since 2026 only. */
  assert_next ("8-20 lun-dom", NULL, "04/10/2025 10:00", "04/10/2025 10:00");
}

/* Easter against dates that are known. */
static void
test_easter (void)
{
  static const char *const easters[] = {
    "23/04/2000", "04/04/2010", "31/03/2013", "31/03/2024", "20/04/2025", "05/04/2026",
    "28/03/2027", "01/04/2029", "25/04/2038", "18/04/2049", "28/03/2100", "14/04/2199",
  };

  for (guint i = 0; i < G_N_ELEMENTS (easters); i++)
    {
      IonDate sunday, tuesday;
      g_autofree char *from = NULL;
      g_autofree char *expected = NULL;

      g_assert_true (ion_date_parse (easters[i], &sunday, NULL));
      g_assert_cmpint (ion_date_get_weekday (&sunday), ==, 7);
      tuesday = ion_date_add_days (&sunday, 2);
      /* Liberation Day may follow at once. */
      if (tuesday.month == 4 && tuesday.day == 25)
        tuesday = ion_date_add_days (&tuesday, 1);
      from = ion_date_format (&sunday, "it", FALSE);
      expected = g_strdup_printf ("%02d/%02d/%04d 08:00", tuesday.day, tuesday.month, tuesday.year);
      assert_next ("8-20 lun-dom", NULL, from, expected);
    }
}

static void
test_own_holidays (void)
{
  /* Ferrara's Saint George, every year, and one day off. */
  assert_next (NULL, "23/04, 2026-11-24", "23/04/2026 10:00", "24/04/2026 08:00");
  assert_next (NULL, "23/04, 2026-11-24", "23/04/2027 10:00", "24/04/2027 08:00");
  assert_next (NULL, "23/04 24/11/2026", "24/11/2026 10:00", "25/11/2026 08:00");
  assert_next (NULL, "23/04 24/11/2026", "24/11/2027 10:00", "24/11/2027 10:00");
  assert_next (NULL, "29/02", "29/02/2028 10:00", "01/03/2028 08:00");
  assert_next (NULL, "", "24/11/2026 10:00", "24/11/2026 10:00");
}

static void
test_clock_changes (void)
{
  /* The hour that is skipped opens one later, and the short day ends on time. */
  assert_next ("2-5 dom", NULL, "29/03/2026 01:00", "29/03/2026 03:00");
  assert_next ("2-3 dom", NULL, "29/03/2026 01:00", "12/04/2026 02:00");
  assert_next ("8-20 lun-dom", NULL, "25/10/2026 01:00", "25/10/2026 08:00");
}

static void
test_never (void)
{
  const IonSendingHours never = { .from_hour = 8, .to_hour = 20, .days = 0 };

  g_assert_cmpint (ion_sending_hours_next (&never, 0), ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sending-hours/default", test_default);
  g_test_add_func ("/sending-hours/hours-and-days", test_hours_and_days);
  g_test_add_func ("/sending-hours/refused", test_refused);
  g_test_add_func ("/sending-hours/national-holidays", test_national_holidays);
  g_test_add_func ("/sending-hours/easter", test_easter);
  g_test_add_func ("/sending-hours/own-holidays", test_own_holidays);
  g_test_add_func ("/sending-hours/clock-changes", test_clock_changes);
  g_test_add_func ("/sending-hours/never", test_never);
  return g_test_run ();
}
