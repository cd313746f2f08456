/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Opening a ledger, and every way in which that can be refused; the settings, the vault's check,
 * the copy and the mark.
 */

#include "config.h"

#include "fixture.h"
#include "ion-db.h"
#include "ion-sqlite.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <sys/mount.h>
#include <sys/stat.h>
#include <glib/gstdio.h>

static char *
file_of (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
assert_not_opened (const char *folder, IonLedgerFlags flags, IonStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_ledger_open (folder, flags, &error));
  g_assert_error (error, ION_STORE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_create (void)
{
  g_autofree char *file = NULL;
  struct stat status;
  Fixture fixture;

  fixture_init (&fixture);
  g_assert_cmpuint (strlen (ion_ledger_get_id (fixture.ledger)), ==, 36);
  file = file_of (&fixture, "ledger.db");
  g_assert_cmpint (stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (fixture.folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  assert_not_opened (fixture.folder, ION_LEDGER_CREATE, ION_STORE_ERROR_EXISTS);
  fixture_clear (&fixture);
}

static void
test_not_found (void)
{
  g_autofree char *folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);

  assert_not_opened (folder, ION_LEDGER_OPEN, ION_STORE_ERROR_NOT_FOUND);
  assert_not_opened ("/nonexistent/office", ION_LEDGER_OPEN, ION_STORE_ERROR_NOT_FOUND);
  fixture_remove_folder (folder);
}

static void
test_corrupt (void)
{
  g_autofree char *file = NULL, *garbage = g_strnfill (20000, 'x');
  Fixture fixture;

  fixture_init (&fixture);
  file = file_of (&fixture, "ledger.db");
  g_clear_object (&fixture.ledger);
  g_assert_true (g_file_set_contents (file, garbage, -1, NULL));
  assert_not_opened (fixture.folder, ION_LEDGER_OPEN, ION_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (file, "Nome;Cognome\n", -1, NULL));
  assert_not_opened (fixture.folder, ION_LEDGER_OPEN, ION_STORE_ERROR_CORRUPT);
  fixture_clear (&fixture);
}

/* Damage inside is found where it is, and said; what lies elsewhere can still be read. */
static void
test_damaged_inside (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autofree char *file = NULL, *bytes = NULL, *id = NULL, *value = NULL;
  gsize size;
  Fixture fixture;

  fixture_init (&fixture);
  file = file_of (&fixture, "ledger.db");
  id = fixture_import (&fixture, 0, 2000, FALSE);
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "name", "Comune", &error));
  g_clear_object (&fixture.ledger);
  g_assert_true (g_file_get_contents (file, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 400 * 1024);
  memset (bytes + 200 * 1024, 0x55, 100 * 1024);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) size, NULL));
  fixture.ledger = fixture_open_again (&fixture);
  page = ion_ledger_list_deliveries (fixture.ledger, id, 0, 0, 3000, &error);
  g_assert_null (page);
  g_assert_true (g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_CORRUPT) ||
                 g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED));
  g_clear_error (&error);
  value = ion_ledger_get_setting (fixture.ledger, "name", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, "Comune");
  fixture_clear (&fixture);
}

static void
change_database (const char *file, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDb) db = ion_sqlite_open (file, ION_SQLITE_CREATE, &error);

  g_assert_no_error (error);
  ion_db_execute (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_foreign_database (void)
{
  g_autofree char *folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "ledger.db", NULL);

  change_database (file, "CREATE TABLE recipes (name TEXT);");
  assert_not_opened (folder, ION_LEDGER_OPEN, ION_STORE_ERROR_CORRUPT);
  fixture_remove_folder (folder);
}

static void
test_newer (void)
{
  g_autofree char *file = NULL, *before = NULL, *after = NULL;
  gsize size_before, size_after;
  Fixture fixture;

  fixture_init (&fixture);
  file = file_of (&fixture, "ledger.db");
  g_clear_object (&fixture.ledger);
  change_database (file, "PRAGMA user_version = 999;");
  g_file_get_contents (file, &before, &size_before, NULL);
  assert_not_opened (fixture.folder, ION_LEDGER_OPEN, ION_STORE_ERROR_NEWER);
  g_file_get_contents (file, &after, &size_after, NULL);
  g_assert_cmpmem (before, size_before, after, size_after);
  fixture_clear (&fixture);
}

/* Root writes everywhere but on a medium mounted for reading. */
static gboolean
mount_small (const char *folder)
{
  if (mount ("tmpfs", folder, "tmpfs", 0, "size=512k") == 0)
    return TRUE;
  g_test_skip ("a file system cannot be mounted here");
  return FALSE;
}

static void
test_read_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  g_autofree char *office = g_build_filename (folder, "office", NULL);
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  IonLedger *ledger;

  if (mount_small (folder))
    {
      ledger = ion_ledger_open (office, ION_LEDGER_CREATE, &error);
      g_assert_no_error (error);
      g_object_unref (ledger);
      g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
      assert_not_opened (office, ION_LEDGER_OPEN, ION_STORE_ERROR_READ_ONLY);
      assert_not_opened (none, ION_LEDGER_CREATE, ION_STORE_ERROR_READ_ONLY);
      g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
    }
  fixture_remove_folder (folder);
}

