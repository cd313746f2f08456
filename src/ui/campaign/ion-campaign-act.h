/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-campaign-standing.h"
#include "ion-desk.h"
#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/* What a person does with a campaign that was sent. */
typedef enum
{
  ION_ACT_PAUSE,
  ION_ACT_GO_ON,      /* with what is left of its part */
  ION_ACT_SEND_REST,  /* all that is left */
  ION_ACT_STOP,       /* for good */
  ION_ACT_RETRY,      /* puts back what IO did not take, by @states, and sends it */
  ION_ACT_RETRY_HELD, /* a second message about the same notice is meant */
  ION_ACT_RESOLVE,    /* decides about unknown outcomes */
} IonCampaignActKind;

typedef struct
{
  IonCampaignActKind kind;
  char *campaign_id; /* (owned) */
  guint states;      /* RETRY */
  gint64 row;        /* only this one; 0 = all of them */
  IonResolve word;   /* RESOLVE */
} IonCampaignAct;

IonCampaignAct *ion_campaign_act_new (IonCampaignActKind kind, const char *campaign_id);
void ion_campaign_act_free (IonCampaignAct *self);

/* With its guards, and journalled. From a worker thread. Returns: how many rows it concerned (0
 * where that says nothing); -1 on error */
gint64 ion_campaign_act_do (const IonCampaignAct *self, IonOffice *office, GError **error);

G_END_DECLS
