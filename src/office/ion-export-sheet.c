/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What an office opens in its spreadsheet, and what its other programs read, are the same cells:
 * only the file differs.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-export-sheet.h"

#include "ion-csv-writer.h"
#include "ion-table-writer.h"

struct _IonExportSheet
{
  char *path;            /* (owned) */
  IonCsvWriter *csv;     /* (owned) (nullable): the one or the other */
  IonTableWriter *table; /* (owned) (nullable): begun with the header, which has all columns */
  GPtrArray *cells;      /* (owned) (element-type utf8): of the row that is being made */
  gint64 row;
};

IonExportSheet *
ion_export_sheet_new (const char *path, GError **error)
{
  g_autoptr (IonExportSheet) self = g_new0 (IonExportSheet, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->path = g_strdup (path);
  if (!g_str_equal (ion_table_writer_choose_format (path, NULL), "csv"))
    return g_steal_pointer (&self);
  self->csv = ion_csv_writer_new (path, ION_CSV_FOR_SPREADSHEET, error);
  return self->csv != NULL ? g_steal_pointer (&self) : NULL;
}

void
ion_export_sheet_free (IonExportSheet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->csv, ion_csv_writer_free);
  g_clear_object (&self->table);
  g_ptr_array_unref (self->cells);
  g_free (self->path);
  g_free (self);
}

void
ion_export_sheet_add (IonExportSheet *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text != NULL ? text : ""));
}

static gboolean
write_csv (IonExportSheet *self, GError **error)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (!ion_csv_writer_write_cell (self->csv, g_ptr_array_index (self->cells, i), error))
      return FALSE;
  return ion_csv_writer_end_row (self->csv, error);
}

static gboolean
write_table (IonExportSheet *self, GError **error)
{
  const IonTableLayout layout = { .header_row = 1,
                                  .n_columns = self->cells->len,
                                  .wide_column = -1 };

  if (self->table == NULL)
    self->table = ion_table_writer_open (self->path, NULL, &layout, error);
  return self->table != NULL &&
         ion_table_writer_write_row (self->table, self->row,
                                     (const char *const *) self->cells->pdata, self->cells->len,
                                     error);
}

/* The first row is the header. */
gboolean
ion_export_sheet_end_row (IonExportSheet *self, GError **error)
{
  gboolean is_written;

  self->row++;
  is_written = self->csv != NULL ? write_csv (self, error) : write_table (self, error);
  g_ptr_array_set_size (self->cells, 0);
  return is_written;
}

gboolean
ion_export_sheet_finish (IonExportSheet *self, GError **error)
{
  return self->csv != NULL ? ion_csv_writer_finish (self->csv, error)
                           : ion_table_writer_finish (self->table, error);
}
