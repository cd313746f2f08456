/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-office.h"

G_BEGIN_DECLS

/**
 * ion_office_explain_campaign:
 *
 * Returns: (transfer full): where the campaign stands, in one or two sentences: what has reached
 * citizens so far, what waits, what to do
 */
char *ion_office_explain_campaign (IonOffice *self,
                                   const IonCampaign *campaign,
                                   const IonCampaignCounts *counts);

/* Why it is paused and what to do; %NULL where it is not. (transfer full) (nullable) */
char *ion_campaign_explain_pause (const IonCampaign *campaign);
/* What a row's reason means, for lists: "403 Recipient forbidden" -> a sentence. (transfer full) */
char *ion_reason_explain (IonDeliveryState state, const char *code, const char *detail);

/* Whether something of it waits for a person: done where not. */
IonResult ion_campaign_get_result (const IonCampaign *campaign, const IonCampaignCounts *counts);

/* (out) states: "accepted,delivered" or repeated names to a mask. */
gboolean ion_delivery_states_parse (const char *const *names, guint *states, GError **error);

G_END_DECLS
