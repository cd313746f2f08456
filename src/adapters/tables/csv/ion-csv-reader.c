/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * CSV as offices' programs write it, which is not as RFC 4180 has it. Whatever is wrong with a row
 * is said with its number and costs that row only; memory is bounded by the limits of one row.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-reader.h"
#include "ion-blank.h"
#include "ion-csv-parser.h"
#include "ion-table-limits.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

static const struct
{
  IonCsvFault fault;
  const char *code;
  const char *message;
} faults[] = {
  { ION_CSV_FAULT_UNCLOSED_QUOTE, "unclosed-quote",
    N_ ("A quotation mark opens a cell and never closes it: it was read as a letter. Remove it, or "
        "close it.") },
  { ION_CSV_FAULT_STRAY_QUOTE, "stray-quote",
    N_ ("There is text after a closing quotation mark: check the cell.") },
  { ION_CSV_FAULT_NUL_BYTES, "nul-bytes",
    N_ ("The row holds NUL characters, which were left out: the file may be damaged.") },
  { ION_CSV_FAULT_CELL_TOO_LONG, "cell-too-long",
    N_ ("A cell is longer than 64 KiB and was cut: the row cannot be used.") },
  { ION_CSV_FAULT_ROW_TOO_LONG, "row-too-long",
    N_ ("The row is longer than 1 MiB and was cut: it cannot be used.") },
  { ION_CSV_FAULT_TOO_MANY_COLUMNS, "too-many-columns",
    N_ ("The row has more than 1,024 columns: the others were left out.") },
  { ION_CSV_FAULT_UNREADABLE, "unreadable-characters",
    N_ ("Some characters cannot be read in this encoding and became “�”: check the encoding.") },
  { ION_CSV_FAULT_RAGGED, "ragged-row",
    N_ ("The row has more cells than the others: a separator may stand inside a text, and what "
        "follows it has slipped.") },
  { ION_CSV_FAULT_SHORT, "short-row", N_ ("The row has fewer cells than the others.") },
};

struct _IonCsvReader
{
  GObject parent_instance;

  IonCsvParser *parser; /* (owned) (nullable) */
  IonCsvDialect dialect;
  gint64 empty_from;  /* the first of the empty rows just met; 0 = none */
  gboolean in_body;   /* a row of the usual width was met */
  GPtrArray *remarks; /* (owned) (element-type IonTableRemark) */
  GPtrArray *result;  /* (owned) (element-type utf8): pointers to the row's cells */
};

static void ion_csv_reader_table_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonCsvReader,
                               ion_csv_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, ion_csv_reader_table_init))

static void
remark (IonCsvReader *self, gint64 row, const char *code, const char *message)
{
  if (self->remarks->len < ION_TABLE_REMARKS_MAX)
    g_ptr_array_add (self->remarks, ion_table_remark_new (row, code, message));
}

static void
remark_empty_rows (IonCsvReader *self, gint64 next_row)
{
  g_autofree char *message = NULL;
  gint64 last = next_row - 1;

  if (self->empty_from == 0)
    return;
  if (last == self->empty_from)
    message = g_strdup (_ ("The row is empty and was skipped."));
  else
    message = g_strdup_printf (
        /* Translators: row numbers of a table */
        _ ("Rows %1$" PRId64 " to %2$" PRId64 " are empty and were skipped."), self->empty_from,
        last);
  remark (self, self->empty_from, "empty-rows", message);
  self->empty_from = 0;
}

