/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-banner.h"
#include "ion-campaign-departure.h"
#include "ion-campaign-facts.h"
#include "ion-campaign-head.h"
#include "ion-campaign-page.h"
#include "ion-causes-list.h"
#include "ion-deliveries.h"
#include "ion-delivery-pane.h"
#include "ion-export-strip.h"
#include "ion-split.h"

G_BEGIN_DECLS

/* For the files of #IonCampaignPage only. */
struct _IonCampaignPage
{
  IonPage parent_instance;

  IonBanner *banner;
  IonCampaignHead *head;
  IonCausesList *causes;
  IonExportStrip *export_strip;
  IonDeliveries *deliveries;
  IonSplit *split;
  IonDeliveryPane *pane;

  char *campaign_id;               /* (owned) (nullable) */
  IonCampaignDeparture *departure; /* (owned) (nullable): its first send */
  IonCampaignFacts *facts;         /* (owned) (nullable): as last read */
  gboolean is_reading, is_stale, is_gone;
  gboolean is_verifying; /* asking IO about its messages, at somebody's word */
};

void ion_campaign_page_refresh (IonCampaignPage *self);

/* ion-campaign-page-actions.c: "campaign.*" */
void ion_campaign_page_install_actions (GtkWidgetClass *widget_class);
void ion_campaign_page_update_actions (IonCampaignPage *self);

G_END_DECLS
