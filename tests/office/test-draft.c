/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A campaign being made: kept as it is typed, mended without touching the file, prepared again and
 * again, and sent once. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "draft-fixture.h"

#include "ion-fiscal-code.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-drafts.h"
#include "ion-ledger-people.h"
#include "ion-person-record.h"

#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

#define HEADER "codice fiscale;nome;alunno;mese;importo;scadenza;avviso\n"

/* A draft with everything in it. */
static IonDraft *
full_draft (void)
{
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  IonDraft *draft = ion_draft_new (template_);

  g_free (draft->name);
  draft->name = g_strdup ("Rette");
  draft->service_id = g_strdup ("practice-01");
  draft->source = ION_DRAFT_SOURCE_ROWS;
  draft->sheet = g_strdup ("Foglio 2");
  draft->encoding = g_strdup ("windows-1252");
  draft->separator = '\t';
  draft->rows = g_strdup ("codice fiscale\tnome\nRSSMRA80A01F205X\tGioacchina\n");
  draft->from_campaign = g_strdup ("abc");
  draft->from_states = 48;
  draft->map = g_strsplit ("importo=EURO", ",", -1);
  draft->constants = g_strsplit ("mese=ottobre,anno=2026", ",", -1);
  ion_draft_mend (draft, 17, "importo", "85,50");
  draft->keep_first = draft->valid_only = draft->include_held = draft->reach_first = TRUE;
  draft->accepted_doubts = g_strsplit ("minors", ",", -1);
  draft->dismissed_advice = g_strsplit ("link", ",", -1);
  draft->purpose = g_strdup ("Famiglie della mensa");
  draft->positions_exist = ION_DRAFT_ANSWER_YES;
  draft->supplier_writes = ION_DRAFT_ANSWER_NO;
  draft->expected_people = 12;
  draft->expected_total = 123456;
  draft->when = ION_DRAFT_SEND_AT;
  draft->send_at = 1800000000;
  draft->first = 20;
  draft->daily = 500;
  draft->follows_id = g_strdup ("def");
  return draft;
}

static void
assert_same (const IonDraft *a, const IonDraft *b)
{
  const IonDraftMend *mend = g_ptr_array_index (b->mends, 0);

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->service_id, ==, b->service_id);
  g_assert_cmpstr (a->template_->name, ==, b->template_->name);
  g_assert_cmpstr (a->template_->main->markdown, ==, b->template_->main->markdown);
  g_assert_cmpstr (a->template_->notice_number, ==, b->template_->notice_number);
  g_assert_cmpint (a->template_->kind, ==, b->template_->kind);
  g_assert_cmpint (a->source, ==, b->source);
  g_assert_cmpstr (a->sheet, ==, b->sheet);
  g_assert_cmpstr (a->encoding, ==, b->encoding);
  g_assert_cmpint (a->separator, ==, b->separator);
  g_assert_cmpstr (a->rows, ==, b->rows);
  g_assert_cmpstr (a->from_campaign, ==, b->from_campaign);
  g_assert_cmpuint (a->from_states, ==, b->from_states);
  g_assert_cmpstrv (a->map, b->map);
  g_assert_cmpstrv (a->constants, b->constants);
  g_assert_cmpuint (b->mends->len, ==, 1);
  g_assert_cmpint (mend->row, ==, 17);
  g_assert_cmpstr (mend->column, ==, "importo");
  g_assert_cmpstr (mend->value, ==, "85,50");
  g_assert_true (b->keep_first && b->valid_only && b->include_held && b->reach_first);
  g_assert_cmpstrv (a->accepted_doubts, b->accepted_doubts);
  g_assert_cmpstrv (a->dismissed_advice, b->dismissed_advice);
  g_assert_cmpstr (a->purpose, ==, b->purpose);
  g_assert_cmpint (a->positions_exist, ==, b->positions_exist);
  g_assert_cmpint (a->supplier_writes, ==, b->supplier_writes);
  g_assert_cmpint (a->expected_people, ==, b->expected_people);
  g_assert_cmpint (a->expected_total, ==, b->expected_total);
  g_assert_cmpint (a->when, ==, b->when);
  g_assert_cmpint (a->send_at, ==, b->send_at);
  g_assert_cmpint (a->first, ==, b->first);
  g_assert_cmpint (a->daily, ==, b->daily);
  g_assert_cmpstr (a->follows_id, ==, b->follows_id);
}

