/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * All that the office has made, is making and has sent, in one list.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-list.h"

#include "ion-draft.h"
#include "ion-ledger-services.h"

void
ion_listed_campaign_free (IonListedCampaign *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->service);
  g_free (self->pause_code);
  g_free (self);
}

static IonListedCampaign *
add (GPtrArray *list, const char *id, const char *name, const char *service)
{
  IonListedCampaign *listed = g_new0 (IonListedCampaign, 1);

  listed->id = g_strdup (id);
  listed->name = g_strdup (name);
  listed->service = g_strdup (service);
  g_ptr_array_add (list, listed);
  return listed;
}

static gboolean
add_drafts (GPtrArray *list, IonOffice *office, GHashTable *services, GError **error)
{
  g_autoptr (GPtrArray) drafts = ion_office_list_drafts (office, error);

  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      const IonDraft *draft = g_ptr_array_index (drafts, i);
      const char *name = draft->name[0] != '\0' ? draft->name : draft->template_->name;
      const char *service =
          draft->service_id != NULL ? g_hash_table_lookup (services, draft->service_id) : NULL;
      IonListedCampaign *listed = add (list, draft->id, name, service);

      listed->is_draft = TRUE;
      listed->at = draft->saved_at;
    }
  return TRUE;
}

/* The moment that says most about it. */
static gint64
get_moment (const IonCampaign *campaign)
{
  if (campaign->state == ION_CAMPAIGN_SCHEDULED)
    return campaign->send_at;
  return campaign->started_at > 0 ? campaign->started_at : campaign->created_at;
}

static gboolean
add_campaigns (GPtrArray *list, IonLedger *ledger, GHashTable *services, GError **error)
{
  g_autoptr (GPtrArray) campaigns = ion_ledger_list_campaigns (ledger, error);

  if (campaigns == NULL)
    return FALSE;
  for (guint i = 0; i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);
      IonListedCampaign *listed = add (list, campaign->id, campaign->name,
                                       g_hash_table_lookup (services, campaign->service_id));

      listed->state = campaign->state;
      listed->pause_code = g_strdup (campaign->pause_code);
      listed->is_test = campaign->is_test;
      listed->at = get_moment (campaign);
      if (!ion_ledger_count_campaign (ledger, campaign->id, &listed->counts, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ion_office_list_campaigns (IonOffice *office, GError **error)
{
  IonLedger *ledger;
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ion_listed_campaign_free);
  g_autoptr (GHashTable) services = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office), NULL);

  ledger = ion_office_get_ledger (office);
  all = ion_ledger_list_services (ledger, error);
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      IonService *service = g_ptr_array_index (all, i);

      g_hash_table_insert (services, service->id, service->name);
    }
  if (!add_drafts (list, office, services, error) || !add_campaigns (list, ledger, services, error))
    return NULL;
  return g_steal_pointer (&list);
}
