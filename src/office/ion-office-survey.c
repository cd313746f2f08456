/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * All that the first page shows, in one look at the ledger, so that its parts agree.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-survey.h"

#include "ion-campaign-story.h"
#include "ion-ledger-drafts.h"
#include "ion-office-overdue.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ion-send-brief.h"

#define N_RECENT 5
/* What was not taken in an older campaign has been seen by now. */
#define RECENT (G_GINT64_CONSTANT (14) * 24 * 60 * 60)

static void
decision_free (gpointer data)
{
  IonDecision *decision = data;

  g_free (decision->id);
  g_free (decision->name);
  g_free (decision->pause_code);
  g_free (decision->explanation);
  g_free (decision);
}

void
ion_office_survey_free (IonOfficeSurvey *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->running);
  g_ptr_array_unref (self->coming);
  g_ptr_array_unref (self->recent);
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  g_free (self);
}

gint64
ion_campaign_counts_wanted (const IonCampaignCounts *counts)
{
  return counts->rows - counts->by_state[ION_DELIVERY_EXCLUDED];
}

gint64
ion_campaign_counts_settled (const IonCampaignCounts *counts)
{
  return ion_campaign_counts_wanted (counts) - counts->by_state[ION_DELIVERY_PENDING] -
         counts->by_state[ION_DELIVERY_SENDING];
}

gint64
ion_campaign_counts_taken (const IonCampaignCounts *counts)
{
  return counts->by_state[ION_DELIVERY_ACCEPTED] + counts->by_state[ION_DELIVERY_DELIVERED] +
         counts->by_state[ION_DELIVERY_REJECTED] + counts->by_state[ION_DELIVERY_FAILED];
}

static IonDecision *
add_decision (IonOfficeSurvey *self, IonDecisionKind kind, const char *id, const char *name)
{
  IonDecision *decision = g_new0 (IonDecision, 1);

  decision->kind = kind;
  decision->id = g_strdup (id);
  decision->name = g_strdup (name);
  g_ptr_array_add (self->decisions, decision);
  return decision;
}

static void
decide_pause (IonOfficeSurvey *self, const IonCampaign *campaign, gint64 now)
{
  gboolean is_overdue = g_strcmp0 (campaign->pause_code, ION_PAUSE_OVERDUE) == 0 ||
                        (campaign->send_at > 0 && ion_campaign_has_missed_its_time (campaign, now));
  IonDecision *decision;

  /* What was asked for is known: nothing waits. */
  if (g_strcmp0 (campaign->pause_code, "reach-done") == 0)
    return;
  decision = add_decision (self, is_overdue ? ION_DECISION_OVERDUE : ION_DECISION_PAUSED,
                           campaign->id, campaign->name);
  decision->at = campaign->send_at;
  decision->pause_code = g_strdup (campaign->pause_code);
  decision->explanation = ion_campaign_explain_pause (campaign);
}

static void
decide_outcomes (IonOfficeSurvey *self,
                 const IonCampaign *campaign,
                 const IonCampaignCounts *counts,
                 gint64 now)
{
  gint64 uncertain = counts->by_state[ION_DELIVERY_UNCERTAIN];
  gint64 to_mend = counts->by_state[ION_DELIVERY_REFUSED] +
                   counts->by_state[ION_DELIVERY_REJECTED] + counts->by_state[ION_DELIVERY_FAILED];

  if (uncertain > 0)
    add_decision (self, ION_DECISION_UNCERTAIN, campaign->id, campaign->name)->count = uncertain;
  if (to_mend > 0 && (campaign->finished_at == 0 || campaign->finished_at >= now - RECENT))
    add_decision (self, ION_DECISION_TO_MEND, campaign->id, campaign->name)->count = to_mend;
}

/* (transfer none): the list that @campaign stands in; (nullable) */
static GPtrArray *
find_list (IonOfficeSurvey *self, const IonCampaign *campaign)
{
  if (campaign->state == ION_CAMPAIGN_RUNNING)
    return self->running;
  if (campaign->state == ION_CAMPAIGN_SCHEDULED)
    return self->coming;
  if (campaign->started_at > 0 && !campaign->is_test && self->recent->len < N_RECENT)
    return self->recent;
  return NULL;
}

