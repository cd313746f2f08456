/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

#include "ion-ledger-rows.h"

G_BEGIN_DECLS

/**
 * IonDeliveryItem:
 *
 * One place of a table, and the row of a campaign that it shows; 0 = none, it is empty.
 *
 * Signals: "changed" (): something of it is different now.
 */
#define ION_TYPE_DELIVERY_ITEM (ion_delivery_item_get_type ())
G_DECLARE_FINAL_TYPE (IonDeliveryItem, ion_delivery_item, ION, DELIVERY_ITEM, GObject)

IonDeliveryItem *ion_delivery_item_new (guint32 row);
/* Another row takes the place; what it says is to be told. */
void ion_delivery_item_set_row (IonDeliveryItem *self, guint32 row);
/* @shows_code: else only its mask is kept. */
void
ion_delivery_item_update (IonDeliveryItem *self, const IonDeliveryLine *line, gboolean shows_code);

guint32 ion_delivery_item_get_row (IonDeliveryItem *self);
IonDeliveryState ion_delivery_item_get_state (IonDeliveryItem *self);
const char *ion_delivery_item_get_code (IonDeliveryItem *self); /* masked, or not */
/* When the last thing happened to it; 0 = nothing yet. */
gint64 ion_delivery_item_get_at (IonDeliveryItem *self);
/* Why it is so; (transfer full): may be empty */
char *ion_delivery_item_explain (IonDeliveryItem *self);
/* A symbolic icon whose shape tells the states apart. */
const char *ion_delivery_state_get_icon (IonDeliveryState state);

G_END_DECLS
