/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-gate.h"
#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/**
 * IonFollowRun:
 *
 * A number of messages being asked about, a few at a time: what was due when it was read, or all of
 * one campaign. Each answer is settled as the table says and the next question is set.
 */
typedef struct _IonFollowRun IonFollowRun;

/* How a run ended. */
typedef struct
{
  gint64 asked;
  gint64 wait;   /* microseconds before asking anything again: connection, platform in trouble */
  GError *error; /* (nullable): the first thing that a person would have to know */
} IonFollowReport;

typedef void (*IonFollowRunFunc) (IonFollowRun *run,
                                  const IonFollowReport *report,
                                  gpointer user_data);

/**
 * ion_follow_run_start:
 * @campaign_id: (nullable): all of one campaign; %NULL = what is due
 * @now: UTC seconds
 * @func: called once, at the end, never before this returned; the run frees itself after
 */
IonFollowRun *ion_follow_run_start (IonLedger *ledger,
                                    IonGate *gate,
                                    const char *campaign_id,
                                    gint64 (*now) (void),
                                    GCancellable *cancellable,
                                    IonFollowRunFunc func,
                                    gpointer user_data);

G_END_DECLS
