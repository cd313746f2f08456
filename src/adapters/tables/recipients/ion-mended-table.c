/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Cells mended on their way in. A mend names its column as the person sees it, so the header is
 * looked for first, in the same first rows in which whoever reads the table will look for it.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-mended-table.h"
#include "ion-blank.h"
#include "ion-header-place.h"
#include "ion-table-head.h"

#include <string.h>

/* One mend, with its column found. */
typedef struct
{
  gsize column;
  char *value; /* (owned) */
} Mend;

struct _IonMendedTable
{
  GObject parent_instance;

  IonTable *inner;  /* (owned) */
  GHashTable *rows; /* (owned) (element-type gint64 GArray): of Mend, by row */
  GPtrArray *head;  /* (owned) (element-type GStrv) */
  GArray *head_at;  /* (owned) (element-type gint64) */
  guint next_head;
  GPtrArray *remarks; /* (owned) (element-type IonTableRemark): met while the head was read */
  GPtrArray *cells;   /* (owned) (element-type utf8) (unowned elements): of a mended row */
};

static void table_iface_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonMendedTable,
                               ion_mended_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, table_iface_init))

static const char *const *
mend_row (IonMendedTable *self, gint64 row, const char *const *cells, gsize *n_cells)
{
  const GArray *mends = g_hash_table_lookup (self->rows, &row);

  if (G_LIKELY (mends == NULL))
    return cells;
  g_ptr_array_set_size (self->cells, 0);
  for (gsize i = 0; i < *n_cells; i++)
    g_ptr_array_add (self->cells, (gpointer) cells[i]);
  for (guint i = 0; i < mends->len; i++)
    {
      const Mend *mend = &g_array_index (mends, Mend, i);

      while (self->cells->len <= mend->column)
        g_ptr_array_add (self->cells, (gpointer) "");
      self->cells->pdata[mend->column] = mend->value;
    }
  *n_cells = self->cells->len;
  return (const char *const *) self->cells->pdata;
}

static gboolean
ion_mended_table_next (IonTable *table,
                       gint64 *row,
                       const char *const **cells,
                       gsize *n_cells,
                       GError **error)
{
  IonMendedTable *self = ION_MENDED_TABLE (table);

  if (self->next_head < self->head->len)
    {
      *row = g_array_index (self->head_at, gint64, self->next_head);
      *cells = g_ptr_array_index (self->head, self->next_head);
      *n_cells = g_strv_length ((char **) *cells);
      self->next_head++;
    }
  else if (!ion_table_next (self->inner, row, cells, n_cells, error))
    return FALSE;
  *cells = mend_row (self, *row, *cells, n_cells);
  return TRUE;
}

static gboolean
is_mended (IonMendedTable *self, const IonTableRemark *remark)
{
  const GArray *mends = g_hash_table_lookup (self->rows, &remark->row);

  for (guint i = 0; mends != NULL && i < mends->len; i++)
    if (remark->column == (gssize) g_array_index (mends, Mend, i).column)
      return TRUE;
  return FALSE;
}

static GPtrArray *
ion_mended_table_take_remarks (IonTable *table)
{
  IonMendedTable *self = ION_MENDED_TABLE (table);
  GPtrArray *remarks;

  ion_table_move_remarks (self->inner, self->remarks);
  remarks = g_steal_pointer (&self->remarks);
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  for (guint i = remarks->len; i > 0; i--)
    if (is_mended (self, remarks->pdata[i - 1]))
      g_ptr_array_remove_index (remarks, i - 1);
  return remarks;
}

static gboolean
ion_mended_table_has_remarks (IonTable *table)
{
  IonMendedTable *self = ION_MENDED_TABLE (table);

  return self->remarks->len > 0 || ion_table_has_remarks (self->inner);
}

static const char *
ion_mended_table_get_format (IonTable *table)
{
  return ion_table_get_format (ION_MENDED_TABLE (table)->inner);
}

static const char *
ion_mended_table_get_encoding (IonTable *table)
{
  return ion_table_get_encoding (ION_MENDED_TABLE (table)->inner);
}

static char
ion_mended_table_get_separator (IonTable *table)
{
  return ion_table_get_separator (ION_MENDED_TABLE (table)->inner);
}

