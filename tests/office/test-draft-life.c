/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What happens around a draft while it is open: somebody is forgotten, its file is saved again, or
 * its header was not where it seemed. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "draft-fixture.h"

#include "ion-draft-look.h"
#include "ion-person-record.h"

#include <string.h>

static void
forget (OfficeFixture *fixture, const char *person)
{
  g_autoptr (GError) error = NULL;

  ion_office_forget_person (fixture->office, person, &error);
  g_assert_no_error (error);
}

/* An editor that read the draft before somebody was forgotten does not bring them back. */
static void
test_stale (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1), *other = office_fixture_person (2);
  g_autoptr (IonDraft) open = ion_draft_new (NULL), kept = NULL, late = NULL;
  g_autoptr (GError) error = NULL;

  open->source = ION_DRAFT_SOURCE_ROWS;
  open->rows = g_strdup_printf ("codice fiscale\tnome\n%s\tAnna\n%s\tLuca\n", person, other);
  ion_draft_mend (open, 2, "nome", "Annalisa");
  ion_draft_mend (open, 3, "nome", "Luca B.");
  draft_fixture_save (fixture, open);
  late = ion_draft_copy (open);
  forget (fixture, person);

  g_free (open->name);
  open->name = g_strdup ("Rette di novembre");
  draft_fixture_save (fixture, open);
  g_assert_null (strstr (open->rows, person));
  g_assert_nonnull (strstr (open->rows, other));
  g_assert_cmpuint (open->mends->len, ==, 1);
  kept = ion_office_get_draft (fixture->office, open->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->name, ==, "Rette di novembre");
  g_assert_cmpstr (kept->rows, ==, open->rows);
  g_assert_false (office_fixture_grep (fixture, person));

  /* What is written from now on is kept as it is: also that person, if they come again. */
  g_free (open->rows);
  open->rows = g_strdup_printf ("codice fiscale\n%s\n", person);
  draft_fixture_save (fixture, open);
  g_assert_nonnull (strstr (open->rows, person));

  /* Nor does what was pasted over another source but never kept. */
  g_assert_true (ion_draft_take_forgotten (late, kept));
  g_assert_null (strstr (late->rows, person));
  g_assert_false (ion_draft_take_forgotten (late, kept));
}

