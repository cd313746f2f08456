/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Dates as they come out of spreadsheets that took them for numbers, or wrote them as another
 * country does. What has one reading near today is read, and named to the person.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-date-repair.h"

#include "ion-blank.h"
#include "ion-moment.h"
#include "ion-month-names.h"
#include "ion-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEARS_BEFORE 2
#define YEARS_AFTER  15

/* Serial number 0 is 30 December 1899 to every date that matters: the count takes 1900 for a leap
 * year. */
#define DAYS_BEFORE_1970 25569

/* A date being read, and how. */
typedef struct
{
  const IonDate *today;
  IonDate date;
  IonDate other;       /* the second reading, where there is one */
  const char *rest;    /* what follows */
  const char *message; /* how it was written, with a place for the date */
  gboolean is_guess;
  gboolean has_other;
} Reading;

static gboolean
is_plausible (const Reading *self, const IonDate *date)
{
  return ion_date_is_valid (date) && date->year >= self->today->year - YEARS_BEFORE &&
         date->year <= self->today->year + YEARS_AFTER;
}

/* Returns: how many digits @text begins with, and their value */
static gsize
scan_digits (const char *text, guint *value)
{
  gsize n = strspn (text, "0123456789");

  *value = 0;
  for (gsize i = 0; i < MIN (n, 9); i++)
    *value = *value * 10 + (guint) (text[i] - '0');
  return n;
}

/* "46388", "46388,0" */
static gboolean
read_serial (Reading *self, const char *text)
{
  guint serial;

  if (scan_digits (text, &serial) != 5)
    return FALSE;
  text += 5;
  if ((*text == '.' || *text == ',') && text[1] == '0')
    text += 1 + strspn (text + 1, "0");
  self->date = ion_date_from_days ((gint64) serial - DAYS_BEFORE_1970);
  self->rest = text;
  self->message = _ ("A spreadsheet has turned the date into a number: it was read as %s.");
  return *text == '\0' && is_plausible (self, &self->date);
}

/* "31122026", "20261231"; "1122026", whose zero in front is lost */
static gboolean
read_solid (Reading *self, const char *text)
{
  guint number;
  gsize n = scan_digits (text, &number);
  IonDate day_first, year_first;

  if ((n != 7 && n != 8) || text[n] != '\0')
    return FALSE;
  day_first =
      (IonDate){ (int) (number % 10000), (int) (number / 10000 % 100), (int) (number / 1000000) };
  year_first =
      (IonDate){ (int) (number / 10000), (int) (number / 100 % 100), (int) (number % 100) };
  self->rest = text + n;
  self->message = _ ("The date has no marks between day, month and year: it was read as %s.");
  self->has_other = n == 8 && is_plausible (self, &year_first);
  self->other = year_first;
  self->date = day_first;
  if (!is_plausible (self, &day_first))
    {
      self->date = year_first;
      if (!self->has_other)
        return FALSE;
      self->has_other = FALSE;
    }
  return TRUE;
}

/* Three numbers, or two and a month's name, between equal marks. */
typedef struct
{
  int first;
  int second;
  int third;
  gsize last_length; /* digits of the third */
  gboolean is_named;
} Parts;

static gboolean
scan_parts (const char **cursor, Parts *parts)
{
  const char *p = *cursor;
  guint number;
  gsize n = scan_digits (p, &number);
  char mark;

  if (n < 1 || n > 2)
    return FALSE;
  parts->first = (int) number;
  p += n;
  mark = *p;
  if (strchr ("/-. ", mark) == NULL || mark == '\0')
    return FALSE;
  p = ion_blank_skip (p + 1);
  n = scan_digits (p, &number);
  parts->is_named = n == 0;
  parts->second = (int) number;
  if (parts->is_named)
    {
      while (p[n] != '\0' && strchr ("/-. ", p[n]) == NULL)
        n++;
      parts->second = ion_month_find (p, n);
    }
  if (n < 1 || parts->second == 0 || (!parts->is_named && n > 2))
    return FALSE;
  p += n;
  if (*p != mark && !parts->is_named)
    return FALSE;
  p = ion_blank_skip (p + strspn (p, "/-. "));
  /* Excel sets an apostrophe for the century: "31 dic '26". */
  p += *p == '\'';
  parts->last_length = scan_digits (p, &number);
  parts->third = (int) number;
  *cursor = p + parts->last_length;
  return parts->last_length == 2 || parts->last_length == 4;
}

