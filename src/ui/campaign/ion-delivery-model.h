/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "ion-delivery-item.h"
#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonDeliveryModel:
 *
 * The rows of one campaign as a list of IonDeliveryItem, a million of them if need be: it holds
 * their numbers and the few pages in sight. The first rows are there at once, the rest follows from
 * a worker thread, and is told of bit by bit, so that no frame waits for it.
 *
 * Live, and calm: a row keeps its place for as long as the list is the same, whatever becomes of
 * it; it says so in its place. Under a filter, rows that come to fit it are added at the end, and
 * those that do not any more stay until a filter is chosen again. An item is a place: with another
 * list it shows another row, or for a moment none (0).
 *
 * Properties: "show-codes" (else masked).
 * Signals: "failed" (GError *): rows could not be read.
 */
#define ION_TYPE_DELIVERY_MODEL (ion_delivery_model_get_type ())
G_DECLARE_FINAL_TYPE (IonDeliveryModel, ion_delivery_model, ION, DELIVERY_MODEL, GObject)

/* @owner: (nullable): a GObject that is kept until work under way is done; it closes the model */
IonDeliveryModel *ion_delivery_model_new (IonDesk *desk, const char *campaign_id, gpointer owner);
/* Nothing is looked at any more. */
void ion_delivery_model_close (IonDeliveryModel *self);
/* @states: mask of 1 << IonDeliveryState; 0 = all */
void ion_delivery_model_set_states (IonDeliveryModel *self, guint states);
guint ion_delivery_model_get_states (IonDeliveryModel *self);
/* Only these. (element-type guint32) (nullable): %NULL = as the states say */
void ion_delivery_model_set_rows (IonDeliveryModel *self, GArray *rows);
/* Whether the list has all its rows, or only the first so far. */
gboolean ion_delivery_model_is_complete (IonDeliveryModel *self);
/* Whether it has no row; it may still have places, about to go. */
gboolean ion_delivery_model_is_empty (IonDeliveryModel *self);
/* The ledger may say something else now. */
void ion_delivery_model_refresh (IonDeliveryModel *self);
void ion_delivery_model_set_show_codes (IonDeliveryModel *self, gboolean show_codes);
gboolean ion_delivery_model_get_show_codes (IonDeliveryModel *self);

G_END_DECLS
