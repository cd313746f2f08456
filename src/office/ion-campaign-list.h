/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-office.h"

G_BEGIN_DECLS

/* A campaign, or one that is being made, as a list shows it. */
typedef struct
{
  gboolean is_draft;
  char *id;      /* (owned): of the draft or the campaign */
  char *name;    /* (owned): "" where it has none yet */
  char *service; /* (owned) (nullable): name of the service */
  IonCampaignState state;
  char *pause_code; /* (owned) (nullable) */
  gboolean is_test;
  gint64 at; /* UTC seconds: saved, to leave, begun, or made */
  IonCampaignCounts counts;
} IonListedCampaign;

void ion_listed_campaign_free (IonListedCampaign *self);

/* (element-type IonListedCampaign): what is being made first, then campaigns; newest first. From
 * any thread; counts every campaign. */
GPtrArray *ion_office_list_campaigns (IonOffice *office, GError **error);

G_END_DECLS
