/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonCampaignPage:
 *
 * A campaign that was sent, or is being sent: figures, causes, deliveries.
 *
 * Properties: "campaign-id" (construct only).
 */
#define ION_TYPE_CAMPAIGN_PAGE (ion_campaign_page_get_type ())
G_DECLARE_FINAL_TYPE (IonCampaignPage, ion_campaign_page, ION, CAMPAIGN_PAGE, IonPage)

G_END_DECLS
