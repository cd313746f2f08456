/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is written can be read again, whole or not at all, and in the way in which it came. */

#include "config.h"

#include "ion-csv-writer.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("csv-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "out.csv", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  /* Nothing else may be left in the folder. */
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
}

static void
write_rows (IonCsvWriter *writer, const char *const *cells, gsize n_columns)
{
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; cells[i] != NULL; i++)
    {
      ion_csv_writer_write_cell (writer, cells[i], &error);
      if ((i + 1) % n_columns == 0)
        ion_csv_writer_end_row (writer, &error);
      g_assert_no_error (error);
    }
}

static const char *const sample[] = { "a", "b;c,d", "say \"no\"", "two\nlines", "citt\303\240",
                                      "",  NULL };

static void
test_plain (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCsvWriter) writer = ion_csv_writer_new (f->path, ION_CSV_PLAIN, &error);
  g_autofree char *text = NULL;
  GStatBuf about;

  g_assert_no_error (error);
  write_rows (writer, sample, 2);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_assert_true (ion_csv_writer_finish (writer, &error));
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "a,\"b;c,d\"\r\n\"say \"\"no\"\"\",\"two\nlines\"\r\ncitt\303\240,\r\n");
  g_assert_cmpint (g_stat (f->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_for_spreadsheet (Fixture *f, gconstpointer data)
{
  static const char *const cells[] = { "=1+1", "+39 0532", "-5,00", "@x", "a=b", "", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCsvWriter) writer = ion_csv_writer_new (f->path, ION_CSV_FOR_SPREADSHEET, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  write_rows (writer, cells, 6);
  g_assert_true (ion_csv_writer_finish (writer, &error));
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "\357\273\277\"'=1+1\",\"'+39 0532\",\"-5,00\",\"'@x\",a=b,\r\n");
}

static void
test_unfinished (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  IonCsvWriter *writer = ion_csv_writer_new (f->path, ION_CSV_PLAIN, &error);

  write_rows (writer, sample, 2);
  ion_csv_writer_free (writer);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

static void
test_no_such_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "none", "x.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_csv_writer_new (path, ION_CSV_PLAIN, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A file goes back byte for byte as it came, in each of the ways. */
static void
test_like (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize size;
  } cases[] = {
#define BYTES(text) text, sizeof text - 1
    { BYTES ("a;b\r\ncitt\340;\"x;y\"\r\n") },
    { BYTES ("\357\273\277a,b\ncitt\303\240,z\n") },
    { BYTES ("a\tb\rcitt\303\240\tz\r") },
    { BYTES ("\377\376a\0;\0b\0\r\0\n\0\340\0;\0z\0\r\0\n\0") },
    { BYTES ("\0a\0|\0b\0\n\0\340\0|\0z\0\n\0c\0|\0d\0\n") },
#undef BYTES
  };
  g_autofree char *source = g_build_filename (f->folder, "in.csv", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;
      g_autoptr (IonCsvWriter) writer = NULL;
      g_autofree char *bytes = NULL;
      const char *const *cells;
      gint64 row;
      gsize n_cells, size;

      g_file_set_contents (source, cases[i].bytes, (gssize) cases[i].size, NULL);
      table = ion_table_open (source, NULL, &error);
      g_assert_no_error (error);
      writer = ion_csv_writer_new_like (f->path, table, &error);
      g_assert_no_error (error);
      while (ion_table_next (table, &row, &cells, &n_cells, &error))
        {
          for (gsize c = 0; c < n_cells; c++)
            ion_csv_writer_write_cell (writer, cells[c], &error);
          ion_csv_writer_end_row (writer, &error);
        }
      g_assert_true (ion_csv_writer_finish (writer, &error));
      g_file_get_contents (f->path, &bytes, &size, NULL);
      g_assert_cmpmem (bytes, size, cases[i].bytes, cases[i].size);
    }
  g_unlink (source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/csv-writer/plain", Fixture, NULL, set_up, test_plain, tear_down);
  g_test_add ("/csv-writer/for-spreadsheet", Fixture, NULL, set_up, test_for_spreadsheet,
              tear_down);
  g_test_add ("/csv-writer/unfinished", Fixture, NULL, set_up, test_unfinished, tear_down);
  g_test_add ("/csv-writer/no-such-folder", Fixture, NULL, set_up, test_no_such_folder, tear_down);
  g_test_add ("/csv-writer/like", Fixture, NULL, set_up, test_like, tear_down);
  return g_test_run ();
}
