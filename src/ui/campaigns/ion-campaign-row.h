/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-campaign-list.h"

G_BEGIN_DECLS

/**
 * IonCampaignRow:
 *
 * A campaign in the list of all: its state in words with a mark, its figures, its day. One that is
 * being made can be removed from here.
 *
 * Signal: "remove" ().
 */
#define ION_TYPE_CAMPAIGN_ROW (ion_campaign_row_get_type ())
G_DECLARE_FINAL_TYPE (IonCampaignRow, ion_campaign_row, ION, CAMPAIGN_ROW, AdwActionRow)

GtkWidget *ion_campaign_row_new (const char *id, gboolean is_draft);
void ion_campaign_row_show (IonCampaignRow *self, const IonListedCampaign *campaign);
const char *ion_campaign_row_get_id (IonCampaignRow *self);

G_END_DECLS
