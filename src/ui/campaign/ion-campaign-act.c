/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The acts of the page, each whole: guards, the change, the journal.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-act.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-people.h"
#include "ion-office-error.h"
#include "ion-send-brief.h"
#include "ion-send-check.h"

#include <glib/gi18n-lib.h>

IonCampaignAct *
ion_campaign_act_new (IonCampaignActKind kind, const char *campaign_id)
{
  IonCampaignAct *self = g_new0 (IonCampaignAct, 1);

  self->kind = kind;
  self->campaign_id = g_strdup (campaign_id);
  return self;
}

void
ion_campaign_act_free (IonCampaignAct *self)
{
  if (self == NULL)
    return;
  g_free (self->campaign_id);
  g_free (self);
}

static gint64
note (IonLedger *ledger, const IonCampaignAct *act, const char *action, GError **error)
{
  return ion_ledger_write_journal (ledger, action, act->campaign_id, NULL, NULL, error) ? 0 : -1;
}

/* The first send has questions of its own (#IonCampaignDeparture): nothing gets round them. */
static gboolean
check_begun (const IonSendCheck *check, GError **error)
{
  if (check->campaign->is_test || !ion_campaign_is_unbegun (check->campaign) ||
      ion_ceremony_for_people (check->people) == ION_CEREMONY_NONE)
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION,
                       _ ("Nobody has said how many people are to be written to. Nothing was "
                          "sent."));
  return FALSE;
}

/* Everything that is left, as one more send. */
static gint64
send_rest (const IonCampaignAct *self, IonOffice *office, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonSendCheck) check =
      ion_office_check_send (office, self->campaign_id, NULL, -1, error);
  IonCampaignStart start = { .tranche = -1 };

  if (check == NULL || !check_begun (check, error))
    return -1;
  start.in_hours = check->campaign->in_hours;
  return ion_ledger_start_campaign (ledger, self->campaign_id, &start, error) ? check->people : -1;
}

/* What waits since before; without a row to send it only comes to its end. */
static gint64
go_on (const IonCampaignAct *self, IonOffice *office, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonSendCheck) check =
      ion_office_check_send (office, self->campaign_id, NULL, -1, error);

  if (check == NULL)
    return -1;
  if (check->campaign->state == ION_CAMPAIGN_READY)
    return send_rest (self, office, error);
  if (ion_campaign_has_missed_its_time (check->campaign, g_get_real_time () / G_USEC_PER_SEC) &&
      !check_begun (check, error))
    return -1;
  if (!ion_ledger_resume_campaign (ledger, self->campaign_id, error))
    return -1;
  return note (ledger, self, "campaign-resume", error);
}

/* A paused campaign stays so: whoever paused it lets it go on. */
static gint64
put_back (const IonCampaignAct *self, IonOffice *office, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonCampaign) campaign = NULL;
  gint64 n_rows;

  if (self->kind == ION_ACT_RETRY_HELD)
    n_rows = ion_ledger_retry_held (ledger, self->campaign_id, error);
  else if (self->kind == ION_ACT_RESOLVE)
    n_rows = ion_ledger_resolve_uncertain (ledger, self->campaign_id, self->word,
                                           self->row > 0 ? &self->row : NULL, self->row > 0, error);
  else
    n_rows = ion_ledger_retry (ledger, self->campaign_id, self->states,
                               self->row > 0 ? &self->row : NULL, self->row > 0, error);
  if (n_rows <= 0 || (self->kind == ION_ACT_RESOLVE && self->word != ION_RESOLVE_RETRY))
    return n_rows;
  campaign = ion_ledger_get_campaign (ledger, self->campaign_id, error);
  if (campaign == NULL)
    return -1;
  if (campaign->state == ION_CAMPAIGN_READY && !ion_campaign_is_unbegun (campaign) &&
      send_rest (self, office, error) < 0)
    return -1;
  return n_rows;
}

gint64
ion_campaign_act_do (const IonCampaignAct *self, IonOffice *office, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);

  switch (self->kind)
    {
    case ION_ACT_PAUSE:
      return ion_ledger_pause_campaign (ledger, self->campaign_id, "by-person", NULL, error) ? 0
                                                                                             : -1;
    case ION_ACT_STOP:
      return ion_ledger_cancel_campaign (ledger, self->campaign_id, error) ? 0 : -1;
    case ION_ACT_GO_ON:
      return go_on (self, office, error);
    case ION_ACT_SEND_REST:
      return send_rest (self, office, error);
    case ION_ACT_RETRY:
    case ION_ACT_RETRY_HELD:
    case ION_ACT_RESOLVE:
    default:
      return put_back (self, office, error);
    }
}
