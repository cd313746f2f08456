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
#include "ion-table-limits.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define NOWHERE G_MAXSIZE

/* What can be wrong with a row; said once a row. */
typedef enum
{
  FAULT_UNCLOSED_QUOTE = 1 << 0,
  FAULT_STRAY_QUOTE = 1 << 1,
  FAULT_NUL_BYTES = 1 << 2,
  FAULT_CELL_TOO_LONG = 1 << 3,
  FAULT_ROW_TOO_LONG = 1 << 4,
  FAULT_TOO_MANY_COLUMNS = 1 << 5,
  FAULT_UNREADABLE = 1 << 6,
  FAULT_RAGGED = 1 << 7,
  FAULT_SHORT = 1 << 8,
} Fault;

static const struct
{
  Fault fault;
  const char *code;
  const char *message;
} faults[] = {
  { FAULT_UNCLOSED_QUOTE, "unclosed-quote",
    N_ ("A quotation mark opens a cell and never closes it: it was read as a letter. Remove it, or "
        "close it.") },
  { FAULT_STRAY_QUOTE, "stray-quote",
    N_ ("There is text after a closing quotation mark: check the cell.") },
  { FAULT_NUL_BYTES, "nul-bytes",
    N_ ("The row holds NUL characters, which were left out: the file may be damaged.") },
  { FAULT_CELL_TOO_LONG, "cell-too-long",
    N_ ("A cell is longer than 64 KiB and was cut: the row cannot be used.") },
  { FAULT_ROW_TOO_LONG, "row-too-long",
    N_ ("The row is longer than 1 MiB and was cut: it cannot be used.") },
  { FAULT_TOO_MANY_COLUMNS, "too-many-columns",
    N_ ("The row has more than 1,024 columns: the others were left out.") },
  { FAULT_UNREADABLE, "unreadable-characters",
    N_ ("Some characters cannot be read in this encoding and became “�”: check the encoding.") },
  { FAULT_RAGGED, "ragged-row",
    N_ ("The row has more cells than the others: a separator may stand inside a text, and what "
        "follows it has slipped.") },
  { FAULT_SHORT, "short-row", N_ ("The row has fewer cells than the others.") },
};

typedef enum
{
  STATE_START, /* nothing but blanks in the cell so far */
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE_SEEN, /* a quotation mark within a quoted cell: its end, or the first of two */
  STATE_CLOSED,
} State;

struct _IonCsvReader
{
  GObject parent_instance;

  IonTextInput *input; /* (owned) */
  IonCsvDialect dialect;
  GString *text; /* (owned): what was read and not yet cut into cells */
  gsize at;
  gboolean is_end;
  gboolean is_after_cr; /* a line feed that follows belongs to the line end before it */

  gint64 row;
  gint64 empty_from;  /* the first of the empty rows just met; 0 = none */
  gboolean in_body;   /* a row of the usual width was met */
  GPtrArray *remarks; /* (owned) (element-type IonTableRemark) */

  /* The row being read. */
  State state;
  guint faults;
  GString *cells;    /* (owned): the cells' texts, each with its NUL */
  GArray *starts;    /* (owned) (element-type gsize) */
  GPtrArray *result; /* (owned) (element-type utf8): pointers into @cells */
  gsize cell_start;  /* in @cells */
  gsize quote_at;    /* where in @text the quoted cell began, %NOWHERE where it is gone */
  gboolean quote_has_line_end;
};

static void ion_csv_reader_table_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonCsvReader,
                               ion_csv_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, ion_csv_reader_table_init))

/* Reads on; what stands before @at, or before an open quotation mark, is no longer needed. */
static gboolean
refill (IonCsvReader *self, GError **error)
{
  gsize keep = MIN (self->at, self->quote_at);

  g_string_erase (self->text, 0, keep);
  self->at -= keep;
  if (self->quote_at != NOWHERE)
    self->quote_at -= keep;
  return ion_text_input_read (self->input, self->text, &self->is_end, error);
}

