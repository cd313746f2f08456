/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-deliveries.h"
#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonCampaignTable:
 *
 * The people of an earlier campaign with their fields, as a table: its rows keep their numbers.
 */
#define ION_TYPE_CAMPAIGN_TABLE (ion_campaign_table_get_type ())
G_DECLARE_FINAL_TYPE (IonCampaignTable, ion_campaign_table, ION, CAMPAIGN_TABLE, GObject)

/* @states: mask of 1 << IonDeliveryState. Errors: %ION_STORE_ERROR; where no row is in @states the
 * table has its header only */
IonTable *
ion_campaign_table_new (IonLedger *ledger, const char *campaign_id, guint states, GError **error);

G_END_DECLS
