/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What becomes of a file: reported, refused, or stored whole; never in part. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-ledger-deliveries.h"
#include "ion-ledger-services.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "codice fiscale;nome;alunno;mese;importo;scadenza;avviso\n"

/* Three good rows (one twice), two bad ones. */
static char *
mixed_file (OfficeFixture *fixture)
{
  g_autofree char *first = office_fixture_person (1);
  g_autofree char *second = office_fixture_person (2);
  g_autofree char *text =
      g_strdup_printf (HEADER
                       "%s;Mario;Anna Rossi;ottobre;85,50;31/12/2099;301011100007347557\n"
                       "%s;Mario;Luca Rossi;ottobre;8S,50;31/12/2099;301000000000001356\n"
                       "%s;Mario;Luca Rossi;ottobre;20,00;31/12/2099;301000000000001255\n"
                       "%s;Mario;Anna Rossi;ottobre;85,50;31/12/2099;301011100007347557\n"
                       "01234567890;Mario;Pia Rossi;ottobre;20,00;31/12/2099;301000000000001255\n",
                       first, second, second, first);

  return office_fixture_write (fixture, "mixed.csv", text);
}

static void
test_report (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = mixed_file (fixture);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  g_autofree char *output = g_build_filename (fixture->folder, "fixed.csv", NULL);
  g_autofree char *fixed = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  ion_importer_set_output (importer, output);
  report = ion_importer_check (importer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->format, ==, "csv");
  g_assert_cmpint (report->separator, ==, ';');
  g_assert_cmpint (report->rows, ==, 5);
  g_assert_cmpint (report->rows, ==, report->valid + report->invalid + report->duplicates);
  g_assert_cmpint (report->duplicates, ==, 1);
  g_assert_cmpint (report->invalid, >=, 2);
  g_assert_cmpuint (report->columns->len, ==, 7);
  g_assert_cmpstr (((IonImportColumn *) g_ptr_array_index (report->columns, 0))->field, ==,
                   ION_FIELD_FISCAL_CODE);
  summary = ion_import_report_summarize (report);
  g_test_message ("%s", summary);

  g_file_get_contents (output, &fixed, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (fixed, "errori"));
  g_assert_nonnull (strstr (fixed, "8S,50"));
  g_assert_cmpint (g_stat (output, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  office_fixture_assert_no_campaign (fixture);
}

/* A file can be checked where there is no office, and no template: fewer things are known then. */
static void
test_without_office (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rows.csv", 0, 5);
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autoptr (IonImporter) importer = ion_importer_new (NULL, template_);
  g_autoptr (IonImporter) plain = ion_importer_new (NULL, NULL);
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (IonImportReport) plain_report = NULL;
  g_autoptr (GError) error = NULL;

  ion_importer_set_file (importer, path, NULL);
  report = ion_importer_check (importer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->valid, ==, 5);
  ion_importer_set_file (plain, path, NULL);
  plain_report = ion_importer_check (plain, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plain_report->valid, ==, 5);
}

static void
test_invalid_rows (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = mixed_file (fixture);
  g_autoptr (IonImporter) refused = office_fixture_importer (fixture, path);
  g_autoptr (IonImporter) accepted = office_fixture_importer (fixture, path);
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (IonImportReport) again = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };

  g_assert_null (ion_importer_create (refused, &campaign, &report, NULL, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_INVALID_ROWS);
  g_assert_nonnull (report);
  g_clear_error (&error);
  office_fixture_assert_no_campaign (fixture);

  campaign.valid_only = TRUE;
  id = ion_importer_create (accepted, &campaign, &again, NULL, &error);
  g_assert_no_error (error);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.rows, ==, again->rows);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, again->valid);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_EXCLUDED], ==, again->invalid + again->duplicates);
}

