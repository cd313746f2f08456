/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/**
 * IonScheduler:
 *
 * What may leave now: sending hours, for what begins by itself, and how many a day, for everything.
 * Asks no clock: UTC seconds are arguments.
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
} IonSchedule;

void ion_schedule_read (IonSchedule *schedule, IonLedger *ledger, gint64 now);
void ion_schedule_clear (IonSchedule *schedule);

/* A schedule begins to be read: what leaves until it is set may not be in its figures. */
void ion_scheduler_begin_reading (IonScheduler *self);
void ion_scheduler_set (IonScheduler *self, const IonSchedule *schedule);
/* One more is about to leave (+1), or did not after all (-1). */
void ion_scheduler_count (IonScheduler *self, int change);

/* What a person sends now has no hours; what was scheduled has. */
gboolean ion_scheduler_may_send (IonScheduler *self, const IonCampaign *campaign, gint64 now);
/* How many more may leave today. */
gint64 ion_scheduler_get_allowance (IonScheduler *self);

/* The first moment of @now's day in Italy. */
gint64 ion_scheduler_day_start (gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonScheduler, ion_scheduler_free)

G_END_DECLS
