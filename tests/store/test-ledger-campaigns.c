/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Campaigns: how they are found, and which step leads where.
 */

#include "config.h"

#include "fixture.h"

#include <string.h>

static const IonCampaignStart now_all = { .tranche = -1 };

static IonCampaignState
state_of (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = ion_ledger_get_campaign (fixture->ledger, id, &error);

  g_assert_no_error (error);
  return campaign->state;
}

static void
test_fields (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template ("avviso");
  const IonCampaign wanted = { .name = (char *) "Rette di marzo",
                               .service_id = (char *) "s1",
                               .template_ = template_,
                               .is_test = TRUE,
                               .source_name = (char *) "rette.csv",
                               .accepted_doubts = (char *) "minors",
                               .follows_id = (char *) "abc",
                               .purpose = (char *) "prova" };
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (IonLedgerImport) import = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  import = ion_ledger_import_new (fixture.ledger, &wanted, &error);
  g_assert_no_error (error);
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  campaign = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (campaign->name, ==, "Rette di marzo");
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_READY);
  g_assert_cmpstr (campaign->template_->distinct_by, ==, "avviso");
  g_assert_cmpstr (campaign->template_->main->subject, ==, template_->main->subject);
  g_assert_true (campaign->is_test);
  g_assert_cmpstr (campaign->source_name, ==, "rette.csv");
  g_assert_cmpstr (campaign->accepted_doubts, ==, "minors");
  g_assert_cmpstr (campaign->follows_id, ==, "abc");
  g_assert_cmpstr (campaign->purpose, ==, "prova");
  g_assert_cmpint (campaign->tranche_left, ==, -1);
  g_assert_cmpint (campaign->created_at, >, 0);
  g_assert_cmpint (campaign->started_at, ==, 0);
  g_assert_false (ion_ledger_start_campaign (fixture.ledger, id, &now_all, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  fixture_clear (&fixture);
}

static void
test_found_by (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) by_name = NULL, by_prefix = NULL;
  g_autofree char *id = NULL, *second = NULL, *prefix = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 1, FALSE);
  by_name = ion_ledger_get_campaign (fixture.ledger, "Rette", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_name->id, ==, id);
  prefix = g_strndup (id, 6);
  by_prefix = ion_ledger_get_campaign (fixture.ledger, prefix, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_prefix->id, ==, id);
  prefix[3] = '\0';
  g_assert_null (ion_ledger_get_campaign (fixture.ledger, prefix, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  second = fixture_import (&fixture, 0, 1, FALSE);
  g_assert_null (ion_ledger_get_campaign (fixture.ledger, "Rette", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  g_assert_null (ion_ledger_get_campaign (fixture.ledger, "", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
test_steps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autofree char *id = NULL;
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  id = fixture_import (&fixture, 0, 3, FALSE);
  g_assert_false (ion_ledger_pause_campaign (ledger, id, "by-person", NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (ion_ledger_resume_campaign (ledger, id, NULL));
  g_assert_true (ion_ledger_start_campaign (ledger, id, &now_all, &error));
  g_assert_cmpint (state_of (&fixture, id), ==, ION_CAMPAIGN_RUNNING);
  g_assert_true (ion_ledger_pause_campaign (ledger, id, "key-refused", "401", &error));
  campaigns = ion_ledger_list_campaigns (ledger, &error);
  g_assert_cmpstr (((IonCampaign *) campaigns->pdata[0])->pause_code, ==, "key-refused");
  g_assert_cmpstr (((IonCampaign *) campaigns->pdata[0])->pause_detail, ==, "401");
  g_assert_true (ion_ledger_resume_campaign (ledger, id, &error));
  g_assert_cmpint (state_of (&fixture, id), ==, ION_CAMPAIGN_RUNNING);
  g_assert_true (ion_ledger_cancel_campaign (ledger, id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_of (&fixture, id), ==, ION_CAMPAIGN_CANCELLED);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_CANCELLED), ==, 3);
  g_assert_false (ion_ledger_start_campaign (ledger, id, &now_all, NULL));
  g_assert_false (ion_ledger_cancel_campaign (ledger, id, NULL));
  g_assert_false (ion_ledger_cancel_campaign (ledger, "missing", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
test_scheduled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree char *id = NULL;
  IonCampaignStart later = { .tranche = -1 };
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 3, FALSE);
  later.send_at = now + 3600;
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &later, &error));
  g_assert_cmpint (state_of (&fixture, id), ==, ION_CAMPAIGN_SCHEDULED);
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture.ledger, now + 3599, &error), ==, 0);
  g_assert_true (ion_ledger_pause_campaign (fixture.ledger, id, "by-person", NULL, &error));
  g_assert_true (ion_ledger_resume_campaign (fixture.ledger, id, &error));
  g_assert_cmpint (state_of (&fixture, id), ==, ION_CAMPAIGN_SCHEDULED);
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture.ledger, now + 3600, &error), ==, 1);
  g_assert_no_error (error);
  campaign = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_RUNNING);
  g_assert_cmpint (campaign->started_at, ==, now + 3600);
  fixture_clear (&fixture);
}

