/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-sender.h"

#include "ion-dispatch.h"
#include "ion-pending-pages.h"
#include "ion-sender-mood.h"
#include "ion-timer.h"

G_BEGIN_DECLS

struct _IonSender
{
  GObject parent_instance;

  IonLedger *ledger;     /* (owned) */
  IonGate *gate;         /* (owned) */
  IonCampaign *campaign; /* (owned) */
  IonRenderer *renderer; /* (owned) (nullable): until it has started */
  IonSenderPatience patience;
  IonSenderOwner owner;
  IonDispatchWay way;
  GCancellable *stopping; /* (owned) */
  IonTimer *timer;        /* (owned) (nullable) */
  IonSenderMood *mood;    /* (owned) */

  IonPendingPages *pages; /* (owned) */
  GQueue again;           /* (element-type IonDelivery) */
  gboolean found;         /* something to do in this reading */

  GPtrArray *unwritten; /* (owned) (element-type IonDispatch): outcomes that wait for the disk */
  gboolean ledger_ok;
  gboolean probing;       /* whether it can be written again */
  guint active;           /* dispatches */
  guint in_flight;        /* of them, between intent and outcome */
  gint64 tranche_left;    /* -1 = all */
  guint calls, throttled; /* not yet told to the ledger */
  gboolean started;
  gboolean held;
  gboolean filling;
  gboolean finished;
};

/* Lets as many deliveries begin as may be on their way now. */
void ion_sender_fill (IonSender *self);
gboolean ion_sender_is_stopping (IonSender *self);
/* Stops for a cause that a person has to know. */
void ion_sender_pause_for (IonSender *self, const char *code, const char *detail);

/* ion-sender-news.c: makes the way of its deliveries, which tells it how they fare */
void ion_sender_listen (IonSender *self);
void ion_sender_flush_counts (IonSender *self);
void ion_sender_ledger_failed (IonSender *self, const GError *error);
/* Tries again to write the outcomes that wait for the disk. */
void ion_sender_retry_unwritten (IonSender *self);

G_END_DECLS
