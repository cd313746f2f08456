/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * When a message may leave without anybody watching: nobody's telephone rings at night or on a
 * holiday because a municipality's computer was ready.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-sending-hours.h"

#include "ion-blank.h"
#include "ion-moment.h"
#include "ion-scan.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_FROM 8
#define DEFAULT_TO   20
#define DEFAULT_DAYS 0x3F /* Monday to Saturday */

/* Far enough for any office that sends at all. */
#define DAYS_TO_LOOK 500

static gboolean
set_error_hours (GError **error)
{
  g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_SENDING_HOURS,
                       _ ("These are no sending hours: write them as in 8-20 lun-sab."));
  return FALSE;
}

/* "lun", "lunedì", "mon", "Monday": three letters at least. Returns: 0-6, or -1 */
static int
scan_weekday (const char **cursor)
{
  static const char *const names[2][7] = {
    { "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica" },
    { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
  };
  gsize length = 0;

  while (g_ascii_isalpha ((*cursor)[length]))
    length++;
  for (guint language = 0; language < 2 && length >= 3; language++)
    for (int day = 0; day < 7; day++)
      {
        const char *name = names[language][day];
        const char *end = *cursor + length;
        gsize compared = length;

        /* The accent of "lunedì" is no ASCII letter: the word stops before it. */
        if (compared + 1 == strlen (name) && g_str_has_prefix (end, "ì"))
          end += strlen ("ì");
        if (compared <= strlen (name) && g_ascii_strncasecmp (*cursor, name, compared) == 0)
          {
            *cursor = end;
            return day;
          }
      }
  return -1;
}

/* Blanks around a dash. Returns: whether there is one */
static gboolean
skip_dash (const char **cursor)
{
  const char *p = ion_blank_skip (*cursor);

  if (*p == '-')
    p++;
  else if (g_str_has_prefix (p, "–"))
    p += strlen ("–");
  else
    return FALSE;
  *cursor = ion_blank_skip (p);
  return TRUE;
}

/* "8", "08:00" */
static gboolean
scan_hour (const char **cursor, int *hour)
{
  if (!ion_scan_number (cursor, 1, 2, hour))
    return FALSE;
  if (g_str_has_prefix (*cursor, ":00") || g_str_has_prefix (*cursor, ".00"))
    *cursor += 3;
  return *hour <= 24;
}

static gboolean
scan_days (const char **cursor, guint *days)
{
  int first = scan_weekday (cursor);
  int last = first;

  if (first < 0)
    return FALSE;
  if (skip_dash (cursor))
    last = scan_weekday (cursor);
  if (last < 0)
    return FALSE;
  /* "sab-lun" goes over the week's end. */
  *days |= 1u << first;
  for (int day = first; day != last;)
    {
      day = (day + 1) % 7;
      *days |= 1u << day;
    }
  return TRUE;
}

static gboolean
parse_hours (IonSendingHours *self, const char *text, GError **error)
{
  guint days = 0;

  text = ion_blank_skip (text);
  if (g_ascii_isdigit (*text))
    {
      if (!scan_hour (&text, &self->from_hour) || !skip_dash (&text) ||
          !scan_hour (&text, &self->to_hour) || self->from_hour >= self->to_hour)
        return set_error_hours (error);
    }
  for (text = ion_blank_skip (text); *text != '\0'; text = ion_blank_skip (text))
    if (*text == ',')
      text++;
    else if (!scan_days (&text, &days))
      return set_error_hours (error);

  if (days != 0)
    self->days = days;
  return TRUE;
}

/* "23/04": every year, so that 29 February is fine */
static gboolean
scan_yearly (const char *text, IonDate *date)
{
  const IonDate in_leap_year = { 2000, 0, 0 };
  IonDate candidate = in_leap_year;

  if (!ion_scan_number (&text, 1, 2, &candidate.day) || (*text != '/' && *text != '-'))
    return FALSE;
  text++;
  if (!ion_scan_number (&text, 1, 2, &candidate.month) || *text != '\0' ||
      !ion_date_is_valid (&candidate))
    return FALSE;
  *date = candidate;
  date->year = 0;
  return TRUE;
}

static gboolean
parse_holidays (IonSendingHours *self, const char *text, GError **error)
{
  g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (IonDate));
  g_auto (GStrv) words = g_strsplit_set (text, ", ;\t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      IonDate date;

      if (words[i][0] == '\0')
        continue;
      if (!scan_yearly (words[i], &date) && !ion_date_parse (words[i], &date, error))
        return FALSE;
      g_array_append_val (holidays, date);
    }
  self->n_holidays = holidays->len;
  self->holidays = (IonDate *) (gpointer) g_array_free (g_steal_pointer (&holidays), FALSE);
  return TRUE;
}

