/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Days: counting against GLib's calendar, reading what offices write, writing five languages.
 */

#include "ion-date.h"
#include "ion-value-error.h"

static void
assert_parses (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  IonDate date;

  if (!ion_date_parse (text, &date, &error))
    g_error ("“%s”: %s", text, error->message);
  iso = ion_date_to_iso (&date);
  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_fails (const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  IonDate date = { -1, -1, -1 };

  if (ion_date_parse (text, &date, &error))
    g_error ("“%s” was read as a date", text);
  g_assert_error (error, ION_VALUE_ERROR, code);
  g_assert_cmpint (date.year, ==, -1);
}

/* Every day of the years that can be read. */
static void
test_calendar (void)
{
  g_autoptr (GDate) other = g_date_new_dmy (1, 1, 1900);
  const IonDate first = { 1900, 1, 1 };
  const gint64 first_day = ion_date_to_days (&first);

  for (gint64 day = first_day; g_date_get_year (other) < 2200; day++, g_date_add_days (other, 1))
    {
      const IonDate date = ion_date_from_days (day);

      g_assert_cmpint (date.year, ==, g_date_get_year (other));
      g_assert_cmpint (date.month, ==, g_date_get_month (other));
      g_assert_cmpint (date.day, ==, g_date_get_day (other));
      g_assert_cmpint (ion_date_to_days (&date), ==, day);
      g_assert_cmpint (ion_date_get_weekday (&date), ==, g_date_get_weekday (other));
      g_assert_true (ion_date_is_valid (&date));
    }
}

static void
test_counting (void)
{
  const IonDate epoch = { 1970, 1, 1 }, end = { 2026, 12, 31 }, old = { 1, 1, 1 };
  IonDate date = ion_date_add_days (&end, 1);

  g_assert_cmpint (ion_date_to_days (&epoch), ==, 0);
  g_assert_cmpint (ion_date_to_days (&old), ==, -719162);
  g_assert_cmpint (date.year, ==, 2027);
  g_assert_cmpint (date.month, ==, 1);
  g_assert_cmpint (date.day, ==, 1);
  date = ion_date_add_days (&date, -1);
  g_assert_cmpint (ion_date_compare (&date, &end), ==, 0);
  g_assert_cmpint (ion_date_compare (&epoch, &end), <, 0);
  g_assert_cmpint (ion_date_compare (&end, &epoch), >, 0);
  date = ion_date_from_days (-719162);
  g_assert_cmpint (ion_date_compare (&date, &old), ==, 0);
  g_assert_cmpint (ion_date_get_weekday (&old), ==, 1);
}

static void
test_valid (void)
{
  static const IonDate invalid[] = {
    { 2026, 0, 1 },  { 2026, 13, 1 }, { 2026, 1, 0 }, { 2026, 1, 32 }, { 2026, 4, 31 },
    { 2026, 2, 29 }, { 1900, 2, 29 }, { 0, 1, 1 },    { 10000, 1, 1 }, { 2026, -1, 1 },
  };
  const IonDate leap = { 2000, 2, 29 };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (ion_date_is_valid (&invalid[i]));
  g_assert_true (ion_date_is_valid (&leap));
}

static void
test_parse (void)
{
  assert_parses ("31/12/2026", "2026-12-31");
  assert_parses ("1/2/2026", "2026-02-01");
  assert_parses ("31-12-2026", "2026-12-31");
  assert_parses ("31.12.2026", "2026-12-31");
  assert_parses ("31. 12. 2026", "2026-12-31");
  assert_parses ("2026-12-31", "2026-12-31");
  assert_parses ("2026/12/31", "2026-12-31");
  assert_parses (" \302\24031/12/2026\302\240 ", "2026-12-31");
  assert_parses ("31/12/2026 00:00:00", "2026-12-31");
  assert_parses ("31/12/2026 0.00", "2026-12-31");
  assert_parses ("2026-12-31T00:00:00", "2026-12-31");
  assert_parses ("2026-12-31 00:00:00.000", "2026-12-31");
  assert_parses ("29/02/2024", "2024-02-29");
}

static void
test_parse_names (void)
{
  assert_parses ("31 dicembre 2026", "2026-12-31");
  assert_parses ("31 Dicembre 2026", "2026-12-31");
  assert_parses ("31 DIC 2026", "2026-12-31");
  assert_parses ("31-dic-2026", "2026-12-31");
  assert_parses ("31 dic. 2026", "2026-12-31");
  assert_parses ("1º gennaio 2027", "2027-01-01");
  assert_parses ("1° gennaio 2027", "2027-01-01");
  assert_parses ("1 sett. 2026", "2026-09-01");
  assert_parses ("31. Dezember 2026", "2026-12-31");
  assert_parses ("1. März 2026", "2026-03-01");
  assert_parses ("1. MÄRZ 2026", "2026-03-01");
  assert_parses ("6. Jänner 2027", "2027-01-06");
  assert_parses ("6. Januar 2027", "2027-01-06");
  assert_parses ("1er août 2026", "2026-08-01");
  assert_parses ("3 février 2026", "2026-02-03");
  assert_parses ("31 de diciembre de 2026", "2026-12-31");
  assert_parses ("5 de enero de 2027", "2027-01-05");
  assert_parses ("4 July 2026", "2026-07-04");
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "domani",     "31/12",       "31/12/26",           "31/12-2026",       "2026-12",
    "31122026",   "20261231",    "31/12/20261",        "31/12/2026 18:30", "31/12/2026x",
    "31/02/2026", "29/02/2026",  "12/31/2026",         "00/12/2026",       "2026-13-01",
    "31 di 2026", "31 xyz 2026", "31 dicembrina 2026", "31 12 2026",       "1,2,2026",
    "46387",      "2026-12-31T", "31/12/2026 00:00 x", "31 \303\251 2026", "31 \303",
  };

  assert_fails ("", ION_VALUE_ERROR_EMPTY);
  assert_fails (" \t", ION_VALUE_ERROR_EMPTY);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_fails (texts[i], ION_VALUE_ERROR_DATE_UNREADABLE);
  assert_fails ("31/12/1899", ION_VALUE_ERROR_DATE_RANGE);
  assert_fails ("01/01/2200", ION_VALUE_ERROR_DATE_RANGE);
  assert_fails ("0026-12-31", ION_VALUE_ERROR_DATE_RANGE);
}

