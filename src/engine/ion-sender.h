/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-gate.h"
#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/**
 * IonSender:
 *
 * One campaign being sent (or only asked about): reads its pending rows page by page, keeps so many
 * deliveries on their way at once, and stops itself where the platform, the connection or the
 * ledger say so. Lives in one thread.
 */
#define ION_TYPE_SENDER (ion_sender_get_type ())
G_DECLARE_FINAL_TYPE (IonSender, ion_sender, ION, SENDER, GObject)

/* How patient a sender is; tests are less so. */
typedef struct
{
  guint concurrency;      /* 16 */
  guint equal_refusals;   /* 20 in a row pause */
  guint trouble_rounds;   /* so many in a row pause */
  gint64 trouble_wait;    /* microseconds; three times longer each round */
  gint64 connection_wait; /* microseconds; doubles up to @connection_wait_max */
  gint64 connection_wait_max;
  gint64 connection_patience; /* microseconds without any connection: then it pauses */
} IonSenderPatience;

#define ION_SENDER_PATIENCE                                                         \
  ((IonSenderPatience){ 16, 20, 6, G_TIME_SPAN_SECOND / 10, G_TIME_SPAN_SECOND / 2, \
                        15 * G_TIME_SPAN_SECOND, 2 * G_TIME_SPAN_MINUTE })

/* What it tells its owner; each gets @data. */
typedef struct
{
  gint64 (*now) (void); /* UTC seconds */
  /* How many more of it may begin today, besides all that are on their way. */
  gint64 (*allowance) (IonSender *sender, gpointer data);
  void (*changed) (gpointer data);
  /* +1 durably intended, -1 withdrawn */
  void (*submitting) (IonSender *sender, int change, gpointer data);
  void (*connection) (gboolean ok, const char *explanation, gpointer data);
  void (*ledger) (gboolean ok, const char *explanation, gpointer data);
  /* Nothing of it is on its way any more, and nothing more will be. */
  void (*finished) (IonSender *sender, gpointer data);
  gpointer data;
} IonSenderOwner;

/* @campaign: (transfer full). @owner is copied. */
IonSender *ion_sender_new (IonLedger *ledger,
                           IonGate *gate,
                           IonCampaign *campaign,
                           const IonSenderPatience *patience,
                           const IonSenderOwner *owner);
void ion_sender_start (IonSender *self);
/* Nothing new leaves; finished once the answers in flight are written down. */
void ion_sender_stop (IonSender *self);
/* Stops, and says what is wrong with the keyring. */
void ion_sender_pause_for_keyring (IonSender *self, const GError *error);
/* Claims nothing while held (sending hours), without stopping. */
void ion_sender_set_held (IonSender *self, gboolean held);
/* What is known anew about the campaign: its tranche. */
void ion_sender_set_tranche (IonSender *self, gint64 left);
/* How many deliveries may be on their way from now on: campaigns share what the office allows. */
void ion_sender_set_concurrency (IonSender *self, guint concurrency);
/* Gives up outcomes that cannot be written: the process is about to end. */
void ion_sender_abandon (IonSender *self);

const IonCampaign *ion_sender_get_campaign (IonSender *self);
/* Deliveries on their way, whatever step they are at. */
guint ion_sender_get_active (IonSender *self);
/* Those between intent and outcome. */
guint ion_sender_get_in_flight (IonSender *self);

G_END_DECLS
