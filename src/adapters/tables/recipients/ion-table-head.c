/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The first rows of a table, kept: the header is found by looking at all of them.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-table-head.h"

static char **
copy_cells (const char *const *cells, gsize n_cells)
{
  char **copy = g_new0 (char *, n_cells + 1);

  for (gsize i = 0; i < n_cells; i++)
    copy[i] = g_strdup (cells[i]);
  return copy;
}

void
ion_table_move_remarks (IonTable *self, GPtrArray *remarks)
{
  g_autoptr (GPtrArray) taken = NULL;

  if (!ion_table_has_remarks (self))
    return;
  taken = ion_table_take_remarks (self);
  g_ptr_array_set_free_func (taken, NULL);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (remarks, g_ptr_array_index (taken, i));
}

gboolean
ion_table_read_head (IonTable *self,
                     GPtrArray *rows,
                     GArray *numbers,
                     GPtrArray *remarks,
                     GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *const *cells;
  gsize n_cells;
  gint64 row;

  while (rows->len < ION_TABLE_HEAD_ROWS && ion_table_next (self, &row, &cells, &n_cells, &failure))
    {
      g_ptr_array_add (rows, copy_cells (cells, n_cells));
      g_array_append_val (numbers, row);
      /* Row by row: the reader keeps only so many. */
      ion_table_move_remarks (self, remarks);
    }
  ion_table_move_remarks (self, remarks);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
