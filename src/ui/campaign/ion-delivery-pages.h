/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-delivery-item.h"

G_BEGIN_DECLS

#define ION_DELIVERY_PAGE 24

/**
 * IonDeliveryPages:
 *
 * The pages of a long list that somebody looks at: what is on screen stays, of the rest the last
 * few are kept. An item belongs to its place in the list; another list shows other rows there, with
 * the same items, since a toolkit that is told of other items makes everything anew. Private to
 * #IonDeliveryModel.
 */
typedef struct _IonDeliveryPages IonDeliveryPages;

IonDeliveryPages *ion_delivery_pages_new (IonLedger *ledger, const char *campaign_id);
void ion_delivery_pages_free (IonDeliveryPages *self);
/* @rows: (element-type guint32): the whole list; after its end items are empty. Reads the page
 * where it is not there yet. Returns: (transfer full): also where @error is set: then it is empty
 */
IonDeliveryItem *
ion_delivery_pages_get (IonDeliveryPages *self, GArray *rows, guint position, GError **error);
/* The list is another one: what is on screen is to be filled anew. */
void ion_delivery_pages_forget (IonDeliveryPages *self);
/* Fills the next such page. Returns: %FALSE where there is none */
gboolean ion_delivery_pages_refill (IonDeliveryPages *self, GArray *rows, GError **error);
/* Returns: (transfer full) (element-type guint32): of all items that there are, rising */
GArray *ion_delivery_pages_list_rows (IonDeliveryPages *self);
/* @lines: (element-type IonDeliveryLine) */
void ion_delivery_pages_update (IonDeliveryPages *self, GArray *lines);
void ion_delivery_pages_set_show_codes (IonDeliveryPages *self, gboolean show_codes);
gboolean ion_delivery_pages_get_show_codes (IonDeliveryPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDeliveryPages, ion_delivery_pages_free)

G_END_DECLS
