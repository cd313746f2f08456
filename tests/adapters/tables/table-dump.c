/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A table in one text, so that a test shows what it expects. */

#include "config.h"

#include "table-dump.h"

#include "ion-table-limits.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

char *
table_dump_write (gconstpointer bytes, gsize size)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("table-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  return path;
}

static void
append_row (GString *text, gint64 row, const char *const *cells, gsize n_cells)
{
  while (n_cells > 0 && cells[n_cells - 1][0] == '\0')
    n_cells--;
  g_string_append_printf (text, "%" G_GINT64_FORMAT ": ", row);
  for (gsize i = 0; i < n_cells; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cells[i]);
  g_string_append_c (text, '\n');
}

static void
append_remarks (GString *text, IonTable *table)
{
  g_autoptr (GPtrArray) remarks = ion_table_take_remarks (table);

  for (guint i = 0; i < remarks->len; i++)
    {
      const IonTableRemark *remark = g_ptr_array_index (remarks, i);

      g_assert_cmpstr (remark->message, !=, "");
      g_string_append_printf (text, "%" G_GINT64_FORMAT, remark->row);
      if (remark->column >= 0)
        g_string_append_printf (text, "/%" G_GSSIZE_FORMAT, remark->column);
      g_string_append_printf (text, " %s\n", remark->code);
    }
}

char *
table_dump (IonTable *table)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    append_row (text, row, cells, n_cells);
  g_assert_no_error (error);
  append_remarks (text, table);
  return g_string_free (text, FALSE);
}

void
table_dump_assert (gconstpointer bytes,
                   gsize size,
                   const IonTableOptions *options,
                   const char *expected)
{
  g_autofree char *path = table_dump_write (bytes, size), *got = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, options, &error);

  g_unlink (path);
  g_assert_no_error (error);
  got = table_dump (table);
  g_assert_cmpstr (got, ==, expected);
}

void
table_dump_assert_refused (gconstpointer bytes,
                           gsize size,
                           const IonTableOptions *options,
                           IonTableError code)
{
  g_autofree char *path = table_dump_write (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, options, &error);
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  g_unlink (path);
  while (table != NULL && ion_table_next (table, &row, &cells, &n_cells, &error))
    continue;
  g_assert_error (error, ION_TABLE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
check_rows (IonTable *table)
{
  g_autoptr (GError) error = NULL;
  const char *const *cells;
  gint64 row, last = 0;
  gsize n_cells;

  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      g_assert_cmpint (row, >, last);
      g_assert_cmpuint (n_cells, >, 0);
      g_assert_cmpuint (n_cells, <=, ION_TABLE_COLUMNS_MAX);
      for (gsize i = 0; i < n_cells; i++)
        {
          g_assert_true (g_utf8_validate (cells[i], -1, NULL));
          g_assert_cmpuint (strlen (cells[i]), <=, ION_TABLE_CELL_MAX);
        }
      last = row;
    }
  if (error != NULL)
    g_assert_true (error->domain == ION_TABLE_ERROR);
}

void
table_dump_survive (gconstpointer bytes, gsize size)
{
  int fd = memfd_create ("table", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;

  g_assert_cmpint (write (fd, bytes, size), ==, (gssize) size);
  table = ion_table_open (path, NULL, &error);
  if (table != NULL)
    check_rows (table);
  else
    g_assert_true (error->domain == ION_TABLE_ERROR);
  close (fd);
}
