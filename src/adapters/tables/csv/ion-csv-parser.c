/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where a row ends and a cell begins, one state after the other; what quotation marks do stands in
 * ion-csv-quoted-cell.c.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-parser-private.h"
#include "ion-csv-plain-row.h"
#include "ion-csv-quoted-cell.h"
#include "ion-table-limits.h"

#include <string.h>

/* Reads on; what stands before @at, or before an open quotation mark, is no longer needed. */
static gboolean
refill (IonCsvParser *self, GError **error)
{
  gsize keep = MIN (self->at, self->quote_at);

  g_string_erase (self->text, 0, keep);
  self->at -= keep;
  if (self->quote_at != ION_CSV_NOWHERE)
    self->quote_at -= keep;
  return ion_text_input_read (self->input, self->text, &self->is_end, error);
}

void
ion_csv_parser_append (IonCsvParser *self, const char *text, gsize size)
{
  gsize room = ION_TABLE_CELL_MAX - (self->cells->len - self->cell_start);

  if (G_UNLIKELY (size > room))
    {
      self->faults |= ION_CSV_FAULT_CELL_TOO_LONG;
      size = room;
    }
  if (G_UNLIKELY (self->cells->len + size > ION_TABLE_ROW_MAX))
    {
      self->faults |= ION_CSV_FAULT_ROW_TOO_LONG;
      size = self->cells->len < ION_TABLE_ROW_MAX ? ION_TABLE_ROW_MAX - self->cells->len : 0;
    }
  if (G_UNLIKELY (self->faults & (ION_CSV_FAULT_CELL_TOO_LONG | ION_CSV_FAULT_ROW_TOO_LONG)))
    {
      /* Never half a character. */
      while (size > 0 && (text[size] & 0xC0) == 0x80)
        size--;
    }
  g_string_append_len (self->cells, text, size);
}

static void
end_cell (IonCsvParser *self)
{
  if (G_UNLIKELY (self->n_cells >= ION_TABLE_COLUMNS_MAX))
    {
      if (self->cells->len > self->cell_start)
        self->faults |= ION_CSV_FAULT_TOO_MANY_COLUMNS;
      g_string_truncate (self->cells, self->cell_start);
    }
  else
    {
      self->starts[self->n_cells++] = self->cell_start;
      g_string_append_c (self->cells, '\0');
    }
  self->cell_start = self->cells->len;
  self->quote_at = ION_CSV_NOWHERE;
  self->state = ION_CSV_STATE_START;
}

gboolean
ion_csv_parser_take_special (IonCsvParser *self, char c)
{
  self->at++;
  if (c == self->separator)
    end_cell (self);
  else if (c == '\n' || c == '\r')
    {
      end_cell (self);
      self->is_after_cr = c == '\r';
      return TRUE;
    }
  else if (c == '\0')
    self->faults |= ION_CSV_FAULT_NUL_BYTES;
  return FALSE;
}

static gboolean
read_start (IonCsvParser *self)
{
  char c = self->text->str[self->at];

  if (c == '"')
    {
      g_string_truncate (self->cells, self->cell_start);
      self->quote_at = self->at++;
      self->quote_has_line_end = FALSE;
      self->state = ION_CSV_STATE_QUOTED;
      return FALSE;
    }
  if (ion_csv_parser_is_special (self, c))
    return ion_csv_parser_take_special (self, c);
  if (c == ' ')
    {
      ion_csv_parser_append (self, " ", 1);
      self->at++;
    }
  else
    self->state = ION_CSV_STATE_PLAIN;
  return FALSE;
}

static gboolean
read_plain (IonCsvParser *self)
{
  const char *start = self->text->str + self->at, *p = start;
  const char *end = self->text->str + self->text->len;
  char separator = self->separator;

  while (p < end && *p != separator && ((guchar) *p > '\r' || (*p != '\n' && *p != '\r' && *p)))
    p++;
  ion_csv_parser_append (self, start, p - start);
  self->at += p - start;
  return p < end && ion_csv_parser_take_special (self, *p);
}

