/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A plan in a sentence: a person who reads it knows when telephones will ring.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-send-plan.h"

#include "ion-moment.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

#define MINUTE 60
#define HOUR   3600

/* The office's clock in pieces, for g_date_time_format(). */
static GDateTime *
to_clock (gint64 utc)
{
  IonDate date;
  int hour, minute, second;

  ion_moment_to_local (utc, &date, &hour, &minute, &second);
  return g_date_time_new_utc (date.year, date.month, date.day, hour, minute, second);
}

/* Estimates to the minute: seconds would pretend. */
static char *
format_time (gint64 utc)
{
  g_autoptr (GDateTime) clock = to_clock (utc);

  return g_date_time_format (clock, "%H:%M");
}

static gint64
day_number (gint64 utc)
{
  IonDate date;

  ion_moment_to_local (utc, &date, NULL, NULL, NULL);
  return ion_date_to_days (&date);
}

char *
ion_send_plan_format_moment (gint64 utc, gint64 now)
{
  gint64 days = day_number (utc) - day_number (now);
  g_autofree char *time = format_time (utc);
  g_autoptr (GDateTime) clock = to_clock (utc);
  g_autofree char *day = NULL;

  if (days == 0)
    /* Translators: within a sentence; %s is a time: "today at 10:06" */
    return g_strdup_printf (_ ("today at %s"), time);
  if (days == 1)
    /* Translators: within a sentence; %s is a time */
    return g_strdup_printf (_ ("tomorrow at %s"), time);
  day = g_date_time_format (clock, days < 300 ? "%A %-d %B" : "%A %-d %B %Y");
  /* Translators: within a sentence: "on Monday 24 November at 08:30" */
  return g_strdup_printf (_ ("on %1$s at %2$s"), day, time);
}

static char *
format_hours (gint64 hours)
{
  return g_strdup_printf (ngettext ("%s hour", "%s hours", (gulong) hours),
                          ion_number (hours).text);
}

static char *
format_minutes (gint64 minutes)
{
  return g_strdup_printf (ngettext ("%s minute", "%s minutes", (gulong) minutes),
                          ion_number (minutes).text);
}

char *
ion_send_plan_format_duration (gint64 seconds)
{
  gint64 minutes = (seconds + MINUTE / 2) / MINUTE;
  g_autofree char *hours_text = NULL;
  g_autofree char *minutes_text = NULL;

  if (seconds < MINUTE)
    return g_strdup (_ ("less than a minute"));
  if (minutes < 60)
    return format_minutes (minutes);
  hours_text = format_hours (minutes / 60);
  if (minutes % 60 == 0)
    return g_steal_pointer (&hours_text);
  minutes_text = format_minutes (minutes % 60);
  /* Translators: "2 hours and 10 minutes" */
  return g_strdup_printf (_ ("%1$s and %2$s"), hours_text, minutes_text);
}

static char *
describe_one (const IonSendPlan *self)
{
  g_autofree char *begins = NULL;

  if (self->begins <= self->now)
    return g_strdup (_ ("The message leaves at once."));
  begins = ion_send_plan_format_moment (self->begins, self->now);
  /* Translators: %s is a moment: "tomorrow at 08:30" */
  return g_strdup_printf (_ ("The message leaves %s."), begins);
}

static char *
describe_one_day (const IonSendPlan *self)
{
  g_autofree char *begins = ion_send_plan_format_moment (self->begins, self->now);
  g_autofree char *ends = format_time (self->ends);
  g_autofree char *duration = ion_send_plan_format_duration (self->seconds);

  if (self->begins > self->now && self->seconds < MINUTE)
    /* Translators: %s is a moment: "tomorrow at 08:30" */
    return g_strdup_printf (_ ("It begins %s and takes less than a minute."), begins);
  if (self->begins > self->now)
    /* Translators: %1$s is a moment, %2$s a time, %3$s a length of time */
    return g_strdup_printf (_ ("It begins %1$s and ends at about %2$s, after %3$s."), begins, ends,
                            duration);
  if (self->seconds < MINUTE)
    return g_strdup (_ ("It begins at once and takes less than a minute."));
  /* Translators: %1$s is a time, %2$s a length of time */
  return g_strdup_printf (_ ("It begins at once and ends at about %1$s, after %2$s."), ends,
                          duration);
}

static char *
describe_days (const IonSendPlan *self)
{
  g_autofree char *begins = ion_send_plan_format_moment (self->begins, self->now);
  g_autofree char *ends = ion_send_plan_format_moment (self->ends, self->now);
  const IonNumber days = ion_number (self->days);

  if (self->begins <= self->now)
    return g_strdup_printf (ngettext ("It begins at once and ends %1$s, within %2$s day.",
                                      "It begins at once and ends %1$s, over %2$s days.",
                                      (gulong) self->days),
                            ends, days.text);
  return g_strdup_printf (ngettext ("It begins %1$s and ends %2$s, within %3$s day.",
                                    "It begins %1$s and ends %2$s, over %3$s days.",
                                    (gulong) self->days),
                          begins, ends, days.text);
}

static char *
describe_departure (const IonSendPlan *self)
{
  if (self->ends == 0)
    return g_strdup (_ ("It would go on for more than ten years: let more leave each day."));
  if (self->leaves + self->waits == 1)
    return describe_one (self);
  if (day_number (self->begins) == day_number (self->ends))
    return describe_one_day (self);
  return describe_days (self);
}

char *
ion_send_plan_describe (const IonSendPlan *self)
{
  g_autofree char *departure = NULL;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->remark == ION_SEND_PLAN_PAST || self->remark == ION_SEND_PLAN_NEVER)
    return ion_send_plan_warn (self);
  if (self->leaves == 0)
    return g_strdup (_ ("Nobody is left to be told."));
  departure = describe_departure (self);
  if (self->waits == 0)
    return g_steal_pointer (&departure);
  rest = g_strdup_printf (ngettext ("Then the other %s person waits for your word on the "
                                    "campaign's page.",
                                    "Then the other %s people wait for your word on the campaign's "
                                    "page.",
                                    (gulong) self->waits),
                          ion_number (self->waits).text);
  return g_strdup_printf ("%s %s", departure, rest);
}

char *
ion_send_plan_warn (const IonSendPlan *self)
{
  g_autofree char *begins = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  begins = ion_send_plan_format_moment (self->begins, self->now);
  switch (self->remark)
    {
    case ION_SEND_PLAN_PAST:
      return g_strdup (_ ("This moment has passed: choose a later one."));
    case ION_SEND_PLAN_NEVER:
      return g_strdup (_ ("The office's sending hours and holidays leave no moment to send at in "
                          "more than a year: look at the preferences."));
    case ION_SEND_PLAN_CLOSED_HOUR:
      /* Translators: %s is a moment: "tomorrow at 08:30" */
      return g_strdup_printf (_ ("This is outside the office's sending hours: messages leave %s."),
                              begins);
    case ION_SEND_PLAN_CLOSED_DAY:
      /* Translators: %s is a moment: "on Monday 24 November at 08:30" */
      return g_strdup_printf (_ ("This is a holiday, or a day on which the office sends nothing: "
                                 "messages leave %s."),
                              begins);
    case ION_SEND_PLAN_FINE:
    default:
      return NULL;
    }
}
