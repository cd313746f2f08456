/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonDeliveries:
 *
 * The messages of a campaign one by one: a table to filter and to look people up in, codes masked
 * until asked for.
 *
 * Signals:
 *   "problem" (const char *sentence): something could not be read;
 *   "row" (guint row, gboolean shows_code, gboolean is_activated): a row is chosen, or opened.
 */
#define ION_TYPE_DELIVERIES (ion_deliveries_get_type ())
G_DECLARE_FINAL_TYPE (IonDeliveries, ion_deliveries, ION, DELIVERIES, GtkWidget)

/* @owner: a widget that is kept until what runs for it is done. Once. */
void ion_deliveries_set_campaign (IonDeliveries *self,
                                  IonDesk *desk,
                                  const char *campaign_id,
                                  GtkWidget *owner);
/* The ledger may say something else now. */
void ion_deliveries_refresh (IonDeliveries *self);
/* @states: mask of 1 << IonDeliveryState; 0 = all */
void ion_deliveries_show_states (IonDeliveries *self, guint states);
guint ion_deliveries_get_states (IonDeliveries *self);
void ion_deliveries_focus_search (IonDeliveries *self);
void ion_deliveries_focus_table (IonDeliveries *self);
/* Where something is searched for, clears that. */
gboolean ion_deliveries_go_back (IonDeliveries *self);

G_END_DECLS
