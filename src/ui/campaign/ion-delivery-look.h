/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonDeliveryLook:
 *
 * One look at the ledger for a list of messages, made in a worker thread: lists the rows anew,
 * finds those that are not shown yet, and reads again what is in sight. Private to
 * #IonDeliveryModel.
 */
typedef struct
{
  char *campaign_id; /* (owned) */
  guint states;      /* mask of 1 << IonDeliveryState; 0 = all */
  GArray *old_rows;  /* (owned) (element-type guint32) */
  GArray *in_sight;  /* (owned) (nullable) (element-type guint32) */
  gboolean keeps_rows;

  /* What was found: (owned) (nullable) */
  GArray *rows; /* (element-type guint32): @old_rows and then more; %NULL where there are no more */
  GArray *lines; /* (element-type IonDeliveryLine): of those in sight */
} IonDeliveryLook;

/* @old_rows: they must not be changed any more. @in_sight: (transfer full) (nullable) */
IonDeliveryLook *
ion_delivery_look_new (const char *campaign_id, guint states, GArray *old_rows, GArray *in_sight);
void ion_delivery_look_free (IonDeliveryLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDeliveryLook, ion_delivery_look_free)

/* @self: (transfer full): comes back with ion_desk_run_finish(). @owner: (nullable) */
void ion_delivery_look_run_async (IonDeliveryLook *self,
                                  IonDesk *desk,
                                  gpointer owner,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

G_END_DECLS
