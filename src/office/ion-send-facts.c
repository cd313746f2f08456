/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The figures that the last look and the plan stand on. One reading for both, since counting a
 * campaign means unsealing it.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-send-facts.h"

#include "ion-ledger-deliveries.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ion-scheduler.h"
#include "ion-send-check.h"

void
ion_send_facts_free (IonSendFacts *self)
{
  if (self == NULL)
    return;
  g_free (self->campaign_id);
  g_free (self->pause_code);
  g_free (self->service_id);
  g_free (self->service_name);
  g_clear_pointer (&self->hours, ion_sending_hours_free);
  g_free (self);
}

static IonSendingHours *
copy_hours (const IonSendingHours *hours)
{
  IonSendingHours *copy = g_new (IonSendingHours, 1);

  *copy = *hours;
  copy->holidays = g_memdup2 (hours->holidays, hours->n_holidays * sizeof *hours->holidays);
  return copy;
}

IonSendFacts *
ion_send_facts_copy (const IonSendFacts *self)
{
  IonSendFacts *copy;

  if (self == NULL)
    return NULL;
  copy = g_new (IonSendFacts, 1);
  *copy = *self;
  copy->campaign_id = g_strdup (self->campaign_id);
  copy->pause_code = g_strdup (self->pause_code);
  copy->service_id = g_strdup (self->service_id);
  copy->service_name = g_strdup (self->service_name);
  copy->hours = copy_hours (self->hours);
  return copy;
}

static void
read_service (IonSendFacts *self, IonOffice *office)
{
  g_autoptr (IonService) service =
      ion_ledger_get_service (ion_office_get_ledger (office), self->service_id, NULL);

  if (service == NULL)
    return;
  self->service_name = g_strdup (service->name);
  /* One that cannot be read now is not a missing one: the send itself says what is wrong. */
  self->has_key = ion_office_get_key_presence (office, service->id, NULL) != ION_KEY_ABSENT;
}

static gboolean
has_sent (IonLedger *ledger)
{
  g_autoptr (GPtrArray) campaigns = ion_ledger_list_campaigns (ledger, NULL);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);

      if (!campaign->is_test && campaign->started_at > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_office (IonSendFacts *self, IonOffice *office, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  gint64 today = ion_scheduler_day_start (g_get_real_time () / G_USEC_PER_SEC);
  g_autoptr (GPtrArray) testers = ion_ledger_list_test_recipients (ledger, error);

  if (testers == NULL)
    return FALSE;
  /* Codes and labels come in pairs. */
  self->testers = testers->len / 2;
  self->is_practice = ion_office_is_practice (office);
  self->is_first = !self->is_practice && !has_sent (ledger);
  ion_office_get_rate (office, &self->calls, &self->seconds);
  self->hours = ion_office_get_sending_hours (office);
  self->office_daily = MAX (0, ion_office_get_number (office, "daily-limit"));
  if (self->office_daily > 0)
    self->sent_today = MAX (0, ion_ledger_count_intended_since (ledger, today, NULL));
  self->countdown = (guint) MAX (0, ion_office_get_number (office, "countdown"));
  return TRUE;
}

static gboolean
read_campaign (IonSendFacts *self,
               IonOffice *office,
               const char *id,
               const IonSendFacts *known,
               GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonCampaign) campaign = ion_ledger_get_campaign (ledger, id, error);

  if (campaign == NULL || !ion_ledger_count_campaign (ledger, campaign->id, &self->counts, error))
    return FALSE;
  self->campaign_id = g_strdup (campaign->id);
  self->state = campaign->state;
  self->pause_code = g_strdup (campaign->pause_code);
  self->reach_only = campaign->reach_only;
  if (known == NULL || g_strcmp0 (known->campaign_id, campaign->id) != 0)
    return ion_office_total_campaign (office, campaign->id, &self->people, &self->amount, error);
  self->people = known->people;
  self->amount = known->amount;
  return TRUE;
}

IonSendFacts *
ion_office_read_send_facts (IonOffice *self,
                            const char *campaign,
                            const char *service,
                            const IonSendFacts *known,
                            GError **error)
{
  g_autoptr (IonSendFacts) facts = g_new0 (IonSendFacts, 1);

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  facts->service_id = g_strdup (service);
  if (service != NULL)
    read_service (facts, self);
  if (!read_office (facts, self, error) ||
      (campaign != NULL && !read_campaign (facts, self, campaign, known, error)))
    return NULL;
  return g_steal_pointer (&facts);
}

gint64
ion_send_facts_count_pending (const IonSendFacts *self)
{
  return self->counts.by_state[ION_DELIVERY_PENDING];
}

gint64
ion_send_facts_count_unreachable (const IonSendFacts *self)
{
  return self->counts.by_state[ION_DELIVERY_NOT_ON_IO] +
         self->counts.by_state[ION_DELIVERY_SWITCHED_OFF];
}

gboolean
ion_send_facts_is_asking (const IonSendFacts *self)
{
  return self->reach_only &&
         (self->state == ION_CAMPAIGN_RUNNING || self->state == ION_CAMPAIGN_SCHEDULED);
}

gboolean
ion_send_facts_is_asked (const IonSendFacts *self)
{
  return g_strcmp0 (self->pause_code, "reach-done") == 0;
}

void
ion_send_facts_get_terms (const IonSendFacts *self, const IonDraft *draft, IonSendTerms *terms)
{
  g_return_if_fail (self != NULL && draft != NULL && terms != NULL);

  *terms = (IonSendTerms){
    .now = g_get_real_time () / G_USEC_PER_SEC,
    .people = ion_send_facts_count_pending (self),
    .calls_per_person = ion_send_facts_is_asked (self) ? 1 : 2,
    .calls = self->calls,
    .seconds = self->seconds,
    .hours = self->hours,
    .office_daily = self->office_daily,
    .sent_today = self->sent_today,
    .when = draft->when,
    .send_at = draft->send_at,
    .first = draft->first,
    .daily = draft->daily,
  };
}
