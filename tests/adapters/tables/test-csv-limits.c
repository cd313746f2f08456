/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Every limit of a CSV file: below, at and above it. */

#include "config.h"

#include "ion-table-limits.h"
#include "ion-table.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A code of nobody. */
#define CODE_1 "RSSMRA85T10A562S"

static IonTable *
open_bytes (const char *bytes, gssize size, const IonTableOptions *options, GError **error)
{
  g_autofree char *path = NULL;
  IonTable *table;
  int fd = g_file_open_tmp ("table-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  table = ion_table_open (path, options, error);
  g_unlink (path);
  return table;
}

/* Reads a row whose second cell has @size bytes of @cell. Returns: the length of what was read */
static gsize
read_long_cell (gsize size, const char *cell, const char *quote, char **codes)
{
  g_autoptr (GString) text = g_string_new ("a;b\nx;");
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells, length = 0;

  g_string_append (text, quote);
  for (gsize i = 0; i < size; i += strlen (cell))
    g_string_append (text, cell);
  g_string_append_printf (text, "%s\ny;z\n", quote);
  table = open_bytes (text->str, (gssize) text->len, NULL, &error);
  g_assert_no_error (error);
  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      g_assert_cmpuint (n_cells, ==, 2);
      g_assert_true (g_utf8_validate (cells[1], -1, NULL));
      if (row == 2)
        length = strlen (cells[1]);
      if (row == 3)
        g_assert_cmpstr (cells[1], ==, "z");
    }
  g_assert_no_error (error);
  g_assert_cmpint (row, ==, 3);
  remarks = ion_table_take_remarks (table);
  for (guint i = 0; i < remarks->len; i++)
    g_string_append (said, ((IonTableRemark *) g_ptr_array_index (remarks, i))->code);
  *codes = g_strdup (said->str);
  return length;
}

static void
test_cell_limit (void)
{
  for (int by = -1; by <= 1; by++)
    {
      for (int quoted = 0; quoted < 2; quoted++)
        {
          g_autofree char *codes = NULL;
          gsize length =
              read_long_cell ((gsize) (ION_TABLE_CELL_MAX + by), "w", quoted ? "\"" : "", &codes);

          g_assert_cmpstr (codes, ==, by > 0 ? "cell-too-long" : "");
          g_assert_cmpuint (length, ==, (gsize) (ION_TABLE_CELL_MAX + MIN (by, 0)));
        }
    }
}

static void
test_absurd_cell (void)
{
  g_autofree char *codes = NULL;
  g_autofree char *codes_of_quoted = NULL;
  g_autofree char *codes_of_accents = NULL;

  read_long_cell (5 * 1024 * 1024, "w", "", &codes);
  g_assert_cmpstr (codes, ==, "cell-too-long");
  read_long_cell (5 * 1024 * 1024, "w", "\"", &codes_of_quoted);
  g_assert_cmpstr (codes_of_quoted, ==, "cell-too-long");
  read_long_cell (5 * 1024 * 1024 + 1, "w\303\250", "", &codes_of_accents);
  g_assert_cmpstr (codes_of_accents, ==, "cell-too-long");
}

