/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonDeliveryPane:
 *
 * The whole story of one message: each step with its time, what a person may decide about it, and
 * the message as it looked.
 *
 * Signals: "closed" ().
 */
#define ION_TYPE_DELIVERY_PANE (ion_delivery_pane_get_type ())
G_DECLARE_FINAL_TYPE (IonDeliveryPane, ion_delivery_pane, ION, DELIVERY_PANE, GtkWidget)

void ion_delivery_pane_set_campaign (IonDeliveryPane *self,
                                     IonDesk *desk,
                                     const char *campaign_id,
                                     GtkWidget *owner);
void ion_delivery_pane_show_row (IonDeliveryPane *self, gint64 row, gboolean shows_code);
/* The ledger may say something else now. */
void ion_delivery_pane_refresh (IonDeliveryPane *self);
gboolean ion_delivery_pane_is_open (IonDeliveryPane *self);
void ion_delivery_pane_close (IonDeliveryPane *self);
void ion_delivery_pane_focus (IonDeliveryPane *self);

G_END_DECLS
