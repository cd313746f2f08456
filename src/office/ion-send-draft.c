/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From a draft that a person has looked at to a campaign that the engine sends. Whatever is written
 * here is written once, so that a second press of the button finds the door shut.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-send-draft.h"

#include "ion-campaign-sources.h"
#include "ion-office-settings.h"
#include "ion-send-check.h"
#include "ion-send-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Looked at, perhaps asked who can be reached; never begun. */
static gboolean
check_not_begun (IonOffice *office, const char *id, GError **error)
{
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ion_office_get_ledger (office), id, error);

  if (campaign == NULL)
    return FALSE;
  if (campaign->started_at == 0 &&
      (campaign->state == ION_CAMPAIGN_READY || campaign->state == ION_CAMPAIGN_PAUSED))
    return TRUE;
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                       _ ("This campaign has already been started: its page tells where it is."));
  return FALSE;
}

/* "yes" and "no" as the journal keeps them. */
static const char *
name_answer (IonDraftAnswer answer)
{
  return answer == ION_DRAFT_ANSWER_YES ? "yes" : answer == ION_DRAFT_ANSWER_NO ? "no" : "unsaid";
}

static char *
compose_answers (const IonDraft *draft)
{
  if (!ion_template_has_payment (draft->template_))
    return NULL;
  return g_strdup_printf ("positions-exist=%s supplier-writes=%s",
                          name_answer (draft->positions_exist),
                          name_answer (draft->supplier_writes));
}

static IonDraftAnswer
find_answer (const char *answers, const char *question)
{
  const char *at = answers != NULL ? strstr (answers, question) : NULL;

  if (at == NULL)
    return ION_DRAFT_ANSWER_NONE;
  at += strlen (question);
  if (g_str_has_prefix (at, "yes"))
    return ION_DRAFT_ANSWER_YES;
  return g_str_has_prefix (at, "no") ? ION_DRAFT_ANSWER_NO : ION_DRAFT_ANSWER_NONE;
}

void
ion_draft_take_answers (IonDraft *draft, const char *answers)
{
  g_return_if_fail (draft != NULL);

  draft->positions_exist = find_answer (answers, "positions-exist=");
  draft->supplier_writes = find_answer (answers, "supplier-writes=");
}

/* Up to a few people the word given was about these very people: the figure is a guard either way.
 */
static IonExpectation
get_expectation (const IonDraft *draft)
{
  return (IonExpectation){ draft->expected_people, draft->expected_total };
}

static gboolean
check (IonOffice *office, const IonDraft *draft, const char *campaign, GError **error)
{
  IonExpectation expectation = get_expectation (draft);
  g_autoptr (IonSendCheck) check =
      ion_office_check_send (office, campaign, &expectation, draft->first, error);

  if (check == NULL)
    return FALSE;
  if (ion_ceremony_for_people (check->totals.people) == ION_CEREMONY_NONE ||
      draft->expected_people >= 0)
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION,
                       _ ("Nobody has said how many people are to be written to. Nothing was "
                          "sent."));
  return FALSE;
}

/* The office's own limit counts as one of the campaign's, whose next day begins within the sending
 * hours rather than at midnight. */
static gint64
get_daily_limit (IonOffice *office, const IonDraft *draft)
{
  gint64 limit = draft->daily > 0 ? draft->daily : ion_office_get_number (office, "daily-limit");

  return limit > 0 ? limit : -1;
}

gboolean
ion_office_send_draft (IonOffice *self, const IonDraft *draft, const char *campaign, GError **error)
{
  /* Between the look and the start nobody else of this program looks. */
  static GMutex door;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *answers = NULL;
  IonCampaignStart start = { 0 };

  g_return_val_if_fail (ION_IS_OFFICE (self) && draft != NULL && campaign != NULL, FALSE);

  locker = g_mutex_locker_new (&door);
  if (!check_not_begun (self, campaign, error) || !check (self, draft, campaign, error))
    return FALSE;
  answers = compose_answers (draft);
  start.send_at = draft->when == ION_DRAFT_SEND_AT ? draft->send_at : 0;
  start.tranche = draft->first;
  start.daily_limit = get_daily_limit (self, draft);
  start.in_hours = draft->when == ION_DRAFT_SEND_IN_HOURS;
  start.purpose = draft->purpose;
  start.answers = answers;
  return ion_ledger_start_campaign (ion_office_get_ledger (self), campaign, &start, error);
}

gboolean
ion_office_ask_reach (IonOffice *self, const char *campaign, GError **error)
{
  const IonCampaignStart start = { .tranche = -1, .reach_only = TRUE };

  g_return_val_if_fail (ION_IS_OFFICE (self) && campaign != NULL, FALSE);

  return check_not_begun (self, campaign, error) &&
         ion_ledger_start_campaign (ion_office_get_ledger (self), campaign, &start, error);
}

gboolean
ion_office_stop_asking (IonOffice *self, const char *campaign, GError **error)
{
  g_return_val_if_fail (ION_IS_OFFICE (self) && campaign != NULL, FALSE);

  return ion_ledger_pause_campaign (ion_office_get_ledger (self), campaign, "by-person", NULL,
                                    error);
}

char *
ion_office_send_test (IonOffice *self,
                      const IonTemplate *template_,
                      const char *service,
                      GError **error)
{
  const IonCampaignStart start = { .tranche = -1 };
  g_autofree char *id = NULL;
  g_autoptr (IonSendCheck) check = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self) && template_ != NULL && service != NULL, NULL);

  id = ion_office_new_test_campaign (self, template_, service, error);
  if (id == NULL)
    return NULL;
  /* The list is looked at once more: it may have changed since. */
  check = ion_office_check_send (self, id, NULL, -1, error);
  if (check == NULL || !ion_ledger_start_campaign (ion_office_get_ledger (self), id, &start, error))
    return NULL;
  return g_steal_pointer (&id);
}