/* "31/12/26", "31-dic-26": the day stands first, unless the year may, and would be nearer. */
static gboolean
read_two_digit_year (Reading *self, const Parts *parts)
{
  const int century = self->today->year - self->today->year % 100;
  const IonDate year_first = { century + parts->first, parts->second, parts->third };

  self->date = (IonDate){ century + parts->third, parts->second, parts->first };
  self->message = _ ("The year has two digits only: the date was read as %s.");
  if (!is_plausible (self, &self->date))
    return FALSE;
  self->has_other =
      !parts->is_named && is_plausible (self, &year_first) &&
      ABS (year_first.year - self->today->year) < ABS (self->date.year - self->today->year);
  self->other = year_first;
  return TRUE;
}

static gboolean
read_month_first (Reading *self, const Parts *parts)
{
  const int century = self->today->year - self->today->year % 100;

  if (parts->is_named || parts->second <= 12 || parts->first > 12)
    return FALSE;
  self->date = (IonDate){ parts->last_length == 2 ? century + parts->third : parts->third,
                          parts->first, parts->second };
  self->is_guess = TRUE;
  return is_plausible (self, &self->date);
}

static gboolean
read_parts (Reading *self, const char *text)
{
  Parts parts;

  if (!scan_parts (&text, &parts))
    return FALSE;
  self->rest = text;
  if (read_month_first (self, &parts))
    return TRUE;
  return parts.last_length == 2 && read_two_digit_year (self, &parts);
}

/* Behind "giovedì 31 dicembre 2026" and "gio 31/12/2026": returns the date's beginning. */
static const char *
skip_weekday (const char *text)
{
  static const char *const days[] = { "lun", "mar", "mer", "gio", "ven", "sab", "dom" };
  const char *p = text;

  while (g_ascii_isalpha (*p) || ((guchar) *p >= 0x80 && ion_blank_length (p) == 0))
    p++;
  if (p - text < 3)
    return text;
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strncasecmp (text, days[i], 3) == 0)
      return p + strspn (p, "., '");
  return text;
}

static gboolean
read_behind_weekday (Reading *self, const char *text)
{
  const char *p = skip_weekday (text);

  if (p == text || ion_scan_date (&p, &self->date) != ION_SCAN_FOUND)
    return FALSE;
  self->rest = p;
  self->message = _ ("The date was read as %s.");
  return TRUE;
}

/* A date among quotes, or with an American midnight: "31/12/2026 12:00:00 AM". */
static gboolean
read_plain (Reading *self, const char *text)
{
  if (ion_scan_date (&text, &self->date) != ION_SCAN_FOUND)
    return FALSE;
  self->rest = text;
  self->message = _ ("The date was read as %s.");
  return TRUE;
}

/* Returns: (transfer full): what follows the date, "" for midnight */
static char *
keep_time (const char *rest)
{
  static const char *const midnights[] = { "12:00:00 AM", "12:00 AM", "0:00", "00:00" };
  const char *p = ion_blank_skip (rest);

  for (gsize i = 0; i < G_N_ELEMENTS (midnights); i++)
    if (g_ascii_strcasecmp (p, midnights[i]) == 0)
      return g_strdup ("");
  return g_strdup (rest);
}

static IonRepair *
make_repair (const Reading *self)
{
  g_autofree char *time = keep_time (self->rest);
  g_autofree char *date = ion_date_format (&self->date, "it", FALSE);
  g_autofree char *value = g_strconcat (date, time, NULL);
  g_autofree char *message = NULL;
  gint64 moment;

  if (!ion_moment_parse (value, ION_DAY_END, &moment, NULL))
    return NULL;
  if (self->is_guess)
    {
      message = g_strdup_printf (_ ("The month stands before the day here. If this day is %s, "
                                    "write the whole column "
                                    "with the day first, since other dates of it may have been "
                                    "read wrongly."),
                                 date);
      return ion_repair_new (ION_REPAIR_GUESS, "date-month-first", message, value);
    }
  if (self->has_other)
    {
      g_autofree char *other = ion_date_format (&self->other, "it", FALSE);

      message = g_strdup_printf (_ ("This can be read as %1$s or as %2$s: write the year with four "
                                    "digits."),
                                 date, other);
      return ion_repair_new (ION_REPAIR_GUESS, "date-ambiguous", message, value);
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (self->message, date);
#pragma GCC diagnostic pop
  return ion_repair_new (ION_REPAIR_CERTAIN, "repaired-date", message, value);
}

IonRepair *
ion_date_repair (const char *cell, const IonDate *today)
{
  static gboolean (*const readers[]) (Reading *, const char *) = {
    read_serial, read_solid, read_parts, read_behind_weekday, read_plain,
  };
  g_autofree char *bare = ion_repair_unwrap (cell);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      Reading reading = { .today = today };
      IonRepair *repair = readers[i](&reading, bare) ? make_repair (&reading) : NULL;

      if (repair != NULL)
        return repair;
    }
  return NULL;
}