/* The program dies right after: everything is there again. */
static void
test_saved (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonDraft) draft = full_draft (), copy = NULL, found = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  draft_fixture_save (fixture, draft);
  g_assert_cmpstr (draft->id, !=, "");
  g_assert_cmpint (draft->saved_at, >, 0);
  office_fixture_reopen (fixture);
  found = ion_office_get_draft (fixture->office, draft->id, &error);
  g_assert_no_error (error);
  assert_same (draft, found);
  copy = ion_draft_copy (found);
  assert_same (draft, copy);
  all = ion_office_list_drafts (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
}

/* Half of a message is kept too. */
static void
test_unfinished (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonDraft) draft = ion_draft_new (NULL), found = NULL;
  g_autoptr (GError) error = NULL;

  draft->template_->main->markdown = (g_free (draft->template_->main->markdown), NULL);
  draft->template_->main->markdown = g_strdup ("Ciao {{no");
  draft->template_->amount = g_strdup ("{{importo}}");
  g_ptr_array_add (draft->template_->main->buttons, ion_template_button_new ("", NULL, ""));
  draft_fixture_save (fixture, draft);
  found = ion_office_get_draft (fixture->office, draft->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->template_->main->markdown, ==, "Ciao {{no");
  g_assert_cmpstr (found->template_->amount, ==, "{{importo}}");
  g_assert_null (found->template_->notice_number);
  g_assert_cmpuint (found->template_->main->buttons->len, ==, 1);
  g_assert_null (ion_draft_new_importer (found, fixture->office, &error));
  g_assert_nonnull (error);
}

static void
test_sealed (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonDraft) draft = full_draft ();

  draft_fixture_save (fixture, draft);
  g_assert_false (office_fixture_grep (fixture, "RSSMRA80A01F205X"));
  g_assert_false (office_fixture_grep (fixture, "Gioacchina"));
  g_assert_false (office_fixture_grep (fixture, "85,50"));
}

/* A file with two cells to mend: one among the first rows, one far behind them. */
static char *
faulty_file (OfficeFixture *fixture)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *person = office_fixture_person (i);

      guint64 notice = G_GUINT64_CONSTANT (3010000000000000) + i;

      g_string_append_printf (text, "%s;Mario;Anna Rossi;ottobre;%s;31/12/2099;%" PRIu64 "%02u\n",
                              person, i == 3 || i == 90 ? "8S,5O" : "85,50", notice,
                              (guint) (notice % 93));
    }
  return office_fixture_write (fixture, "rette.csv", text->str);
}

static void
test_mends (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = faulty_file (fixture);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (IonDraft) draft = draft_fixture_new (path);
  g_autoptr (IonImportReport) faulty = NULL, half = NULL, mended = NULL;
  const IonIssue *issue;

  g_file_get_contents (path, &before, NULL, NULL);
  faulty = draft_fixture_check (fixture, draft);
  g_assert_cmpint (faulty->rows, ==, 100);
  g_assert_cmpint (faulty->invalid, >=, 2);
  issue = g_ptr_array_index (faulty->issues, 0);
  ion_draft_mend (draft, 5, "importo", "85,50");
  half = draft_fixture_check (fixture, draft);
  g_assert_cmpint (half->invalid, ==, faulty->invalid - 1);
  ion_draft_mend (draft, 92, "importo", "8S");
  ion_draft_mend (draft, 92, "importo", "85,50");
  g_assert_cmpuint (draft->mends->len, ==, 2);
  mended = draft_fixture_check (fixture, draft);
  g_assert_cmpint (mended->invalid, ==, faulty->invalid - 2);
  g_assert_cmpint (mended->totals.amount, ==, faulty->totals.amount + 2 * 8550);
  ion_draft_mend (draft, 92, issue->column != NULL ? "importo" : "importo", NULL);
  g_assert_cmpuint (draft->mends->len, ==, 1);
  g_file_get_contents (path, &after, NULL, NULL);
  g_assert_cmpstr (before, ==, after);
}

