/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows as nearly all are take a short way through the parser, others a long one: what was written
 * is read, whichever way each row goes and wherever a piece of the file ends.
 */

#include "config.h"

#include "ion-table.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_COLUMNS 5

typedef struct
{
  const char *line_end;
  char separator;
  gboolean ends_with_line_end;
} Dialect;

static const char *const pieces[] = {
  "a",   "Rossi", "12,50",
  "x y", " ",     "  ",
  "è",   "€",     "🙂",
  "\"",  "\"\"",  ";",
  "\n",  "\r\n",  "\t",
  "'",   "|",     "3010000100000001",
  "-",   ".",     "a b c d e f g h i j k l m n o p q r s t u v w x y z",
};

static char *
make_cell (guint row, guint column)
{
  GString *cell = g_string_new (NULL);

  /* Never empty at the edges, so that no row is one of blanks, nor shorter than the others. */
  if (column == 0 || column == N_COLUMNS - 1)
    g_string_append_printf (cell, "r%u", row);
  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    {
      const guint last = row % 3 == 0 ? G_N_ELEMENTS (pieces) : 9;

      g_string_append (cell, pieces[g_test_rand_int_range (0, (gint32) last)]);
    }
  return g_string_free (cell, FALSE);
}

static void
append_cell (GString *text, const char *cell, const Dialect *dialect)
{
  const char marks[] = { '"', '\r', '\n', dialect->separator, '\0' };

  if (strpbrk (cell, marks) == NULL && *cell != ' ' && g_test_rand_int_range (0, 4) > 0)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static GString *
write_table (GPtrArray *cells, guint n_rows, const Dialect *dialect)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          char *cell = make_cell (row, column);

          g_ptr_array_add (cells, cell);
          if (column > 0)
            g_string_append_c (text, dialect->separator);
          append_cell (text, cell, dialect);
        }
      if (row + 1 < n_rows || dialect->ends_with_line_end)
        g_string_append (text, dialect->line_end);
    }
  return text;
}

static void
compare (const char *path, GPtrArray *cells, guint n_rows, const Dialect *dialect)
{
  const IonTableOptions options = { .separator = dialect->separator, .encoding = "UTF-8" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, &options, &error);
  const char *const *read = NULL;
  gsize n_cells = 0;
  gint64 number = 0;

  g_assert_no_error (error);
  for (guint row = 0; row < n_rows; row++)
    {
      g_assert_true (ion_table_next (table, &number, &read, &n_cells, &error));
      g_assert_cmpint (number, ==, row + 1);
      g_assert_cmpuint (n_cells, ==, N_COLUMNS);
      for (guint column = 0; column < N_COLUMNS; column++)
        g_assert_cmpstr (read[column], ==, g_ptr_array_index (cells, row * N_COLUMNS + column));
    }
  g_assert_false (ion_table_next (table, &number, &read, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_false (ion_table_has_remarks (table));
}

static void
test_round_trip (void)
{
  static const Dialect dialects[] = {
    { "\n", ';', TRUE },    { "\r\n", ';', FALSE }, { "\r", ',', TRUE },
    { "\r\n", '\t', TRUE }, { "\n", '|', FALSE },
  };
  g_autofree char *folder = g_dir_make_tmp ("ion-plain-row-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rows.csv", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      const guint n_rows = i == 0 ? 12000 : 300;
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      GString *text = write_table (cells, n_rows, &dialects[i]);

      g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
      compare (path, cells, n_rows, &dialects[i]);
      g_string_free (text, TRUE);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-plain-row/round-trip", test_round_trip);
  return g_test_run ();
}
