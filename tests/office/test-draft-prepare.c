/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* From a draft to its campaign: prepared again and again, and sent once. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "draft-fixture.h"

#include "ion-ledger-deliveries.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "codice fiscale;nome;alunno;mese;importo;scadenza;avviso\n"

static void
start (OfficeFixture *fixture, const char *campaign)
{
  const IonCampaignStart wish = { .tranche = -1 };
  g_autoptr (GError) error = NULL;

  ion_ledger_start_campaign (ion_office_get_ledger (fixture->office), campaign, &wish, &error);
  g_assert_no_error (error);
}

static guint
count_campaigns (OfficeFixture *fixture)
{
  g_autoptr (GPtrArray) all =
      ion_ledger_list_campaigns (ion_office_get_ledger (fixture->office), NULL);

  return all->len;
}

/* A file with one row to mend. */
static char *
faulty_file (OfficeFixture *fixture)
{
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 100);
  g_autofree char *text = NULL;
  char *amount;

  g_file_get_contents (path, &text, NULL, NULL);
  amount = strstr (text, ";13,50;");
  g_assert_nonnull (amount);
  amount[2] = 'S';
  return office_fixture_write (fixture, "rette.csv", text);
}

static void
test_prepare (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = faulty_file (fixture);
  g_autoptr (IonDraft) draft = draft_fixture_new (path), found = NULL;
  g_autoptr (IonImportReport) refused = NULL, report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  IonCampaignCounts counts;

  g_assert_false (draft_fixture_prepare (fixture, draft, &refused, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_INVALID_ROWS);
  g_assert_nonnull (refused);
  g_assert_null (draft->campaign_id);
  g_clear_error (&error);
  draft->valid_only = TRUE;

  g_assert_true (draft_fixture_prepare (fixture, draft, NULL, &error));
  g_assert_no_error (error);
  first = g_strdup (draft->campaign_id);
  ion_draft_mend (draft, 5, "importo", "85,50");
  g_assert_true (draft_fixture_prepare (fixture, draft, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (draft->campaign_id, !=, first);
  g_assert_null (ion_ledger_get_campaign (ion_office_get_ledger (fixture->office), first, NULL));
  office_fixture_count (fixture, draft->campaign_id, &counts);
  office_fixture_assert_sum (&counts);
  g_assert_cmpint (counts.rows, ==, 100);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, report->valid);
  g_assert_cmpuint (count_campaigns (fixture), ==, 0);
  office_fixture_reopen (fixture);
  found = ion_office_get_draft (fixture->office, draft->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->campaign_id, ==, draft->campaign_id);
  g_assert_false (ion_office_launch_draft (fixture->office, found, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
}

/* Sent while somebody else was still changing it: the campaign stays as it was sent. */
static void
test_sent (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 5);
  g_autoptr (IonDraft) draft = draft_fixture_new (path), other = NULL, like = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  draft->purpose = g_strdup ("Famiglie");
  draft->daily = 100;
  g_assert_true (draft_fixture_prepare (fixture, draft, NULL, &error));
  g_assert_no_error (error);
  other = ion_office_get_draft (fixture->office, draft->id, &error);
  start (fixture, draft->campaign_id);
  g_assert_true (ion_office_launch_draft (fixture->office, draft, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_campaigns (fixture), ==, 1);
  g_assert_null (ion_office_get_draft (fixture->office, draft->id, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ion_office_save_draft (fixture->office, other, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_free (other->path);
  other->path = office_fixture_sample (fixture, "altre.csv", 50, 7);
  g_assert_false (draft_fixture_prepare (fixture, other, NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  office_fixture_count (fixture, draft->campaign_id, &counts);
  g_assert_cmpint (counts.rows, ==, 5);
  g_assert_cmpuint (count_campaigns (fixture), ==, 1);
  like = ion_office_draft_like (fixture->office, draft->campaign_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (like->service_id, ==, "practice-01");
  g_assert_cmpstr (like->purpose, ==, "Famiglie");
  g_assert_cmpstr (like->template_->main->subject, ==, draft->template_->main->subject);
  g_assert_cmpint (like->source, ==, ION_DRAFT_SOURCE_NONE);
}

/* What was removed comes back as it was. */
static void
test_remove (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 5);
  g_autoptr (IonDraft) draft = draft_fixture_new (path), found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *campaign = NULL;

  g_assert_true (draft_fixture_prepare (fixture, draft, NULL, &error));
  id = g_strdup (draft->id);
  campaign = g_strdup (draft->campaign_id);
  g_assert_true (ion_office_remove_draft (fixture->office, id, &error));
  g_assert_null (ion_office_get_draft (fixture->office, id, NULL));
  g_assert_null (ion_ledger_get_campaign (ion_office_get_ledger (fixture->office), campaign, NULL));
  draft_fixture_save (fixture, draft);
  g_assert_cmpstr (draft->id, ==, id);
  g_assert_null (draft->campaign_id);
  found = ion_office_get_draft (fixture->office, id, &error);
  g_assert_cmpstr (found->path, ==, path);
}

/* Two of five hold a message with the same notice number; then all five. */
static void
test_held (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 3, 5);
  g_autofree char *sent = office_fixture_import (fixture, 0, 5);
  g_autoptr (IonDraft) draft = draft_fixture_new (path);
  g_autoptr (IonImportReport) checked = NULL, report = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts before, counts;

  g_assert_cmpint (office_fixture_send (fixture, sent), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, sent, &before);
  checked = draft_fixture_check (fixture, draft);
  g_assert_cmpint (checked->held, >, 0);
  g_assert_cmpint (checked->held, <=, 2);
  g_assert_true (checked->leaves_held_out);
  for (guint i = 0; i < checked->doubts->len; i++)
    g_assert_cmpstr (((IonDoubt *) checked->doubts->pdata[i])->code, !=, "already-sent");
  g_assert_true (draft_fixture_prepare (fixture, draft, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report->held, ==, checked->held);
  office_fixture_count (fixture, draft->campaign_id, &counts);
  office_fixture_assert_sum (&counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_EXCLUDED], ==, checked->held);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 5 - checked->held);
  /* and when a second message is meant */
  draft->include_held = TRUE;
  g_assert_true (draft_fixture_prepare (fixture, draft, &again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (again->held, ==, checked->held);
  office_fixture_count (fixture, draft->campaign_id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 5);
  office_fixture_send (fixture, draft->campaign_id);
  office_fixture_count (fixture, draft->campaign_id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_REFUSED], ==, 0);
}

/* Another program saves the file while it is read: nothing of it counts. */
static void
touch_cb (gint64 done, double fraction, gpointer user_data)
{
  const char *path = user_data;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, HEADER, -1, &error);
  g_assert_no_error (error);
}

static void
test_file_changes (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 200);
  g_autoptr (IonDraft) draft = draft_fixture_new (path);
  g_autoptr (GError) error = NULL;

  ion_draft_mend (draft, 3, "importo", "20,00");
  g_assert_false (
      ion_office_prepare_draft (fixture->office, draft, NULL, touch_cb, path, NULL, &error));
  g_assert_nonnull (error);
  g_assert_null (draft->campaign_id);
  office_fixture_assert_no_campaign (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/2/draft-sent-meanwhile", test_sent);
  g_test_add_func ("/office/draft-prepare/prepare", test_prepare);
  g_test_add_func ("/office/draft-prepare/remove", test_remove);
  g_test_add_func ("/office/draft-prepare/held", test_held);
  g_test_add_func ("/office/draft-prepare/file-changes", test_file_changes);
  return g_test_run ();
}
