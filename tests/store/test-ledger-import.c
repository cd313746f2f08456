/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Filling a campaign: nothing of it is seen before it is whole, nothing of it is left when it does
 * not become so.
 */

#include "config.h"

#include "fixture.h"

#include "ion-db.h"
#include "ion-ledger-people.h"
#include "ion-sqlite.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <sys/mount.h>
#include <sys/wait.h>
#include <glib/gstdio.h>

static IonLedgerImport *
begin (IonLedger *ledger, IonTemplate *template_)
{
  g_autoptr (GError) error = NULL;
  const IonCampaign campaign = { .name = (char *) "Rette",
                                 .service_id = (char *) "s1",
                                 .template_ = template_ };
  IonLedgerImport *import = ion_ledger_import_new (ledger, &campaign, &error);

  g_assert_no_error (error);
  return import;
}

static void
add (IonLedgerImport *import, gint64 row, const char *code, const char *distinct)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRecipient) recipient = fixture_make_recipient (row, code, NULL);

  recipient->distinct = g_strdup (distinct);
  g_assert_true (ion_ledger_import_add (import, recipient, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) delivery = NULL;
  g_autofree char *id = NULL, *code = fixture_make_code (7);
  IonCampaignTotals totals;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 10, TRUE);
  fixture_assert_sum (&fixture, id, 10);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_PENDING), ==, 10);
  delivery = ion_ledger_get_delivery (fixture.ledger, id, 9, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (delivery->fiscal_code, ==, code);
  g_assert_cmpstr (ion_fields_get (delivery->fields, "NOME"), ==, "Gioacchina");
  g_assert_true (ion_ledger_total_campaign (fixture.ledger, id, &totals, &error));
  g_assert_cmpint (totals.people, ==, 10);
  g_assert_cmpint (totals.amount, ==, 85500);
  g_assert_cmpint (totals.amount_min, ==, 8550);
  g_assert_cmpint (totals.due_to, ==, 1798757999);
  fixture_clear (&fixture);
}

/* Every row is where it belongs, whichever batch it came with, and can be opened. */
static void
test_many_batches (void)
{
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 25001, TRUE);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_PENDING), ==, 25001);
  for (guint i = 0; i < 25001; i += 1250)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = fixture_make_code (i);
      g_autoptr (IonDelivery) delivery =
          ion_ledger_get_delivery (fixture.ledger, id, i + 2, &error);

      g_assert_no_error (error);
      g_assert_cmpint (delivery->row, ==, i + 2);
      g_assert_cmpstr (delivery->fiscal_code, ==, code);
    }
  fixture_clear (&fixture);
}

static gint64
count (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "ledger.db", NULL);
  g_autoptr (IonDb) db = ion_sqlite_open (file, ION_SQLITE_READER, &error);
  gint64 n_rows = -1;

  g_assert_no_error (error);
  g_assert_true (ion_db_get_int (db, sql, ION_NO_VALUES, &n_rows, &error));
  return n_rows;
}

