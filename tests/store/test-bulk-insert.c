/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Many rows a statement: as many come in as were given, in whatever number.
 */

#include "config.h"

#include "fixture.h"

#include "ion-bulk-insert.h"
#include "ion-sqlite.h"

typedef struct
{
  char *folder;
  IonDb *db;
} Place;

static void
place_init (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;

  place->folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  file = g_build_filename (place->folder, "test.db", NULL);
  place->db = ion_sqlite_open (file, ION_SQLITE_CREATE, &error);
  g_assert_no_error (error);
  ion_db_execute (place->db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);", &error);
  g_assert_no_error (error);
}

static void
place_clear (Place *place)
{
  ion_db_close (place->db);
  fixture_remove_folder (place->folder);
  g_free (place->folder);
}

static gint64
count (Place *place, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  g_assert_true (ion_db_get_int (place->db, sql, ION_NO_VALUES, &value, &error));
  return value;
}

/* Inserts the numbers from @first on, those with a text that is their own; how many were new. */
static gint64
insert (Place *place, gint64 first, guint n_rows, const char *tail, GError **error)
{
  g_autoptr (IonBulkInsert) bulk = ion_bulk_insert_new (place->db, "INSERT INTO t (a, b)", tail, 2);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gint64 n_inserted = -1;

  for (guint i = 0; i < n_rows; i++)
    {
      char *text = g_strdup_printf ("t%" G_GINT64_FORMAT, first + i);
      const IonValue values[] = { ion_int (first + i), ion_text (text) };

      g_ptr_array_add (texts, text);
      if (!ion_bulk_insert_add (bulk, values, error))
        return -1;
    }
  return ion_bulk_insert_finish (bulk, &n_inserted, error) ? n_inserted : -1;
}

static void
test_any_number (void)
{
  const guint numbers[] = { 0, 1, 63, 64, 65, 128, 1000 };
  Place place;

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (insert (&place, 10000 * i, numbers[i], "", &error), ==, numbers[i]);
      g_assert_no_error (error);
    }
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t"), ==,
                   0 + 1 + 63 + 64 + 65 + 128 + 1000);
  g_assert_cmpint (count (&place, "SELECT COUNT (*) FROM t WHERE b <> 't' || a"), ==, 0);
  place_clear (&place);
}

static void
test_there_already (void)
{
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  g_assert_cmpint (insert (&place, 100, 10, "", &error), ==, 10);
  g_assert_no_error (error);
  g_assert_cmpint (insert (&place, 0, 200, "ON CONFLICT (a) DO NOTHING", &error), ==, 190);
  g_assert_no_error (error);
  g_assert_cmpint (insert (&place, 150, 100, "", &error), ==, -1);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  /* The connection is as good as before. */
  g_assert_cmpint (insert (&place, 1000, 100, "", &error), ==, 100);
  g_assert_no_error (error);
  place_clear (&place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/bulk-insert/any-number", test_any_number);
  g_test_add_func ("/store/bulk-insert/there-already", test_there_already);
  return g_test_run ();
}
