/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows as they stand in the file. A file whose columns nobody could map yet has no report, and
 * still the person has to see it in order to say which column is which.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-table-look.h"

#include "ion-header-place.h"
#include "ion-table-head.h"

#include <glib/gi18n-lib.h>

#define LOOK_EVERY 1024

static void
look_row_free (gpointer data)
{
  IonTableLookRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static IonTableLookRow *
look_row_new (gint64 row, const char *const *cells, gsize n_cells)
{
  IonTableLookRow *self = g_new0 (IonTableLookRow, 1);

  self->row = row;
  self->cells = g_new0 (char *, n_cells + 1);
  for (gsize i = 0; i < n_cells; i++)
    self->cells[i] = g_strdup (cells[i]);
  return self;
}

/* What a reader remarks is said by who checks the file; here it must only not pile up. */
static gboolean
next_row (IonTable *table, IonTableLookRow **row, GError **error)
{
  const char *const *cells = NULL;
  gsize n_cells = 0;
  gint64 number = 0;

  if (!ion_table_next (table, &number, &cells, &n_cells, error))
    return FALSE;
  if (ion_table_has_remarks (table))
    g_ptr_array_unref (ion_table_take_remarks (table));
  *row = look_row_new (number, cells, n_cells);
  return TRUE;
}

static gboolean
read_head (IonTable *table, GPtrArray *head, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  IonTableLookRow *row;

  while (head->len < ION_TABLE_HEAD_ROWS && next_row (table, &row, &local_error))
    g_ptr_array_add (head, row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (head->len > 0)
    return TRUE;
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY, _ ("The table is empty."));
  return FALSE;
}

static void
find_header (IonTableLook *self,
             IonTable *table,
             GPtrArray *head,
             const char *const *named,
             IonHeaderPlace *place)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  const IonTableLookRow *header;
  gsize n_names;

  for (guint i = 0; i < head->len; i++)
    {
      const IonTableLookRow *row = g_ptr_array_index (head, i);

      g_ptr_array_add (cells, row->cells);
      g_array_append_val (numbers, row->row);
    }
  ion_header_place_find_in (place, table, cells, (const gint64 *) numbers->data, named);
  header = place->header >= 0 ? g_ptr_array_index (head, place->header) : NULL;
  n_names = header != NULL ? g_strv_length (header->cells) : 0;
  self->header_row = header != NULL ? header->row : 0;
  self->columns = g_new0 (char *, place->n_columns + 1);
  for (gsize i = 0; i < place->n_columns; i++)
    self->columns[i] = i < n_names ? g_strstrip (g_strdup (header->cells[i])) : g_strdup ("");
}

static gboolean
is_asked (GArray *rows, gint64 row)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      if (g_array_index (rows, gint64, i) == row)
        return TRUE;
    }
  return FALSE;
}

static gint64
find_last (GArray *rows)
{
  gint64 last = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    last = MAX (last, g_array_index (rows, gint64, i));
  return last;
}

static void
take_head (IonTableLook *self, GPtrArray *head, guint first, guint n_first, GArray *rows)
{
  for (guint i = 0; i < head->len; i++)
    {
      IonTableLookRow *row = g_ptr_array_index (head, i);
      const char *const *cells = (const char *const *) row->cells;
      gsize n_cells = g_strv_length (row->cells);

      if (i >= first && self->first->len < n_first)
        g_ptr_array_add (self->first, look_row_new (row->row, cells, n_cells));
      if (is_asked (rows, row->row))
        g_ptr_array_add (self->asked, look_row_new (row->row, cells, n_cells));
    }
}

static gboolean
read_asked (IonTableLook *self,
            IonTable *table,
            GArray *rows,
            gint64 row_now,
            GCancellable *cancellable,
            GError **error)
{
  gint64 last = find_last (rows);

  for (guint n = 1; row_now < last; n++)
    {
      const char *const *cells = NULL;
      gsize n_cells = 0;
      g_autoptr (GError) local_error = NULL;

      if (n % LOOK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!ion_table_next (table, &row_now, &cells, &n_cells, &local_error))
        {
          const gboolean is_end = local_error == NULL;

          if (!is_end)
            g_propagate_error (error, g_steal_pointer (&local_error));
          return is_end;
        }
      if (ion_table_has_remarks (table))
        g_ptr_array_unref (ion_table_take_remarks (table));
      if (is_asked (rows, row_now))
        g_ptr_array_add (self->asked, look_row_new (row_now, cells, n_cells));
    }
  return TRUE;
}

void
ion_table_look_free (IonTableLook *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->columns);
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_free (self);
}

IonTableLook *
ion_table_look_new (IonTable *table,
                    const char *const *named,
                    guint n_first,
                    GArray *rows,
                    GCancellable *cancellable,
                    GError **error)
{
  const char *const nothing[] = { NULL };
  g_autoptr (GPtrArray) head = g_ptr_array_new_with_free_func (look_row_free);
  g_autoptr (IonTableLook) self = g_new0 (IonTableLook, 1);
  IonHeaderPlace place = { 0 };
  gint64 row;

  g_return_val_if_fail (ION_IS_TABLE (table), NULL);

  self->first = g_ptr_array_new_with_free_func (look_row_free);
  self->asked = g_ptr_array_new_with_free_func (look_row_free);
  if (!read_head (table, head, error))
    return NULL;
  find_header (self, table, head, named != NULL ? named : nothing, &place);
  take_head (self, head, (guint) place.first, n_first, rows);
  row = ((IonTableLookRow *) g_ptr_array_index (head, head->len - 1))->row;
  if (!read_asked (self, table, rows, row, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