/* Somebody who stands in the file twice is a choice, which only a person makes. */
static void
test_duplicates (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1);
  g_autofree char *row =
      g_strdup_printf ("%s;Mario;Anna Rossi;ottobre;85,50;31/12/2099;301011100007347557\n", person);
  g_autofree char *text = g_strconcat (HEADER, row, row, NULL);
  g_autofree char *path = office_fixture_write (fixture, "twice.csv", text);
  g_autoptr (IonImporter) refused = office_fixture_importer (fixture, path);
  g_autoptr (IonImporter) kept = office_fixture_importer (fixture, path);
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (IonDelivery) left_out = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };

  g_assert_null (ion_importer_create (refused, &campaign, &report, NULL, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DUPLICATES);
  g_assert_cmpint (ion_office_error_get_result (error), ==, ION_RESULT_WAITS);
  g_clear_error (&error);
  g_assert_cmpint (report->duplicates, ==, 1);
  office_fixture_assert_no_campaign (fixture);

  campaign.keep_first = TRUE;
  id = ion_importer_create (kept, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 1);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_EXCLUDED], ==, 1);
  left_out = ion_ledger_get_delivery (ion_office_get_ledger (fixture->office), id, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (left_out->reason_code, ==, "duplicate");
  g_assert_cmpstr (left_out->reason_detail, ==, "2");
}

static IonMappingWord
word_of (const IonImportReport *report, const char *field)
{
  for (guint i = 0; i < report->columns->len; i++)
    {
      const IonImportColumn *column = g_ptr_array_index (report->columns, i);

      if (g_strcmp0 (column->field, field) == 0)
        return column->word;
    }
  return ION_MAPPING_WORD_NONE;
}

static IonImportReport *
check_mapped (OfficeFixture *fixture, const char *path, const char *const *map)
{
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  g_autoptr (GError) error = NULL;
  IonImportReport *report;

  ion_importer_set_map (importer, map);
  report = ion_importer_check (importer, NULL, &error);
  if (report == NULL)
    g_assert_true (error->domain == ION_MAPPING_ERROR);
  return report;
}

/* What was said about a file that became a campaign holds for the next one; what was only tried
 * does not. */
static void
test_remembered (void)
{
  static const char *const map[] = { "fiscal_code=1", "importo=quanto", "nome=B", NULL };
  static const char *const other[] = { "importo=altro", NULL };
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1);
  g_autofree char *text =
      g_strdup_printf ("persona;chi;alunno;mese;quanto;altro;scadenza;avviso\n"
                       "%s;Mario;Anna Rossi;ottobre;85,50;12,00;31/12/2099;301011100007347557\n",
                       person);
  g_autofree char *path = office_fixture_write (fixture, "own.csv", text);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (IonImportReport) first = check_mapped (fixture, path, map);
  g_autoptr (IonImportReport) none = check_mapped (fixture, path, NULL);
  g_autoptr (IonImportReport) again = NULL;
  g_autoptr (IonImportReport) replaced = NULL;
  g_autoptr (IonImportReport) forgotten = NULL;
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (first->valid, ==, 1);
  g_assert_null (none);
  ion_importer_set_map (importer, map);
  id = ion_importer_create (importer, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);

  again = check_mapped (fixture, path, NULL);
  g_assert_nonnull (again);
  g_assert_cmpint (word_of (again, "fiscal_code"), ==, ION_MAPPING_WORD_REMEMBERED);
  g_assert_cmpint (word_of (again, "importo"), ==, ION_MAPPING_WORD_REMEMBERED);
  g_assert_cmpint (word_of (again, "nome"), ==, ION_MAPPING_WORD_REMEMBERED);
  g_assert_cmpint (word_of (again, "mese"), ==, ION_MAPPING_WORD_NAME);
  replaced = check_mapped (fixture, path, other);
  g_assert_cmpint (word_of (replaced, "importo"), ==, ION_MAPPING_WORD_PERSON);
  g_assert_cmpint (replaced->totals.amount, ==, 1200);
  /* Names of columns only: nothing of a row. */
  g_assert_false (office_fixture_grep (fixture, person));

  g_assert_true (ion_ledger_remove_template (ion_office_get_ledger (fixture->office),
                                             template_->name, &error));
  forgotten = check_mapped (fixture, path, NULL);
  g_assert_null (forgotten);
}

