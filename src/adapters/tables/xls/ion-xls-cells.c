/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Excel writes a sheet's cells row by row, suppliers' programs in the order in which they happened
 * to fill them. So where each stands is noted first, eight bytes a cell, and they are read in the
 * order of the rows: what is hidden or merged, which may be said after them, is then known too.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xls-cells.h"
#include "ion-biff-records.h"
#include "ion-little-endian.h"
#include "ion-table-limits.h"
#include "ion-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define ROW_IS_HIDDEN     0x20
#define FORMULA_EMPTY     3
#define IS_SPECIAL_RESULT 0xFFFF

static gboolean
is_beginning (guint16 type)
{
  return type == ION_BIFF_BOF || type == ION_BIFF_BOF_2 || type == ION_BIFF_BOF_3 ||
         type == ION_BIFF_BOF_4;
}

/* Returns: where in a cell's record its value begins: the oldest have one byte more before it */
gsize
ion_xls_cells_get_value_at (const IonXlsWorkbook *workbook, guint16 type)
{
  gboolean is_old = (type >= ION_BIFF_INTEGER_2 && type <= ION_BIFF_BOOLERR_2) ||
                    (type == ION_BIFF_FORMULA && workbook->version == ION_BIFF_VERSION_2);

  return is_old ? 7 : 6;
}

static gboolean
is_filled (const IonXlsWorkbook *workbook, const IonBiffRecord *record)
{
  gsize value_at = ion_xls_cells_get_value_at (workbook, record->type);
  const char *string;

  if (record->size <= value_at)
    return FALSE;
  switch (record->type)
    {
    case ION_BIFF_INTEGER_2:
    case ION_BIFF_NUMBER_2:
    case ION_BIFF_NUMBER:
    case ION_BIFF_BOOLERR_2:
    case ION_BIFF_BOOLERR:
    case ION_BIFF_RK:
    case ION_BIFF_MULRK:
      return TRUE;
    case ION_BIFF_LABEL_2:
      return record->data[value_at] > 0;
    case ION_BIFF_LABEL:
    case ION_BIFF_RSTRING:
      return record->size >= value_at + 2 && ion_le16 (record->data + value_at) > 0;
    case ION_BIFF_LABELSST:
      if (record->size < value_at + 4)
        return FALSE;
      string = ion_xls_workbook_get_string (workbook, ion_le32 (record->data + value_at));
      return string == NULL || *string != '\0';
    case ION_BIFF_FORMULA:
    case ION_BIFF_FORMULA_3:
    case ION_BIFF_FORMULA_4:
      return record->size >= value_at + 8 &&
             !(record->data[value_at] == FORMULA_EMPTY &&
               ion_le16 (record->data + value_at + 6) == IS_SPECIAL_RESULT);
    default:
      return FALSE;
    }
}

static void
note_hidden (IonXlsCells *self, const IonBiffRecord *record)
{
  guint16 row;

  if (record->size < 16 || (record->data[12] & ROW_IS_HIDDEN) == 0)
    return;
  row = ion_le16 (record->data);
  self->hidden[row / 8] |= (guint8) (1 << row % 8);
}

static void
note_merges (IonXlsCells *self, const IonBiffRecord *record)
{
  guint n = record->size >= 2 ? ion_le16 (record->data) : 0;

  for (guint i = 0; i < n && 2 + 8 * (i + 1) <= record->size; i++)
    {
      const guint8 *range = record->data + 2 + 8 * (gsize) i;
      IonXlsMerge merge = { ion_le16 (range), ion_le16 (range + 4) };

      if (self->merges->len < ION_TABLE_MERGES_MAX)
        g_array_append_val (self->merges, merge);
    }
}

static void
take_record (IonXlsCells *self, const IonXlsWorkbook *workbook, const IonBiffRecord *record)
{
  IonXlsCell cell;

  if (record->type == ION_BIFF_ROW)
    note_hidden (self, record);
  else if (record->type == ION_BIFF_MERGEDCELLS)
    note_merges (self, record);
  else if (is_filled (workbook, record))
    {
      cell.row = ion_le16 (record->data);
      cell.column = ion_le16 (record->data + 2);
      cell.at = record->at;
      g_array_append_val (self->cells, cell);
    }
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const IonXlsCell *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return left->at < right->at ? -1 : left->at > right->at;
}

static int
compare_merges (gconstpointer a, gconstpointer b)
{
  const IonXlsMerge *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return (int) left->column - (int) right->column;
}

static void
sort (IonXlsCells *self)
{
  gboolean is_sorted = TRUE;

  for (guint i = 1; i < self->cells->len && is_sorted; i++)
    is_sorted = compare_cells (&g_array_index (self->cells, IonXlsCell, i - 1),
                               &g_array_index (self->cells, IonXlsCell, i)) < 0;
  if (!is_sorted)
    g_array_sort (self->cells, compare_cells);
  g_array_sort (self->merges, compare_merges);
}

/**
 * ion_xls_cells_find:
 * @workbook: a workbook
 * @sheet: one of its sheets
 * @max: after so many filled cells nothing more is looked for
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the sheet's filled cells
 */
IonXlsCells *
ion_xls_cells_find (IonXlsWorkbook *workbook, const IonXlsSheet *sheet, guint max, GError **error)
{
  g_autoptr (IonXlsCells) self = g_new0 (IonXlsCells, 1);
  g_autoptr (GError) local_error = NULL;
  IonBiffRecord record;
  guint depth = 0;

  self->cells = g_array_new (FALSE, FALSE, sizeof (IonXlsCell));
  self->merges = g_array_new (FALSE, FALSE, sizeof (IonXlsMerge));
  ion_biff_stream_seek (workbook->stream, sheet->at);
  while (self->cells->len < max && ion_biff_stream_next (workbook->stream, &record, &local_error))
    {
      /* A chart among the cells has a beginning and an end of its own. */
      if (is_beginning (record.type))
        depth++;
      else if (depth == 0)
        break;
      else if (record.type == ION_BIFF_EOF && --depth == 0)
        break;
      else if (depth == 1)
        take_record (self, workbook, &record);
    }
  if (local_error == NULL && depth == 0 && record.type != ION_BIFF_EOF)
    g_set_error (&local_error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                 /* Translators: the name of a sheet */
                 _ ("The workbook is damaged: the sheet “%s” is not where it should be. Ask for it "
                    "again, or open it in the spreadsheet program and save it with another name."),
                 sheet->name);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  sort (self);
  return g_steal_pointer (&self);
}

gboolean
ion_xls_cells_is_hidden (const IonXlsCells *self, guint16 row)
{
  return (self->hidden[row / 8] & 1 << row % 8) != 0;
}

void
ion_xls_cells_free (IonXlsCells *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_array_unref (self->merges);
  g_free (self);
}
