/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The figures of the page, read together in a worker thread so that they fit each other.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-facts.h"

#include "ion-campaign-summary.h"
#include "ion-doubt-words.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-services.h"
#include "ion-send-brief.h"

#include <glib/gi18n-lib.h>

void
ion_campaign_facts_free (IonCampaignFacts *self)
{
  if (self == NULL)
    return;
  ion_campaign_free (self->campaign);
  g_clear_pointer (&self->causes, g_ptr_array_unref);
  g_free (self->service_name);
  g_free (self->summary);
  g_free (self->doubts);
  g_free (self->standing);
  g_free (self);
}

static gint64
count_held (GPtrArray *reasons)
{
  gint64 n_held = 0;

  for (guint i = 0; i < reasons->len; i++)
    {
      const IonReason *reason = g_ptr_array_index (reasons, i);

      if (reason->state == ION_DELIVERY_REFUSED &&
          g_str_equal (reason->code, "notice-already-sent"))
        n_held += reason->count;
    }
  return n_held;
}

/* Also where somebody paused it before its time, which has passed since. */
static gboolean
must_ask (const IonCampaignFacts *self)
{
  const IonCampaign *campaign = self->campaign;

  if (campaign->is_test || !ion_campaign_is_unbegun (campaign))
    return FALSE;
  return self->remedy == ION_REMEDY_SEND ||
         ion_campaign_has_missed_its_time (campaign, g_get_real_time () / G_USEC_PER_SEC);
}

/* A figure that stands on the page is copied instead of looked up. */
static gboolean
must_hide (const IonCampaignFacts *self)
{
  gint64 people = self->counts.rows - self->counts.by_state[ION_DELIVERY_EXCLUDED];

  return self->asks_first && ion_ceremony_for_people (people) == ION_CEREMONY_TOTALS;
}

static void
tell (IonCampaignFacts *self, IonOffice *office, GPtrArray *reasons)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonService) service =
      ion_ledger_get_service (ledger, self->campaign->service_id, NULL);

  self->service_name = g_strdup (service != NULL ? service->name : self->campaign->service_id);
  self->summary = ion_campaign_summarize (&self->counts, count_held (reasons),
                                          self->campaign->is_test, ion_office_is_practice (office));
  self->standing = ion_campaign_tell_standing (self->campaign, &self->counts, &self->remedy);
  self->doubts = ion_doubts_explain_accepted (self->campaign->accepted_doubts);
  self->asks_first = must_ask (self);
  self->hides_figures = must_hide (self);
  if (self->hides_figures)
    {
      g_free (self->summary);
      self->summary = g_strdup (_ ("Nobody has been written to so far."));
    }
  self->is_followed = ion_ledger_next_follow_up (ledger, self->campaign->id) > 0;
}

IonCampaignFacts *
ion_campaign_facts_read (IonOffice *office, const char *id, GError **error)
{
  g_autoptr (IonCampaignFacts) self = g_new0 (IonCampaignFacts, 1);
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (GPtrArray) reasons = NULL;

  self->campaign = ion_ledger_get_campaign (ledger, id, error);
  if (self->campaign == NULL || !ion_ledger_count_campaign (ledger, id, &self->counts, error) ||
      (reasons = ion_ledger_list_reasons (ledger, id, error)) == NULL)
    return NULL;
  self->read_at = g_get_monotonic_time ();
  self->causes = ion_campaign_list_causes (&self->counts, reasons);
  tell (self, office, reasons);
  return g_steal_pointer (&self);
}

gint64
ion_campaign_facts_count_settled (const IonCampaignFacts *self)
{
  return self->counts.rows - self->counts.by_state[ION_DELIVERY_PENDING] -
         self->counts.by_state[ION_DELIVERY_SENDING] - self->counts.by_state[ION_DELIVERY_EXCLUDED];
}
