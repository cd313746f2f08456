/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * An office carried to another machine: everything but keys, people only where asked for.
 */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ion-office-transfer.h"
#include "ion-people-lists.h"
#include "ion-template-catalog.h"
#include "office-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

#define KEY "practice-0123456789abcdef"

static void
furnish (OfficeFixture *fixture)
{
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autoptr (IonSecret) key = ion_secret_new (KEY, strlen (KEY));
  g_autofree char *person = office_fixture_person (1);
  g_autofree char *colleague = office_fixture_person (2);
  g_autofree char *list = NULL;
  IonOffice *office = fixture->office;

  g_free (template_->name);
  template_->name = g_strdup ("Mensa");
  g_assert_true (ion_office_set_setting (office, "countdown", "45", NULL));
  g_assert_true (ion_office_set_setting (office, "daily-limit", "300", NULL));
  g_assert_true (ion_office_add_service (office, "tari", "TARI", "Tributi", key, NULL));
  g_assert_true (ion_office_put_template (office, template_, FALSE, NULL));
  g_assert_true (ion_office_add_person (office, NULL, person, "Maria", NULL));
  list = ion_ledger_add_list (ion_office_get_ledger (office), "Giunta", NULL);
  g_assert_true (ion_office_add_person (office, list, colleague, "Anna", NULL));
}

static char *
export_office (OfficeFixture *fixture, gboolean with_people)
{
  char *path = g_build_filename (fixture->folder, "office.json", NULL);
  g_autoptr (GError) error = NULL;

  ion_office_export (fixture->office, with_people, path, &error);
  g_assert_no_error (error);
  return path;
}

static IonOfficeTransfer *
read_transfer (OfficeFixture *fixture, const char *path, guint changes)
{
  g_autoptr (GError) error = NULL;
  IonOfficeTransfer *transfer = ion_office_read_transfer (fixture->office, path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ion_office_transfer_get_changes (transfer)->len; i++)
    g_test_message ("%s", (char *) ion_office_transfer_get_changes (transfer)->pdata[i]);
  g_assert_cmpuint (ion_office_transfer_get_changes (transfer)->len, ==, changes);
  return transfer;
}

/* What is imported is there; importing it again would change nothing. */
static void
import_twice (OfficeFixture *fixture, const char *path, guint changes)
{
  g_autoptr (IonOfficeTransfer) first = read_transfer (fixture, path, changes);
  g_autoptr (IonOfficeTransfer) again = NULL;
  g_autoptr (GError) error = NULL;

  ion_office_import (fixture->office, first, &error);
  g_assert_no_error (error);
  again = read_transfer (fixture, path, 0);
}

static void
test_whole (void)
{
  g_autoptr (OfficeFixture) here = office_fixture_new ();
  g_autoptr (OfficeFixture) there = office_fixture_new ();
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (IonService) service = NULL;
  g_autofree char *path = NULL;
  GStatBuf info;

  furnish (here);
  path = export_office (here, TRUE);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);
  import_twice (there, path, 6);
  g_assert_cmpint (ion_office_get_number (there->office, "countdown"), ==, 45);
  service = ion_ledger_get_service (ion_office_get_ledger (there->office), "tari", NULL);
  g_assert_cmpstr (service->department, ==, "Tributi");
  g_assert_cmpint (ion_office_get_key_presence (there->office, "tari", NULL), ==, ION_KEY_ABSENT);
  template_ = ion_office_find_template (there->office, "Mensa", NULL);
  g_assert_nonnull (template_);
  people = ion_office_list_people (there->office, NULL, NULL);
  g_assert_cmpuint (people->len, ==, 1);
}

/* Keys never, people only where asked for. */
static void
test_secrets (void)
{
  g_autoptr (OfficeFixture) here = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1);
  g_autofree char *colleague = office_fixture_person (2);
  g_autofree char *path = NULL, *text = NULL;

  furnish (here);
  path = export_office (here, TRUE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, KEY));
  g_assert_nonnull (strstr (text, person));
  g_clear_pointer (&text, g_free);
  g_free (path);
  path = export_office (here, FALSE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, person));
  g_assert_null (strstr (text, colleague));
  g_assert_null (strstr (text, "Maria"));
  g_assert_null (strstr (text, "Giunta"));
  g_assert_null (strstr (text, "organization-code"));
}

/* What is there already and differs is changed, not added a second time. */
static void
test_changes (void)
{
  g_autoptr (OfficeFixture) here = office_fixture_new ();
  g_autoptr (OfficeFixture) there = office_fixture_new ();
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autofree char *path = NULL;
  IonLedger *ledger = ion_office_get_ledger (there->office);

  furnish (here);
  furnish (there);
  g_free (template_->name);
  template_->name = g_strdup ("Mensa");
  g_free (template_->main->subject);
  template_->main->subject = g_strdup ("La mensa di maggio, da pagare");
  g_assert_true (ion_office_put_template (here->office, template_, TRUE, NULL));
  g_assert_true (ion_ledger_change_service (ledger, "tari", "Rifiuti", NULL, NULL));
  path = export_office (here, TRUE);
  import_twice (there, path, 2);
  versions = ion_ledger_list_template_versions (ledger, "Mensa", NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  lists = ion_ledger_list_lists (ledger, NULL);
  g_assert_cmpuint (lists->len, ==, 1);
  g_assert_cmpint (ion_office_get_key_presence (there->office, "tari", NULL), ==, ION_KEY_PRESENT);
}

static void
refuse (OfficeFixture *fixture, const char *text)
{
  g_autofree char *path = office_fixture_write (fixture, "strange.json", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOfficeTransfer) transfer = ion_office_read_transfer (fixture->office, path, &error);

  g_assert_null (transfer);
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE);
  g_test_message ("%s", error->message);
}

#define OFFICE(rest) "{\"kind\":\"io-notifier-office\",\"version\":1" rest "}"

static void
test_refused (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  const char *const texts[] = {
    "",
    "nome;cognome\n",
    "[]",
    "{}",
    "{\"kind\":7,\"version\":1}",
    "{\"kind\":\"template\",\"version\":1}",
    "{\"kind\":\"io-notifier-office\",\"version\":2}",
    "{\"kind\":\"io-notifier-office\",\"version\":\"1\"}",
    "{\"kind\":\"io-notifier-office\",\"version\":1",
    OFFICE (",\"keys\":{}"),
    OFFICE (",\"settings\":[]"),
    OFFICE (",\"settings\":{\"countdown\":\"soon\"}"),
    OFFICE (",\"services\":[{\"id\":\"a\"}]"),
    OFFICE (",\"services\":[{\"id\":\"\",\"name\":\"\"}]"),
    OFFICE (",\"services\":[{\"id\":\"a\",\"name\":\"b\",\"key\":\"c\"}]"),
    OFFICE (",\"templates\":[{}]"),
    OFFICE (",\"templates\":[7]"),
    OFFICE (",\"lists\":[{\"name\":\"a\",\"people\":[{\"fiscal-code\":\"RSSMRA\"}]}]"),
    OFFICE (",\"test-recipients\":[{\"label\":\"Maria\"}]"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    refuse (fixture, texts[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-transfer/whole", test_whole);
  g_test_add_func ("/office-transfer/secrets", test_secrets);
  g_test_add_func ("/office-transfer/changes", test_changes);
  g_test_add_func ("/office-transfer/refused", test_refused);
  return g_test_run ();
}
