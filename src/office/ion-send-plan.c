/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * When messages will leave, before any has: day after day, within the sending hours and the daily
 * limits, at the office's pace. The clock is an argument.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-send-plan.h"

#include "ion-moment.h"

/* Nobody plans further; a limit of one a day for a whole city would otherwise be counted out. */
#define DAYS_MAX 3660

IonCeremony
ion_ceremony_for_people (gint64 people)
{
  if (people <= 1)
    return ION_CEREMONY_NONE;
  return people <= ION_CEREMONY_FEW ? ION_CEREMONY_WORD : ION_CEREMONY_TOTALS;
}

/* The first moment of the day after that of @utc, by the office's clock. */
static gint64
next_day (gint64 utc)
{
  IonDate date;

  ion_moment_to_local (utc, &date, NULL, NULL, NULL);
  date = ion_date_add_days (&date, 1);
  return ion_moment_from_local (&date, 0, 0, 0);
}

static gboolean
is_same_day (gint64 a, gint64 b)
{
  return next_day (a) == next_day (b);
}

/* Sending hours hold for what is not sent at once, where the person wants them to, and where a part
 * a day leaves: its second one would begin at midnight. */
static gboolean
keeps_hours (const IonSendTerms *terms, gint64 utc)
{
  if (terms->hours == NULL)
    return FALSE;
  if (terms->when != ION_DRAFT_SEND_NOW)
    return TRUE;
  return (terms->daily > 0 || terms->office_daily > 0) && !is_same_day (utc, terms->now);
}

static gint64
next_open (const IonSendTerms *terms, gint64 utc)
{
  return keeps_hours (terms, utc) ? ion_sending_hours_next (terms->hours, utc) : utc;
}

/* When sending stops on the day of @utc. */
static gint64
end_of_day (const IonSendTerms *terms, gint64 utc)
{
  IonDate date;

  if (!keeps_hours (terms, utc))
    return next_day (utc);
  ion_moment_to_local (utc, &date, NULL, NULL, NULL);
  return ion_moment_from_local (&date, terms->hours->to_hour, 0, 0);
}

static gint64
work_seconds (const IonSendTerms *terms, gint64 people)
{
  double calls = (double) people * MAX (1, terms->calls_per_person);

  return (gint64) (calls * MAX (1, terms->seconds) / MAX (1, terms->calls) + 0.5);
}

/* How many may leave on the day of @utc, whatever the clock. */
static gint64
day_allowance (const IonSendTerms *terms, gint64 utc)
{
  gint64 allowed = terms->daily > 0 ? terms->daily : G_MAXINT64;

  if (terms->office_daily > 0)
    {
      gint64 used = is_same_day (utc, terms->now) ? terms->sent_today : 0;

      allowed = MIN (allowed, MAX (0, terms->office_daily - used));
    }
  return allowed;
}

/* How many can leave between @utc and the end of its day. */
static gint64
day_room (const IonSendTerms *terms, gint64 utc)
{
  double seconds = (double) MAX (0, end_of_day (terms, utc) - utc);
  double people =
      seconds * MAX (1, terms->calls) / MAX (1, terms->seconds) / MAX (1, terms->calls_per_person);

  return MIN (day_allowance (terms, utc), (gint64) people);
}

/* Day after day until all have left. */
static void
walk_days (IonSendPlan *self, const IonSendTerms *terms, gint64 utc)
{
  gint64 left = self->leaves;

  for (int day = 0; day < DAYS_MAX && left > 0; day++)
    {
      gint64 now_leaving;

      utc = next_open (terms, utc);
      if (utc == G_MAXINT64)
        return;
      now_leaving = MIN (left, day_room (terms, utc));
      if (now_leaving > 0)
        {
          self->days++;
          if (self->begins == 0)
            self->begins = utc;
          self->ends = utc + work_seconds (terms, now_leaving);
        }
      left -= now_leaving;
      utc = next_day (utc);
    }
  if (left > 0)
    self->ends = 0;
}

/* What is odd about the chosen moment, if its sending begins only at @open. */
static IonSendPlanRemark
judge_moment (const IonSendTerms *terms, gint64 moment, gint64 open)
{
  IonDate date;
  gint64 from, to;

  if (open == G_MAXINT64)
    return ION_SEND_PLAN_NEVER;
  if (open == moment)
    return ION_SEND_PLAN_FINE;
  ion_moment_to_local (moment, &date, NULL, NULL, NULL);
  from = ion_moment_from_local (&date, terms->hours->from_hour, 0, 0);
  to = ion_moment_from_local (&date, terms->hours->to_hour, 0, 0);
  /* Were the day a sending day, its hours would have been found open. */
  if ((moment >= from && moment < to) || (moment < from && !is_same_day (open, moment)))
    return ION_SEND_PLAN_CLOSED_DAY;
  return ION_SEND_PLAN_CLOSED_HOUR;
}

void
ion_send_plan_compute (IonSendPlan *self, const IonSendTerms *terms)
{
  gint64 moment;

  g_return_if_fail (self != NULL && terms != NULL);

  *self = (IonSendPlan){ .now = terms->now };
  self->leaves = terms->first >= 0 ? MIN (terms->first, terms->people) : terms->people;
  self->waits = terms->people - self->leaves;
  self->seconds = work_seconds (terms, self->leaves);
  if (terms->when == ION_DRAFT_SEND_AT && terms->send_at <= terms->now)
    {
      self->remark = ION_SEND_PLAN_PAST;
      return;
    }
  moment = terms->when == ION_DRAFT_SEND_AT ? terms->send_at : terms->now;
  self->remark = judge_moment (terms, moment, next_open (terms, moment));
  if (self->remark != ION_SEND_PLAN_NEVER)
    walk_days (self, terms, moment);
}
