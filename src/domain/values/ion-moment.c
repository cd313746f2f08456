/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Moments: what an office writes in the time of Europe/Rome, as UTC seconds, and back.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-moment.h"

#include "ion-blank.h"
#include "ion-scan.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>

#define HOUR ((gint64) 3600)
#define DAY  (24 * HOUR)

/* What a moment can be without its year leaving four digits. */
#define EARLIEST G_GINT64_CONSTANT (-62135510400) /* 0001-01-02 */
#define LATEST   G_GINT64_CONSTANT (253402214400) /* 9999-12-31 */

/* The moment at which Europe changes its clocks: 01:00 UTC of the month's last Sunday. */
static gint64
last_sunday (int year, int month)
{
  const IonDate last_day = { year, month, month == 9 ? 30 : 31 };

  return (ion_date_to_days (&last_day) - ion_date_get_weekday (&last_day) % 7) * DAY + HOUR;
}

/* Summer time in Italy begins and ends with the rest of Europe since 1981, in September until 1995.
 * No message lies in the years before, which are taken as without. */
static gboolean
get_summer (int year, gint64 *begin, gint64 *end)
{
  if (year < 1981)
    return FALSE;
  *begin = last_sunday (year, 3);
  *end = last_sunday (year, year < 1996 ? 9 : 10);
  return TRUE;
}

gint64
ion_moment_from_local (const IonDate *date, int hour, int minute, int second)
{
  const gint64 local = ion_date_to_days (date) * DAY + hour * HOUR + minute * 60 + second;
  gint64 begin, end;

  /* Far from both edges, as nearly every day is. */
  if (date->month < 3 || date->month > 10)
    return local - HOUR;
  if (date->year >= 1996 && date->month > 3 && date->month < 10)
    return local - 2 * HOUR;
  /* Both edges on the summer clock: what spring skips is still winter's, so one hour on; what
   * autumn repeats is still summer's, so the first. */
  if (get_summer (date->year, &begin, &end) && local >= begin + 2 * HOUR && local < end + 2 * HOUR)
    return local - 2 * HOUR;
  return local - HOUR;
}

static IonDate
split (gint64 seconds, int *hour, int *minute, int *second)
{
  gint64 days = seconds / DAY;
  int rest = (int) (seconds % DAY);

  if (rest < 0)
    {
      rest += (int) DAY;
      days--;
    }
  if (hour != NULL)
    *hour = rest / 3600;
  if (minute != NULL)
    *minute = rest / 60 % 60;
  if (second != NULL)
    *second = rest % 60;
  return ion_date_from_days (days);
}

void
ion_moment_to_local (gint64 utc, IonDate *date, int *hour, int *minute, int *second)
{
  IonDate utc_date, local_date;
  gint64 begin, end;
  gint64 offset = HOUR;

  utc = CLAMP (utc, EARLIEST, LATEST);
  utc_date = split (utc, NULL, NULL, NULL);
  if (get_summer (utc_date.year, &begin, &end) && utc >= begin && utc < end)
    offset = 2 * HOUR;
  local_date = split (utc + offset, hour, minute, second);
  if (date != NULL)
    *date = local_date;
}

char *
ion_moment_to_iso (gint64 utc)
{
  int hour, minute, second;
  const IonDate date = split (CLAMP (utc, EARLIEST, LATEST), &hour, &minute, &second);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day, hour,
                          minute, second);
}

/* "Z", "+01:00", "+0100", "+01" */
static gboolean
scan_zone (const char **cursor, gint64 *offset)
{
  const char *p = *cursor;
  gint64 sign;
  int hours, minutes = 0;

  *offset = 0;
  if (*p == 'Z' || *p == 'z')
    {
      *cursor = p + 1;
      return TRUE;
    }
  if (*p != '+' && *p != '-')
    return FALSE;
  sign = *p++ == '-' ? -1 : 1;
  if (!ion_scan_number (&p, 2, 4, &hours))
    return FALSE;
  if (p - *cursor == 4)
    return FALSE;
  if (p - *cursor == 5)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (*p == ':' && (p++, !ion_scan_number (&p, 2, 2, &minutes)))
    return FALSE;
  if (hours > 14 || minutes > 59)
    return FALSE;
  *offset = sign * (hours * HOUR + minutes * 60);
  *cursor = p;
  return TRUE;
}

static gboolean
set_error_time (GError **error)
{
  g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_TIME_UNREADABLE,
                       _ ("What follows the date is not a time: write it as in 31/12/2026 18:30."));
  return FALSE;
}

static gint64
edge_of_day (const IonDate *date, IonDayEdge edge)
{
  return edge == ION_DAY_END ? ion_moment_from_local (date, 23, 59, 59)
                             : ion_moment_from_local (date, 0, 0, 0);
}

/* What follows a date: nothing, or a time with or without a zone. */
static gboolean
parse_time (const char *text, const IonDate *date, IonDayEdge edge, gint64 *utc, GError **error)
{
  const char *behind_date = text;
  IonClock clock;
  gint64 offset;
  gboolean has_zone;

  text = ion_blank_skip (text);
  if (*text == '\0')
    {
      *utc = edge_of_day (date, edge);
      return TRUE;
    }
  if (*text == ',')
    text = ion_blank_skip (text + 1);
  else if ((*text == 'T' || *text == 't') && text == behind_date)
    text++;
  else if (text == behind_date)
    return set_error_time (error);

  if (!ion_scan_clock (&text, &clock))
    return set_error_time (error);
  text = ion_blank_skip (text);
  has_zone = scan_zone (&text, &offset);
  if (*ion_blank_skip (text) != '\0')
    return set_error_time (error);

  if (clock.hour == 24)
    clock = (IonClock){ .hour = 23, .minute = 59, .second = 59, .is_announced = TRUE };
  if (has_zone)
    *utc = ion_date_to_days (date) * DAY + clock.hour * HOUR + clock.minute * 60 + clock.second -
           offset;
  else if (clock.hour == 0 && clock.minute == 0 && clock.second == 0 && !clock.is_announced)
    *utc = edge_of_day (date, edge);
  else
    *utc = ion_moment_from_local (date, clock.hour, clock.minute, clock.second);
  return TRUE;
}

gboolean
ion_moment_parse (const char *text, IonDayEdge edge, gint64 *utc, GError **error)
{
  IonDate date;
  IonScan scan;

  g_return_val_if_fail (text != NULL && utc != NULL, FALSE);

  text = ion_blank_skip (text);
  if (*text == '\0')
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_EMPTY,
                           _ ("The date is missing."));
      return FALSE;
    }
  scan = ion_scan_date (&text, &date);
  if (scan != ION_SCAN_FOUND)
    {
      ion_scan_set_error (scan, error);
      return FALSE;
    }
  return parse_time (text, &date, edge, utc, error);
}

char *
ion_moment_format (gint64 utc)
{
  IonDate date;
  int hour, minute, second;
  g_autofree char *day = NULL;

  ion_moment_to_local (utc, &date, &hour, &minute, &second);
  day = ion_date_format (&date, "it", FALSE);
  return g_strdup_printf ("%s %02d:%02d", day, hour, minute);
}
