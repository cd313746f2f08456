/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row's story, read in a worker thread: merging a message is work.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-story.h"

#include "ion-delivery-steps.h"
#include "ion-ledger-services.h"

void
ion_delivery_story_free (IonDeliveryStory *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->preview, ion_campaign_preview_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self->service_name);
  g_free (self);
}

IonDeliveryStory *
ion_delivery_story_read (IonOffice *office, const char *campaign_id, gint64 row, GError **error)
{
  g_autoptr (IonDeliveryStory) self = g_new0 (IonDeliveryStory, 1);
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonCampaign) campaign = ion_ledger_get_campaign (ledger, campaign_id, error);
  g_autoptr (IonService) service = NULL;

  if (campaign == NULL)
    return NULL;
  self->preview = ion_office_preview_campaign (office, campaign_id, row, NULL, error);
  if (self->preview == NULL)
    return NULL;
  self->steps = ion_delivery_list_steps (campaign, self->preview->delivery);
  service = ion_ledger_get_service (ledger, campaign->service_id, NULL);
  self->service_name = g_strdup (service != NULL ? service->name : "");
  return g_steal_pointer (&self);
}