static void
fill (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "filler", NULL);
  g_autofree char *block = g_strnfill (1024, 'x');
  FILE *stream = g_fopen (file, "w");

  while (fwrite (block, 1024, 1, stream) == 1 && fflush (stream) == 0)
    ;
  fclose (stream);
}

/* A full disk is said, loses nothing, and once there is room again everything goes on. */
static void
test_full (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  g_autofree char *office = g_build_filename (folder, "office", NULL);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autofree char *long_text = g_strnfill (200000, 'x'), *value = NULL;
  IonLedger *ledger;

  if (mount_small (folder))
    {
      ledger = ion_ledger_open (office, ION_LEDGER_CREATE, &error);
      g_assert_no_error (error);
      g_assert_true (ion_ledger_set_setting (ledger, "name", "Comune", &error));
      fill (folder);
      g_assert_false (ion_ledger_set_setting (ledger, "name", long_text, &error));
      g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FULL);
      g_clear_error (&error);
      value = ion_ledger_get_setting (ledger, "name", &error);
      g_assert_cmpstr (value, ==, "Comune");
      g_unlink (filler);
      g_assert_true (ion_ledger_set_setting (ledger, "name", "Ente", &error));
      g_assert_no_error (error);
      g_object_unref (ledger);
      g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
    }
  fixture_remove_folder (folder);
}

static void
test_create_on_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  g_autofree char *office = g_build_filename (folder, "office", NULL);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  IonLedger *ledger;

  if (mount_small (folder))
    {
      fill (folder);
      assert_not_opened (office, ION_LEDGER_CREATE, ION_STORE_ERROR_FULL);
      g_unlink (filler);
      ledger = ion_ledger_open (office, ION_LEDGER_CREATE, &error);
      g_assert_no_error (error);
      g_object_unref (ledger);
      g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
    }
  fixture_remove_folder (folder);
}

static void
test_settings (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL, *none = NULL, *gone = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  none = ion_ledger_get_setting (fixture.ledger, "rate", &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "rate", "150/5", &error));
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "rate", "300/5", &error));
  fixture_reopen (&fixture);
  value = ion_ledger_get_setting (fixture.ledger, "rate", &error);
  g_assert_cmpstr (value, ==, "300/5");
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "rate", NULL, &error));
  gone = ion_ledger_get_setting (fixture.ledger, "rate", &error);
  g_assert_no_error (error);
  g_assert_null (gone);
  fixture_clear (&fixture);
}

static void
test_vault_check (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonSecret) key = ion_vault_generate_key ();
  g_autoptr (IonVault) other = ion_vault_new (key);
  g_autoptr (GPtrArray) people = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  g_assert_true (ion_ledger_has_vault_check (fixture.ledger));
  g_clear_object (&fixture.ledger);
  fixture.ledger = ion_ledger_open (fixture.folder, ION_LEDGER_OPEN, &error);
  g_assert_no_error (error);
  g_assert_null (ion_ledger_get_vault (fixture.ledger));
  people = ion_ledger_list_test_recipients (fixture.ledger, &error);
  g_assert_null (people);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (ion_ledger_unlock (fixture.ledger, other, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED);
  g_assert_null (ion_ledger_get_vault (fixture.ledger));
  fixture_clear (&fixture);
}

static void
test_data_version (void)
{
  g_autoptr (GError) error = NULL;
  IonLedger *other;
  gint64 version;
  Fixture fixture;

  fixture_init (&fixture);
  other = fixture_open_again (&fixture);
  version = ion_ledger_get_data_version (other);
  g_assert_cmpint (ion_ledger_get_data_version (other), ==, version);
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "rate", "1/1", &error));
  g_assert_cmpint (ion_ledger_get_data_version (other), !=, version);
  version = ion_ledger_get_data_version (other);
  g_assert_true (ion_ledger_set_setting (other, "rate", "2/1", &error));
  g_assert_cmpint (ion_ledger_get_data_version (other), !=, version);
  g_object_unref (other);
  fixture_clear (&fixture);
}

static gpointer
write_settings (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *key = g_strdup_printf ("%p-%u", data, i);

      g_assert_true (ion_ledger_set_setting (data, key, "x", NULL));
    }
  return NULL;
}

/* Two programs on one ledger wait for each other instead of failing. */
static void
test_two_writers (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autoptr (IonDb) db = NULL;
  GThread *first, *second;
  IonLedger *other;
  gint64 n_settings;
  Fixture fixture;

  fixture_init (&fixture);
  other = fixture_open_again (&fixture);
  first = g_thread_new ("first", write_settings, fixture.ledger);
  second = g_thread_new ("second", write_settings, other);
  g_thread_join (first);
  g_thread_join (second);
  file = file_of (&fixture, "ledger.db");
  db = ion_sqlite_open (file, ION_SQLITE_READER, &error);
  g_assert_true (
      ion_db_get_int (db, "SELECT COUNT (*) FROM setting", ION_NO_VALUES, &n_settings, &error));
  g_assert_cmpint (n_settings, ==, 100);
  g_object_unref (other);
  fixture_clear (&fixture);
}

