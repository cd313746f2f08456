/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Old workbooks as a table. A sheet has at most 65,536 rows; of the file only the texts and the
 * places of the cells are kept.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xls-reader.h"
#include "ion-cell-remark.h"
#include "ion-row-queue.h"
#include "ion-sheet-choice.h"
#include "ion-xls-cell.h"
#include "ion-xls-cells.h"

struct _IonXlsReader
{
  GObject parent_instance;

  IonXlsWorkbook *workbook; /* (owned) (nullable) */
  IonXlsCells *cells;       /* (owned) (nullable) */
  char *sheet;              /* (owned) (nullable) */
  IonRowQueue *queue;       /* (owned) */
  guint next;               /* in @cells */
  guint next_merge;
};

static void ion_xls_reader_table_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonXlsReader,
                               ion_xls_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, ion_xls_reader_table_init))

/* Those above the row have nothing in them. */
static void
remark_merges (IonXlsReader *self, guint16 row)
{
  const GArray *merges = self->cells->merges;

  for (; self->next_merge < merges->len; self->next_merge++)
    {
      const IonXlsMerge *merge = &g_array_index (merges, IonXlsMerge, self->next_merge);

      if (merge->row > row)
        return;
      if (merge->row == row)
        ion_cell_remark_merged (self->queue, merge->column);
    }
}

static gboolean
read_row (IonXlsReader *self, GError **error)
{
  const GArray *cells = self->cells->cells;
  guint16 row = g_array_index (cells, IonXlsCell, self->next).row;

  if (!ion_row_queue_begin (self->queue, (gint64) row + 1, error))
    return FALSE;
  for (; self->next < cells->len; self->next++)
    {
      const IonXlsCell *cell = &g_array_index (cells, IonXlsCell, self->next);

      if (cell->row != row)
        break;
      if (!ion_xls_cell_read (self->workbook, cell->at, self->queue, error))
        return FALSE;
    }
  remark_merges (self, row);
  if (ion_xls_cells_is_hidden (self->cells, row))
    ion_cell_remark_hidden (self->queue);
  ion_row_queue_end (self->queue);
  return TRUE;
}

static gboolean
ion_xls_reader_next (IonTable *table,
                     gint64 *row,
                     const char *const **cells,
                     gsize *n_cells,
                     GError **error)
{
  IonXlsReader *self = ION_XLS_READER (table);

  while (!ion_row_queue_take (self->queue, row, cells, n_cells))
    {
      if (self->next >= self->cells->cells->len)
        return FALSE;
      if (!read_row (self, error))
        {
          self->next = self->cells->cells->len;
          return FALSE;
        }
    }
  return TRUE;
}

static const char *
ion_xls_reader_get_format (IonTable *table)
{
  return "xls";
}

static const char *
ion_xls_reader_get_sheet (IonTable *table)
{
  return ION_XLS_READER (table)->sheet;
}

static GPtrArray *
ion_xls_reader_take_remarks (IonTable *table)
{
  return ion_row_queue_take_remarks (ION_XLS_READER (table)->queue);
}

static double
ion_xls_reader_get_fraction (IonTable *table)
{
  IonXlsReader *self = ION_XLS_READER (table);
  guint n = self->cells->cells->len;

  return n > 0 ? (double) self->next / n : 1;
}

static void
ion_xls_reader_table_init (IonTableInterface *iface)
{
  iface->next = ion_xls_reader_next;
  iface->get_format = ion_xls_reader_get_format;
  iface->get_sheet = ion_xls_reader_get_sheet;
  iface->take_remarks = ion_xls_reader_take_remarks;
  iface->get_fraction = ion_xls_reader_get_fraction;
}

static void
ion_xls_reader_finalize (GObject *object)
{
  IonXlsReader *self = ION_XLS_READER (object);

  g_clear_pointer (&self->cells, ion_xls_cells_free);
  g_clear_pointer (&self->workbook, ion_xls_workbook_free);
  g_clear_pointer (&self->queue, ion_row_queue_free);
  g_free (self->sheet);
  G_OBJECT_CLASS (ion_xls_reader_parent_class)->finalize (object);
}

static void
ion_xls_reader_class_init (IonXlsReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_xls_reader_finalize;
}

static void
ion_xls_reader_init (IonXlsReader *self)
{
  self->queue = ion_row_queue_new ();
}

/* Returns: (transfer full) (nullable) (element-type IonSheet): what there is to choose from */
static GPtrArray *
list_sheets (IonXlsWorkbook *workbook, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_sheet_free);

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const IonXlsSheet *sheet = g_ptr_array_index (workbook->sheets, i);
      g_autoptr (IonXlsCells) cells = ion_xls_cells_find (workbook, sheet, 1, error);

      if (cells == NULL)
        return NULL;
      g_ptr_array_add (sheets,
                       ion_sheet_new (sheet->name, sheet->is_hidden, cells->cells->len > 0));
    }
  return g_steal_pointer (&sheets);
}

/* Returns: whether a file that begins with @head is for this reader, if only to say why not */
gboolean
ion_xls_reader_recognises (const guint8 *head, gsize size)
{
  return ion_biff_stream_recognises (head, size);
}

/**
 * ion_xls_reader_new:
 * @path: a file that ion_xls_reader_recognises() has recognised
 * @sheet: (nullable): which one to read: its name, or its number from 1
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_xls_reader_new (const char *path, const char *sheet, GError **error)
{
  g_autoptr (IonXlsReader) self = g_object_new (ION_TYPE_XLS_READER, NULL);
  g_autoptr (GPtrArray) sheets = NULL;
  const IonXlsSheet *chosen;
  guint index = 0;

  self->workbook = ion_xls_workbook_open (path, error);
  if (self->workbook == NULL)
    return NULL;
  sheets = list_sheets (self->workbook, error);
  if (sheets == NULL || !ion_sheet_choose (sheets, sheet, &index, error))
    return NULL;
  chosen = g_ptr_array_index (self->workbook->sheets, index);
  self->cells = ion_xls_cells_find (self->workbook, chosen, G_MAXUINT, error);
  if (self->cells == NULL)
    return NULL;
  if (chosen->name[0] != '\0')
    self->sheet = g_strdup (chosen->name);
  return ION_TABLE (g_steal_pointer (&self));
}

/* Returns: (transfer full) (nullable) (element-type utf8): the visible sheets with content */
GPtrArray *
ion_xls_reader_list_sheets (const char *path, GError **error)
{
  g_autoptr (IonXlsWorkbook) workbook = ion_xls_workbook_open (path, error);
  g_autoptr (GPtrArray) sheets = workbook != NULL ? list_sheets (workbook, error) : NULL;

  return sheets != NULL ? ion_sheet_list_names (sheets) : NULL;
}
