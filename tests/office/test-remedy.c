/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A mistake found after sending: who has it, and a correction to them and to nobody else. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-ledger-deliveries.h"
#include "ion-ledger-people.h"
#include "ion-remedy.h"
#include "ion-remedy-title.h"

#include <string.h>

#define REACHED ((1u << ION_DELIVERY_ACCEPTED) | (1u << ION_DELIVERY_DELIVERED))

static char *
send_some (OfficeFixture *fixture, guint rows)
{
  char *id = office_fixture_import (fixture, 0, rows);

  office_fixture_send (fixture, id);
  return id;
}

static IonDraft *
make (OfficeFixture *fixture, const char *campaign, IonRemedyKind kind, const char *words)
{
  g_autoptr (GError) error = NULL;
  IonDraft *draft =
      ion_office_make_correction (fixture->office, campaign, kind, words, FALSE, NULL, &error);

  g_assert_no_error (error);
  return draft;
}

static void
test_look (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = send_some (fixture, 60);
  g_autoptr (IonRemedy) remedy = NULL, again = NULL;
  g_autoptr (IonDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  office_fixture_count (fixture, id, &counts);
  remedy = ion_office_look_for_remedy (fixture->office, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remedy->have_it + remedy->taken, >, 0);
  g_assert_cmpint (remedy->have_it, ==, counts.by_state[ION_DELIVERY_DELIVERED]);
  g_assert_cmpint (remedy->taken, ==, counts.by_state[ION_DELIVERY_ACCEPTED]);
  g_assert_cmpint (remedy->have_it + remedy->taken + remedy->may_have_it + remedy->not_sent +
                       remedy->others,
                   ==, 60);
  g_assert_false (remedy->still_sends);
  g_assert_true (remedy->has_notices);
  g_assert_cmpuint (remedy->made->len, ==, 0);
  draft = make (fixture, id, ION_REMEDY_WRONG_PEOPLE, NULL);
  again = ion_office_look_for_remedy (fixture->office, id, &error);
  g_assert_cmpuint (again->made->len, ==, 1);
  g_assert_cmpstr (((IonRemedyMade *) again->made->pdata[0])->id, ==, draft->id);
}

/* Nothing leaves any more, whether it was running or only to begin. */
static void
test_hold (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 5);
  const IonCampaignStart later = { .tranche = -1, .send_at = 4000000000 };
  IonLedger *ledger = ion_office_get_ledger (fixture->office);
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (IonRemedy) before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ion_ledger_start_campaign (ledger, id, &later, &error));
  before = ion_office_look_for_remedy (fixture->office, id, &error);
  g_assert_true (before->still_sends);
  g_assert_cmpint (before->not_sent, ==, 5);
  g_assert_true (ion_office_hold_for_remedy (fixture->office, id, &error));
  g_assert_true (ion_office_hold_for_remedy (fixture->office, id, &error));
  g_assert_no_error (error);
  campaign = ion_ledger_get_campaign (ledger, id, &error);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_PAUSED);
  g_assert_false (ion_office_hold_for_remedy (fixture->office, "nothing", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
}

/* The correction reaches those who got the message, and nobody else. */
static void
test_wrong_text (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = send_some (fixture, 60);
  g_autoptr (IonDraft) draft =
      make (fixture, id, ION_REMEDY_WRONG_TEXT, "La rata scade il **15 dicembre**.");
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (GPtrArray) got = NULL, told = NULL;
  g_autoptr (GError) error = NULL;
  IonLedger *ledger = ion_office_get_ledger (fixture->office);
  g_autoptr (IonCampaign) campaign = NULL;

  g_assert_cmpstr (draft->template_->main->subject, ==,
                   "Errata corrige: Retta scolastica di {{mese}}");
  g_assert_nonnull (strstr (draft->template_->main->markdown, "15 dicembre"));
  g_assert_nonnull (strstr (draft->template_->main->markdown, "«Retta scolastica di {{mese}}»"));
  g_assert_cmpstr (draft->follows_id, ==, id);
  g_assert_false (ion_template_has_payment (draft->template_));
  ion_office_prepare_draft (fixture->office, draft, &report, NULL, NULL, NULL, &error);
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DOUBTS))
    {
      g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

      for (guint i = 0; i < report->doubts->len; i++)
        g_strv_builder_add (codes, ((IonDoubt *) report->doubts->pdata[i])->code);
      draft->accepted_doubts = g_strv_builder_end (codes);
      g_clear_error (&error);
      ion_office_prepare_draft (fixture->office, draft, NULL, NULL, NULL, NULL, &error);
    }
  g_assert_no_error (error);
  got = ion_ledger_list_deliveries (ledger, id, REACHED, 0, 100, &error);
  told = ion_ledger_list_deliveries (ledger, draft->campaign_id, 1u << ION_DELIVERY_PENDING, 0, 100,
                                     &error);
  g_assert_cmpuint (told->len, ==, got->len);
  for (guint i = 0; i < got->len; i++)
    g_assert_cmpstr (((IonDelivery *) got->pdata[i])->fiscal_code, ==,
                     ((IonDelivery *) told->pdata[i])->fiscal_code);
  campaign = ion_ledger_get_campaign (ledger, draft->campaign_id, &error);
  g_assert_cmpstr (campaign->follows_id, ==, id);
}

