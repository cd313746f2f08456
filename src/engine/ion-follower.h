/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-gate.h"
#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/**
 * IonFollower:
 *
 * Asks what became of the messages that the platform took: those whose time has come, over all
 * campaigns, or all of one campaign now. Lives in one thread.
 */
#define ION_TYPE_FOLLOWER (ion_follower_get_type ())
G_DECLARE_FINAL_TYPE (IonFollower, ion_follower, ION, FOLLOWER, GObject)

typedef struct
{
  gint64 (*now) (void); /* UTC seconds */
  void (*changed) (gpointer data);
  /* Nothing is on its way any more, after ion_follower_stop(). */
  void (*finished) (gpointer data);
  gpointer data;
} IonFollowerOwner;

/* @owner is copied */
IonFollower *ion_follower_new (IonLedger *ledger, IonGate *gate, const IonFollowerOwner *owner);
/* Looks for what is due, now and again by itself. */
void ion_follower_start (IonFollower *self);
void ion_follower_stop (IonFollower *self);

/**
 * ion_follower_follow_async:
 *
 * Asks about every message of one campaign that is accepted, or delivered and still followed,
 * whether its time has come or not.
 */
void ion_follower_follow_async (IonFollower *self,
                                const char *campaign_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Returns: how many were asked about, -1 on error: %ION_STORE_ERROR, %ION_KEYRING_ERROR,
 * %ION_ENGINE_ERROR, or %G_IO_ERROR with the platform's words */
gint64 ion_follower_follow_finish (IonFollower *self, GAsyncResult *result, GError **error);

G_END_DECLS