static gboolean
is_blank (IonCsvReader *self, guint from)
{
  for (guint i = from; i < self->parser->n_cells; i++)
    {
      if (*ion_blank_skip (ion_csv_parser_get_cell (self->parser, i)) != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
check_width (IonCsvReader *self)
{
  gsize n = self->parser->n_cells, usual = self->dialect.n_columns;

  if (n == usual)
    self->in_body = TRUE;
  else if (self->in_body && n < usual)
    self->parser->faults |= ION_CSV_FAULT_SHORT;
  else if (self->in_body && !is_blank (self, (guint) usual))
    self->parser->faults |= ION_CSV_FAULT_RAGGED;
}

static gboolean
is_unreadable (const IonCsvParser *parser)
{
  const char *start = ion_csv_parser_get_cell (parser, 0);

  return memmem (start, parser->base_size - parser->starts[0], "\357\277\275", 3) != NULL;
}

static void
remark_faults (IonCsvReader *self)
{
  if (ion_text_input_get_n_unreadable (self->parser->input) > 0 && is_unreadable (self->parser))
    self->parser->faults |= ION_CSV_FAULT_UNREADABLE;
  check_width (self);
  if (G_LIKELY (self->parser->faults == 0))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      if (self->parser->faults & faults[i].fault)
        remark (self, self->parser->row, faults[i].code, _ (faults[i].message));
    }
}

static gboolean
ion_csv_reader_next (IonTable *table,
                     gint64 *row,
                     const char *const **cells,
                     gsize *n_cells,
                     GError **error)
{
  IonCsvReader *self = ION_CSV_READER (table);
  g_autoptr (GError) local_error = NULL;

  while (ion_csv_parser_read_row (self->parser, &local_error))
    {
      if (self->parser->row > ION_TABLE_ROWS_MAX)
        {
          g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                       _ ("The table has more than %d rows. Split it into several files."),
                       ION_TABLE_ROWS_MAX);
          return FALSE;
        }
      if (is_blank (self, 0) && self->parser->faults == 0)
        {
          if (self->empty_from == 0)
            self->empty_from = self->parser->row;
          continue;
        }
      remark_empty_rows (self, self->parser->row);
      remark_faults (self);
      g_ptr_array_set_size (self->result, (int) self->parser->n_cells);
      for (guint i = 0; i < self->parser->n_cells; i++)
        self->result->pdata[i] = (gpointer) ion_csv_parser_get_cell (self->parser, i);
      *row = self->parser->row;
      *cells = (const char *const *) self->result->pdata;
      *n_cells = self->parser->n_cells;
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    remark_empty_rows (self, self->parser->row + 1);
  return FALSE;
}

static const char *
ion_csv_reader_get_format (IonTable *table)
{
  return "csv";
}

static const char *
ion_csv_reader_get_encoding (IonTable *table)
{
  return ion_encoding_to_name (ION_CSV_READER (table)->dialect.encoding);
}

static char
ion_csv_reader_get_separator (IonTable *table)
{
  return ION_CSV_READER (table)->dialect.separator;
}

static GPtrArray *
ion_csv_reader_take_remarks (IonTable *table)
{
  IonCsvReader *self = ION_CSV_READER (table);
  GPtrArray *taken = self->remarks;

  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  return taken;
}

static gboolean
ion_csv_reader_has_remarks (IonTable *table)
{
  return ION_CSV_READER (table)->remarks->len > 0;
}

static double
ion_csv_reader_get_fraction (IonTable *table)
{
  return ion_text_input_get_fraction (ION_CSV_READER (table)->parser->input);
}

static void
ion_csv_reader_table_init (IonTableInterface *iface)
{
  iface->next = ion_csv_reader_next;
  iface->get_format = ion_csv_reader_get_format;
  iface->get_encoding = ion_csv_reader_get_encoding;
  iface->get_separator = ion_csv_reader_get_separator;
  iface->take_remarks = ion_csv_reader_take_remarks;
  iface->get_fraction = ion_csv_reader_get_fraction;
  iface->has_remarks = ion_csv_reader_has_remarks;
}

static void
ion_csv_reader_finalize (GObject *object)
{
  IonCsvReader *self = ION_CSV_READER (object);

  g_clear_pointer (&self->parser, ion_csv_parser_free);
  g_ptr_array_unref (self->result);
  g_ptr_array_unref (self->remarks);
  G_OBJECT_CLASS (ion_csv_reader_parent_class)->finalize (object);
}

static void
ion_csv_reader_class_init (IonCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_csv_reader_finalize;
}

static void
ion_csv_reader_init (IonCsvReader *self)
{
  self->result = g_ptr_array_new ();
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
}

/* Reads enough to recognise the separator on. */
static gboolean
read_head (IonCsvReader *self, char separator, GError **error)
{
  while (!self->parser->is_end && self->parser->text->len < ION_TABLE_HEAD_SIZE)
    {
      if (!ion_text_input_read (self->parser->input, self->parser->text, &self->parser->is_end,
                                error))
        return FALSE;
    }
  if (self->parser->is_end && *ion_blank_skip (self->parser->text->str) == '\0' &&
      strlen (self->parser->text->str) == self->parser->text->len)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY, _ ("The file is empty."));
      return FALSE;
    }
  ion_csv_dialect_recognise (&self->dialect, self->parser->text->str, self->parser->text->len,
                             self->parser->is_end, separator);
  self->parser->at = self->dialect.skip;
  ion_csv_parser_set_separator (self->parser, self->dialect.separator);
  return TRUE;
}

/**
 * ion_csv_reader_new:
 * @input: (transfer full): the text
 * @separator: overrides what would be recognised; 0 = recognise
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_csv_reader_new (IonTextInput *input, char separator, GError **error)
{
  g_autoptr (IonCsvReader) self = g_object_new (ION_TYPE_CSV_READER, NULL);

  self->parser = ion_csv_parser_new (input);
  self->dialect.encoding = ion_text_input_get_encoding (input);
  self->dialect.has_bom = ion_text_input_has_bom (input);
  if (!read_head (self, separator, error))
    return NULL;
  return ION_TABLE (g_steal_pointer (&self));
}

/* Returns: (transfer none): how the file is written */
const IonCsvDialect *
ion_csv_reader_get_dialect (IonCsvReader *self)
{
  g_return_val_if_fail (ION_IS_CSV_READER (self), NULL);

  return &self->dialect;
}
