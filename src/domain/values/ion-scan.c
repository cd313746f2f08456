/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Dates and times as offices, spreadsheets and databases write them. Plain scanning: an import
 * reads a million of them.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-scan.h"

#include "ion-blank.h"
#include "ion-month-names.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

gboolean
ion_scan_number (const char **cursor, guint least, guint most, int *number)
{
  const char *p = *cursor;
  guint n = 0;
  int value = 0;

  for (; g_ascii_isdigit (*p); p++, n++)
    {
      if (n == most)
        return FALSE;
      value = value * 10 + (*p - '0');
    }
  if (n < least)
    return FALSE;
  *number = value;
  *cursor = p;
  return TRUE;
}

/* The "º" of "1º gennaio" and the "er" of "1er janvier". */
static const char *
skip_ordinal (const char *p)
{
  static const char *const marks[] = { "°", "º", "er" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i]))
      return p + strlen (marks[i]);
  return p;
}

/* "de" of "31 de diciembre de 2026" */
static const char *
skip_de (const char *p)
{
  if (g_ascii_strncasecmp (p, "de", 2) == 0 && ion_blank_length (p + 2) > 0)
    return ion_blank_skip (p + 2);
  return p;
}

/* Between the parts of a date: a mark, blanks around it or only blanks. Returns: the mark, ' ' for
 * blanks only, '\0' for nothing */
static char
skip_mark (const char **cursor)
{
  const char *p = ion_blank_skip (*cursor);
  char mark = p != *cursor ? ' ' : '\0';

  if (*p == '/' || *p == '-' || *p == '.')
    {
      mark = *p;
      p = ion_blank_skip (p + 1);
    }
  *cursor = p;
  return mark;
}

static gboolean
scan_month_name (const char **cursor, int *month)
{
  const char *p = *cursor;
  gsize length = 0;

  while (g_ascii_isalpha (p[length]) ||
         ((guchar) p[length] >= 0x80 && ion_blank_length (p + length) == 0))
    length++;
  *month = ion_month_find (p, length);
  if (*month == 0)
    return FALSE;
  *cursor = p + length;
  return TRUE;
}

static gboolean
scan_year_first (const char **cursor, IonDate *date)
{
  const char *p = *cursor;
  char mark;

  if (!ion_scan_number (&p, 4, 4, &date->year))
    return FALSE;
  mark = *p;
  if (mark != '-' && mark != '/' && mark != '.')
    return FALSE;
  p++;
  if (!ion_scan_number (&p, 1, 2, &date->month) || *p++ != mark)
    return FALSE;
  if (!ion_scan_number (&p, 1, 2, &date->day))
    return FALSE;
  *cursor = p;
  return TRUE;
}

static gboolean
scan_day_first (const char **cursor, IonDate *date)
{
  const char *p = *cursor;
  char mark;

  if (!ion_scan_number (&p, 1, 2, &date->day))
    return FALSE;
  p = skip_ordinal (p);
  mark = skip_mark (&p);
  if (mark == '\0')
    return FALSE;
  if (g_ascii_isdigit (*p))
    {
      if (mark == ' ' || !ion_scan_number (&p, 1, 2, &date->month) || skip_mark (&p) != mark)
        return FALSE;
    }
  else
    {
      p = skip_de (p);
      if (!scan_month_name (&p, &date->month) || skip_mark (&p) == '\0')
        return FALSE;
      p = skip_de (p);
    }
  if (!ion_scan_number (&p, 4, 4, &date->year))
    return FALSE;
  *cursor = p;
  return TRUE;
}

IonScan
ion_scan_date (const char **cursor, IonDate *date)
{
  const char *p = *cursor;

  if (!scan_year_first (&p, date) && !scan_day_first (&p, date))
    return ION_SCAN_NOT_THERE;
  if (date->year < FIRST_YEAR || date->year > LAST_YEAR)
    return ION_SCAN_OUT_OF_RANGE;
  if (!ion_date_is_valid (date))
    return ION_SCAN_NO_SUCH_DAY;
  *cursor = p;
  return ION_SCAN_FOUND;
}

void
ion_scan_set_error (IonScan scan, GError **error)
{
  switch (scan)
    {
    case ION_SCAN_NO_SUCH_DAY:
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_DATE_UNREADABLE,
                           _ ("There is no such day in the calendar: dates are written with the "
                              "day "
                              "first, as in 31/12/2026."));
      break;
    case ION_SCAN_OUT_OF_RANGE:
      g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_DATE_RANGE,
                   _ ("The year of a date lies between %1$d and %2$d."), FIRST_YEAR, LAST_YEAR);
      break;
    case ION_SCAN_NOT_THERE:
    case ION_SCAN_FOUND:
    default:
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_DATE_UNREADABLE,
                           _ ("This is not a date: write it as in 31/12/2026, the year with four "
                              "digits."));
      break;
    }
}

/* "ore", "alle ore", "h" */
static gboolean
skip_announcement (const char **cursor)
{
  static const char *const words[] = { "alle", "ore", "h" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (*cursor, words[i], length) == 0 &&
          !g_ascii_isalpha ((*cursor)[length]))
        {
          const char *p = *cursor + length;

          *cursor = ion_blank_skip (*p == '.' ? p + 1 : p);
          found = TRUE;
        }
    }
  return found;
}

static gboolean
scan_seconds (const char **cursor, int *second)
{
  const char *p = *cursor + 1;

  if (!ion_scan_number (&p, 2, 2, second))
    return FALSE;
  /* Fractions of a second are read over: nothing here is that exact. */
  if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;
  *cursor = p;
  return TRUE;
}

gboolean
ion_scan_clock (const char **cursor, IonClock *clock)
{
  const char *p = *cursor;

  *clock = (IonClock){ .is_announced = skip_announcement (&p) };
  if (!ion_scan_number (&p, 1, 2, &clock->hour))
    return FALSE;
  if ((*p == ':' || *p == '.') && g_ascii_isdigit (p[1]))
    {
      const char mark = *p++;

      if (!ion_scan_number (&p, 2, 2, &clock->minute))
        return FALSE;
      if (*p == mark && !scan_seconds (&p, &clock->second))
        return FALSE;
    }
  else if (!clock->is_announced)
    return FALSE;

  if (clock->hour > 24 || clock->minute > 59 || clock->second > 59 ||
      (clock->hour == 24 && (clock->minute > 0 || clock->second > 0)))
    return FALSE;
  *cursor = p;
  return TRUE;
}
