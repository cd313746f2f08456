/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One place where numbers and moments become text, so that every page writes them alike.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-format.h"

#include "ion-amount.h"
#include "ion-moment.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>

/* From so far on a weekday alone no longer says which one is meant. */
#define NEAR_DAYS 13

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

typedef struct
{
  IonDate date;
  int hour, minute;
  gint64 day; /* since 1970 */
} Local;

static Local
to_local (gint64 utc)
{
  Local local;
  int second;

  ion_moment_to_local (utc, &local.date, &local.hour, &local.minute, &second);
  local.day = ion_date_to_days (&local.date);
  return local;
}

static const char *
weekday_name (const Local *local, nl_item sunday)
{
  return nl_langinfo (sunday + ion_date_get_weekday (&local->date) % 7);
}

char *
ion_format_count (gint64 count)
{
  return g_strdup (ion_number (count).text);
}

char *
ion_format_percent (gint64 part, gint64 whole)
{
  g_autofree char *text = NULL;
  gint64 tenths;
  const char *mark = nl_langinfo (RADIXCHAR);

  if (whole <= 0)
    return g_strdup ("");
  tenths = (gint64) ((__int128) part * 1000 * 2 + whole) / (2 * whole);
  if (tenths == 0 && part > 0)
    tenths = 1;
  if (tenths == 1000 && part < whole)
    tenths = 999;
  if (tenths % 10 == 0)
    text = g_strdup (ion_number (tenths / 10).text);
  else
    text = g_strdup_printf ("%s%s%d", ion_number (tenths / 10).text, mark, (int) (tenths % 10));
  /* Translators: a percentage; where a space stands before the sign, one that does not break */
  return g_strdup_printf (_ ("%s%%"), text);
}

char *
ion_format_amount (gint64 cents)
{
  const char *locale = setlocale (LC_NUMERIC, NULL);
  gboolean is_plain =
      locale == NULL || g_str_has_prefix (locale, "C") || g_str_has_prefix (locale, "POSIX");
  g_autofree char *text = ion_amount_format (cents, is_plain ? "en" : locale);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  return g_strjoinv ("\302\240", parts);
}

char *
ion_format_time (gint64 utc)
{
  Local local = to_local (utc);

  return g_strdup_printf ("%02d:%02d", local.hour, local.minute);
}

char *
ion_format_date (gint64 utc, gint64 now)
{
  Local local = to_local (utc), today = to_local (now);
  const char *month = nl_langinfo (ABMON_1 + local.date.month - 1);

  if (ABS (local.day - today.day) <= NEAR_DAYS)
    /* Translators: a near day: "Mon 17": %1$s is the weekday, %2$d the day of the month */
    return g_strdup_printf (_ ("%1$s %2$d"), weekday_name (&local, ABDAY_1), local.date.day);
  if (local.date.year == today.date.year)
    /* Translators: a day of this year: "17 Nov": %1$d is the day, %2$s the month */
    return g_strdup_printf (_ ("%1$d %2$s"), local.date.day, month);
  /* Translators: a day of another year: "17 Nov 2025" */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), local.date.day, month, local.date.year);
}

char *
ion_format_day (gint64 utc, gint64 now)
{
  switch (to_local (utc).day - to_local (now).day)
    {
    case 0:
      return g_strdup (_ ("today"));
    case -1:
      return g_strdup (_ ("yesterday"));
    case 1:
      return g_strdup (_ ("tomorrow"));
    default:
      return ion_format_date (utc, now);
    }
}

char *
ion_format_moment (gint64 utc, gint64 now)
{
  g_autofree char *time = ion_format_time (utc);
  g_autofree char *date = NULL;

  if (to_local (utc).day == to_local (now).day)
    return g_steal_pointer (&time);
  date = ion_format_date (utc, now);
  /* Translators: a day and a time of it: "Mon 17, 09:12" */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, time);
}

char *
ion_format_moment_long (gint64 utc)
{
  Local local = to_local (utc);
  g_autofree char *time = ion_format_time (utc);

  /* Translators: "Monday 17 November 2026, 09:12" */
  return g_strdup_printf (_ ("%1$s %2$d %3$s %4$d, %5$s"), weekday_name (&local, DAY_1),
                          local.date.day, nl_langinfo (MON_1 + local.date.month - 1),
                          local.date.year, time);
}

char *
ion_format_end (gint64 utc, gint64 now)
{
  g_autofree char *moment = NULL;

  if (utc == 0)
    return g_strdup ("");
  moment = ion_format_moment (utc, now);
  /* Translators: when the sending will have ended: "ends 10:06", "ends Mon 17, 10:06" */
  return g_strdup_printf (_ ("ends %s"), moment);
}

static gint64
round_to (gint64 seconds, gint64 unit)
{
  return (seconds + unit / 2) / unit;
}

static char *
compose (const char *format, gint64 count)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strconcat (parts[0], ion_number (count).text, parts[1], NULL);
}

char *
ion_format_duration (gint64 seconds)
{
  gint64 count;

  if (seconds < MINUTE)
    return g_strdup (_ ("less than a minute"));
  if ((count = round_to (seconds, MINUTE)) < 90)
    return compose (ngettext ("about %s minute", "about %s minutes", (gulong) count), count);
  if ((count = round_to (seconds, HOUR)) < 48)
    return compose (ngettext ("about %s hour", "about %s hours", (gulong) count), count);
  count = round_to (seconds, DAY);
  return compose (ngettext ("about %s day", "about %s days", (gulong) count), count);
}
