/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The small interface to the SQL engine: parameters by number, statements kept, and strictness.
 */

#include "config.h"

#include "fixture.h"
#include "ion-db.h"
#include "ion-sqlite.h"

#include <string.h>

typedef struct
{
  char *folder, *file;
  IonDb *db;
} Place;

static void
place_init (Place *place)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  place->file = g_build_filename (place->folder, "test.db", NULL);
  place->db = ion_sqlite_open (place->file, ION_SQLITE_CREATE, &error);
  g_assert_no_error (error);
  ion_db_execute (place->db, "CREATE TABLE t (a INTEGER, b TEXT, c BLOB);", &error);
  g_assert_no_error (error);
}

static void
place_clear (Place *place)
{
  ion_db_close (place->db);
  fixture_remove_folder (place->folder);
  g_free (place->folder);
  g_free (place->file);
}

/* SQLite would number $2 first where it is written first. */
static void
test_parameters_by_number (void)
{
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  {
    g_autoptr (IonQuery) query =
        ion_db_query (place.db, "SELECT $2, $1, $3, $2",
                      ION_VALUES (ion_int (1), ion_text ("two"), ion_bytes ("\0x", 2)), &error);
    const void *bytes;
    gsize size;

    g_assert_no_error (error);
    g_assert_true (ion_query_next (query, &error));
    g_assert_cmpstr (ion_query_get_text (query, 0), ==, "two");
    g_assert_cmpint (ion_query_get_int (query, 1), ==, 1);
    bytes = ion_query_get_bytes (query, 2, &size);
    g_assert_cmpmem (bytes, size, "\0x", 2);
    g_assert_cmpstr (ion_query_get_text (query, 3), ==, "two");
    g_assert_false (ion_query_next (query, &error));
    g_assert_no_error (error);
  }
  place_clear (&place);
}

static void
test_null (void)
{
  g_autoptr (GError) error = NULL;
  gint64 changes = 0;
  Place place;

  place_init (&place);
  g_assert_true (ion_db_run (place.db, "INSERT INTO t (a, b, c) VALUES ($1, $2, $3)",
                             ION_VALUES (ion_int (1), ion_text (NULL), ion_print (NULL)), &changes,
                             &error));
  g_assert_cmpint (changes, ==, 1);
  {
    g_autoptr (IonQuery) query =
        ion_db_query (place.db, "SELECT b, c FROM t", ION_NO_VALUES, &error);

    g_assert_true (ion_query_next (query, &error));
    g_assert_true (ion_query_is_null (query, 0));
    g_assert_true (ion_query_is_null (query, 1));
    g_assert_null (ion_query_dup_text (query, 0));
  }
  place_clear (&place);
}

static void
test_wrong_count (void)
{
  if (g_test_subprocess ())
    {
      Place place;

      place_init (&place);
      ion_db_run (place.db, "SELECT $1, $2", ION_VALUES (ion_int (1)), NULL, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

/* A typing error is one, not a text. */
static void
test_quotes (void)
{
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  g_assert_null (ion_db_query (place.db, "SELECT \"typo\" FROM t", ION_NO_VALUES, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED);
  place_clear (&place);
}

/* The same text walked twice at once, and another text in the same place. */
static void
test_kept_statements (void)
{
  g_autoptr (GError) error = NULL;
  char sql[] = "SELECT 1";
  gint64 value;
  Place place;

  place_init (&place);
  {
    g_autoptr (IonQuery) outer = ion_db_query (place.db, sql, ION_NO_VALUES, &error);
    g_autoptr (IonQuery) inner = ion_db_query (place.db, sql, ION_NO_VALUES, &error);

    g_assert_true (outer != inner);
    g_assert_true (ion_query_next (outer, &error));
    g_assert_true (ion_query_next (inner, &error));
    g_assert_cmpint (ion_query_get_int (outer, 0), ==, 1);
  }
  strcpy (sql, "SELECT 2");
  g_assert_true (ion_db_get_int (place.db, sql, ION_NO_VALUES, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, 2);
  place_clear (&place);
}

static void
test_reader_does_not_write (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDb) reader = NULL;
  Place place;

  place_init (&place);
  reader = ion_sqlite_open (place.file, ION_SQLITE_READER, &error);
  g_assert_no_error (error);
  g_assert_false (ion_db_run (reader, "DELETE FROM t", ION_NO_VALUES, NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_READ_ONLY);
  place_clear (&place);
}

static gint64
ask (IonDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  ion_db_get_int (db, sql, ION_NO_VALUES, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* A commit that has answered survives the loss of power: full synchronisation of the log. */
static void
test_writer_is_synchronous (void)
{
  g_autoptr (IonQuery) query = NULL;
  Place place;

  place_init (&place);
  g_assert_cmpint (ask (place.db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (ask (place.db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (place.db, "PRAGMA secure_delete"), ==, 1);
  query = ion_db_query (place.db, "PRAGMA journal_mode", ION_NO_VALUES, NULL);
  g_assert_true (ion_query_next (query, NULL));
  g_assert_cmpstr (ion_query_get_text (query, 0), ==, "wal");
  g_clear_pointer (&query, ion_query_free);
  place_clear (&place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/1/writer-is-synchronous", test_writer_is_synchronous);
  g_test_add_func ("/store/db/parameters-by-number", test_parameters_by_number);
  g_test_add_func ("/store/db/null", test_null);
  g_test_add_func ("/store/db/wrong-count", test_wrong_count);
  g_test_add_func ("/store/db/quotes", test_quotes);
  g_test_add_func ("/store/db/kept-statements", test_kept_statements);
  g_test_add_func ("/store/db/reader-does-not-write", test_reader_does_not_write);
  return g_test_run ();
}