/* What a check says of cells is what the mend is named by, also without a header. */
static void
test_mend_without_header (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1), *other = office_fixture_person (2);
  g_autofree char *text = g_strdup_printf ("%s;Anna\n%s?;Luca\n%s;Pia\n", person, other, person);
  g_autofree char *path = office_fixture_write (fixture, "senza.csv", text);
  g_autoptr (IonDraft) draft = draft_fixture_new (path);
  g_autoptr (IonImportReport) faulty = NULL, mended = NULL;
  g_autoptr (IonTemplate) plain = ion_template_new ("Avviso", ION_TEMPLATE_FREE);

  g_clear_pointer (&draft->template_, ion_template_free);
  draft->template_ = g_steal_pointer (&plain);
  faulty = draft_fixture_check (fixture, draft);
  if (faulty->invalid == 1)
    {
      const IonIssue *issue = NULL;

      for (guint i = 0; i < faulty->issues->len && issue == NULL; i++)
        if (!((IonIssue *) faulty->issues->pdata[i])->is_warning)
          issue = faulty->issues->pdata[i];
      g_assert_nonnull (issue);
      g_assert_nonnull (issue->column);
      ion_draft_mend (draft, issue->row, issue->column, other);
      mended = draft_fixture_check (fixture, draft);
      g_assert_cmpint (mended->invalid, ==, 0);
    }
  else
    {
      ion_draft_mend (draft, 2, "1", other);
      mended = draft_fixture_check (fixture, draft);
      g_assert_cmpint (mended->invalid, <=, faulty->invalid);
    }
}

static void
test_rows (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1), *other = office_fixture_person (2);
  g_autoptr (IonDraft) draft = draft_fixture_new (NULL);
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (GString) many = g_string_new ("codice fiscale\n");
  g_autoptr (GError) error = NULL;

  draft->source = ION_DRAFT_SOURCE_ROWS;
  draft->rows =
      g_strdup_printf ("codice fiscale\tnome\talunno\tmese\timporto\tscadenza\tavviso\n"
                       "%s\tMario\t\"Anna\nRossi\"\tottobre\t85,50\t31/12/"
                       "2099\t301000000000001356\n"
                       "%s\tMario\tLuca\tottobre\t20,00\t31/12/2099\t301000000000001255\n",
                       person, other);
  report = draft_fixture_check (fixture, draft);
  g_assert_cmpint (report->rows, ==, 2);
  g_assert_cmpint (report->separator, ==, '\t');
  g_assert_cmpint (report->totals.amount, ==, 10550);
  g_assert_false (office_fixture_grep (fixture, person));
  /* more than by hand: a file */
  for (guint i = 0; i < ION_DRAFT_ROWS_MAX; i++)
    g_string_append (many, "RSSMRA80A01F205X\n");
  g_free (draft->rows);
  draft->rows = g_strdup (many->str);
  draft_fixture_save (fixture, draft);
  g_string_append (many, "RSSMRA80A01F205X\n");
  g_free (draft->rows);
  draft->rows = g_strdup (many->str);
  g_assert_false (ion_office_save_draft (fixture->office, draft, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE);
}