static void
append (IonCsvReader *self, const char *text, gsize size)
{
  gsize room = ION_TABLE_CELL_MAX - (self->cells->len - self->cell_start);

  if (G_UNLIKELY (size > room))
    {
      self->faults |= FAULT_CELL_TOO_LONG;
      size = room;
    }
  if (G_UNLIKELY (self->cells->len + size > ION_TABLE_ROW_MAX))
    {
      self->faults |= FAULT_ROW_TOO_LONG;
      size = self->cells->len < ION_TABLE_ROW_MAX ? ION_TABLE_ROW_MAX - self->cells->len : 0;
    }
  if (G_UNLIKELY (self->faults & (FAULT_CELL_TOO_LONG | FAULT_ROW_TOO_LONG)))
    {
      /* Never half a character. */
      while (size > 0 && (text[size] & 0xC0) == 0x80)
        size--;
    }
  g_string_append_len (self->cells, text, size);
}

static void
end_cell (IonCsvReader *self)
{
  if (G_UNLIKELY (self->starts->len >= ION_TABLE_COLUMNS_MAX))
    {
      if (self->cells->len > self->cell_start)
        self->faults |= FAULT_TOO_MANY_COLUMNS;
      g_string_truncate (self->cells, self->cell_start);
    }
  else
    {
      g_array_append_val (self->starts, self->cell_start);
      g_string_append_c (self->cells, '\0');
    }
  self->cell_start = self->cells->len;
  self->quote_at = NOWHERE;
  self->state = STATE_START;
}

/* The quotation mark that opened the cell was a letter: reads on behind it. */
static void
reread_unquoted (IonCsvReader *self)
{
  self->faults |= FAULT_UNCLOSED_QUOTE;
  g_string_truncate (self->cells, self->cell_start);
  append (self, "\"", 1);
  self->at = self->quote_at + 1;
  self->quote_at = NOWHERE;
  self->state = STATE_PLAIN;
}

/* Returns: whether the row ends here */
static gboolean
take_special (IonCsvReader *self, char c)
{
  self->at++;
  if (c == self->dialect.separator)
    end_cell (self);
  else if (c == '\n' || c == '\r')
    {
      end_cell (self);
      self->is_after_cr = c == '\r';
      return TRUE;
    }
  else if (c == '\0')
    self->faults |= FAULT_NUL_BYTES;
  return FALSE;
}

static gboolean
is_special (const IonCsvReader *self, char c)
{
  return c == self->dialect.separator || c == '\n' || c == '\r' || c == '\0';
}

static gboolean
read_start (IonCsvReader *self)
{
  char c = self->text->str[self->at];

  if (c == '"')
    {
      g_string_truncate (self->cells, self->cell_start);
      self->quote_at = self->at++;
      self->quote_has_line_end = FALSE;
      self->state = STATE_QUOTED;
      return FALSE;
    }
  if (is_special (self, c))
    return take_special (self, c);
  if (c == ' ')
    {
      append (self, " ", 1);
      self->at++;
    }
  else
    self->state = STATE_PLAIN;
  return FALSE;
}

static gboolean
read_plain (IonCsvReader *self)
{
  const char *start = self->text->str + self->at, *p = start;
  const char *end = self->text->str + self->text->len;
  char separator = self->dialect.separator;

  while (p < end && *p != separator && ((guchar) *p > '\r' || (*p != '\n' && *p != '\r' && *p)))
    p++;
  append (self, start, p - start);
  self->at += p - start;
  return p < end && take_special (self, *p);
}

