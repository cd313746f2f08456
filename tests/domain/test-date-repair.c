/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Dates as spreadsheets leave them: serial numbers, short years, the month before the day.
 */

#include "ion-date-repair.h"
#include "ion-moment.h"
#include "repair-check.h"

static const IonDate today = { 2026, 11, 22 };

#define ASSERT_DATE(cell, expected) ASSERT_REPAIR (ion_date_repair (cell, &today), expected)
#define READ                        "repaired-date="

static void
test_serial (void)
{
  ASSERT_DATE ("46388", READ "01/01/2027");
  ASSERT_DATE ("46387", READ "31/12/2026");
  ASSERT_DATE ("46388,0", READ "01/01/2027");
  ASSERT_DATE ("46388.00", READ "01/01/2027");
  /* From two years before to fifteen after; a postcode or a year is no date. */
  ASSERT_DATE ("45292", READ "01/01/2024");
  ASSERT_DATE ("45291", "");
  ASSERT_DATE ("51866", READ "31/12/2041");
  ASSERT_DATE ("51867", "");
  ASSERT_DATE ("2026", "");
  ASSERT_DATE ("46388.5", "");
  ASSERT_DATE ("463880", "");
}

static void
test_short_year (void)
{
  ASSERT_DATE ("31/12/26", READ "31/12/2026");
  ASSERT_DATE ("31-12-26", READ "31/12/2026");
  ASSERT_DATE ("31.12.26", READ "31/12/2026");
  ASSERT_DATE ("1/2/27", READ "01/02/2027");
  ASSERT_DATE ("31-dic-26", READ "31/12/2026");
  ASSERT_DATE ("31 dicembre 26", READ "31/12/2026");
  ASSERT_DATE ("31 dic '26", READ "31/12/2026");
  ASSERT_DATE ("31/12/26 18:30", READ "31/12/2026 18:30");
  ASSERT_DATE ("31/12/26 00:00", READ "31/12/2026");
  /* The year may stand first where that is nearer. */
  ASSERT_DATE ("26/12/31", "date-ambiguous?26/12/2031");
  ASSERT_DATE ("31/02/26", "");
  ASSERT_DATE ("31/12/99", "");
  ASSERT_DATE ("31/12", "");
}

static void
test_month_first (void)
{
  ASSERT_DATE ("12/31/2026", "date-month-first?31/12/2026");
  ASSERT_DATE ("12-31-2026", "date-month-first?31/12/2026");
  ASSERT_DATE ("12/31/26", "date-month-first?31/12/2026");
  ASSERT_DATE ("12/31/2026 12:00:00 AM", "date-month-first?31/12/2026");
  ASSERT_DATE ("13/31/2026", "");
  ASSERT_DATE ("02/30/2026", "");
}

static void
test_without_marks (void)
{
  ASSERT_DATE ("31122026", READ "31/12/2026");
  ASSERT_DATE ("20261231", READ "31/12/2026");
  ASSERT_DATE ("1122026", READ "01/12/2026");
  ASSERT_DATE ("99999999", "");
  ASSERT_DATE ("31129999", "");
}

static void
test_wrapped (void)
{
  ASSERT_DATE ("'31/12/2026", READ "31/12/2026");
  ASSERT_DATE ("=\"31/12/2026\"", READ "31/12/2026");
  ASSERT_DATE ("31/12/2026 12:00:00 AM", READ "31/12/2026");
  ASSERT_DATE ("gioved\303\254 31 dicembre 2026", READ "31/12/2026");
  ASSERT_DATE ("gio 31/12/2026", READ "31/12/2026");
  ASSERT_DATE ("mercoled\303\254 31 febbraio 2026", "");
  ASSERT_DATE ("entro il 31/12/2026", "");
  ASSERT_DATE ("domani", "");
  ASSERT_DATE ("", "");
}

/* What comes out is what the parser of moments takes, and these need no repair. */
static void
test_parsed_as_they_are (void)
{
  static const char *const texts[] = {
    "31/12/2026 00:00",     "31/12/2026 00:00:00", "2026-12-31T00:00:00", "2026-12-31T23:00:00Z",
    "2026-12-31T10:30:00Z", "2026-12-31",          "31/12/2026",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 moment;

      g_assert_true (ion_moment_parse (texts[i], ION_DAY_END, &moment, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-repair/serial", test_serial);
  g_test_add_func ("/date-repair/short-year", test_short_year);
  g_test_add_func ("/date-repair/month-first", test_month_first);
  g_test_add_func ("/date-repair/without-marks", test_without_marks);
  g_test_add_func ("/date-repair/wrapped", test_wrapped);
  g_test_add_func ("/date-repair/parsed-as-they-are", test_parsed_as_they_are);
  return g_test_run ();
}
