/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What still stands between a draft and its being sent: one list for the page, so that no button is
 * dead without a reason.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-gaps.h"

#include "ion-office-error.h"
#include "ion-renderer.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>

void
ion_draft_gap_free (IonDraftGap *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self);
}

static void
add (GPtrArray *gaps, IonDraftPlace place, gboolean is_wrong, const char *sentence)
{
  IonDraftGap *gap = g_new0 (IonDraftGap, 1);

  gap->place = place;
  gap->is_wrong = is_wrong;
  gap->sentence = g_strdup (sentence);
  g_ptr_array_add (gaps, gap);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
add_message (GPtrArray *gaps, const IonDraft *draft)
{
  const IonTemplateText *text = draft->template_->main;

  if (is_empty (draft->service_id))
    add (gaps, ION_DRAFT_PLACE_MESSAGE, FALSE,
         _ ("Choose the service that the message comes from."));
  if (is_empty (text->subject))
    add (gaps, ION_DRAFT_PLACE_MESSAGE, FALSE, _ ("Write the title of the message."));
  if (is_empty (text->markdown))
    add (gaps, ION_DRAFT_PLACE_MESSAGE, FALSE, _ ("Write the text of the message."));
}

gboolean
ion_draft_check_written (const IonDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_draft_gap_free);

  g_return_val_if_fail (draft != NULL, FALSE);

  add_message (gaps, draft);
  if (gaps->len == 0)
    return TRUE;
  g_set_error_literal (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                       ((const IonDraftGap *) g_ptr_array_index (gaps, 0))->sentence);
  return FALSE;
}

static void
add_people (GPtrArray *gaps, const IonDraft *draft)
{
  if (draft->source == ION_DRAFT_SOURCE_NONE)
    add (gaps, ION_DRAFT_PLACE_RECIPIENTS, FALSE, _ ("Say who gets the message."));
}

IonDraftPlace
ion_draft_place_of_error (const GError *error)
{
  if (error != NULL && (error->domain == ION_TEMPLATE_ERROR || error->domain == ION_VALUE_ERROR))
    return ION_DRAFT_PLACE_MESSAGE;
  if (error != NULL && error->domain == ION_OFFICE_ERROR && error->code == ION_OFFICE_ERROR_NO_KEY)
    return ION_DRAFT_PLACE_SERVICE;
  return ION_DRAFT_PLACE_RECIPIENTS;
}

static void
add_error (GPtrArray *gaps, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  add (gaps, ion_draft_place_of_error (error), TRUE, sentence);
}

static IonFigure
compare (gint64 said, gint64 found)
{
  if (said < 0)
    return ION_FIGURE_UNSAID;
  return said == found ? ION_FIGURE_FITS : ION_FIGURE_DIFFERS;
}

IonFigure
ion_draft_compare_people (const IonDraft *draft, const IonSendFacts *facts)
{
  return compare (draft->expected_people, facts->people);
}

IonFigure
ion_draft_compare_total (const IonDraft *draft, const IonSendFacts *facts)
{
  return compare (draft->expected_total, facts->amount);
}

gboolean
ion_draft_asks_total (const IonDraft *draft, const IonSendFacts *facts)
{
  return facts->amount > 0 && ion_ceremony_for_people (facts->people) == ION_CEREMONY_TOTALS;
}

gboolean
ion_draft_figures_fit (const IonDraft *draft, const IonSendFacts *facts)
{
  if (ion_ceremony_for_people (facts->people) == ION_CEREMONY_NONE)
    return TRUE;
  return ion_draft_compare_people (draft, facts) == ION_FIGURE_FITS &&
         (!ion_draft_asks_total (draft, facts) ||
          ion_draft_compare_total (draft, facts) == ION_FIGURE_FITS);
}

