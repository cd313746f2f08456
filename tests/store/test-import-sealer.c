/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The threads of an import among themselves: who reads waits for who writes, rows keep their order,
 * and what goes wrong in the middle is heard of by who reads.
 */

#include "config.h"

#include "fixture.h"

#include "ion-db.h"
#include "ion-sqlite.h"

#include <glib/gstdio.h>

#define BATCH      4096
#define N_BATCHES  4
#define IN_MEMORY  65536 /* of the sorter */
#define N_ROWS     25000
#define CODE_FIRST 100

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

static gboolean
add (IonLedgerImport *import, guint n, GError **error)
{
  g_autofree char *code = fixture_make_code (CODE_FIRST + n);
  g_autoptr (IonRecipient) recipient = fixture_make_recipient (n + 2, code, NULL);

  return ion_ledger_import_add (import, recipient, NULL, NULL, error);
}

static IonDb *
open_ledger (Fixture *fixture, IonSqliteFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "ledger.db", NULL);
  IonDb *db = ion_sqlite_open (file, flags, &error);

  g_assert_no_error (error);
  return db;
}

typedef struct
{
  IonLedgerImport *import;
  gint n_added; /* atomic */
} Reading;

static gpointer
read_thread (gpointer data)
{
  Reading *reading = data;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (add (reading->import, i, &error));
      g_assert_no_error (error);
      g_atomic_int_inc (&reading->n_added);
    }
  return NULL;
}

/* While another process holds the ledger, no more is read than the batches hold. */
static void
test_bounded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (IonLedgerImport) import = NULL;
  g_autoptr (IonDb) other = NULL;
  g_autofree char *id = NULL;
  Reading reading = { NULL, 0 };
  GThread *thread;
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  other = open_ledger (&fixture, ION_SQLITE_WRITER);
  g_assert_true (ion_db_begin (other, &error));
  reading.import = import;
  thread = g_thread_new ("reading", read_thread, &reading);
  while (g_atomic_int_get (&reading.n_added) < N_BATCHES * BATCH)
    g_usleep (1000);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (1000);
      g_assert_cmpint (g_atomic_int_get (&reading.n_added), ==, N_BATCHES * BATCH);
    }
  ion_db_rollback (other);
  g_thread_join (thread);
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_PENDING), ==, N_ROWS);
  fixture_clear (&fixture);
}

/* Given up while the writer waits for another process: it is waited for, and nothing stays. */
static void
test_given_up_while_blocked (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (IonDb) other = NULL;
  IonLedgerImport *import;
  gint64 n_rows = -1;
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  other = open_ledger (&fixture, ION_SQLITE_WRITER);
  g_assert_true (ion_db_begin (other, &error));
  for (guint i = 0; i < 3 * BATCH; i++)
    g_assert_true (add (import, i, &error));
  ion_db_rollback (other);
  ion_ledger_import_free (import);
  g_assert_true (
      ion_db_get_int (other, "SELECT COUNT (*) FROM delivery", ION_NO_VALUES, &n_rows, &error));
  g_assert_cmpint (n_rows, ==, 0);
  fixture_clear (&fixture);
}

/* What cannot be put aside while it is sealed ends the import, and is told. */
static void
test_failing_while_sealing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autofree char *elsewhere = NULL, *again = NULL;
  IonLedgerImport *import;
  gboolean is_added = TRUE;
  Fixture fixture;

  fixture_init (&fixture);
  elsewhere = g_strconcat (fixture.folder, "-elsewhere", NULL);
  import = begin (fixture.ledger, template_);
  /* The ledger is open and goes on, but its folder is not where it was. */
  g_assert_cmpint (g_rename (fixture.folder, elsewhere), ==, 0);
  for (guint i = 0; is_added && i < IN_MEMORY + 8 * BATCH; i++)
    is_added = add (import, i, &error);
  g_assert_false (is_added);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (ion_ledger_import_finish (import, NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED);
  g_assert_cmpint (g_rename (elsewhere, fixture.folder), ==, 0);
  ion_ledger_import_free (import);
  {
    g_autoptr (IonDb) db = open_ledger (&fixture, ION_SQLITE_READER);
    g_autoptr (GError) failure = NULL;
    gint64 n_rows = -1;

    g_assert_true (
        ion_db_get_int (db, "SELECT COUNT (*) FROM delivery", ION_NO_VALUES, &n_rows, &failure));
    g_assert_cmpint (n_rows, ==, 0);
  }
  /* The next one is as good as any. */
  again = fixture_import (&fixture, 0, 10, TRUE);
  g_assert_cmpint (fixture_count (&fixture, again, ION_DELIVERY_PENDING), ==, 10);
  fixture_clear (&fixture);
}

/* Reasons, texts of any length and codes that there are not: each row gets back what is its own. */
static void
test_rows_keep_what_is_theirs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = fixture_make_template ("alunno");
  g_autoptr (IonLedgerImport) import = NULL;
  g_autofree char *id = NULL, *longest = g_strnfill (100000, 'x');
  Fixture fixture;

  fixture_init (&fixture);
  import = begin (fixture.ledger, template_);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *code = fixture_make_code (i);
      g_autoptr (IonRecipient) recipient =
          fixture_make_recipient (i + 2, i % 3 == 0 ? "" : code, NULL);
      g_autofree char *detail = g_strdup_printf ("detail %u", i);

      recipient->is_valid = i % 3 != 0;
      recipient->distinct = g_strdup (i % 2 == 0 ? longest : "");
      g_assert_true (ion_ledger_import_add (import, recipient, i % 3 == 0 ? "bad" : NULL,
                                            i % 3 == 0 ? detail : NULL, &error));
    }
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *code = fixture_make_code (i);
      g_autofree char *detail = g_strdup_printf ("detail %u", i);
      g_autoptr (IonDelivery) delivery =
          ion_ledger_get_delivery (fixture.ledger, id, i + 2, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (delivery->fiscal_code, ==, i % 3 == 0 ? "" : code);
      g_assert_cmpstr (delivery->reason_code, ==, i % 3 == 0 ? "bad" : NULL);
      g_assert_cmpstr (delivery->reason_detail, ==, i % 3 == 0 ? detail : NULL);
    }
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/import-sealer/bounded", test_bounded);
  g_test_add_func ("/invariant/3/import-given-up-while-blocked", test_given_up_while_blocked);
  g_test_add_func ("/invariant/3/import-failing-while-sealing", test_failing_while_sealing);
  g_test_add_func ("/store/import-sealer/rows-keep-what-is-theirs", test_rows_keep_what_is_theirs);
  return g_test_run ();
}