/* Where the file names no columns there is nothing to remember them by. */
static void
test_remembers_no_person (void)
{
  static const char *const map[] = { "fiscal_code=1", "nome=2",     "alunno=3", "mese=4",
                                     "importo=5",     "scadenza=6", "avviso=7", NULL };
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1);
  g_autofree char *text =
      g_strdup_printf ("%s;Mario;Anna Rossi;ottobre;85,50;31/12/2099;301011100007347557\n", person);
  g_autofree char *path = office_fixture_write (fixture, "bare.csv", text);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autofree char *id = NULL;
  g_auto (GStrv) pairs = NULL;
  g_autoptr (GError) error = NULL;

  ion_importer_set_map (importer, map);
  id = ion_importer_create (importer, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  pairs = ion_ledger_list_template_map (ion_office_get_ledger (fixture->office), template_->name,
                                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (pairs), ==, 0);
  g_assert_false (office_fixture_grep (fixture, "Anna Rossi"));
}

/* One value for every row, which wins over the file's own column. */
static void
test_constants (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rows.csv", 0, 3);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  g_autoptr (IonImporter) broken = office_fixture_importer (fixture, path);
  const char *constants[] = { "mese=novembre", NULL };
  const char *wrong[] = { "mese", NULL };
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (IonDelivery) delivery = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  ion_importer_set_constants (broken, wrong);
  g_assert_null (ion_importer_check (broken, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  ion_importer_set_constants (importer, constants);
  id = ion_importer_create (importer, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  delivery = ion_ledger_get_delivery (ion_office_get_ledger (fixture->office), id, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ion_fields_get (delivery->fields, "mese"), ==, "novembre");
}

/* The same file, once it was sent, needs a person's word. */
static void
test_same_file (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rows.csv", 0, 5);
  g_autoptr (IonImporter) first = office_fixture_importer (fixture, path);
  g_autoptr (IonImporter) second = office_fixture_importer (fixture, path);
  g_autoptr (IonImporter) third = office_fixture_importer (fixture, path);
  const char *accept[] = { "same-file", "already-sent", NULL };
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (IonImportReport) report = NULL;
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (IonImporter) copied = NULL;
  g_autoptr (IonImportReport) copy_report = NULL;
  g_autoptr (IonCampaign) made = NULL;
  g_autoptr (GError) error = NULL;

  id = ion_importer_create (first, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  office_fixture_send (fixture, id);

  g_assert_null (ion_importer_create (second, &campaign, &report, NULL, &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DOUBTS);
  g_clear_error (&error);
  g_assert_cmpuint (report->doubts->len, ==, 2);

  campaign.accept_doubts = accept;
  again = ion_importer_create (third, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, !=, id);
  made = ion_ledger_get_campaign (ion_office_get_ledger (fixture->office), again, &error);
  g_assert_cmpstr (made->accepted_doubts, ==, "same-file,already-sent");

  /* Its name is nothing to go by, and the day of the sending is said. */
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  copy = office_fixture_write (fixture, "another name.csv", text);
  copied = office_fixture_importer (fixture, copy);
  copy_report = ion_importer_check (copied, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copy_report->doubts->len, ==, 2);
  g_assert_cmpstr (((IonDoubt *) g_ptr_array_index (copy_report->doubts, 0))->code, ==,
                   "same-file");
  {
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
    g_autofree char *year = g_date_time_format (now, "%Y");

    g_assert_nonnull (
        strstr (((IonDoubt *) g_ptr_array_index (copy_report->doubts, 0))->message, year));
  }
}

static const char *
first_doubt (const IonImportReport *report)
{
  return report->doubts->len > 0 ? ((IonDoubt *) g_ptr_array_index (report->doubts, 0))->code : "";
}

/* The same rows written in another way are the same rows; one other amount makes them others. */
static void
test_same_rows (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *person = office_fixture_person (1);
  g_autofree char *sent =
      g_strdup_printf (HEADER "%s;Mario;Anna Rossi;ottobre;85,50;31/12/2099;301011100007347557\n",
                       person);
  g_autofree char *saved =
      g_strdup_printf ("avviso,scadenza,importo,mese,alunno,nome,nota,CF\n"
                       "301011100007347557,2099-12-31,85.5,ottobre,ANNA ROSSI,Mario,x,%s\n",
                       person);
  g_autofree char *other =
      g_strdup_printf (HEADER "%s;Mario;Anna Rossi;ottobre;85,51;31/12/2099;301011100007347557\n",
                       person);
  g_autofree char *first = office_fixture_write (fixture, "first.csv", sent);
  g_autofree char *second = office_fixture_write (fixture, "second.csv", saved);
  g_autofree char *third = office_fixture_write (fixture, "third.csv", other);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, first);
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (IonImportReport) same = NULL;
  g_autoptr (IonImportReport) differs = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  id = ion_importer_create (importer, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  same = check_mapped (fixture, second, NULL);
  g_assert_cmpstr (first_doubt (same), ==, "");
  g_clear_pointer (&same, ion_import_report_free);
  office_fixture_send (fixture, id);
  same = check_mapped (fixture, second, NULL);
  g_assert_cmpstr (first_doubt (same), ==, "same-rows");
  g_assert_nonnull (strstr (((IonDoubt *) g_ptr_array_index (same->doubts, 0))->message, id));
  differs = check_mapped (fixture, third, NULL);
  g_assert_cmpstr (first_doubt (differs), !=, "same-rows");
}

static void
cancel_cb (gint64 done, double fraction, gpointer user_data)
{
  if (done > 0)
    g_cancellable_cancel (user_data);
}

/* Ctrl+C in the middle leaves nothing behind. */
static void
test_cancel (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rows.csv", 0, 150000);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (GError) error = NULL;

  ion_importer_set_progress (importer, cancel_cb, cancellable);
  g_assert_null (ion_importer_create (importer, &campaign, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  office_fixture_assert_no_campaign (fixture);
}

typedef struct
{
  char *id;
  IonImportReport *report;
  gboolean is_over;
  guint words;
  GThread *thread;
} AsyncEnd;

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsyncEnd *end = user_data;
  g_autoptr (GError) error = NULL;

  end->id = ion_importer_create_finish (ION_IMPORTER (source), result, &end->report, &error);
  g_assert_no_error (error);
  end->is_over = TRUE;
}

static void
progress_cb (gint64 done, double fraction, gpointer user_data)
{
  AsyncEnd *end = user_data;

  g_assert_true (g_thread_self () == end->thread);
  end->words++;
}

static void
test_async (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rows.csv", 0, 500);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  IonNewCampaign campaign = { .service = "practice-01", .name = "Rette" };
  AsyncEnd end = { .thread = g_thread_self () };

  ion_importer_set_progress (importer, progress_cb, &end);
  ion_importer_create_async (importer, &campaign, NULL, created_cb, &end);
  while (!end.is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (end.id);
  g_assert_cmpint (end.report->valid, ==, 500);
  g_free (end.id);
  ion_import_report_free (end.report);
}

static void
test_not_text (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "photo.csv", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.csv", NULL);
  const char photo[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1";
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
  g_autoptr (IonImporter) nothing = office_fixture_importer (fixture, missing);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, photo, sizeof photo, NULL);
  g_assert_null (ion_importer_check (importer, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ion_importer_check (nothing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "missing.csv"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/report", test_report);
  g_test_add_func ("/importer/without-office", test_without_office);
  g_test_add_func ("/importer/invalid-rows", test_invalid_rows);
  g_test_add_func ("/importer/duplicates", test_duplicates);
  g_test_add_func ("/importer/remembered", test_remembered);
  g_test_add_func ("/importer/remembers-no-person", test_remembers_no_person);
  g_test_add_func ("/importer/constants", test_constants);
  g_test_add_func ("/importer/same-file", test_same_file);
  g_test_add_func ("/importer/same-rows", test_same_rows);
  g_test_add_func ("/importer/async", test_async);
  g_test_add_func ("/importer/not-text", test_not_text);
  g_test_add_func ("/invariant/3/cancelled-import-leaves-nothing", test_cancel);

  return g_test_run ();
}