static void
test_wrong_people (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = send_some (fixture, 30);
  g_autoptr (IonDraft) draft = make (fixture, id, ION_REMEDY_WRONG_PEOPLE, NULL), apart = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (draft->template_->main->subject, ==, "Messaggio inviato per errore");
  g_assert_nonnull (strstr (draft->template_->main->markdown, "non pagarlo"));
  g_assert_cmpuint (draft->from_states, ==, REACHED);
  apart = ion_office_make_correction (fixture->office, id, ION_REMEDY_WRONG_PEOPLE, NULL, TRUE,
                                      NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (apart->from_states & REACHED, ==, 0);
  g_assert_nonnull (strstr (apart->template_->main->markdown, "potresti aver ricevuto"));
  g_assert_cmpstr (apart->id, !=, draft->id);
}

/* What is right is asked for: without it nothing can be sent. */
static void
test_words_missing (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = send_some (fixture, 10);
  g_autoptr (IonDraft) draft = make (fixture, id, ION_REMEDY_WRONG_TEXT, " \n");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (draft->template_->main->markdown, "{{correzione}}"));
  g_assert_false (
      ion_office_prepare_draft (fixture->office, draft, NULL, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static char *
title_of (OfficeFixture *fixture, const char *campaign, const char *subject)
{
  g_autoptr (GError) error = NULL;
  char *title =
      ion_remedy_title ("Errata corrige: ", subject, ion_office_get_ledger (fixture->office),
                        campaign, 0, NULL, &error);

  g_assert_no_error (error);
  return title;
}

/* Within 120 units for the longest of the people, and no field is cut. */
static void
test_title (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 5);
  g_autofree char *fits = NULL, *cut = NULL, *at_limit = NULL, *quote = NULL;
  g_autofree char *exact = g_strnfill (104, 'a');

  fits = title_of (fixture, id, "Retta di {{mese}}");
  g_assert_cmpstr (fits, ==, "Errata corrige: Retta di {{mese}}");
  at_limit = title_of (fixture, id, exact);
  g_assert_cmpuint (strlen (at_limit), ==, 120);
  cut = title_of (fixture, id,
                  "Retta scolastica del mese di {{mese}} per la mensa e per il trasporto di "
                  "{{alunno | iniziali maiuscole}}, seconda rata da pagare entro dicembre");
  g_assert_true (g_str_has_suffix (cut, "…"));
  g_assert_nonnull (strstr (cut, "{{alunno | iniziali maiuscole}}"));
  g_assert_null (strstr (cut, "dicembre"));
  quote = ion_remedy_quote ("Avviso_1 *urgente* di {{mese_2}}");
  g_assert_cmpstr (quote, ==, "Avviso\\_1 \\*urgente\\* di {{mese_2}}");
}

static void
test_notices (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = send_some (fixture, 40);
  g_autofree char *file = g_build_filename (fixture->folder, "codici.csv", NULL);
  g_autofree char *text = NULL, *person = office_fixture_person (0);
  g_autoptr (IonRemedy) remedy = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 written = ion_office_export_notices (fixture->office, id, file, NULL, &error);

  g_assert_no_error (error);
  remedy = ion_office_look_for_remedy (fixture->office, id, &error);
  g_assert_cmpint (written, ==, remedy->have_it + remedy->taken + remedy->may_have_it);
  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (text, person));
  g_assert_nonnull (strstr (text, "30100000000000"));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, (guint) written + 1);
  journal = ion_ledger_read_journal (ion_office_get_ledger (fixture->office), 0, 1, &error);
  g_assert_cmpstr (((IonJournalEntry *) journal->pdata[0])->action, ==, "notices-export");
}

static void
test_new_list (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = send_some (fixture, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraft) draft = ion_office_make_new_list (fixture->office, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (draft->follows_id, ==, id);
  g_assert_true (ion_template_has_payment (draft->template_));
  g_assert_false (draft->include_held);
  g_assert_cmpint (draft->source, ==, ION_DRAFT_SOURCE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/remedy/look", test_look);
  g_test_add_func ("/office/remedy/hold", test_hold);
  g_test_add_func ("/office/remedy/wrong-text", test_wrong_text);
  g_test_add_func ("/office/remedy/wrong-people", test_wrong_people);
  g_test_add_func ("/office/remedy/words-missing", test_words_missing);
  g_test_add_func ("/office/remedy/title", test_title);
  g_test_add_func ("/office/remedy/notices", test_notices);
  g_test_add_func ("/office/remedy/new-list", test_new_list);
  return g_test_run ();
}
