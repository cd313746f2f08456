/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The choice of a table's format: a file goes back in the one it came in, unless the name that the
 * person gives it says otherwise.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-table-writer.h"
#include "ion-csv-table-writer.h"
#include "ion-ods-writer.h"
#include "ion-xlsx-writer.h"

#include <string.h>

G_DEFINE_INTERFACE (IonTableWriter, ion_table_writer, G_TYPE_OBJECT)

static void
ion_table_writer_default_init (IonTableWriterInterface *iface)
{
}

/**
 * ion_table_writer_choose_format:
 * @path: the name of the file to write
 * @like: (nullable): the table that it is made of
 *
 * Old workbooks and web pages, which nobody should write any more, become xlsx.
 *
 * Returns: (transfer none): "csv", "xlsx" or "ods"
 */
const char *
ion_table_writer_choose_format (const char *path, IonTable *like)
{
  static const char *const formats[] = { "csv", "xlsx", "ods" };
  const char *dot = strrchr (path, '.');
  const char *own = like != NULL ? ion_table_get_format (like) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (dot != NULL && g_ascii_strcasecmp (dot + 1, formats[i]) == 0)
        return formats[i];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (own, formats[i]) == 0)
        return formats[i];
    }
  return own != NULL ? "xlsx" : "csv";
}

/**
 * ion_table_writer_open:
 * @path: the file's name: its ending chooses the format
 * @like: (nullable): the table that is written back: its format, encoding and separator are kept
 * @layout: what a workbook shows besides the cells
 * @error: %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a writer
 */
IonTableWriter *
ion_table_writer_open (const char *path,
                       IonTable *like,
                       const IonTableLayout *layout,
                       GError **error)
{
  const char *format, *sheet;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (like == NULL || ION_IS_TABLE (like), NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  format = ion_table_writer_choose_format (path, like);
  if (g_str_equal (format, "csv"))
    return ion_csv_table_writer_new (path, like, error);
  sheet = like != NULL ? ion_table_get_sheet (like) : NULL;
  return g_str_equal (format, "ods") ? ion_ods_writer_new (path, sheet, layout, error)
                                     : ion_xlsx_writer_new (path, sheet, layout, error);
}

gboolean
ion_table_writer_write_row (IonTableWriter *self,
                            gint64 row,
                            const char *const *cells,
                            gsize n_cells,
                            GError **error)
{
  g_return_val_if_fail (ION_IS_TABLE_WRITER (self), FALSE);

  return ION_TABLE_WRITER_GET_IFACE (self)->write_row (self, row, cells, n_cells, error);
}

gboolean
ion_table_writer_can_hold (IonTableWriter *self, const char *text)
{
  g_return_val_if_fail (ION_IS_TABLE_WRITER (self), FALSE);

  return ION_TABLE_WRITER_GET_IFACE (self)->can_hold (self, text);
}

gboolean
ion_table_writer_finish (IonTableWriter *self, GError **error)
{
  g_return_val_if_fail (ION_IS_TABLE_WRITER (self), FALSE);

  return ION_TABLE_WRITER_GET_IFACE (self)->finish (self, error);
}