static void
test_columns_limit (void)
{
  for (guint n = ION_TABLE_COLUMNS_MAX - 1; n <= ION_TABLE_COLUMNS_MAX + 1; n++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;
      g_autoptr (GPtrArray) remarks = NULL;
      const char *const *cells;
      gint64 row;
      gsize n_cells;

      for (guint i = 1; i < n; i++)
        g_string_append (text, ";x");
      table = open_bytes (text->str, (gssize) text->len, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (ion_table_next (table, &row, &cells, &n_cells, &error));
      g_assert_cmpuint (n_cells, ==, MIN (n, ION_TABLE_COLUMNS_MAX));
      remarks = ion_table_take_remarks (table);
      g_assert_cmpuint (remarks->len, ==, n > ION_TABLE_COLUMNS_MAX);
    }
}

/* A row of 17 cells with @size bytes in all, one more for the end of each but the last. */
static void
assert_row_size (gsize size, const char *code)
{
  g_autofree char *cell = g_strnfill (ION_TABLE_CELL_MAX - 1, 'w');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  while (text->len + ION_TABLE_CELL_MAX <= size)
    g_string_append_printf (text, "%s;", cell);
  g_string_append_len (text, cell, (gssize) (size - text->len));
  g_string_append (text, "\nx;y\n");
  table = open_bytes (text->str, (gssize) text->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ion_table_next (table, &row, &cells, &n_cells, &error));
  remarks = ion_table_take_remarks (table);
  g_assert_cmpuint (remarks->len, ==, code != NULL);
  if (code != NULL)
    g_assert_cmpstr (((IonTableRemark *) g_ptr_array_index (remarks, 0))->code, ==, code);
  g_assert_true (ion_table_next (table, &row, &cells, &n_cells, &error));
  g_assert_cmpstr (cells[1], ==, "y");
}

static void
test_row_limit (void)
{
  assert_row_size (ION_TABLE_ROW_MAX - 1, NULL);
  assert_row_size (ION_TABLE_ROW_MAX, NULL);
  assert_row_size (ION_TABLE_ROW_MAX + 1, "row-too-long");
}

static void
test_rows_limit (void)
{
  for (int by = -1; by <= 1; by++)
    {
      gsize n = (gsize) (ION_TABLE_ROWS_MAX + by);
      g_autofree char *text = g_strnfill (n * 2, '\n');
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;
      const char *const *cells;
      gint64 row = 0;
      gsize n_cells;

      for (gsize i = 0; i < n; i++)
        text[i * 2] = 'x';
      table = open_bytes (text, (gssize) (n * 2), NULL, &error);
      g_assert_no_error (error);
      while (ion_table_next (table, &row, &cells, &n_cells, &error))
        ;
      g_assert_cmpint (row, ==, MIN (n, ION_TABLE_ROWS_MAX));
      if (by > 0)
        g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
      else
        g_assert_no_error (error);
    }
}

/* The separator is recognised on the beginning of a file, however much stands above the table. */
static void
test_head_limit (void)
{
  for (int by = -1; by <= 1; by++)
    {
      gsize before = (gsize) (ION_TABLE_HEAD_SIZE + by * 64);
      g_autofree char *lines = g_strnfill (before, 'w');
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;

      for (gsize i = 63; i < before; i += 64)
        lines[i] = '\n';
      g_string_append_len (text, lines, (gssize) before);
      for (guint i = 0; i < 10; i++)
        g_string_append (text, CODE_1 "|b|c\n");
      table = open_bytes (text->str, (gssize) text->len, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ion_table_get_separator (table), ==, by < 0 ? '|' : ';');
    }
}

/* Nobody takes them: memory stays bounded. */
static void
test_remarks_limit (void)
{
  for (int by = -1; by <= 1; by++)
    {
      g_autoptr (GString) text = g_string_new ("a;b\n");
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;
      g_autoptr (GPtrArray) remarks = NULL;
      const char *const *cells;
      gint64 row;
      gsize n_cells;

      for (int i = 0; i < ION_TABLE_REMARKS_MAX + by; i++)
        g_string_append (text, "1;2\n1\n");
      table = open_bytes (text->str, (gssize) text->len, NULL, &error);
      while (ion_table_next (table, &row, &cells, &n_cells, &error))
        ;
      g_assert_no_error (error);
      remarks = ion_table_take_remarks (table);
      g_assert_cmpuint (remarks->len, ==, ION_TABLE_REMARKS_MAX + MIN (by, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/limits/cell", test_cell_limit);
  g_test_add_func ("/csv/limits/absurd-cell", test_absurd_cell);
  g_test_add_func ("/csv/limits/columns", test_columns_limit);
  g_test_add_func ("/csv/limits/row", test_row_limit);
  g_test_add_func ("/csv/limits/rows", test_rows_limit);
  g_test_add_func ("/csv/limits/head", test_head_limit);
  g_test_add_func ("/csv/limits/remarks", test_remarks_limit);
  return g_test_run ();
}
