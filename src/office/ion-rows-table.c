/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One person's message and a round of test messages are small tables: they go through the importer
 * like a file, and no check is written twice.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-rows-table.h"

struct _IonRowsTable
{
  GObject parent_instance;

  GPtrArray *rows; /* (owned) (element-type GStrv): the first is the header */
  guint next;
};

static void table_iface_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonRowsTable,
                               ion_rows_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, table_iface_init))

static gboolean
ion_rows_table_next (IonTable *table,
                     gint64 *row,
                     const char *const **cells,
                     gsize *n_cells,
                     GError **error)
{
  IonRowsTable *self = ION_ROWS_TABLE (table);
  char **strv;

  if (self->next >= self->rows->len)
    return FALSE;
  strv = g_ptr_array_index (self->rows, self->next);
  *row = self->next;
  *cells = (const char *const *) strv;
  *n_cells = g_strv_length (strv);
  self->next++;
  return TRUE;
}

static const char *
ion_rows_table_get_format (IonTable *table)
{
  return "rows";
}

static GPtrArray *
ion_rows_table_take_remarks (IonTable *table)
{
  return g_ptr_array_new ();
}

static void
table_iface_init (IonTableInterface *iface)
{
  iface->next = ion_rows_table_next;
  iface->get_format = ion_rows_table_get_format;
  iface->take_remarks = ion_rows_table_take_remarks;
}

static void
ion_rows_table_finalize (GObject *object)
{
  g_ptr_array_unref (ION_ROWS_TABLE (object)->rows);
  G_OBJECT_CLASS (ion_rows_table_parent_class)->finalize (object);
}

static void
ion_rows_table_class_init (IonRowsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_rows_table_finalize;
}

static void
ion_rows_table_init (IonRowsTable *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

IonRowsTable *
ion_rows_table_new (const char *const *header)
{
  IonRowsTable *self = g_object_new (ION_TYPE_ROWS_TABLE, NULL);

  ion_rows_table_add (self, header);
  return self;
}

void
ion_rows_table_add (IonRowsTable *self, const char *const *cells)
{
  g_return_if_fail (ION_IS_ROWS_TABLE (self));

  g_ptr_array_add (self->rows, g_strdupv ((char **) cells));
}

void
ion_rows_table_add_like_last (IonRowsTable *self, const char *first_cell)
{
  char **row;

  g_return_if_fail (ION_IS_ROWS_TABLE (self) && self->rows->len > 0);

  row = g_strdupv (g_ptr_array_index (self->rows, self->rows->len - 1));
  g_free (row[0]);
  row[0] = g_strdup (first_cell);
  g_ptr_array_add (self->rows, row);
}
