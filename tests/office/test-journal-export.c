/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The journal on a table: in words, filtered, without a formula in it. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "ion-journal-export.h"
#include "ion-journal-words.h"
#include "office-fixture.h"

#include <string.h>

static char *export(OfficeFixture *fixture, const IonJournalFilter *filter, gint64 *n)
{
  g_autofree char *path = g_build_filename (fixture->folder, "journal.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  *n = ion_office_export_journal (fixture->office, filter, path, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_export (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  IonLedger *ledger = ion_office_get_ledger (fixture->office);
  IonJournalFilter everything = { 0 };
  g_autofree char *id = office_fixture_import (fixture, 1, 3);
  g_autofree const char **actions = ion_journal_kind_list_actions (ION_JOURNAL_TEMPLATES);
  IonJournalFilter templates = { .actions = (const char *const *) actions };
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;
  gint64 n_all, n_some;

  g_assert_true (ion_ledger_write_journal (ledger, "template-put", NULL, "=cmd", "who pays", NULL));
  all = export(fixture, &everything, &n_all);
  g_assert_cmpint (n_all, >, 1);
  g_assert_nonnull (strstr (all, "Prepared a campaign"));
  g_assert_nonnull (strstr (all, id));
  g_assert_null (strstr (all, ";=cmd"));
  some = export(fixture, &templates, &n_some);
  g_assert_cmpint (n_some, ==, 1);
  g_assert_nonnull (strstr (some, "who pays"));
  g_assert_null (strstr (some, id));
}

/* A percent sign of the person's is one, and case does not matter, of no letter. */
static void
test_text (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  IonLedger *ledger = ion_office_get_ledger (fixture->office);
  IonJournalFilter filter = { .text = "100% DI CITTÀ" };
  g_autoptr (GArray) ids = NULL;

  ion_ledger_write_journal (ledger, "setting", NULL, "1000 di città", NULL, NULL);
  ion_ledger_write_journal (ledger, "setting", NULL, NULL, "il 100% di città e paesi", NULL);
  ids = ion_ledger_find_journal_lines (ledger, &filter, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-export/lines", test_export);
  g_test_add_func ("/journal-export/text", test_text);
  return g_test_run ();
}
