/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The values of an old workbook's cells, in the many ways in which its format has learnt to save
 * some bytes.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xls-cell.h"
#include "ion-biff-records.h"
#include "ion-cell-remark.h"
#include "ion-cell-text.h"
#include "ion-little-endian.h"
#include "ion-xls-cells.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* What stands between a formula and its text. */
#define FORMULA_PARTS_MAX 3

static const struct
{
  guint8 code;
  const char *name;
} error_codes[] = {
  { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0F, "#VALUE!" }, { 0x17, "#REF!" },
  { 0x1D, "#NAME?" }, { 0x24, "#NUM!" },   { 0x2A, "#N/A" },
};

typedef struct
{
  IonXlsWorkbook *workbook;
  IonRowQueue *queue;
  guint16 column;
  const IonCellFormat *format;
} Cell;

static void
add_text (const Cell *cell, const char *text)
{
  ion_row_queue_add (cell->queue, cell->column, text, strlen (text));
}

static void
add_number (const Cell *cell, double value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (isfinite (value))
    ion_cell_text_append_value (text, value, cell->format, cell->workbook->is_1904);
  add_text (cell, text->str);
}

static void
add_error (const Cell *cell, guint8 code)
{
  const char *name = "#N/A";

  for (gsize i = 0; i < G_N_ELEMENTS (error_codes); i++)
    {
      if (error_codes[i].code == code)
        name = error_codes[i].name;
    }
  ion_cell_remark_error (cell->queue, cell->column, name);
}

static void
add_boolean_or_error (const Cell *cell, guint8 value, gboolean is_error)
{
  if (is_error)
    add_error (cell, value);
  else
    add_text (cell, ion_cell_text_from_boolean (value != 0));
}

/* A number in four bytes: a whole one or the upper half of another, of hundredths if need be. */
static double
decode_rk (guint32 rk)
{
  double value;

  if (rk & 2)
    value = (double) ((gint32) rk >> 2);
  else
    {
      guint64 bits = (guint64) (rk & ~(guint32) 3) << 32;

      memcpy (&value, &bits, sizeof value);
    }
  return (rk & 1) ? value / 100 : value;
}

static void
add_several (Cell *cell, const IonBiffRecord *record)
{
  for (gsize at = 4; at + 6 + 2 <= record->size; at += 6)
    {
      cell->format = ion_xls_workbook_get_format (cell->workbook, ion_le16 (record->data + at));
      add_number (cell, decode_rk (ion_le32 (record->data + at + 2)));
      if (cell->column == G_MAXUINT16)
        return;
      cell->column++;
    }
}

static gboolean
read_text (const Cell *cell,
           const IonBiffRecord *record,
           gsize at,
           guint length_size,
           GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ion_biff_text_begin (cell->workbook->text, record, at);
  if (!ion_biff_text_read (cell->workbook->text, length_size, text, error))
    return FALSE;
  ion_row_queue_add (cell->queue, cell->column, text->str, text->len);
  return TRUE;
}

/* The text that a formula has made stands in a record that follows. */
static gboolean
read_formula_text (const Cell *cell, GError **error)
{
  IonBiffRecord record;

  for (guint i = 0; i < FORMULA_PARTS_MAX; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (!ion_biff_stream_next (cell->workbook->stream, &record, &local_error))
        {
          if (local_error == NULL)
            break;
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (record.type == ION_BIFF_STRING)
        return read_text (cell, &record, 0, 2, error);
      if (record.type == ION_BIFF_STRING_2)
        return read_text (cell, &record, 0, 1, error);
    }
  ion_cell_remark_no_value (cell->queue, cell->column);
  return TRUE;
}

static gboolean
read_formula (const Cell *cell, const guint8 *result, GError **error)
{
  if (ion_le16 (result + 6) != 0xFFFF)
    {
      add_number (cell, ion_le_double (result));
      return TRUE;
    }
  switch (result[0])
    {
    case 0:
      return read_formula_text (cell, error);
    case 1:
    case 2:
      add_boolean_or_error (cell, result[2], result[0] == 2);
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
read_value (Cell *cell, const IonBiffRecord *record, gsize at, GError **error)
{
  const guint8 *value = record->data + at;
  gsize size = record->size - at;
  const char *string;

  switch (record->type)
    {
    case ION_BIFF_INTEGER_2:
      if (size >= 2)
        add_number (cell, ion_le16 (value));
      return TRUE;
    case ION_BIFF_NUMBER:
    case ION_BIFF_NUMBER_2:
      if (size >= 8)
        add_number (cell, ion_le_double (value));
      return TRUE;
    case ION_BIFF_RK:
      if (size >= 4)
        add_number (cell, decode_rk (ion_le32 (value)));
      return TRUE;
    case ION_BIFF_BOOLERR:
    case ION_BIFF_BOOLERR_2:
      if (size >= 2)
        add_boolean_or_error (cell, value[0], value[1] != 0);
      return TRUE;
    case ION_BIFF_LABELSST:
      string = size >= 4 ? ion_xls_workbook_get_string (cell->workbook, ion_le32 (value)) : NULL;
      if (string == NULL)
        return ion_biff_text_refuse (error);
      add_text (cell, string);
      return TRUE;
    case ION_BIFF_LABEL_2:
      return read_text (cell, record, at, 1, error);
    case ION_BIFF_LABEL:
    case ION_BIFF_RSTRING:
      return read_text (cell, record, at, 2, error);
    default:
      return size < 8 || read_formula (cell, value, error);
    }
}

/**
 * ion_xls_cell_read:
 * @workbook: a workbook
 * @place: of a record that ion_xls_cells_find() has found
 * @queue: with its row begun
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
ion_xls_cell_read (IonXlsWorkbook *workbook, guint32 place, IonRowQueue *queue, GError **error)
{
  Cell cell = { workbook, queue, 0, NULL };
  IonBiffRecord record;
  gsize at;

  ion_biff_stream_seek (workbook->stream, place);
  if (!ion_biff_stream_next (workbook->stream, &record, error))
    return FALSE;
  /* It was longer when it was found: somebody is writing to the file. */
  if (record.size < 8)
    return ion_biff_text_refuse (error);
  cell.column = ion_le16 (record.data + 2);
  if (record.type == ION_BIFF_MULRK)
    {
      add_several (&cell, &record);
      return TRUE;
    }
  at = ion_xls_cells_get_value_at (workbook, record.type);
  cell.format = ion_xls_workbook_get_format (workbook, at == 7 ? record.data[5] & 0x3F
                                                               : ion_le16 (record.data + 4));
  return read_value (&cell, &record, at, error);
}
