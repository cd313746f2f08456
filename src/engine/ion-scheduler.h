/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/**
 * IonScheduler:
 *
 * What may leave now: sending hours, for what begins by itself or was asked to keep to them, and
 * how many a day, for everything and for a campaign. Asks no clock: UTC seconds are arguments.
 */
typedef struct _IonScheduler IonScheduler;

IonScheduler *ion_scheduler_new (void);
void ion_scheduler_free (IonScheduler *self);

/* Settings of the office, and how much left today already. From any thread, for another to take. */
typedef struct
{
  char *hours;        /* (owned) (nullable) */
  char *holidays;     /* (owned) (nullable) */
  gint64 daily_limit; /* 0 = none */
  gint64 sent_today;
  GHashTable *campaigns; /* (owned) (nullable) (element-type utf8 IonDayShare): with a limit of
                            their own */
} IonSchedule;

/* What one campaign may send a day, and has. */
typedef struct
{
  gint64 limit, sent_today;
} IonDayShare;

/* @campaigns: (nullable) (element-type IonCampaign): those whose own limits are to be known */
void ion_schedule_read (IonSchedule *schedule, IonLedger *ledger, GPtrArray *campaigns, gint64 now);
void ion_schedule_clear (IonSchedule *schedule);

/* A schedule begins to be read: what leaves until it is set may not be in its figures. */
void ion_scheduler_begin_reading (IonScheduler *self);
void ion_scheduler_set (IonScheduler *self, const IonSchedule *schedule);
/* One more of @campaign is about to leave (+1), or did not after all (-1). */
void ion_scheduler_count (IonScheduler *self, const IonCampaign *campaign, int change);

/* What a person sends now has no hours, unless they were asked for; what was scheduled has, and so
 * has what goes on by itself the day after. */
gboolean ion_scheduler_may_send (IonScheduler *self, const IonCampaign *campaign, gint64 now);
/* How many more may leave today, of all campaigns. */
gint64 ion_scheduler_get_allowance (IonScheduler *self);
/* How many more of this one, by its own limit. */
gint64 ion_scheduler_get_campaign_allowance (IonScheduler *self, const IonCampaign *campaign);

/* The first moment of @now's day in Italy. */
gint64 ion_scheduler_day_start (gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonScheduler, ion_scheduler_free)

G_END_DECLS
