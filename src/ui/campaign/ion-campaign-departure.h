/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonCampaignDeparture:
 *
 * The way out of a campaign that has not begun, from its page: the question that its people ask
 * for, then the countdown, then the start. One at a time.
 *
 * Signals: "trouble" (sentence): why nothing was sent; %NULL once it was.
 */
#define ION_TYPE_CAMPAIGN_DEPARTURE (ion_campaign_departure_get_type ())
G_DECLARE_FINAL_TYPE (IonCampaignDeparture,
                      ion_campaign_departure,
                      ION,
                      CAMPAIGN_DEPARTURE,
                      GObject)

/* @page: (transfer none): the one above which it asks; owns it */
IonCampaignDeparture *ion_campaign_departure_new (IonPage *page, const char *campaign_id);
void ion_campaign_departure_begin (IonCampaignDeparture *self);
/* The page is out of sight, or goes: nobody could call it off any more. */
void ion_campaign_departure_call_off (IonCampaignDeparture *self);

G_END_DECLS
