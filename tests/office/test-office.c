/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Opening, refusing, losing and restoring an office; its settings and its services. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-ledger-people.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ion-office-status.h"
#include "ion-send-check.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_open_again (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = g_strdup (ion_ledger_get_id (ion_office_get_ledger (fixture->office)));
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GError) error = NULL;

  office_fixture_reopen (fixture);
  g_assert_cmpstr (ion_ledger_get_id (ion_office_get_ledger (fixture->office)), ==, id);
  g_assert_true (ion_office_is_practice (fixture->office));
  services = ion_ledger_list_services (ion_office_get_ledger (fixture->office), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (services->len, ==, 1);
  g_assert_cmpint (ion_office_get_key_presence (fixture->office, "practice-01", &error), ==,
                   ION_KEY_PRESENT);
}

/* A practice office is never opened as a real one, nor the reverse. */
static void
test_kinds (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *real = g_build_filename (fixture->folder, "real", NULL);
  g_autoptr (IonLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  office_fixture_close (fixture);
  g_assert_null (ion_office_open (fixture->office_path, FALSE, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE);
  g_clear_error (&error);

  ledger = ion_ledger_open (real, ION_LEDGER_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (ion_ledger_close (ledger, &error));
  g_assert_null (ion_office_open (real, TRUE, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE);
}

static void
test_real_key (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonSecret) key = ion_secret_new ("0123456789abcdef0123456789abcdef", 32);
  g_autoptr (GError) error = NULL;

  g_assert_false (ion_office_set_service_key (fixture->office, "practice-01", key, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE);
  g_clear_error (&error);
  g_assert_false (ion_office_add_service (fixture->office, "other", "Altro", NULL, key, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE);
  g_clear_error (&error);
  /* Nor past the office, through its keyring. */
  g_assert_false (ion_keyring_save (ion_office_get_keyring (fixture->office),
                                    ion_ledger_get_id (ion_office_get_ledger (fixture->office)),
                                    "service:practice-01", "label", key, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  office_fixture_close (fixture);
  g_assert_false (office_fixture_grep (fixture, "0123456789abcdef"));
}

static void
test_other_hosts (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  const char *refused[] = { "https://api.io.pagopa.it/api/v1", "https://example.org/api/v1",
                            "http://127.0.0.1.example.org/api/v1", "http://10.0.0.1/api/v1" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (ion_office_set_setting (fixture->office, "api-url", refused[i], &error));
      g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE);
      g_clear_error (&error);
    }
  g_assert_true (
      ion_office_set_setting (fixture->office, "api-url", "http://127.0.0.1:9/api/v1", &error));
  g_assert_no_error (error);
  /* Written into the ledger by hand: refused when it would be used. */
  g_assert_true (ion_ledger_set_setting (ion_office_get_ledger (fixture->office), "api-url",
                                         "https://example.org/api/v1", &error));
  g_assert_null (ion_office_get_platform (fixture->office, &error));
  g_assert_nonnull (error);
}

static void
assert_setting (OfficeFixture *fixture, const char *key, const char *value, const char *stored)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  gboolean is_set = ion_office_set_setting (fixture->office, key, value, &error);

  if (stored == NULL)
    {
      g_assert_false (is_set);
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  now = ion_office_get_setting (fixture->office, key, &error);
  g_assert_cmpstr (now, ==, stored);
}

static void
test_settings (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (GPtrArray) settings = NULL;
  g_autoptr (GError) error = NULL;
  int calls = 0;
  int seconds = 0;

  assert_setting (fixture, "rate", " 300 / 5 ", "300/5");
  ion_office_get_rate (fixture->office, &calls, &seconds);
  g_assert_cmpint (calls, ==, 300);
  g_assert_cmpint (seconds, ==, 5);
  assert_setting (fixture, "rate", "300", NULL);
  assert_setting (fixture, "rate", "0/5", NULL);
  assert_setting (fixture, "rate", "", "150/5");
  assert_setting (fixture, "sending-hours", "", "8-20 lun-sab");
  assert_setting (fixture, "concurrency", "0", NULL);
  assert_setting (fixture, "concurrency", "8", "8");
  assert_setting (fixture, "retention-days", "-1", NULL);
  assert_setting (fixture, "retention-days", "30", "30");
  assert_setting (fixture, "sending-hours", "9-18 lun-ven", "9-18 lun-ven");
  assert_setting (fixture, "sending-hours", "25-18", NULL);
  assert_setting (fixture, "holidays", "23/04/2027", "23/04/2027");
  assert_setting (fixture, "holidays", "boh", NULL);
  assert_setting (fixture, "daily-limit", "5000", "5000");
  assert_setting (fixture, "daily-limit", "none", "none");
  assert_setting (fixture, "name", "", NULL);
  assert_setting (fixture, "organization-code", "123", NULL);
  assert_setting (fixture, "colour", "red", NULL);

  assert_setting (fixture, "holidays", "", "");

  settings = ion_office_list_settings (fixture->office, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < settings->len; i++)
    {
      const IonSetting *setting = g_ptr_array_index (settings, i);

      g_assert_nonnull (setting->help);
      g_assert_nonnull (setting->value);
    }
}

/* As if the desktop's keyring had been emptied. */
static void
lose_keys (OfficeFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->office_path, "keys", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* A lost key is said, never replaced; the recovery key opens what was sealed. */
static void
test_lost_key (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *campaign = office_fixture_import (fixture, 0, 3);
  g_autofree char *person = office_fixture_person (1);
  g_autoptr (IonSecret) recovery = NULL;
  g_autoptr (IonSecret) wrong = ion_secret_new ("AAAA-BBBB", 9);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  char *text = ion_office_get_recovery_key (fixture->office, &error);

  g_assert_no_error (error);
  recovery = ion_secret_new (text, strlen (text));
  ion_wipe_free (text);
  office_fixture_close (fixture);
  lose_keys (fixture);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (ion_office_open (fixture->office_path, TRUE, &error));
      g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_KEY_LOST);
      g_clear_error (&error);
    }
  g_assert_null (ion_office_restore (fixture->office_path, TRUE, wrong, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  fixture->office = ion_office_restore (fixture->office_path, TRUE, recovery, &error);
  g_assert_no_error (error);
  office_fixture_reopen (fixture);
  found = ion_ledger_list_person (ion_office_get_ledger (fixture->office), person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody puts yesterday's backup back: nothing leaves until a person has decided. */
static void
test_restored_copy (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 10);
  g_autofree char *ledger = g_build_filename (fixture->office_path, "ledger.db", NULL);
  g_autofree char *wal = g_build_filename (fixture->office_path, "ledger.db-wal", NULL);
  g_autofree char *shm = g_build_filename (fixture->office_path, "ledger.db-shm", NULL);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autoptr (IonSendCheck) check = NULL;
  g_autoptr (IonOfficeStatus) status = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };

  g_assert_false (ion_office_is_older_copy (fixture->office, &error));
  g_assert_no_error (error);
  ion_office_backup (fixture->office, backup, &error);
  g_assert_no_error (error);
  g_assert_false (ion_office_backup (fixture->office, backup, &error));
  g_clear_error (&error);
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  office_fixture_close (fixture);
  g_unlink (wal);
  g_unlink (shm);
  copy_file (backup, ledger);

  office_fixture_reopen (fixture);
  g_assert_true (ion_office_is_older_copy (fixture->office, &error));
  check = ion_office_check_send (fixture->office, id, NULL, -1, &error);
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OLDER_COPY);
  g_clear_error (&error);
  status = ion_office_get_status (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status->result, ==, ION_RESULT_WAITS);

  g_assert_true (ion_office_decide_copy (fixture->office, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (ion_office_is_older_copy (fixture->office, &error));
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 10);
}

/* What cannot be made whole is not left half made. */
static void
test_create_fails (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *ledger = g_build_filename (folder, "ledger.db", NULL);
  IonOfficeOptions options = {
    .folder = folder, .name = "Comune di Prova", .organization_code = "123", .is_practice = TRUE
  };
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_office_create (&options, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (g_file_test (ledger, G_FILE_TEST_EXISTS));

  options.organization_code = "00297110389";
  office = ion_office_create (&options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ion_office_get_name (office), ==, "Comune di Prova");
  g_assert_cmpstr (ion_office_get_organization_code (office), ==, "00297110389");
  g_assert_null (ion_office_create (&options, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_test (ledger, G_FILE_TEST_EXISTS));
  g_assert_true (ion_office_close (office, &error));
}

/* On a server the keys come from outside: the office is made with the key that was given, and never
 * makes one that nobody keeps. */
static void
test_credentials (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *folder = g_build_filename (fixture->folder, "server", NULL);
  g_autofree char *vault = NULL;
  IonOfficeOptions options = { .folder = folder,
                               .name = "Comune di Prova",
                               .organization_code = "00297110389",
                               .api_url = "http://127.0.0.1:9/api/v1" };
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonOffice) again = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("CREDENTIALS_DIRECTORY", fixture->folder, TRUE);
  g_assert_null (ion_office_create (&options, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NO_KEY);
  g_clear_error (&error);

  vault = office_fixture_write (fixture, "io-notifier.vault",
                                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\n");
  office = ion_office_create (&options, &error);
  g_assert_no_error (error);
  g_assert_false (ion_office_is_practice (office));
  g_assert_true (ion_office_close (office, &error));
  again = ion_office_open (folder, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (ion_office_is_older_copy (again, &error));
  g_assert_no_error (error);
  g_assert_true (ion_office_close (again, &error));

  /* The credential is gone: said, not replaced. */
  g_clear_object (&again);
  g_unlink (vault);
  g_assert_null (ion_office_open (folder, FALSE, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_KEY_LOST);
  g_unsetenv ("CREDENTIALS_DIRECTORY");
}

static void
service_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonServiceCheck **check = user_data;
  g_autoptr (GError) error = NULL;

  *check = ion_office_check_service_finish (ION_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

static IonResult
check_service (OfficeFixture *fixture)
{
  g_autoptr (IonServiceCheck) check = NULL;

  ion_office_check_service_async (fixture->office, "practice-01", NULL, service_checked_cb, &check);
  while (check == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("%s: %s", check->code, check->sentence);
  return check->result;
}

static void
test_service_check (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonSecret) refused = ion_secret_new ("practice-refused-0001", 21);
  g_autoptr (IonSecret) blank = ion_secret_new ("practice-with blank", 19);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (check_service (fixture), ==, ION_RESULT_DONE);
  g_assert_true (ion_office_set_service_key (fixture->office, "practice-01", refused, &error));
  office_fixture_reopen (fixture);
  g_assert_cmpint (check_service (fixture), ==, ION_RESULT_SENDER_REFUSED);
  g_assert_false (ion_office_set_service_key (fixture->office, "practice-01", blank, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE);
}

static void
test_explain (void)
{
  g_autoptr (GError) locked =
      g_error_new_literal (ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED, "raw");
  g_autoptr (GError) rows =
      g_error_new_literal (ION_OFFICE_ERROR, ION_OFFICE_ERROR_INVALID_ROWS, "two\n--valid-only");
  g_autofree char *first = ion_office_error_explain (locked);
  g_autofree char *second = ion_office_error_explain (rows);
  g_autofree char *third = ion_office_error_explain_to_command (rows);

  g_assert_nonnull (strstr (first, "locked"));
  g_assert_null (strstr (second, "--"));
  g_assert_cmpstr (third, ==, "two --valid-only");
  g_assert_cmpint (ion_office_error_get_result (rows), ==, ION_RESULT_WAITS);
  g_assert_cmpint (ion_office_error_get_result (locked), ==, ION_RESULT_FAILED);
  g_assert_cmpint (ion_office_error_get_result (NULL), ==, ION_RESULT_DONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/open-again", test_open_again);
  g_test_add_func ("/office/create-fails", test_create_fails);
  g_test_add_func ("/office/credentials", test_credentials);
  g_test_add_func ("/office/settings", test_settings);
  g_test_add_func ("/office/service-check", test_service_check);
  g_test_add_func ("/office/explain", test_explain);
  g_test_add_func ("/invariant/6/lost-key-is-not-replaced", test_lost_key);
  g_test_add_func ("/invariant/9/restored-copy-is-noticed", test_restored_copy);
  g_test_add_func ("/invariant/10/kinds-are-not-mixed", test_kinds);
  g_test_add_func ("/invariant/10/no-real-key", test_real_key);
  g_test_add_func ("/invariant/10/no-other-host", test_other_hosts);

  return g_test_run ();
}