/* And no campaign is made of what it read. */
static void
test_stale_prepare (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1), *other = office_fixture_person (2);
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 5);
  g_autoptr (IonDraft) open = draft_fixture_new (path);
  IonCampaignCounts counts = { 0 };
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&open->path, g_free);
  open->source = ION_DRAFT_SOURCE_ROWS;
  open->rows = g_strdup_printf ("codice fiscale\n%s\n%s\n", person, other);
  g_clear_pointer (&open->template_, ion_template_free);
  open->template_ = ion_template_new ("Avviso", ION_TEMPLATE_FREE);
  g_free (open->template_->main->subject);
  open->template_->main->subject = g_strdup ("Avviso agli iscritti");
  g_free (open->template_->main->markdown);
  open->template_->main->markdown = g_strnfill (100, 'a');
  draft_fixture_save (fixture, open);
  forget (fixture, person);
  open->valid_only = TRUE;
  g_assert_true (ion_office_prepare_draft (fixture->office, open, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  office_fixture_count (fixture, open->campaign_id, &counts);
  g_assert_cmpint (counts.rows, ==, 1);
}

/* What was mended in one file is not sent in another that has its name. */
static void
test_other_file (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 20);
  g_autofree char *again = NULL;
  g_autoptr (IonDraft) draft = draft_fixture_new (path);
  g_autoptr (IonImportReport) first = draft_fixture_check (fixture, draft), second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (first->file_print);
  ion_draft_mend (draft, 3, "importo", "20,00");
  ion_draft_note_mended_file (draft, first);
  g_assert_cmpstr (draft->mended_file, ==, first->file_print);
  draft_fixture_save (fixture, draft);
  office_fixture_reopen (fixture);
  second = draft_fixture_check (fixture, draft);
  g_assert_false (ion_draft_has_foreign_mends (draft, second));

  again = office_fixture_sample (fixture, "rette.csv", 7, 20);
  g_assert_cmpstr (again, ==, path);
  g_clear_pointer (&second, ion_import_report_free);
  second = draft_fixture_check (fixture, draft);
  g_assert_true (ion_draft_has_foreign_mends (draft, second));
  g_assert_false (
      ion_office_prepare_draft (fixture->office, draft, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED);
  office_fixture_assert_no_campaign (fixture);
  g_clear_error (&error);

  /* Another mend does not settle it; a person's word does. */
  ion_draft_mend (draft, 4, "importo", "20,00");
  ion_draft_note_mended_file (draft, second);
  g_assert_true (ion_draft_has_foreign_mends (draft, second));
  g_clear_pointer (&draft->mended_file, g_free);
  ion_draft_note_mended_file (draft, second);
  g_assert_false (ion_draft_has_foreign_mends (draft, second));
  draft->valid_only = TRUE;
  g_assert_true (ion_office_prepare_draft (fixture->office, draft, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static char *
look_at (OfficeFixture *fixture, IonDraft *draft, guint row, guint column, gint64 *header)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraftLook) look =
      ion_draft_look_new (draft, fixture->office, 10, NULL, NULL, &error);

  g_assert_no_error (error);
  *header = look->look->header_row;
  return g_strdup (((IonTableLookRow *) g_ptr_array_index (look->look->first, row))->cells[column]);
}

/* Two rows look like a header: the person says which one is. */
static void
test_header (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1), *other = office_fixture_person (2);
  g_autofree char *text = g_strdup_printf ("codice fiscale;nome;nota\nCodice fiscale;Alunno;Rata\n"
                                           "%s;Anna;a\n%s;Luca;b\n",
                                           person, other);
  g_autofree char *path = office_fixture_write (fixture, "due.csv", text);
  g_autoptr (IonDraft) draft = draft_fixture_new (path), kept = NULL;
  g_autoptr (IonImportReport) guessed = NULL, said = NULL;
  g_autofree char *first = NULL, *cell = NULL, *at_once = NULL;
  g_autoptr (GError) error = NULL;
  gint64 header;

  g_clear_pointer (&draft->template_, ion_template_free);
  draft->template_ = ion_template_new ("Avviso", ION_TEMPLATE_FREE);
  guessed = draft_fixture_check (fixture, draft);
  g_assert_cmpint (guessed->header_row, ==, 1);

  draft->header_row = 2;
  ion_draft_mend (draft, 4, "Alunno", "Luca B.");
  draft_fixture_save (fixture, draft);
  kept = ion_office_get_draft (fixture->office, draft->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kept->header_row, ==, 2);
  said = draft_fixture_check (fixture, kept);
  g_assert_cmpint (said->header_row, ==, 2);
  g_assert_cmpint (said->rows, ==, 2);
  g_assert_cmpint (said->valid, ==, 2);
  g_assert_cmpstr (((IonImportColumn *) said->columns->pdata[1])->column, ==, "Alunno");
  first = look_at (fixture, kept, 0, 0, &header);
  g_assert_cmpstr (first, ==, person);
  g_assert_cmpint (header, ==, 2);
  cell = look_at (fixture, kept, 1, 1, &header);
  g_assert_cmpstr (cell, ==, "Luca B.");

  draft->header_row = ION_TABLE_NO_HEADER;
  at_once = look_at (fixture, draft, 0, 1, &header);
  g_assert_cmpstr (at_once, ==, "nome");
  g_assert_cmpint (header, ==, 0);
}

/* Nor is a person taken for a header where somebody has said that there is none. */
static void
test_no_header (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1), *other = office_fixture_person (2);
  g_autoptr (IonDraft) draft = ion_draft_new (NULL);
  g_autoptr (IonImportReport) said = NULL, none = NULL;

  draft->source = ION_DRAFT_SOURCE_ROWS;
  draft->rows = g_strdup_printf ("%s\tAnna\n%s\tLuca\n", person, other);
  draft->header_row = 1;
  said = draft_fixture_check (fixture, draft);
  g_assert_cmpint (said->header_row, ==, 1);
  g_assert_cmpint (said->rows, ==, 1);
  draft->header_row = ION_TABLE_NO_HEADER;
  none = draft_fixture_check (fixture, draft);
  g_assert_cmpint (none->header_row, ==, 0);
  g_assert_cmpint (none->rows, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/6/draft-forgets", test_stale);
  g_test_add_func ("/invariant/6/draft-forgets-before-preparing", test_stale_prepare);
  g_test_add_func ("/office/draft-life/other-file", test_other_file);
  g_test_add_func ("/office/draft-life/header", test_header);
  g_test_add_func ("/office/draft-life/no-header", test_no_header);
  return g_test_run ();
}
