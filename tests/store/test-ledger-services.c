/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Services, templates and the office's own people.
 */

#include "config.h"

#include "fixture.h"

#include <string.h>

static void
test_services (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (IonService) by_id = NULL, by_name = NULL;
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  g_assert_true (ion_ledger_add_service (ledger, "s2", "Anagrafe", "Servizi civici", &error));
  g_assert_false (ion_ledger_add_service (ledger, "s2", "Altro", NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  services = ion_ledger_list_services (ledger, &error);
  g_assert_cmpuint (services->len, ==, 2);
  by_name = ion_ledger_get_service (ledger, "Anagrafe", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_name->id, ==, "s2");
  g_assert_cmpstr (by_name->department, ==, "Servizi civici");
  g_assert_cmpint (by_name->key_checked_at, ==, 0);
  g_assert_true (ion_ledger_note_key_state (ledger, "s2", "refused", 77, &error));
  by_id = ion_ledger_get_service (ledger, "s2", &error);
  g_assert_cmpstr (by_id->key_state, ==, "refused");
  g_assert_cmpint (by_id->key_checked_at, ==, 77);
  g_assert_cmpint (by_id->key_refused_at, ==, 77);
  g_assert_true (ion_ledger_add_service (ledger, "s3", "Anagrafe", NULL, &error));
  g_assert_null (ion_ledger_get_service (ledger, "Anagrafe", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  g_assert_null (ion_ledger_get_service (ledger, "s9", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

/* Which of the two keys it is, and how far its replacement has come. */
static void
test_keys (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonService) fresh = NULL, known = NULL, mended = NULL;
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  fresh = ion_ledger_get_service (ledger, "s1", &error);
  g_assert_null (fresh->key_slot);
  g_assert_null (fresh->key_rotation);
  g_assert_cmpint (fresh->key_refused_at, ==, 0);
  g_assert_true (ion_ledger_set_key_slot (ledger, "s1", "secondary", &error));
  g_assert_true (ion_ledger_set_key_rotation (ledger, "s1", "secondary-in-use", &error));
  g_assert_true (ion_ledger_change_service (ledger, "s1", "Mensa", "Scuola", &error));
  g_assert_true (ion_ledger_note_key_state (ledger, "s1", "refused", 50, &error));
  g_assert_true (ion_ledger_note_key_state (ledger, "s1", "refused", 60, &error));
  known = ion_ledger_get_service (ledger, "s1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (known->key_slot, ==, "secondary");
  g_assert_cmpstr (known->key_rotation, ==, "secondary-in-use");
  g_assert_cmpint (known->key_refused_at, ==, 50);
  g_assert_cmpstr (known->name, ==, "Mensa");
  g_assert_cmpstr (known->department, ==, "Scuola");
  g_assert_true (ion_ledger_set_key_rotation (ledger, "s1", NULL, &error));
  g_assert_true (ion_ledger_note_key_state (ledger, "s1", "ok", 70, &error));
  mended = ion_ledger_get_service (ledger, "s1", &error);
  g_assert_null (mended->key_rotation);
  g_assert_cmpint (mended->key_refused_at, ==, 0);
  g_assert_false (ion_ledger_set_key_slot (ledger, "s9", "primary", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
put_subject (IonLedger *ledger, IonTemplate *template_, const char *subject)
{
  g_autoptr (GError) error = NULL;

  g_free (template_->main->subject);
  template_->main->subject = g_strdup (subject);
  ion_ledger_put_template (ledger, template_, TRUE, &error);
  g_assert_no_error (error);
}

static void
assert_version (GPtrArray *versions, guint index, gint64 number, const char *subject)
{
  const IonTemplateVersion *version = g_ptr_array_index (versions, index);

  g_assert_cmpint (version->version, ==, number);
  g_assert_cmpstr (version->template_->main->subject, ==, subject);
}

/* Each change keeps what was, and so does a removal. */
static void
test_versions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template ("avviso");
  g_autoptr (GPtrArray) none = NULL, one = NULL, all = NULL;
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  put_subject (ledger, template_, "Il primo titolo");
  none = ion_ledger_list_template_versions (ledger, template_->name, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  put_subject (ledger, template_, "Il secondo titolo");
  one = ion_ledger_list_template_versions (ledger, template_->name, &error);
  g_assert_cmpuint (one->len, ==, 1);
  assert_version (one, 0, 1, "Il primo titolo");
  g_assert_true (ion_ledger_remove_template (ledger, template_->name, &error));
  put_subject (ledger, template_, "Il terzo titolo");
  put_subject (ledger, template_, "Il quarto titolo");
  all = ion_ledger_list_template_versions (ledger, template_->name, &error);
  g_assert_cmpuint (all->len, ==, 3);
  assert_version (all, 0, 3, "Il terzo titolo");
  assert_version (all, 1, 2, "Il secondo titolo");
  assert_version (all, 2, 1, "Il primo titolo");
  fixture_clear (&fixture);
}

static void
test_remove_service (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 1, FALSE);
  g_assert_false (ion_ledger_remove_service (fixture.ledger, "s1", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (ion_ledger_cancel_campaign (fixture.ledger, id, &error));
  g_assert_true (ion_ledger_remove_service (fixture.ledger, "s1", &error));
  g_assert_no_error (error);
  g_assert_false (ion_ledger_remove_service (fixture.ledger, "s1", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_assert_sum (&fixture, id, 1);
  fixture_clear (&fixture);
}

static void
test_templates (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template ("avviso"), found = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  g_assert_true (ion_ledger_put_template (ledger, template_, FALSE, &error));
  g_assert_false (ion_ledger_put_template (ledger, template_, FALSE, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_free (template_->main->subject);
  template_->main->subject = g_strdup ("Un altro oggetto");
  g_assert_true (ion_ledger_put_template (ledger, template_, TRUE, &error));
  found = ion_ledger_get_template (ledger, template_->name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->main->subject, ==, "Un altro oggetto");
  templates = ion_ledger_list_templates (ledger, &error);
  g_assert_cmpuint (templates->len, ==, 1);
  g_assert_true (ion_ledger_remove_template (ledger, template_->name, &error));
  g_assert_false (ion_ledger_remove_template (ledger, template_->name, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ion_ledger_get_template (ledger, template_->name, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
test_test_recipients (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *code = fixture_make_code (1), *other = fixture_make_code (2);
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  g_assert_true (ion_ledger_add_test_recipient (ledger, code, "io", &error));
  g_assert_true (ion_ledger_add_test_recipient (ledger, code, "di nuovo io", &error));
  g_assert_true (ion_ledger_is_test_recipient (ledger, code));
  g_assert_false (ion_ledger_is_test_recipient (ledger, other));
  people = ion_ledger_list_test_recipients (ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (people->pdata[0], ==, code);
  g_assert_cmpstr (people->pdata[1], ==, "di nuovo io");
  g_assert_false (ion_ledger_remove_test_recipient (ledger, other, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  g_assert_null (strstr (error->message, other));
  g_clear_error (&error);
  g_assert_true (ion_ledger_remove_test_recipient (ledger, code, &error));
  g_assert_false (ion_ledger_is_test_recipient (ledger, code));
  fixture_clear (&fixture);
}

static IonLedgerImport *
begin_test_campaign (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  const IonCampaign campaign = {
    .name = (char *) "Prova", .service_id = (char *) "s1", .template_ = template_, .is_test = TRUE
  };
  IonLedgerImport *import = ion_ledger_import_new (fixture->ledger, &campaign, &error);

  g_assert_no_error (error);
  return import;
}

/* Somebody is taken off the list while their message waits for its turn. */
static void
test_taken_off_the_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonLedgerImport) import = NULL;
  g_autoptr (IonDelivery) refused = NULL;
  g_autofree char *id = NULL;
  const IonCampaignStart all = { .tranche = -1 };
  Fixture fixture;

  fixture_init (&fixture);
  import = begin_test_campaign (&fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *code = fixture_make_code (i);
      g_autoptr (IonRecipient) recipient = fixture_make_recipient (2 + i, code, NULL);

      g_assert_true (ion_ledger_add_test_recipient (fixture.ledger, code, "io", &error));
      g_assert_true (ion_ledger_import_add (import, recipient, NULL, NULL, &error));
      if (i == 1)
        g_assert_true (ion_ledger_remove_test_recipient (fixture.ledger, code, &error));
    }
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &all, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_intend (&fixture, fixture_get_id (&fixture, id, 2), &error));
  g_assert_no_error (error);
  g_assert_false (fixture_intend (&fixture, fixture_get_id (&fixture, id, 3), &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  refused = ion_ledger_get_delivery (fixture.ledger, id, 3, &error);
  g_assert_cmpint (refused->state, ==, ION_DELIVERY_REFUSED);
  g_assert_cmpstr (refused->reason_code, ==, "not-a-test-recipient");
  fixture_clear (&fixture);
}

/* Who could be reached through the service that the old key belonged to says nothing. */
static void
test_new_key_forgets_reach (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) before = NULL, after = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 1);
  ion_ledger_note_reach (fixture.ledger, "s1", fixture_get_id (&fixture, id, 2), "it", now);
  g_assert_true (ion_ledger_note_key_state (fixture.ledger, "s1", "ok", now, &error));
  before = ion_ledger_get_delivery (fixture.ledger, id, 2, &error);
  g_assert_cmpint (before->reached_at, ==, now);
  g_assert_true (ion_ledger_note_key_state (fixture.ledger, "s1", NULL, 0, &error));
  after = ion_ledger_get_delivery (fixture.ledger, id, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (after->reached_at, ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/services/services", test_services);
  g_test_add_func ("/store/services/remove", test_remove_service);
  g_test_add_func ("/store/services/templates", test_templates);
  g_test_add_func ("/store/services/test-recipients", test_test_recipients);
  g_test_add_func ("/store/services/taken-off-the-list", test_taken_off_the_list);
  g_test_add_func ("/store/services/new-key-forgets-reach", test_new_key_forgets_reach);
  g_test_add_func ("/store/ledger-services/keys", test_keys);
  g_test_add_func ("/store/ledger-services/template-versions", test_versions);
  return g_test_run ();
}