IonSendingHours *
ion_sending_hours_new (const char *hours, const char *holidays, GError **error)
{
  g_autoptr (IonSendingHours) self = g_new0 (IonSendingHours, 1);

  self->from_hour = DEFAULT_FROM;
  self->to_hour = DEFAULT_TO;
  self->days = DEFAULT_DAYS;
  if (hours != NULL && !parse_hours (self, hours, error))
    return NULL;
  if (holidays != NULL && !parse_holidays (self, holidays, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ion_sending_hours_free (IonSendingHours *self)
{
  if (self == NULL)
    return;
  g_free (self->holidays);
  g_free (self);
}

/* The Gregorian computus in its shortest form, good for every year. */
static IonDate
get_easter (int year)
{
  const int a = year % 19, b = year / 100, c = year % 100;
  const int g = (8 * b + 13) / 25;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 19 * l) / 433;
  const int n = h + l - 7 * m;
  const int month = (n + 90) / 25;
  const IonDate easter = { year, month, (n + 33 * month + 19) % 32 };

  return easter;
}

/* Law 260 of 1949 as it stands, with Saint Francis's day back from 2026 (law 151 of 2025). */
static gboolean
is_national_holiday (const IonDate *date)
{
  static const struct
  {
    int month, day, since;
  } holidays[] = {
    { 1, 1, 0 },     { 1, 6, 0 },  { 4, 25, 0 }, { 5, 1, 0 },   { 6, 2, 0 },   { 8, 15, 0 },
    { 10, 4, 2026 }, { 11, 1, 0 }, { 12, 8, 0 }, { 12, 25, 0 }, { 12, 26, 0 },
  };
  const IonDate easter = get_easter (date->year);
  const gint64 days_after_easter = ion_date_to_days (date) - ion_date_to_days (&easter);

  if (days_after_easter == 0 || days_after_easter == 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    if (date->month == holidays[i].month && date->day == holidays[i].day &&
        date->year >= holidays[i].since)
      return TRUE;
  return FALSE;
}

static gboolean
is_sending_day (const IonSendingHours *self, const IonDate *date)
{
  if ((self->days & (1u << (ion_date_get_weekday (date) - 1))) == 0 || is_national_holiday (date))
    return FALSE;
  for (gsize i = 0; i < self->n_holidays; i++)
    {
      const IonDate *holiday = &self->holidays[i];

      if (holiday->day == date->day && holiday->month == date->month &&
          (holiday->year == 0 || holiday->year == date->year))
        return FALSE;
    }
  return TRUE;
}

gint64
ion_sending_hours_next (const IonSendingHours *self, gint64 utc)
{
  IonDate date;

  g_return_val_if_fail (self != NULL, utc);

  ion_moment_to_local (utc, &date, NULL, NULL, NULL);
  for (guint i = 0; i < DAYS_TO_LOOK; i++, date = ion_date_add_days (&date, 1))
    {
      gint64 begin = ion_moment_from_local (&date, self->from_hour, 0, 0);
      const gint64 end = ion_moment_from_local (&date, self->to_hour, 0, 0);

      begin = MAX (begin, utc);
      if (begin < end && is_sending_day (self, &date))
        return begin;
    }
  return G_MAXINT64;
}