static void
add_figures (GPtrArray *gaps, const IonDraft *draft, const IonSendFacts *facts)
{
  IonCeremony ceremony = ion_ceremony_for_people (facts->people);

  if (ion_draft_figures_fit (draft, facts))
    return;
  if (ceremony == ION_CEREMONY_WORD)
    add (gaps, ION_DRAFT_PLACE_CHECK, FALSE, _ ("Confirm that message and recipients are right."));
  else if (ion_draft_compare_people (draft, facts) == ION_FIGURE_DIFFERS)
    add (gaps, ION_DRAFT_PLACE_CHECK, TRUE,
         _ ("The number of people does not match the one that was typed."));
  else if (ion_draft_compare_people (draft, facts) == ION_FIGURE_UNSAID)
    add (gaps, ION_DRAFT_PLACE_CHECK, FALSE,
         _ ("Type how many people are to be written to, from the office's own accounts."));
  if (ceremony != ION_CEREMONY_TOTALS || !ion_draft_asks_total (draft, facts))
    return;
  if (ion_draft_compare_total (draft, facts) == ION_FIGURE_DIFFERS)
    add (gaps, ION_DRAFT_PLACE_CHECK, TRUE,
         _ ("The total in euros does not match the one that was typed."));
  else if (ion_draft_compare_total (draft, facts) == ION_FIGURE_UNSAID)
    add (gaps, ION_DRAFT_PLACE_CHECK, FALSE,
         _ ("Type the total in euros, from the office's own accounts."));
}

static void
add_answers (GPtrArray *gaps, const IonDraft *draft)
{
  if (draft->positions_exist == ION_DRAFT_ANSWER_NO)
    add (gaps, ION_DRAFT_PLACE_CHECK, TRUE,
         _ ("The debt positions are not there yet: whoever opens the message could not pay."));
  if (draft->positions_exist == ION_DRAFT_ANSWER_NONE)
    add (gaps, ION_DRAFT_PLACE_CHECK, FALSE, _ ("Say whether the debt positions exist."));
  if (draft->supplier_writes == ION_DRAFT_ANSWER_NONE)
    add (gaps, ION_DRAFT_PLACE_CHECK, FALSE,
         _ ("Say whether the payment supplier already writes to citizens."));
}

static void
add_check (GPtrArray *gaps, const IonDraft *draft, const IonSendFacts *facts)
{
  if (ion_ceremony_for_people (facts->people) == ION_CEREMONY_NONE)
    return;
  add_figures (gaps, draft, facts);
  if (ion_template_has_payment (draft->template_))
    add_answers (gaps, draft);
  if (is_empty (draft->purpose))
    add (gaps, ION_DRAFT_PLACE_CHECK, FALSE, _ ("Say what this message is for."));
}

static void
add_facts (GPtrArray *gaps, const IonDraft *draft, const IonSendFacts *facts)
{
  if (!is_empty (draft->service_id) && !facts->has_key)
    add (gaps, ION_DRAFT_PLACE_SERVICE, TRUE,
         _ ("The service has no API key: nothing can be sent with it."));
  if (facts->campaign_id == NULL)
    return;
  if (ion_send_facts_is_asking (facts))
    add (gaps, ION_DRAFT_PLACE_CHECK, FALSE,
         _ ("IO is being asked who can be reached: wait until it is done."));
  else if (ion_send_facts_count_pending (facts) == 0)
    add (gaps, ION_DRAFT_PLACE_RECIPIENTS, TRUE, _ ("Nobody is left who can be written to."));
  add_check (gaps, draft, facts);
}

GPtrArray *
ion_draft_list_gaps (const IonDraft *draft,
                     const GError *prepare_error,
                     const IonSendFacts *facts,
                     gint64 now)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_draft_gap_free);

  g_return_val_if_fail (draft != NULL, gaps);

  add_message (gaps, draft);
  add_people (gaps, draft);
  /* What is still to be written comes as an error too: once is enough. */
  if (prepare_error != NULL && gaps->len == 0)
    add_error (gaps, prepare_error);
  if (facts != NULL)
    add_facts (gaps, draft, facts);
  if (draft->when == ION_DRAFT_SEND_AT && draft->send_at <= now)
    add (gaps, ION_DRAFT_PLACE_SEND, TRUE, _ ("Choose a day and an hour that are still to come."));
  return gaps;
}