static void
assert_nothing_left (Fixture *fixture)
{
  g_assert_cmpint (count (fixture, "SELECT COUNT (*) FROM campaign WHERE staged_by <> 0"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT COUNT (*) FROM delivery"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT COUNT (*) FROM delivery_person"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT COUNT (*) FROM delivery_notice"), ==, 0);
}

/* Given up at any moment, with batches in every hand: nothing is left, and the threads are gone. */
static void
test_given_up (void)
{
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  const guint n_rows[] = { 0, 1, 4095, 4096, 4097, 20000 };
  Fixture fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (n_rows); i++)
    {
      IonLedgerImport *import = begin (fixture.ledger, template_);

      for (guint row = 0; row < n_rows[i]; row++)
        {
          g_autofree char *code = fixture_make_code (row);

          add (import, row + 2, code, NULL);
        }
      ion_ledger_import_free (import);
      assert_nothing_left (&fixture);
    }
  fixture_clear (&fixture);
}

/* Found out when nearly all is written: all of it goes, step by step. */
static void
test_refused_at_the_end (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autofree char *code = fixture_make_code (1);
  IonLedgerImport *import;
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  for (guint row = 0; row < 10000; row++)
    {
      g_autofree char *each = fixture_make_code (row);

      add (import, row + 2, each, NULL);
    }
  add (import, 20000, code, NULL);
  g_assert_null (ion_ledger_import_finish (import, NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_assert_true (strstr (error->message, "20000") != NULL ||
                 strstr (error->message, " 3 ") != NULL);
  ion_ledger_import_free (import);
  assert_nothing_left (&fixture);
  fixture_clear (&fixture);
}

static void
test_excluded_keep_their_reason (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (IonLedgerImport) import = NULL;
  g_autoptr (IonRecipient) bad = NULL, twice = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *id = NULL, *code = fixture_make_code (1);
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  add (import, 2, code, NULL);
  bad = fixture_make_recipient (3, "", NULL);
  bad->is_valid = FALSE;
  g_assert_true (ion_ledger_import_add (import, bad, "amount-unreadable", "importo", &error));
  twice = fixture_make_recipient (4, code, NULL);
  twice->is_duplicate = TRUE;
  g_assert_true (ion_ledger_import_add (import, twice, "duplicate", "2", &error));
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  fixture_assert_sum (&fixture, id, 3);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_EXCLUDED), ==, 2);
  reasons = ion_ledger_list_reasons (fixture.ledger, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reasons->len, ==, 2);
  g_assert_cmpstr (((IonReason *) reasons->pdata[0])->code, ==, "amount-unreadable");
  g_assert_cmpint (((IonReason *) reasons->pdata[0])->count, ==, 1);
  fixture_clear (&fixture);
}

/* The unique index is the last guard, should the checks before it have missed one. */
static void
test_one_message_a_person (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template ("avviso");
  g_autoptr (IonLedgerImport) import = NULL, second = NULL;
  g_autofree char *id = NULL, *code = fixture_make_code (1);
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  add (import, 2, code, "a");
  add (import, 3, code, "b");
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  second = begin (fixture.ledger, template_);
  add (second, 2, code, "a");
  add (second, 3, code, "a");
  g_assert_null (ion_ledger_import_finish (second, NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_assert_null (strstr (error->message, code));
  fixture_clear (&fixture);
}

static void
test_unseen_until_finished (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (GPtrArray) during = NULL, after = NULL;
  g_autofree char *code = fixture_make_code (1);
  IonLedgerImport *import;
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  add (import, 2, code, NULL);
  during = ion_ledger_list_campaigns (fixture.ledger, &error);
  g_assert_cmpuint (during->len, ==, 0);
  ion_ledger_import_free (import);
  after = ion_ledger_list_campaigns (fixture.ledger, &error);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_no_error (error);
  fixture_clear (&fixture);
}

/* The disk fills in the middle: it is said, nothing of the campaign is left, and with room again it
 * goes through. */
static void
test_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autofree char *id = NULL;
  IonLedgerImport *import;
  gboolean is_written = TRUE;
  Fixture fixture;

  fixture_init (&fixture);
  g_clear_object (&fixture.ledger);
  fixture_remove_folder (fixture.folder);
  g_assert_cmpint (g_mkdir (fixture.folder, 0700), ==, 0);
  if (mount ("tmpfs", fixture.folder, "tmpfs", 0, "size=2m") != 0)
    {
      g_test_skip ("a file system cannot be mounted here");
      fixture_clear (&fixture);
      return;
    }
  fixture_make_ledger (&fixture);
  import = begin (fixture.ledger, template_);
  for (guint i = 0; is_written && i < 60000; i++)
    {
      g_autofree char *code = fixture_make_code (i);
      g_autoptr (IonRecipient) recipient = fixture_make_recipient (i + 2, code, NULL);

      is_written = ion_ledger_import_add (import, recipient, NULL, NULL, &error);
    }
  g_assert_false (is_written);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FULL);
  g_clear_error (&error);
  ion_ledger_import_free (import);
  campaigns = ion_ledger_list_campaigns (fixture.ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 0);
  g_assert_cmpint (mount (NULL, fixture.folder, NULL, MS_REMOUNT, "size=64m"), ==, 0);
  id = fixture_import (&fixture, 0, 12000, FALSE);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_PENDING), ==, 12000);
  g_clear_object (&fixture.ledger);
  g_assert_cmpint (umount2 (fixture.folder, MNT_DETACH), ==, 0);
  fixture_clear (&fixture);
}

static void
test_same_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (IonLedgerImport) import = NULL;
  g_autofree char *id = NULL, *none = NULL, *found = NULL, *code = fixture_make_code (1);
  const IonCampaignStart start = { .tranche = -1 };
  const IonPrint print = { { 1, 2, 3 } };
  gint64 when = 0;
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  add (import, 2, code, NULL);
  id = ion_ledger_import_finish (import, &print, &error);
  g_assert_no_error (error);
  none = ion_ledger_find_same_file (fixture.ledger, &print, template_->name, &when, &error);
  g_assert_null (none);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &start, &error));
  found = ion_ledger_find_same_file (fixture.ledger, &print, template_->name, &when, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, id);
  g_assert_cmpint (when, >, 0);
  fixture_clear (&fixture);
}

