/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What ledger and keyring together know of a service. The key itself is asked for only whether it
 * is there.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-service-story.h"

static void
service_campaign_free (IonServiceCampaign *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

void
ion_service_story_free (IonServiceStory *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->service, ion_service_free);
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  g_free (self->trouble);
  g_free (self);
}

static IonKeyStanding
judge (IonServiceStory *self, IonOffice *office)
{
  g_autoptr (GError) error = NULL;

  switch (ion_office_get_key_presence (office, self->service->id, &error))
    {
    case ION_KEY_ABSENT:
      return ION_KEY_STANDING_ABSENT;
    case ION_KEY_UNREADABLE:
      self->trouble = error != NULL ? ion_office_error_explain (error) : NULL;
      return ION_KEY_STANDING_UNREADABLE;
    default:
      if (g_strcmp0 (self->service->key_state, "refused") == 0)
        return ION_KEY_STANDING_REFUSED;
      return self->service->key_state != NULL ? ION_KEY_STANDING_ACCEPTED
                                              : ION_KEY_STANDING_UNTESTED;
    }
}

/* @service: (transfer full) */
static IonServiceStory *
tell (IonOffice *office, IonService *service)
{
  IonServiceStory *self = g_new0 (IonServiceStory, 1);

  self->service = service;
  self->campaigns = g_ptr_array_new_with_free_func ((GDestroyNotify) service_campaign_free);
  self->standing = judge (self, office);
  ion_service_get_rotation (service, &self->slot, &self->step);
  return self;
}

static gboolean
is_unfinished (IonCampaignState state)
{
  return state != ION_CAMPAIGN_DONE && state != ION_CAMPAIGN_CANCELLED;
}

static gboolean
add_campaigns (IonServiceStory *self, IonLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) campaigns = ion_ledger_list_campaigns (ledger, error);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);
      IonCampaignCounts counts = { 0 };
      IonServiceCampaign *entry;

      if (g_strcmp0 (campaign->service_id, self->service->id) != 0)
        continue;
      if (!ion_ledger_count_campaign (ledger, campaign->id, &counts, error))
        return FALSE;
      entry = g_new0 (IonServiceCampaign, 1);
      entry->id = g_strdup (campaign->id);
      entry->name = g_strdup (campaign->name);
      entry->state = campaign->state;
      entry->created_at = campaign->started_at > 0 ? campaign->started_at : campaign->created_at;
      for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
        entry->people += counts.by_state[state];
      g_ptr_array_add (self->campaigns, entry);
      self->n_unfinished += is_unfinished (campaign->state);
    }
  return campaigns != NULL;
}

IonServiceStory *
ion_office_tell_service (IonOffice *self, const char *id, GError **error)
{
  IonLedger *ledger;
  IonService *service;
  g_autoptr (IonServiceStory) story = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  service = ion_ledger_get_service (ledger, id, error);
  story = service != NULL ? tell (self, service) : NULL;
  if (story == NULL || !add_campaigns (story, ledger, error))
    return NULL;
  return g_steal_pointer (&story);
}

GPtrArray *
ion_office_tell_services (IonOffice *self, GError **error)
{
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GPtrArray) stories = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  services = ion_ledger_list_services (ion_office_get_ledger (self), error);
  if (services == NULL)
    return NULL;
  stories = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_service_story_free);
  while (services->len > 0)
    g_ptr_array_add (stories, tell (self, g_ptr_array_steal_index (services, 0)));
  return g_steal_pointer (&stories);
}
