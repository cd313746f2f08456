/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/* What helps a campaign that does not go on by itself. */
typedef enum
{
  ION_REMEDY_NONE,
  ION_REMEDY_GO_ON,   /* say go on */
  ION_REMEDY_SEND,    /* it has not begun, or was put back */
  ION_REMEDY_REST,    /* the first part is out: send the rest */
  ION_REMEDY_SERVICE, /* look after the service's key, then go on */
  ION_REMEDY_CAUSES,  /* look at what was refused, mend it, then go on */
} IonCampaignRemedy;

/**
 * ion_campaign_tell_standing:
 * @remedy: (out) (optional)
 *
 * Where the campaign stands, for the window: why it does not go on, and what has reached citizens.
 * Pure.
 *
 * Returns: (transfer full)
 */
char *ion_campaign_tell_standing (const IonCampaign *campaign,
                                  const IonCampaignCounts *counts,
                                  IonCampaignRemedy *remedy);

/* How many messages have left, as far as anybody knows. */
gint64 ion_campaign_count_left (const IonCampaignCounts *counts);

G_END_DECLS
