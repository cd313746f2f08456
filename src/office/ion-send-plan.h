/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"
#include "ion-sending-hours.h"

G_BEGIN_DECLS

/* How much is asked of a person before so many people are written to: the care grows with them. */
typedef enum
{
  ION_CEREMONY_NONE,   /* one person */
  ION_CEREMONY_WORD,   /* a few: one confirmation */
  ION_CEREMONY_TOTALS, /* more: people and total out of the office's own accounts */
} IonCeremony;

#define ION_CEREMONY_FEW 20

IonCeremony ion_ceremony_for_people (gint64 people);

/* What decides when messages leave. */
typedef struct
{
  gint64 now;                   /* UTC seconds */
  gint64 people;                /* still to be told */
  int calls_per_person;         /* 2: asking whether the person can be reached, and the message */
  int calls, seconds;           /* the office's pace: so many calls in so many seconds */
  const IonSendingHours *hours; /* (unowned) */
  gint64 office_daily;          /* messages a day for the whole office; 0 = no limit */
  gint64 sent_today;            /* of them, already today */

  IonDraftWhen when;
  gint64 send_at;
  gint64 first; /* -1 = all */
  gint64 daily; /* 0 = no limit of its own */
} IonSendTerms;

typedef enum
{
  ION_SEND_PLAN_FINE,
  ION_SEND_PLAN_PAST,        /* the moment is gone: nothing can be planned */
  ION_SEND_PLAN_CLOSED_HOUR, /* the moment is outside the sending hours: it begins later */
  ION_SEND_PLAN_CLOSED_DAY,  /* the day is a holiday, or one on which nothing is sent: likewise */
  ION_SEND_PLAN_NEVER,       /* the hours leave no moment in more than a year */
} IonSendPlanRemark;

/* When they leave. Moments are UTC seconds; estimates, at the office's pace. */
typedef struct
{
  IonSendPlanRemark remark;
  gint64 now;
  gint64 begins;
  gint64 ends;    /* of what leaves without a further word; 0 = not in ten years */
  gint64 days;    /* on how many days something of it leaves */
  gint64 seconds; /* of work */
  gint64 leaves;  /* people, without a further word */
  gint64 waits;   /* people, until a person's word */
} IonSendPlan;

void ion_send_plan_compute (IonSendPlan *self, const IonSendTerms *terms);

/* Returns: (transfer full): one or two sentences: when it begins, when it ends, what waits */
char *ion_send_plan_describe (const IonSendPlan *self);
/* What is odd about the moment that was chosen. Returns: (transfer full) (nullable) */
char *ion_send_plan_warn (const IonSendPlan *self);

/* Returns: (transfer full): "today at 10:06", "tomorrow at 08:30", "on Monday 24 November at
 * 08:30": by the office's clock, to stand within a sentence */
char *ion_send_plan_format_moment (gint64 utc, gint64 now);
/* Returns: (transfer full): "less than a minute", "6 minutes", "2 hours and 10 minutes" */
char *ion_send_plan_format_duration (gint64 seconds);

G_END_DECLS
