/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-campaign-facts.h"

G_BEGIN_DECLS

/**
 * IonCampaignHead:
 *
 * What is read first on a campaign's page: the sentence for the mayor, of which service and when,
 * where it stands with the act that helps, the progress while it is being sent, and the funnel.
 *
 * Its buttons activate the page's actions ("campaign.pause", ...).
 */
#define ION_TYPE_CAMPAIGN_HEAD (ion_campaign_head_get_type ())
G_DECLARE_FINAL_TYPE (IonCampaignHead, ion_campaign_head, ION, CAMPAIGN_HEAD, GtkWidget)

void ion_campaign_head_set_facts (IonCampaignHead *self, const IonCampaignFacts *facts);
/* @ends_at: UTC seconds; 0 = not known */
void ion_campaign_head_set_end (IonCampaignHead *self, gint64 ends_at);

G_END_DECLS
