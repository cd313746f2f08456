/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Calendar days: reading them as people write them, counting with them, writing them in the
 * citizen's language.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-date.h"

#include "ion-blank.h"
#include "ion-month-names.h"
#include "ion-scan.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>

#define DAYS_IN_400_YEARS 146097
/* From 1 March of the year 0, where the counting below begins, to 1 January 1970. */
#define DAYS_TO_1970 719468

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

gboolean
ion_date_is_valid (const IonDate *date)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int length;

  if (date->year < 1 || date->year > 9999 || date->month < 1 || date->month > 12)
    return FALSE;
  length = lengths[date->month - 1];
  if (date->month == 2 && is_leap (date->year))
    length++;
  return date->day >= 1 && date->day <= length;
}

/* Years are counted from March, so that the leap day comes last and every five months from there
 * have 153 days. */
gint64
ion_date_to_days (const IonDate *date)
{
  const int month = (date->month + 9) % 12;
  const int year = date->year - (month >= 10);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * month + 2) / 5 + date->day - 1;

  return (gint64) era * DAYS_IN_400_YEARS + year_of_era * 365 + year_of_era / 4 -
         year_of_era / 100 + day_of_year - DAYS_TO_1970;
}

IonDate
ion_date_from_days (gint64 days)
{
  IonDate date;
  gint64 era;
  int day_of_era, year_of_era, day_of_year, month;

  days += DAYS_TO_1970;
  era = (days >= 0 ? days : days - (DAYS_IN_400_YEARS - 1)) / DAYS_IN_400_YEARS;
  day_of_era = (int) (days - era * DAYS_IN_400_YEARS);
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month = (5 * day_of_year + 2) / 153;

  date.day = day_of_year - (153 * month + 2) / 5 + 1;
  date.month = month < 10 ? month + 3 : month - 9;
  date.year = (int) (era * 400) + year_of_era + (month >= 10);
  return date;
}

static void
skip_midnight (const char **cursor)
{
  const char *p = *cursor;
  IonClock clock;

  if (*p == 'T' || *p == 't')
    p++;
  else if (ion_blank_length (p) > 0)
    p = ion_blank_skip (p);
  else
    return;
  if (ion_scan_clock (&p, &clock) && clock.hour == 0 && clock.minute == 0 && clock.second == 0)
    *cursor = p;
}

gboolean
ion_date_parse (const char *text, IonDate *out, GError **error)
{
  IonDate date;
  IonScan scan;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  text = ion_blank_skip (text);
  if (*text == '\0')
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_EMPTY,
                           _ ("The date is missing."));
      return FALSE;
    }

  scan = ion_scan_date (&text, &date);
  if (scan == ION_SCAN_FOUND)
    {
      skip_midnight (&text);
      if (*ion_blank_skip (text) != '\0')
        scan = ION_SCAN_NOT_THERE;
    }
  if (scan != ION_SCAN_FOUND)
    {
      ion_scan_set_error (scan, error);
      return FALSE;
    }

  *out = date;
  return TRUE;
}

int
ion_date_compare (const IonDate *a, const IonDate *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  return a->day == b->day ? 0 : a->day < b->day ? -1 : 1;
}

IonDate
ion_date_add_days (const IonDate *date, int days)
{
  return ion_date_from_days (ion_date_to_days (date) + days);
}

int
ion_date_get_weekday (const IonDate *date)
{
  /* 1 January 1970 was a Thursday. */
  int weekday = (int) ((ion_date_to_days (date) + 3) % 7);

  return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

char *
ion_date_to_iso (const IonDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

char *
ion_date_format (const IonDate *date, const char *language, gboolean is_long)
{
  const IonLanguage in = ion_language_from_code (language);
  const char mark = in == ION_LANGUAGE_DE ? '.' : '/';
  const char *month;

  if (!is_long)
    return g_strdup_printf ("%02d%c%02d%c%04d", date->day, mark, date->month, mark, date->year);

  month = ion_month_name (date->month, in);
  switch (in)
    {
    case ION_LANGUAGE_DE:
      return g_strdup_printf ("%d. %s %d", date->day, month, date->year);
    case ION_LANGUAGE_FR:
      return g_strdup_printf ("%d%s %s %d", date->day, date->day == 1 ? "er" : "", month,
                              date->year);
    case ION_LANGUAGE_ES:
      return g_strdup_printf ("%d de %s de %d", date->day, month, date->year);
    case ION_LANGUAGE_IT:
    case ION_LANGUAGE_EN:
    default:
      return g_strdup_printf ("%d %s %d", date->day, month, date->year);
    }
}
