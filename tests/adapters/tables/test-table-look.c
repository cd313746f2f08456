/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is seen of a table before anybody has said what its columns are. */

#include "config.h"

#include "ion-table-look.h"

#include <glib/gstdio.h>
#include <unistd.h>

static IonTableLook *
look_at (const char *text, guint n_first, GArray *rows, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (IonTable) table = NULL;
  int fd = g_file_open_tmp ("look-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  table = ion_table_open (path, NULL, error);
  g_unlink (path);
  return table != NULL ? ion_table_look_new (table, NULL, n_first, rows, NULL, error) : NULL;
}

static char *
make_list (guint n)
{
  GString *text = g_string_new ("Elenco\n\nChi;Altro;\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "RSSMRA85T10A562S;v%u;x\n", i);
  return g_string_free (text, FALSE);
}

static void
test_header (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = make_list (10);
  g_autoptr (IonTableLook) look = look_at (text, 3, NULL, &error);
  const IonTableLookRow *row;

  g_assert_no_error (error);
  g_assert_cmpint (look->header_row, ==, 3);
  g_assert_cmpstr (look->columns[0], ==, "Chi");
  g_assert_cmpstr (look->columns[1], ==, "Altro");
  g_assert_cmpuint (look->first->len, ==, 3);
  g_assert_cmpuint (look->asked->len, ==, 0);
  row = g_ptr_array_index (look->first, 0);
  g_assert_cmpint (row->row, ==, 4);
  g_assert_cmpstr (row->cells[1], ==, "v0");
}

/* Rows among those read for the header, and far behind them; one that there is not. */
static void
test_asked (void)
{
  const gint64 numbers[] = { 900, 5, 2000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text = make_list (1000);
  g_autoptr (IonTableLook) look = NULL;

  g_array_append_vals (rows, numbers, G_N_ELEMENTS (numbers));
  look = look_at (text, 0, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (look->first->len, ==, 0);
  g_assert_cmpuint (look->asked->len, ==, 2);
  g_assert_cmpint (((IonTableLookRow *) g_ptr_array_index (look->asked, 0))->row, ==, 5);
  g_assert_cmpstr (((IonTableLookRow *) g_ptr_array_index (look->asked, 1))->cells[1], ==, "v896");
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTableLook) look = look_at ("\n", 3, NULL, &error);

  g_assert_null (look);
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/look/header", test_header);
  g_test_add_func ("/tables/look/asked", test_asked);
  g_test_add_func ("/tables/look/empty", test_empty);
  return g_test_run ();
}