/* Nobody chosen, a file that is gone. */
static void
test_no_source (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonDraft) draft = draft_fixture_new ("/nowhere/at/all.csv");
  g_autoptr (IonImporter) importer = NULL;
  g_autoptr (GError) error = NULL;

  importer = ion_draft_new_importer (draft, fixture->office, &error);
  g_assert_no_error (error);
  g_assert_null (ion_importer_check (importer, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  draft->source = ION_DRAFT_SOURCE_NONE;
  g_assert_null (ion_draft_new_importer (draft, fixture->office, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (ion_draft_sample (draft, fixture->office, NULL, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_false (draft_fixture_prepare (fixture, draft, NULL, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING);
}

/* Of a message that nobody has written yet the rows are not to blame. */
static void
test_empty_message (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 5);
  g_autoptr (IonDraft) draft = ion_draft_new (NULL);
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  draft->source = ION_DRAFT_SOURCE_FILE;
  draft->path = g_strdup (path);
  report = draft_fixture_check (fixture, draft);
  g_assert_cmpint (report->valid, ==, 5);
  draft->service_id = g_strdup ("practice-01");
  g_assert_false (draft_fixture_prepare (fixture, draft, NULL, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_INVALID_ROWS);
}

static void
test_sample (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *long_one = office_fixture_person (901), *dear = office_fixture_person (902);
  g_autofree char *path = office_fixture_sample (fixture, "rette.csv", 0, 150);
  g_autoptr (IonDraft) draft = draft_fixture_new (path);
  g_autoptr (IonDraftSample) sample = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *longer = NULL;
  const IonDraftRow *highest;
  IonTemplateText *german = ion_template_text_new ("de");

  g_free (german->subject);
  german->subject = g_strdup ("Gebühr {{mese}}");
  g_free (german->markdown);
  german->markdown = g_strdup ("Hallo");
  g_ptr_array_add (draft->template_->variants, german);
  g_file_get_contents (path, &text, NULL, NULL);
  longer = g_strdup_printf ("%s%s;Maria Ludovica;Anna Maria Giuseppina degli "
                            "Esposti;settembre;85,50;31/12/2099;"
                            "301000000000001356\n%s;Mario;Łukasz;ottobre;9000,00;31/12/"
                            "2099;301000000000001255\n",
                            text, long_one, dear);
  g_free (path);
  path = office_fixture_write (fixture, "rette.csv", longer);
  sample = ion_draft_sample (draft, fixture->office, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sample->rows->len, ==, 100);
  g_assert_cmpint (((IonDraftRow *) sample->rows->pdata[0])->row, ==, 2);
  g_assert_cmpint (sample->longest_subject_row, ==, 152);
  g_assert_cmpint (sample->longest_text_row, ==, 152);
  g_assert_cmpuint (sample->longest_subject, ==, strlen ("Retta scolastica di settembre"));
  g_assert_cmpuint (sample->shortest_text, <, sample->longest_text);
  g_assert_cmpuint (ion_draft_sample_find_lengths (sample, "de")->longest_subject, ==,
                    strlen ("Gebuehr settembre") - 1);
  g_assert_null (ion_draft_sample_find_lengths (sample, "fr"));
  highest = g_ptr_array_index (sample->odd_rows, 0);
  g_assert_cmpint (highest->row, ==, 153);
  g_assert_cmpstr (highest->why, ==, "the highest amount");
  g_assert_cmpstr (highest->fiscal_code, ==, dear);
  g_assert_cmpuint (sample->odd_rows->len, <=, 10);
  g_cancellable_cancel (cancellable);
  g_assert_null (ion_draft_sample (draft, fixture->office, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whoever is forgotten is forgotten in what was pasted too. */
static void
test_forgotten (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1), *other = office_fixture_person (2);
  g_autofree char *spaced = g_strdup_printf ("%.6s %s", person, person + 6);
  g_autoptr (IonDraft) draft = ion_draft_new (NULL), left = NULL;
  g_autoptr (GError) error = NULL;

  draft->source = ION_DRAFT_SOURCE_ROWS;
  draft->rows =
      g_strdup_printf ("codice fiscale\tnome\n%s\tAnna\n%s\tLuca\nX\tPia\n", spaced, other);
  ion_draft_mend (draft, 2, "nome", "Gioacchina");
  ion_draft_mend (draft, 3, "nome", "Luca B.");
  ion_draft_mend (draft, 4, "codice fiscale", person);
  draft_fixture_save (fixture, draft);
  g_assert_cmpint (ion_office_forget_person (fixture->office, person, &error), ==, 0);
  g_assert_no_error (error);
  left = ion_office_get_draft (fixture->office, draft->id, &error);
  g_assert_null (strstr (left->rows, spaced));
  g_assert_nonnull (strstr (left->rows, other));
  g_assert_cmpuint (left->mends->len, ==, 1);
  g_assert_cmpint (((IonDraftMend *) left->mends->pdata[0])->row, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/6/draft-sealed", test_sealed);
  g_test_add_func ("/office/draft/saved", test_saved);
  g_test_add_func ("/office/draft/unfinished", test_unfinished);
  g_test_add_func ("/office/draft/mends", test_mends);
  g_test_add_func ("/office/draft/mend-without-header", test_mend_without_header);
  g_test_add_func ("/office/draft/rows", test_rows);
  g_test_add_func ("/office/draft/no-source", test_no_source);
  g_test_add_func ("/office/draft/empty-message", test_empty_message);
  g_test_add_func ("/office/draft/sample", test_sample);
  g_test_add_func ("/office/draft/forgotten", test_forgotten);
  return g_test_run ();
}