static gboolean
read_quoted (IonCsvReader *self)
{
  const char *start = self->text->str + self->at, *p = start;
  const char *end = self->text->str + self->text->len;
  gboolean had_line_end = self->quote_has_line_end;

  while (p < end && *p != '"' && *p != '\0')
    {
      if (*p == '\n' || *p == '\r')
        {
          /* Too long to be read again: the row at least ends with its line. */
          if (self->quote_at == NOWHERE)
            break;
          self->quote_has_line_end = TRUE;
        }
      p++;
    }
  append (self, start, p - start);
  self->at += p - start;
  if ((self->faults & FAULT_CELL_TOO_LONG) && self->quote_at != NOWHERE)
    {
      if (self->quote_has_line_end)
        {
          self->faults &= ~FAULT_CELL_TOO_LONG;
          reread_unquoted (self);
          return FALSE;
        }
      self->quote_at = NOWHERE;
    }
  if (p >= end)
    return FALSE;
  if (*p == '"')
    {
      self->at++;
      self->state = STATE_QUOTE_SEEN;
      return FALSE;
    }
  if (*p != '\0')
    self->faults |= FAULT_UNCLOSED_QUOTE;
  self->quote_has_line_end = self->quote_has_line_end || had_line_end;
  return take_special (self, *p);
}

/* Behind a quotation mark that may have closed the cell. */
static gboolean
read_closed (IonCsvReader *self)
{
  char c = self->text->str[self->at];

  if (c == '"' && self->state == STATE_QUOTE_SEEN)
    {
      append (self, "\"", 1);
      self->at++;
      self->state = STATE_QUOTED;
      return FALSE;
    }
  self->state = STATE_CLOSED;
  if (is_special (self, c))
    return take_special (self, c);
  if (c == ' ')
    {
      self->at++;
      return FALSE;
    }
  /* A cell of several lines that does not end well: its first quotation mark was a stray one. */
  if (self->quote_has_line_end && self->quote_at != NOWHERE)
    reread_unquoted (self);
  else
    {
      self->faults |= FAULT_STRAY_QUOTE;
      self->quote_at = NOWHERE;
      self->state = STATE_PLAIN;
      if (self->at > 0 && self->text->str[self->at - 1] == ' ')
        append (self, " ", 1);
    }
  return FALSE;
}

static void
begin_row (IonCsvReader *self)
{
  self->faults = 0;
  self->state = STATE_START;
  self->quote_at = NOWHERE;
  self->cell_start = 0;
  g_string_truncate (self->cells, 0);
  g_array_set_size (self->starts, 0);
}

/* Returns: whether the row ends with the text, rather than being read again */
static gboolean
end_text (IonCsvReader *self)
{
  if (self->state != STATE_QUOTED)
    {
      end_cell (self);
      return TRUE;
    }
  if (self->quote_at == NOWHERE)
    {
      self->faults |= FAULT_UNCLOSED_QUOTE;
      end_cell (self);
      return TRUE;
    }
  reread_unquoted (self);
  return FALSE;
}

/* Returns: FALSE at the end of the text, or with @error */
static gboolean
read_row (IonCsvReader *self, GError **error)
{
  gboolean is_done = FALSE, is_begun = FALSE;

  begin_row (self);
  while (!is_done)
    {
      if (self->at >= self->text->len && !self->is_end)
        {
          if (!refill (self, error))
            return FALSE;
          continue;
        }
      if (self->at >= self->text->len)
        {
          if (!is_begun)
            return FALSE;
          is_done = end_text (self);
          continue;
        }
      if (self->is_after_cr)
        {
          self->is_after_cr = FALSE;
          if (self->text->str[self->at] == '\n')
            {
              self->at++;
              continue;
            }
        }
      is_begun = TRUE;
      if (self->state == STATE_START)
        is_done = read_start (self);
      else if (self->state == STATE_PLAIN)
        is_done = read_plain (self);
      else if (self->state == STATE_QUOTED)
        is_done = read_quoted (self);
      else
        is_done = read_closed (self);
    }
  self->row++;
  return TRUE;
}

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
        _ ("Rows %1$" G_GINT64_FORMAT " to %2$" G_GINT64_FORMAT " are empty and were skipped."),
        self->empty_from, last);
  remark (self, self->empty_from, "empty-rows", message);
  self->empty_from = 0;
}