static char *
make_with (Fixture *fixture, const IonImportEnding *ending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (IonLedgerImport) import = begin (fixture->ledger, template_);
  g_autofree char *code = fixture_make_code (1);
  char *id;

  add (import, 2, code, NULL);
  id = ion_ledger_import_finish_with (import, ending, &error);
  g_assert_no_error (error);
  return id;
}

/* Two campaigns of one file: once the first was sent, the second says so before it is. */
static void
test_sent_alike (void)
{
  const IonPrint file = { { 1, 2, 3 } }, other_file = { { 4 } };
  const IonPrint rows = { { 5 } }, other_rows = { { 6 } };
  const IonImportEnding endings[] = {
    { .file_print = &file, .rows_print = &rows },
    { .file_print = &file, .rows_print = &other_rows },
    { .file_print = &other_file, .rows_print = &rows },
    { .file_print = &other_file, .rows_print = &other_rows },
    { NULL },
    { NULL },
  };
  static const gboolean is_alike[] = { FALSE, TRUE, TRUE, FALSE, FALSE, FALSE };
  const IonCampaignStart start = { .tranche = -1 };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    g_ptr_array_add (ids, make_with (&fixture, &endings[i]));
  for (gsize i = 0; i < ids->len; i++)
    g_assert_null (
        ion_ledger_find_sent_alike (fixture.ledger, g_ptr_array_index (ids, i), NULL, &error));
  g_assert_true (
      ion_ledger_start_campaign (fixture.ledger, g_ptr_array_index (ids, 0), &start, &error));
  for (gsize i = 0; i < ids->len; i++)
    {
      gint64 when = 0;
      g_autofree char *found =
          ion_ledger_find_sent_alike (fixture.ledger, g_ptr_array_index (ids, i), &when, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, is_alike[i] ? g_ptr_array_index (ids, 0) : NULL);
      g_assert_true ((when > 0) == is_alike[i]);
    }
  fixture_clear (&fixture);
}

static char *
list_map (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_auto (GStrv) pairs = ion_ledger_list_template_map (fixture->ledger, template_->name, &error);

  g_assert_no_error (error);
  return g_strjoinv (" ", pairs);
}

#define ASSERT_MAP(fixture, expected)              \
  G_STMT_START                                     \
  {                                                \
    g_autofree char *got_ = list_map (&(fixture)); \
    g_assert_cmpstr (got_, ==, expected);          \
  }                                                \
  G_STMT_END

