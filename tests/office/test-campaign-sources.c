/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Campaigns that come from no file: to people of an earlier one, to one person, to the office's own
 * people. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-campaign-sources.h"
#include "ion-ledger-deliveries.h"
#include "ion-office-services.h"
#include "ion-person-record.h"
#include "ion-send-check.h"

#include <string.h>

#define ROWS 40

/* A second notice to those who were reached: same fields, and the same notice is a doubt. */
static void
test_from_campaign (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 10);
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  IonNewCampaign campaign = { .service = "practice-01", .name = "Rettifica" };
  const char *accept[] = { "already-sent", NULL };
  g_autoptr (IonImportReport) refused = NULL;
  g_autoptr (IonImportReport) report = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };

  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  second = ion_office_new_campaign_from (fixture->office, template_, id, 0, NULL, &campaign,
                                         &refused, NULL, &error);
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DOUBTS);
  g_clear_error (&error);
  campaign.accept_doubts = accept;
  second = ion_office_new_campaign_from (fixture->office, template_, id, 0, NULL, &campaign,
                                         &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->valid, ==, counts.by_state[ION_DELIVERY_ACCEPTED]);
  /* The notice that they already have is held back. */
  g_assert_cmpint (office_fixture_send (fixture, second), ==, ION_RESULT_WAITS);
  office_fixture_count (fixture, second, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_REFUSED], ==, report->valid);
}

static void
test_single_message (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autoptr (IonFields) fields = ion_fields_new ();
  g_autofree char *person = office_fixture_person (1);
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  ion_fields_set (fields, "nome", "Mario");
  ion_fields_set (fields, "alunno", "Tommaso Rossi");
  ion_fields_set (fields, "mese", "ottobre");
  ion_fields_set (fields, "importo", "85,50");
  ion_fields_set (fields, "scadenza", "31/12/2099");
  ion_fields_set (fields, "avviso", "301011100007347557");
  id = ion_office_new_message (fixture->office, template_, person, fields, &campaign, NULL, &error);
  g_assert_no_error (error);
  office_fixture_send (fixture, id);

  records = ion_office_show_person (fixture->office, person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_nonnull (((IonPersonRecord *) g_ptr_array_index (records, 0))->message);
  g_assert_cmpint (ion_office_forget_person (fixture->office, person, &error), ==, 1);
}

/* Test messages carry made-up data and go to the list only. */
static void
test_test_campaign (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autofree char *first = office_fixture_person (1);
  g_autofree char *second = office_fixture_person (2);
  g_autofree char *id = NULL;
  g_autoptr (IonSendCheck) check = NULL;
  g_autoptr (GError) error = NULL;

  id = ion_office_new_test_campaign (fixture->office, template_, "practice-01", &error);
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (ion_office_add_test_recipient (fixture->office, first, "Anna", &error));
  g_assert_true (ion_office_add_test_recipient (fixture->office, second, "Bruno", &error));
  id = ion_office_new_test_campaign (fixture->office, template_, "practice-01", &error);
  g_assert_no_error (error);
  check = ion_office_check_send (fixture->office, id, NULL, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check->people, ==, 2);

  g_assert_cmpint (ion_ledger_is_test_recipient (ion_office_get_ledger (fixture->office), second),
                   ==, TRUE);
  g_assert_true (ion_office_remove_test_recipient (fixture->office, second, &error));
  g_assert_null (ion_office_check_send (fixture->office, id, NULL, -1, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_TEST_ONLY);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/campaign-sources/from-campaign", test_from_campaign);
  g_test_add_func ("/campaign-sources/single-message", test_single_message);
  g_test_add_func ("/campaign-sources/test-campaign", test_test_campaign);
  return g_test_run ();
}