static gboolean
is_blank (IonCsvReader *self, guint from)
{
  for (guint i = from; i < self->starts->len; i++)
    {
      if (*ion_blank_skip (self->cells->str + g_array_index (self->starts, gsize, i)) != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
check_width (IonCsvReader *self)
{
  gsize n = self->starts->len, usual = self->dialect.n_columns;

  if (n == usual)
    self->in_body = TRUE;
  else if (self->in_body && n < usual)
    self->faults |= FAULT_SHORT;
  else if (self->in_body && !is_blank (self, (guint) usual))
    self->faults |= FAULT_RAGGED;
}

static void
remark_faults (IonCsvReader *self)
{
  if (ion_text_input_get_n_unreadable (self->input) > 0 &&
      memmem (self->cells->str, self->cells->len, "\357\277\275", 3) != NULL)
    self->faults |= FAULT_UNREADABLE;
  check_width (self);
  if (G_LIKELY (self->faults == 0))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      if (self->faults & faults[i].fault)
        remark (self, self->row, faults[i].code, _ (faults[i].message));
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

  while (read_row (self, &local_error))
    {
      if (self->row > ION_TABLE_ROWS_MAX)
        {
          g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                       _ ("The table has more than %d rows. Split it into several files."),
                       ION_TABLE_ROWS_MAX);
          return FALSE;
        }
      if (is_blank (self, 0) && self->faults == 0)
        {
          if (self->empty_from == 0)
            self->empty_from = self->row;
          continue;
        }
      remark_empty_rows (self, self->row);
      remark_faults (self);
      g_ptr_array_set_size (self->result, (int) self->starts->len);
      for (guint i = 0; i < self->starts->len; i++)
        self->result->pdata[i] = self->cells->str + g_array_index (self->starts, gsize, i);
      *row = self->row;
      *cells = (const char *const *) self->result->pdata;
      *n_cells = self->starts->len;
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    remark_empty_rows (self, self->row + 1);
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

static const char *
ion_csv_reader_get_sheet (IonTable *table)
{
  return NULL;
}

static GPtrArray *
ion_csv_reader_take_remarks (IonTable *table)
{
  IonCsvReader *self = ION_CSV_READER (table);
  GPtrArray *taken = self->remarks;

  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  return taken;
}

static double
ion_csv_reader_get_fraction (IonTable *table)
{
  return ion_text_input_get_fraction (ION_CSV_READER (table)->input);
}

static void
ion_csv_reader_table_init (IonTableInterface *iface)
{
  iface->next = ion_csv_reader_next;
  iface->get_format = ion_csv_reader_get_format;
  iface->get_encoding = ion_csv_reader_get_encoding;
  iface->get_separator = ion_csv_reader_get_separator;
  iface->get_sheet = ion_csv_reader_get_sheet;
  iface->take_remarks = ion_csv_reader_take_remarks;
  iface->get_fraction = ion_csv_reader_get_fraction;
}

static void
ion_csv_reader_finalize (GObject *object)
{
  IonCsvReader *self = ION_CSV_READER (object);

  ion_text_input_free (self->input);
  g_string_free (self->text, TRUE);
  g_string_free (self->cells, TRUE);
  g_array_unref (self->starts);
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
  self->text = g_string_new (NULL);
  self->cells = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->result = g_ptr_array_new ();
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  self->quote_at = NOWHERE;
}

/* Reads enough to recognise the separator on. */
static gboolean
read_head (IonCsvReader *self, char separator, GError **error)
{
  while (!self->is_end && self->text->len < ION_TABLE_HEAD_SIZE)
    {
      if (!ion_text_input_read (self->input, self->text, &self->is_end, error))
        return FALSE;
    }
  if (self->is_end && *ion_blank_skip (self->text->str) == '\0' &&
      strlen (self->text->str) == self->text->len)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY, _ ("The file is empty."));
      return FALSE;
    }
  ion_csv_dialect_recognise (&self->dialect, self->text->str, self->text->len, self->is_end,
                             separator);
  self->at = self->dialect.skip;
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

  self->input = input;
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