static gboolean
add_campaign (IonOfficeSurvey *self,
              IonLedger *ledger,
              const IonCampaign *campaign,
              gint64 now,
              GError **error)
{
  IonCampaignCounts counts = { 0 };
  IonSurveyedCampaign *surveyed;
  GPtrArray *list;

  if (campaign->state == ION_CAMPAIGN_PAUSED)
    decide_pause (self, campaign, now);
  if (!ion_ledger_count_campaign (ledger, campaign->id, &counts, error))
    return FALSE;
  decide_outcomes (self, campaign, &counts, now);
  list = find_list (self, campaign);
  if (list == NULL)
    return TRUE;
  surveyed = g_new0 (IonSurveyedCampaign, 1);
  surveyed->campaign = campaign;
  surveyed->counts = counts;
  g_ptr_array_add (list, surveyed);
  return TRUE;
}

static gboolean
add_campaigns (IonOfficeSurvey *self, IonLedger *ledger, GError **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  self->campaigns = ion_ledger_list_campaigns (ledger, error);
  if (self->campaigns == NULL)
    return FALSE;
  for (guint i = 0; i < self->campaigns->len; i++)
    if (!add_campaign (self, ledger, g_ptr_array_index (self->campaigns, i), now, error))
      return FALSE;
  if (self->campaigns->len == 0)
    {
      g_autoptr (GPtrArray) drafts = ion_ledger_list_drafts (ledger, error);

      self->is_empty = drafts != NULL && drafts->len == 0;
      return drafts != NULL;
    }
  return TRUE;
}

static gboolean
add_services (IonOfficeSurvey *self, IonOffice *office, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (GPtrArray) services = ion_ledger_list_services (ledger, error);

  if (services == NULL)
    return FALSE;
  for (guint i = 0; i < services->len; i++)
    {
      const IonService *service = g_ptr_array_index (services, i);

      if (g_strcmp0 (service->key_state, "refused") == 0)
        add_decision (self, ION_DECISION_KEY_REFUSED, service->id, service->name);
      else if (ion_office_recall_key_presence (office, service->id) == ION_KEY_ABSENT)
        add_decision (self, ION_DECISION_KEY_MISSING, service->id, service->name);
    }
  return TRUE;
}

static gint64
count_calls_left (const IonSurveyedCampaign *surveyed)
{
  const IonCampaign *campaign = surveyed->campaign;
  gint64 people = surveyed->counts.by_state[ION_DELIVERY_PENDING];

  if (campaign->tranche_left >= 0)
    people = MIN (people, campaign->tranche_left);
  return campaign->reach_only ? people : 2 * people;
}

/* As the engine reckons, also where that is at work in another program. */
static void
estimate_end (IonOfficeSurvey *self, IonOffice *office)
{
  gint64 n_calls = 0;
  int calls, seconds;

  if (self->running->len == 0 || self->is_stopped)
    return;
  for (guint i = 0; i < self->running->len; i++)
    n_calls += count_calls_left (g_ptr_array_index (self->running, i));
  ion_office_get_rate (office, &calls, &seconds);
  self->ends_at = g_get_real_time () / G_USEC_PER_SEC + n_calls * MAX (1, seconds) / MAX (1, calls);
}

static int
compare_send_at (gconstpointer a, gconstpointer b)
{
  const IonSurveyedCampaign *first = *(IonSurveyedCampaign *const *) a;
  const IonSurveyedCampaign *second = *(IonSurveyedCampaign *const *) b;

  return (first->campaign->send_at > second->campaign->send_at) -
         (first->campaign->send_at < second->campaign->send_at);
}

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const IonDecision *first = *(IonDecision *const *) a, *second = *(IonDecision *const *) b;

  return (int) first->kind - (int) second->kind;
}

IonOfficeSurvey *
ion_office_survey (IonOffice *office, GError **error)
{
  g_autoptr (IonOfficeSurvey) self = g_new0 (IonOfficeSurvey, 1);
  IonLedger *ledger = ion_office_get_ledger (office);
  gboolean is_at_work;

  self->decisions = g_ptr_array_new_with_free_func (decision_free);
  self->running = g_ptr_array_new_with_free_func (g_free);
  self->coming = g_ptr_array_new_with_free_func (g_free);
  self->recent = g_ptr_array_new_with_free_func (g_free);
  self->is_stopped = ion_ledger_is_stopped (ledger);
  is_at_work = ion_engine_is_at_work (ledger);
  /* The keyring is asked only while nothing can leave anyway. */
  if (!is_at_work && ion_office_is_older_copy (office, NULL))
    add_decision (self, ION_DECISION_OLDER_COPY, NULL, NULL);
  if (!add_campaigns (self, ledger, error) || !add_services (self, office, error))
    return NULL;
  if (is_at_work)
    estimate_end (self, office);
  g_ptr_array_sort (self->decisions, compare_decisions);
  g_ptr_array_sort (self->coming, compare_send_at);
  return g_steal_pointer (&self);
}
