/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Workbooks in Excel's XML of 2003 as a table, in constant memory. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-excel-xml-reader.h"
#include "ion-excel-xml-rows.h"
#include "ion-row-queue.h"
#include "ion-xml-input.h"

struct _IonExcelXmlReader
{
  GObject parent_instance;

  IonXmlInput *input;    /* (owned) (nullable) */
  IonExcelXmlRows *rows; /* (owned) (nullable) */
  IonRowQueue *queue;    /* (owned) */
  IonExcelXmlBook *book; /* (owned) (nullable) */
  char *sheet;           /* (owned) (nullable) */
  gboolean is_end;
};

static void ion_excel_xml_reader_table_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonExcelXmlReader,
                               ion_excel_xml_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE,
                                                      ion_excel_xml_reader_table_init))

static gboolean
ion_excel_xml_reader_next (IonTable *table,
                           gint64 *row,
                           const char *const **cells,
                           gsize *n_cells,
                           GError **error)
{
  IonExcelXmlReader *self = ION_EXCEL_XML_READER (table);

  while (!ion_row_queue_take (self->queue, row, cells, n_cells))
    {
      if (self->is_end)
        return FALSE;
      if (!ion_excel_xml_rows_read (self->rows, &self->is_end, error))
        {
          self->is_end = TRUE;
          return FALSE;
        }
    }
  return TRUE;
}

static const char *
ion_excel_xml_reader_get_format (IonTable *table)
{
  return "xls";
}

static const char *
ion_excel_xml_reader_get_sheet (IonTable *table)
{
  return ION_EXCEL_XML_READER (table)->sheet;
}

static GPtrArray *
ion_excel_xml_reader_take_remarks (IonTable *table)
{
  return ion_row_queue_take_remarks (ION_EXCEL_XML_READER (table)->queue);
}

static double
ion_excel_xml_reader_get_fraction (IonTable *table)
{
  return ion_xml_input_get_fraction (ION_EXCEL_XML_READER (table)->input);
}

static void
ion_excel_xml_reader_table_init (IonTableInterface *iface)
{
  iface->next = ion_excel_xml_reader_next;
  iface->get_format = ion_excel_xml_reader_get_format;
  iface->get_sheet = ion_excel_xml_reader_get_sheet;
  iface->take_remarks = ion_excel_xml_reader_take_remarks;
  iface->get_fraction = ion_excel_xml_reader_get_fraction;
}

static void
ion_excel_xml_reader_finalize (GObject *object)
{
  IonExcelXmlReader *self = ION_EXCEL_XML_READER (object);

  g_clear_pointer (&self->input, ion_xml_input_free);
  g_clear_pointer (&self->rows, ion_excel_xml_rows_free);
  g_clear_pointer (&self->book, ion_excel_xml_book_free);
  g_clear_pointer (&self->queue, ion_row_queue_free);
  g_free (self->sheet);
  G_OBJECT_CLASS (ion_excel_xml_reader_parent_class)->finalize (object);
}

static void
ion_excel_xml_reader_class_init (IonExcelXmlReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_excel_xml_reader_finalize;
}

static void
ion_excel_xml_reader_init (IonExcelXmlReader *self)
{
  self->queue = ion_row_queue_new ();
}

/**
 * ion_excel_xml_reader_new:
 * @path: a workbook in Excel's XML of 2003
 * @sheet: (nullable): which sheet: its name, or its number from 1
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_excel_xml_reader_new (const char *path, const char *sheet, GError **error)
{
  g_autoptr (IonExcelXmlReader) self = g_object_new (ION_TYPE_EXCEL_XML_READER, NULL);
  guint index = 0;

  self->input = ion_xml_input_open_file (path, error);
  if (self->input == NULL)
    return NULL;
  self->book = ion_excel_xml_book_read (self->input, error);
  if (self->book == NULL || !ion_sheet_choose (self->book->sheets, sheet, &index, error) ||
      !ion_xml_input_rewind (self->input, error))
    return NULL;
  self->sheet = g_strdup (((const IonSheet *) g_ptr_array_index (self->book->sheets, index))->name);
  self->rows = ion_excel_xml_rows_new (self->input, self->book, index, self->queue);
  return ION_TABLE (g_steal_pointer (&self));
}

/* Returns: (transfer full) (nullable) (element-type utf8): the visible sheets that hold something
 */
GPtrArray *
ion_excel_xml_reader_list_sheets (const char *path, GError **error)
{
  g_autoptr (IonXmlInput) input = ion_xml_input_open_file (path, error);
  g_autoptr (IonExcelXmlBook) book = input != NULL ? ion_excel_xml_book_read (input, error) : NULL;

  return book != NULL ? ion_sheet_list_names (book->sheets) : NULL;
}