static const char *
ion_mended_table_get_sheet (IonTable *table)
{
  return ion_table_get_sheet (ION_MENDED_TABLE (table)->inner);
}

static double
ion_mended_table_get_fraction (IonTable *table)
{
  return ion_table_get_fraction (ION_MENDED_TABLE (table)->inner);
}

static void
table_iface_init (IonTableInterface *iface)
{
  iface->next = ion_mended_table_next;
  iface->get_format = ion_mended_table_get_format;
  iface->get_encoding = ion_mended_table_get_encoding;
  iface->get_separator = ion_mended_table_get_separator;
  iface->get_sheet = ion_mended_table_get_sheet;
  iface->take_remarks = ion_mended_table_take_remarks;
  iface->has_remarks = ion_mended_table_has_remarks;
  iface->get_fraction = ion_mended_table_get_fraction;
}

static void
ion_mended_table_finalize (GObject *object)
{
  IonMendedTable *self = ION_MENDED_TABLE (object);

  g_clear_object (&self->inner);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->head);
  g_ptr_array_unref (self->remarks);
  g_array_unref (self->head_at);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (ion_mended_table_parent_class)->finalize (object);
}

static void
ion_mended_table_class_init (IonMendedTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_mended_table_finalize;
}

static void
mend_clear (gpointer data)
{
  g_free (((Mend *) data)->value);
}

static void
ion_mended_table_init (IonMendedTable *self)
{
  self->rows =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->head = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->head_at = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  self->cells = g_ptr_array_new ();
}

static gboolean
is_named (const char *cell, const char *name)
{
  g_autofree char *trimmed = g_strdup (ion_blank_skip (cell));
  gsize length = strlen (name);

  return strncmp (trimmed, name, length) == 0 && *ion_blank_skip (trimmed + length) == '\0';
}

/* Returns: -1 where there is no such column */
static gssize
find_column (const char *const *header, gsize n_columns, const char *name)
{
  guint64 number;

  for (gsize i = 0; header != NULL && header[i] != NULL && i < n_columns; i++)
    if (is_named (header[i], name))
      return (gssize) i;
  if (g_ascii_string_to_unsigned (name, 10, 1, MAX (n_columns, 1), &number, NULL))
    return (gssize) number - 1;
  return -1;
}

static void
take_mends (IonMendedTable *self,
            const IonCellMend *mends,
            gsize n_mends,
            const char *const *header,
            gsize n_columns)
{
  for (gsize i = 0; i < n_mends; i++)
    {
      gssize column = find_column (header, n_columns, mends[i].column);
      Mend mend = { (gsize) column, NULL };
      GArray *row;

      if (column < 0)
        continue;
      row = g_hash_table_lookup (self->rows, &mends[i].row);
      if (row == NULL)
        {
          row = g_array_new (FALSE, FALSE, sizeof (Mend));
          g_array_set_clear_func (row, mend_clear);
          g_hash_table_insert (self->rows, g_memdup2 (&mends[i].row, sizeof (gint64)), row);
        }
      mend.value = g_strdup (mends[i].value);
      g_array_append_val (row, mend);
    }
}

IonTable *
ion_mended_table_new (IonTable *inner,
                      const IonCellMend *mends,
                      gsize n_mends,
                      const char *const *named,
                      GError **error)
{
  static const char *const none[] = { NULL };
  g_autoptr (IonMendedTable) self = g_object_new (ION_TYPE_MENDED_TABLE, NULL);
  IonHeaderPlace place = { .header = -1 };

  g_return_val_if_fail (ION_IS_TABLE (inner), NULL);

  self->inner = g_object_ref (inner);
  ion_table_set_header_row (ION_TABLE (self), ion_table_get_header_row (inner));
  if (!ion_table_read_head (self->inner, self->head, self->head_at, self->remarks, error))
    return NULL;
  if (self->head->len > 0)
    ion_header_place_find_in (&place, inner, self->head, (const gint64 *) self->head_at->data,
                              named != NULL ? named : none);
  take_mends (self, mends, n_mends, place.header >= 0 ? self->head->pdata[place.header] : NULL,
              place.n_columns);
  return ION_TABLE (g_steal_pointer (&self));
}