static void
begin_row (IonCsvParser *self)
{
  self->faults = 0;
  self->state = ION_CSV_STATE_START;
  self->quote_at = ION_CSV_NOWHERE;
  self->cell_start = 0;
  g_string_truncate (self->cells, 0);
  self->n_cells = 0;
}

/* Returns: whether the row ends with the text, rather than being read again */
static gboolean
end_text (IonCsvParser *self)
{
  if (self->state != ION_CSV_STATE_QUOTED)
    {
      end_cell (self);
      return TRUE;
    }
  if (self->quote_at == ION_CSV_NOWHERE)
    {
      self->faults |= ION_CSV_FAULT_UNCLOSED_QUOTE;
      end_cell (self);
      return TRUE;
    }
  ion_csv_quoted_cell_reread (self);
  return FALSE;
}

/* Returns: whether the line feed of a line end that was taken stood here */
static gboolean
skip_line_feed (IonCsvParser *self)
{
  if (!self->is_after_cr)
    return FALSE;
  self->is_after_cr = FALSE;
  if (self->text->str[self->at] != '\n')
    return FALSE;
  self->at++;
  return TRUE;
}

/* Returns: whether the row ends here */
static gboolean
read_on (IonCsvParser *self)
{
  switch ((IonCsvState) self->state)
    {
    case ION_CSV_STATE_START:
      return read_start (self);
    case ION_CSV_STATE_PLAIN:
      return read_plain (self);
    case ION_CSV_STATE_QUOTED:
      return ion_csv_quoted_cell_read (self);
    case ION_CSV_STATE_QUOTE_SEEN:
    case ION_CSV_STATE_CLOSED:
    default:
      return ion_csv_quoted_cell_read_behind (self);
    }
}

/**
 * ion_csv_parser_read_row:
 * @self: a parser
 * @error: %G_IO_ERROR
 *
 * Cuts the next row into its cells.
 *
 * Returns: %FALSE at the end of the text, or with @error
 */
gboolean
ion_csv_parser_read_row (IonCsvParser *self, GError **error)
{
  gboolean is_done = FALSE, is_begun = FALSE;

  begin_row (self);
  if (ion_csv_plain_row_read (self))
    {
      self->row++;
      return TRUE;
    }
  while (!is_done)
    {
      if (self->at >= self->text->len && !self->is_end)
        {
          if (!refill (self, error))
            return FALSE;
        }
      else if (self->at >= self->text->len)
        {
          if (!is_begun)
            return FALSE;
          is_done = end_text (self);
        }
      else if (!skip_line_feed (self))
        {
          is_begun = TRUE;
          is_done = read_on (self);
        }
    }
  self->base = self->cells->str;
  self->base_size = self->cells->len;
  self->row++;
  return TRUE;
}

/* Says what parts cells: before the first row. */
void
ion_csv_parser_set_separator (IonCsvParser *self, char separator)
{
  self->separator = separator;
  memset (self->stops, 0, sizeof self->stops);
  self->stops[(guchar) separator] = TRUE;
  self->stops['\n'] = self->stops['\r'] = self->stops['"'] = self->stops['\0'] = TRUE;
}

/**
 * ion_csv_parser_new:
 * @input: (transfer full): the text
 *
 * Returns: (transfer full): a parser at its beginning, without a separator yet
 */
IonCsvParser *
ion_csv_parser_new (IonTextInput *input)
{
  IonCsvParser *self = g_new0 (IonCsvParser, 1);

  self->input = input;
  self->text = g_string_new (NULL);
  self->cells = g_string_new (NULL);
  self->quote_at = ION_CSV_NOWHERE;
  return self;
}

void
ion_csv_parser_free (IonCsvParser *self)
{
  if (self == NULL)
    return;
  ion_text_input_free (self->input);
  g_string_free (self->text, TRUE);
  g_string_free (self->cells, TRUE);
  g_free (self);
}