/* Looking needs no turn among those who write. */
static void
test_open_while_written (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL, *value = NULL;
  g_autoptr (IonDb) db = NULL;
  IonLedger *other;
  Fixture fixture;

  fixture_init (&fixture);
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "name", "Comune", &error));
  file = file_of (&fixture, "ledger.db");
  db = ion_sqlite_open (file, ION_SQLITE_WRITER, &error);
  g_assert_true (ion_db_begin (db, &error));
  g_assert_true (ion_db_run (db, "DELETE FROM setting", ION_NO_VALUES, NULL, &error));
  other = fixture_open_again (&fixture);
  value = ion_ledger_get_setting (other, "name", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, "Comune");
  ion_db_rollback (db);
  g_object_unref (other);
  fixture_clear (&fixture);
}

static void
test_closed (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  g_assert_true (ion_ledger_close (fixture.ledger, &error));
  g_assert_no_error (error);
  g_assert_true (ion_ledger_close (fixture.ledger, &error));
  g_assert_false (ion_ledger_set_setting (fixture.ledger, "a", "b", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (fixture_intend (&fixture, 1, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED);
  fixture_clear (&fixture);
}

/* A copy knows that it is one until a person has decided; the original never thinks so. */
static void
test_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *restored = NULL, *file = NULL, *id = NULL;
  g_autoptr (IonLedger) copy = NULL;
  struct stat status;
  IonLedgerMark mark;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 5);
  g_assert_cmpint (ion_ledger_bump_mark (fixture.ledger, 0, &error), ==, 1);
  restored = file_of (&fixture, "restored");
  g_assert_cmpint (g_mkdir (restored, 0700), ==, 0);
  file = g_build_filename (restored, "ledger.db", NULL);
  g_assert_true (ion_ledger_backup (fixture.ledger, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (ion_ledger_backup (fixture.ledger, file, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (ion_ledger_get_mark (fixture.ledger, &mark, &error));
  g_assert_false (mark.is_copy);

  copy = ion_ledger_open (restored, ION_LEDGER_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ion_ledger_get_id (copy), ==, ion_ledger_get_id (fixture.ledger));
  g_assert_true (ion_ledger_get_mark (copy, &mark, &error));
  g_assert_true (mark.is_copy);
  g_assert_cmpint (mark.generation, ==, 1);
  g_assert_cmpint (ion_ledger_bump_mark (copy, 40, &error), ==, 41);
  g_assert_cmpint (ion_ledger_bump_mark (copy, 7, &error), ==, 42);
  g_assert_true (ion_ledger_get_mark (copy, &mark, &error));
  g_assert_false (mark.is_copy);
  fixture_clear (&fixture);
}

/* After a person has said that the copy is older, nothing that waited leaves by itself. */
static void
test_doubt (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *begun = NULL, *ready = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  begun = fixture_start (&fixture, 3);
  ready = fixture_import (&fixture, 100, 2, FALSE);
  g_assert_true (fixture_intend (&fixture, fixture_get_id (&fixture, begun, 2), &error));
  g_assert_true (fixture_settle_state (&fixture, fixture_get_id (&fixture, begun, 2),
                                       ION_DELIVERY_ACCEPTED, &error));
  g_assert_cmpint (ion_ledger_doubt_pending (fixture.ledger, &error), ==, 4);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&fixture, begun, ION_DELIVERY_UNCERTAIN), ==, 2);
  g_assert_cmpint (fixture_count (&fixture, ready, ION_DELIVERY_UNCERTAIN), ==, 2);
  g_assert_cmpint (fixture_get_state (&fixture, begun, 2), ==, ION_DELIVERY_ACCEPTED);
  fixture_assert_sum (&fixture, begun, 3);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ledger/create", test_create);
  g_test_add_func ("/store/ledger/not-found", test_not_found);
  g_test_add_func ("/store/ledger/corrupt", test_corrupt);
  g_test_add_func ("/store/ledger/damaged-inside", test_damaged_inside);
  g_test_add_func ("/store/ledger/foreign-database", test_foreign_database);
  g_test_add_func ("/store/ledger/read-only", test_read_only);
  g_test_add_func ("/store/ledger/full", test_full);
  g_test_add_func ("/store/ledger/create-on-full-disk", test_create_on_full_disk);
  g_test_add_func ("/store/ledger/settings", test_settings);
  g_test_add_func ("/store/ledger/vault-check", test_vault_check);
  g_test_add_func ("/store/ledger/data-version", test_data_version);
  g_test_add_func ("/store/ledger/two-writers", test_two_writers);
  g_test_add_func ("/store/ledger/open-while-written", test_open_while_written);
  g_test_add_func ("/store/ledger/closed", test_closed);
  g_test_add_func ("/invariant/9/newer-is-refused", test_newer);
  g_test_add_func ("/invariant/9/copy-is-known", test_copy);
  g_test_add_func ("/invariant/9/doubt", test_doubt);
  return g_test_run ();
}
