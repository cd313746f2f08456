/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/* Why so many people did not get the message, what that means, and what helps. */
typedef struct
{
  IonDeliveryState state;
  char *code; /* (owned) (nullable): all rows in @state where there is none */
  gint64 count;
  char *title;   /* (owned): "Non raggiungibili su IO" */
  char *meaning; /* (owned) */
  char *advice;  /* (owned) (nullable): what to do */
} IonCampaignCause;

void ion_campaign_cause_free (IonCampaignCause *self);

/* Everything that waits for somebody first, then the rest by number. @reasons: (element-type
 * IonReason). Pure. Returns: (transfer full) (element-type IonCampaignCause) */
GPtrArray *ion_campaign_list_causes (const IonCampaignCounts *counts, GPtrArray *reasons);

G_END_DECLS