static void
assert_formats (int year,
                int month,
                int day,
                const char *language,
                gboolean is_long,
                const char *expected)
{
  const IonDate date = { year, month, day };
  g_autofree char *text = ion_date_format (&date, language, is_long);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_formats (2026, 12, 31, "it", FALSE, "31/12/2026");
  assert_formats (2026, 2, 1, "it", FALSE, "01/02/2026");
  assert_formats (2026, 2, 1, "de", FALSE, "01.02.2026");
  assert_formats (2026, 12, 31, "it", TRUE, "31 dicembre 2026");
  assert_formats (2026, 12, 31, "it_IT", TRUE, "31 dicembre 2026");
  assert_formats (2026, 12, 31, NULL, TRUE, "31 dicembre 2026");
  assert_formats (2026, 12, 31, "sl", TRUE, "31 dicembre 2026");
  assert_formats (2026, 12, 31, "de", TRUE, "31. Dezember 2026");
  assert_formats (2026, 12, 31, "de-IT", TRUE, "31. Dezember 2026");
  assert_formats (2026, 12, 31, "en", TRUE, "31 December 2026");
  assert_formats (2026, 12, 31, "fr", TRUE, "31 décembre 2026");
  assert_formats (2027, 1, 1, "fr", TRUE, "1er janvier 2027");
  assert_formats (2026, 12, 31, "es", TRUE, "31 de diciembre de 2026");
}

/* What is written in any language is read again. */
static void
test_round_trip (void)
{
  static const char *const languages[] = { "it", "de", "en", "fr", "es" };
  const IonDate first = { 2023, 12, 31 };

  for (int day = 0; day < 800; day++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (languages); i++)
      {
        const IonDate date = ion_date_add_days (&first, day);
        g_autofree char *text = ion_date_format (&date, languages[i / 2], i % 2 == 1);
        g_autofree char *iso = ion_date_to_iso (&date);

        assert_parses (text, iso);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/counting", test_counting);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/parse-names", test_parse_names);
  g_test_add_func ("/date/unreadable", test_unreadable);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/round-trip", test_round_trip);
  return g_test_run ();
}
