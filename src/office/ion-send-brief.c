/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whoever made the campaign, the one who sends it answers for it: the same is asked as of a draft,
 * and through the same functions.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-send-brief.h"

#include "ion-send-draft.h"

void
ion_send_brief_free (IonSendBrief *self)
{
  if (self == NULL)
    return;
  ion_draft_free (self->draft);
  ion_send_facts_free (self->facts);
  g_free (self);
}

/* What it was to do when it was scheduled still holds, but for the moment. */
static gboolean
read_draft (IonSendBrief *self, IonOffice *office, const char *id, GError **error)
{
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ion_office_get_ledger (office), id, error);

  if (campaign == NULL || (self->draft = ion_office_draft_like (office, id, error)) == NULL)
    return FALSE;
  g_free (self->draft->name);
  self->draft->name = g_strdup (campaign->name);
  self->draft->source = ION_DRAFT_SOURCE_CAMPAIGN;
  if (campaign->tranche_left > 0)
    self->draft->first = campaign->tranche_left;
  ion_draft_take_answers (self->draft, campaign->answers);
  return TRUE;
}

IonSendBrief *
ion_office_read_send_brief (IonOffice *self, const char *campaign, GError **error)
{
  g_autoptr (IonSendBrief) brief = g_new0 (IonSendBrief, 1);

  g_return_val_if_fail (ION_IS_OFFICE (self) && campaign != NULL, NULL);

  if (!read_draft (brief, self, campaign, error))
    return NULL;
  brief->facts = ion_office_read_send_facts (self, campaign, brief->draft->service_id, NULL, error);
  if (brief->facts == NULL)
    return NULL;
  /* Up to a few people the yes to the question is the word about these very people. */
  if (ion_ceremony_for_people (brief->facts->people) == ION_CEREMONY_WORD)
    brief->draft->expected_people = brief->facts->people;
  return g_steal_pointer (&brief);
}

gboolean
ion_campaign_is_unbegun (const IonCampaign *campaign)
{
  g_return_val_if_fail (campaign != NULL, FALSE);

  return campaign->started_at == 0 &&
         (campaign->state == ION_CAMPAIGN_READY || campaign->state == ION_CAMPAIGN_PAUSED);
}

gboolean
ion_campaign_has_missed_its_time (const IonCampaign *campaign, gint64 now)
{
  return ion_campaign_is_unbegun (campaign) && campaign->state == ION_CAMPAIGN_PAUSED &&
         !campaign->reach_only && campaign->send_at <= now;
}
