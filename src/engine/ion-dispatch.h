/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-gate.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"
#include "ion-renderer.h"
#include "ion-verdict.h"

G_BEGIN_DECLS

/**
 * IonDispatch:
 *
 * One delivery on its way: reach, render, intent, submission, outcome. Holds the order that the
 * invariants ask for; what an answer does to the campaign is its owner's business (#IonSender).
 */
typedef struct _IonDispatch IonDispatch;

typedef enum
{
  ION_DISPATCH_SETTLED, /* its outcome is durable */
  ION_DISPATCH_REACHED, /* it is reachable, and nothing more was asked for: still pending */
  ION_DISPATCH_AGAIN,   /* pending: to be tried again */
  ION_DISPATCH_GONE,    /* somebody else changed it: not ours any more */
  ION_DISPATCH_STOPPED, /* pending: the office, the campaign or the tranche does not let it leave */
} IonDispatchEnd;

/* What the deliveries of one campaign have in common. Outlives them. */
typedef struct
{
  IonLedger *ledger;
  IonGate *gate;
  const IonRenderer *renderer;
  const IonCampaign *campaign;
  GCancellable *stopping; /* ends the waits; never a submission */
  gint64 (*now) (void);   /* UTC seconds */

  /* A call was answered. */
  void (*answered) (IonCall call,
                    const IonAnswer *answer,
                    const IonVerdict *verdict,
                    gpointer data);
  /* An intent is durable; and what came of it is, too. */
  void (*intended) (gpointer data);
  void (*concluded) (gboolean withdrawn, gpointer data);
  /* The outcome of @dispatch could not be written: ion_dispatch_settle_again() when it may be. */
  void (*unwritten) (IonDispatch *dispatch, const GError *error, gpointer data);
  /* The last thing said: it frees itself after. @delivery: (transfer full) */
  void (*ended) (IonDispatch *dispatch, IonDelivery *delivery, IonDispatchEnd end, gpointer data);
  gpointer data;
} IonDispatchWay;

/* @delivery: (transfer full). Returns: (transfer none): lives until it has ended */
IonDispatch *ion_dispatch_start (const IonDispatchWay *way, IonDelivery *delivery);
void ion_dispatch_settle_again (IonDispatch *self);
/* Gives up an outcome that cannot be written: at the next start the delivery is uncertain. */
void ion_dispatch_abandon (IonDispatch *self);

G_END_DECLS