/* What was said about the columns stays with the template's name, and goes with it. */
static void
test_remembers_columns (void)
{
  static const char *const first[] = { "fiscal_code=Persona", "importo=Totale", NULL };
  static const char *const second[] = { "importo=Saldo", "quota=Totale", NULL };
  static const char *const third[] = { "mese=Saldo", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autofree char *one = NULL, *two = NULL, *three = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  ASSERT_MAP (fixture, "");
  one = make_with (&fixture, &(IonImportEnding){ .map = first });
  ASSERT_MAP (fixture, "fiscal_code=Persona importo=Totale");
  two = make_with (&fixture, &(IonImportEnding){ .map = second });
  ASSERT_MAP (fixture, "fiscal_code=Persona importo=Saldo quota=Totale");
  three = make_with (&fixture, &(IonImportEnding){ .map = third });
  ASSERT_MAP (fixture, "fiscal_code=Persona mese=Saldo quota=Totale");
  g_assert_true (ion_ledger_remove_template (fixture.ledger, template_->name, &error));
  ASSERT_MAP (fixture, "");
  g_assert_false (ion_ledger_remove_template (fixture.ledger, template_->name, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

/* An import that ends in nothing remembers nothing. */
static void
test_remembers_only_what_was_made (void)
{
  static const char *const map[] = { "importo=Totale", NULL };
  const IonImportEnding ending = { .map = map, .doubts_detail = "minors 1" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (IonLedgerImport) import = NULL;
  g_autofree char *code = fixture_make_code (1);
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  add (import, 2, code, NULL);
  add (import, 3, code, NULL);
  g_assert_null (ion_ledger_import_finish_with (import, &ending, &error));
  g_assert_nonnull (error);
  ASSERT_MAP (fixture, "");
  fixture_clear (&fixture);
}

/* What was accepted stands with the campaign, and in the journal with what it was about. */
static void
test_accepted_doubts (void)
{
  const IonImportEnding ending = { .accepted_doubts = "minors,same-file",
                                   .doubts_detail = "minors 3, same-file 5" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *id = NULL;
  gboolean is_told = FALSE;
  Fixture fixture;

  fixture_init (&fixture);
  id = make_with (&fixture, &ending);
  campaign = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (campaign->accepted_doubts, ==, "minors,same-file");
  entries = ion_ledger_read_journal (fixture.ledger, 0, 100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const IonJournalEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->action, "doubts-accept"))
        {
          is_told = TRUE;
          g_assert_cmpstr (entry->campaign_id, ==, id);
          g_assert_cmpstr (entry->detail, ==, "minors 3, same-file 5");
        }
    }
  g_assert_true (is_told);
  fixture_clear (&fixture);
}

static void
test_same_rows (void)
{
  const IonPrint print = { { 4, 5, 6 } };
  const IonImportEnding ending = { .rows_print = &print };
  const IonCampaignStart start = { .tranche = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autofree char *id = NULL, *found = NULL;
  gint64 when = 0;
  Fixture fixture;

  fixture_init (&fixture);
  id = make_with (&fixture, &ending);
  g_assert_null (
      ion_ledger_find_same_rows (fixture.ledger, &print, template_->name, &when, &error));
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &start, &error));
  g_assert_null (
      ion_ledger_find_same_file (fixture.ledger, &print, template_->name, &when, &error));
  found = ion_ledger_find_same_rows (fixture.ledger, &print, template_->name, &when, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, id);
  g_assert_cmpint (when, >, 0);
  fixture_clear (&fixture);
}

/* What a killed import leaves is removed, what a living one is doing is left alone. */
static void
test_leftovers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autofree char *id = NULL, *file = NULL, *code = fixture_make_code (1);
  g_autoptr (IonDb) db = NULL;
  IonLedgerImport *living;
  IonLedger *other;
  gint64 n_rows;
  int pipes[2], status;
  char told;
  pid_t child;
  Fixture fixture;

  fixture_init (&fixture);
  g_clear_object (&fixture.ledger);
  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      IonLedgerImport *dying;

      fixture.ledger = fixture_open_again (&fixture);
      dying = begin (fixture.ledger, template_);
      for (guint i = 0; i < 20001; i++)
        {
          g_autofree char *each = fixture_make_code (i);

          add (dying, i + 2, each, NULL);
        }
      if (write (pipes[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (pipes[0], &told, 1), ==, 1);
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  fixture.ledger = fixture_open_again (&fixture);
  file = g_build_filename (fixture.folder, "ledger.db", NULL);
  db = ion_sqlite_open (file, ION_SQLITE_READER, &error);
  g_assert_true (
      ion_db_get_int (db, "SELECT COUNT (*) FROM delivery", ION_NO_VALUES, &n_rows, &error));
  g_assert_cmpint (n_rows, ==, 0);

  living = begin (fixture.ledger, template_);
  add (living, 2, code, NULL);
  other = fixture_open_again (&fixture);
  id = ion_ledger_import_finish (living, NULL, &error);
  g_assert_no_error (error);
  campaigns = ion_ledger_list_campaigns (other, &error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  fixture_assert_sum (&fixture, id, 1);
  ion_ledger_import_free (living);
  g_object_unref (other);
  close (pipes[0]);
  close (pipes[1]);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* First: it forks, and no thread must have been started. */
  g_test_add_func ("/invariant/3/import-leftovers", test_leftovers);
  g_test_add_func ("/invariant/3/import-on-full-disk", test_full_disk);
  g_test_add_func ("/store/import/whole", test_whole);
  g_test_add_func ("/store/import/many-batches", test_many_batches);
  g_test_add_func ("/invariant/3/import-given-up", test_given_up);
  g_test_add_func ("/store/import/refused-at-the-end", test_refused_at_the_end);
  g_test_add_func ("/store/import/excluded-keep-their-reason", test_excluded_keep_their_reason);
  g_test_add_func ("/store/import/one-message-a-person", test_one_message_a_person);
  g_test_add_func ("/store/import/unseen-until-finished", test_unseen_until_finished);
  g_test_add_func ("/store/import/same-file", test_same_file);
  g_test_add_func ("/store/import/same-rows", test_same_rows);
  g_test_add_func ("/store/import/sent-alike", test_sent_alike);
  g_test_add_func ("/store/import/remembers-columns", test_remembers_columns);
  g_test_add_func ("/store/import/remembers-only-what-was-made", test_remembers_only_what_was_made);
  g_test_add_func ("/store/import/accepted-doubts", test_accepted_doubts);
  return g_test_run ();
}