static void
test_done (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree char *id = NULL;
  gint64 row;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 1);
  row = fixture_get_id (&fixture, id, 2);
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture.ledger, 7000, &error), ==, 0);
  g_assert_true (fixture_intend (&fixture, row, &error));
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture.ledger, 7000, &error), ==, 0);
  g_assert_true (fixture_settle_state (&fixture, row, ION_DELIVERY_UNCERTAIN, &error));
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture.ledger, 7000, &error), ==, 1);
  campaign = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_DONE);
  g_assert_cmpint (campaign->finished_at, ==, 7000);
  fixture_clear (&fixture);
}

static void
test_reach_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree char *id = NULL;
  const IonCampaignStart reach = { .tranche = -1, .reach_only = TRUE };
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 2, FALSE);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &reach, &error));
  campaign = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_true (campaign->reach_only);
  g_assert_cmpint (campaign->started_at, ==, 0);
  g_assert_true (fixture_settle_state (&fixture, fixture_get_id (&fixture, id, 2),
                                       ION_DELIVERY_NOT_ON_IO, &error));
  g_assert_no_error (error);
  fixture_assert_sum (&fixture, id, 2);
  fixture_clear (&fixture);
}

static void
test_calls (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  IonCampaignCounts counts;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 1, FALSE);
  ion_ledger_add_calls (fixture.ledger, id, 10, 1);
  ion_ledger_add_calls (fixture.ledger, id, 5, 0);
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "a", "b", &error));
  g_assert_true (ion_ledger_count_campaign (fixture.ledger, id, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.calls, ==, 15);
  g_assert_cmpint (counts.throttled, ==, 1);
  g_assert_cmpint (counts.read, ==, -1);
  g_assert_cmpint (counts.paid, ==, -1);
  fixture_clear (&fixture);
}

/* A person has said "send" while the question who can be reached was coming to its end. */
static void
test_send_at_the_end_of_reach (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const IonCampaignStart reach = { .tranche = -1, .reach_only = TRUE };
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 2, FALSE);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &reach, &error));
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &now_all, &error));
  g_assert_false (ion_ledger_pause_campaign (fixture.ledger, id, "reach-done", NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &reach, &error));
  g_assert_true (ion_ledger_pause_campaign (fixture.ledger, id, "reach-done", NULL, &error));
  g_assert_no_error (error);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/campaigns/fields", test_fields);
  g_test_add_func ("/store/campaigns/found-by", test_found_by);
  g_test_add_func ("/store/campaigns/steps", test_steps);
  g_test_add_func ("/store/campaigns/scheduled", test_scheduled);
  g_test_add_func ("/store/campaigns/done", test_done);
  g_test_add_func ("/store/campaigns/reach-only", test_reach_only);
  g_test_add_func ("/store/campaigns/send-at-the-end-of-reach", test_send_at_the_end_of_reach);
  g_test_add_func ("/store/campaigns/calls", test_calls);
  return g_test_run ();
}
