/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where a row ends and a cell begins. A quotation mark that is never closed would swallow the rest
 * of the file: a quoted cell that does not end well is read again as if the mark were a letter, so
 * that the damage stays in its row.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-parser.h"
#include "ion-csv-plain-row.h"
#include "ion-fiscal-code.h"
#include "ion-table-limits.h"

#include <string.h>

#define NOWHERE G_MAXSIZE

typedef enum
{
  STATE_START, /* nothing but blanks in the cell so far */
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE_SEEN, /* a quotation mark within a quoted cell: its end, or the first of two */
  STATE_CLOSED,
} State;

/* Reads on; what stands before @at, or before an open quotation mark, is no longer needed. */
static gboolean
refill (IonCsvParser *self, GError **error)
{
  gsize keep = MIN (self->at, self->quote_at);

  g_string_erase (self->text, 0, keep);
  self->at -= keep;
  if (self->quote_at != NOWHERE)
    self->quote_at -= keep;
  return ion_text_input_read (self->input, self->text, &self->is_end, error);
}

static void
append (IonCsvParser *self, const char *text, gsize size)
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
  self->quote_at = NOWHERE;
  self->state = STATE_START;
}

/* The quotation mark that opened the cell was a letter: reads on behind it. */
static void
reread_unquoted (IonCsvParser *self)
{
  self->faults |= ION_CSV_FAULT_UNCLOSED_QUOTE;
  g_string_truncate (self->cells, self->cell_start);
  append (self, "\"", 1);
  self->at = self->quote_at + 1;
  self->quote_at = NOWHERE;
  self->state = STATE_PLAIN;
}

/* Returns: whether the row ends here */
static gboolean
take_special (IonCsvParser *self, char c)
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
is_special (const IonCsvParser *self, char c)
{
  return c == self->separator || c == '\n' || c == '\r' || c == '\0';
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
read_plain (IonCsvParser *self)
{
  const char *start = self->text->str + self->at, *p = start;
  const char *end = self->text->str + self->text->len;
  char separator = self->separator;

  while (p < end && *p != separator && ((guchar) *p > '\r' || (*p != '\n' && *p != '\r' && *p)))
    p++;
  append (self, start, p - start);
  self->at += p - start;
  return p < end && take_special (self, *p);
}

static gboolean
read_quoted (IonCsvParser *self)
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
  if ((self->faults & ION_CSV_FAULT_CELL_TOO_LONG) && self->quote_at != NOWHERE)
    {
      if (self->quote_has_line_end)
        {
          self->faults &= ~ION_CSV_FAULT_CELL_TOO_LONG;
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
    self->faults |= ION_CSV_FAULT_UNCLOSED_QUOTE;
  self->quote_has_line_end = self->quote_has_line_end || had_line_end;
  return take_special (self, *p);
}

/* Whether a line of the cell but its first holds, between separators, a fiscal code: then it is no
 * text of several lines but people, whom an unclosed quotation mark has swallowed. */
static gboolean
holds_people (const IonCsvParser *self)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  const char *cell = self->cells->str + self->cell_start;
  gsize start = strcspn (cell, "\r\n");

  while (cell[start] != '\0')
    {
      const char separators[] = { self->separator, '\r', '\n', '\0' };
      gsize length = strcspn (cell + start, separators);

      if (length >= ION_FISCAL_CODE_LENGTH && length <= 2 * ION_FISCAL_CODE_LENGTH)
        {
          g_autofree char *piece = g_strndup (cell + start, length);

          if (ion_fiscal_code_parse (piece, code, NULL))
            return TRUE;
        }
      start += length;
      start += cell[start] != '\0';
    }
  return FALSE;
}

/* Behind a quotation mark that may have closed the cell. */
static gboolean
read_closed (IonCsvParser *self)
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
    {
      if (!self->quote_has_line_end || self->quote_at == NOWHERE || !holds_people (self))
        return take_special (self, c);
      reread_unquoted (self);
      return FALSE;
    }
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
      self->faults |= ION_CSV_FAULT_STRAY_QUOTE;
      self->quote_at = NOWHERE;
      self->state = STATE_PLAIN;
      if (self->at > 0 && self->text->str[self->at - 1] == ' ')
        append (self, " ", 1);
    }
  return FALSE;
}

static void
begin_row (IonCsvParser *self)
{
  self->faults = 0;
  self->state = STATE_START;
  self->quote_at = NOWHERE;
  self->cell_start = 0;
  g_string_truncate (self->cells, 0);
  self->n_cells = 0;
}

/* Returns: whether the row ends with the text, rather than being read again */
static gboolean
end_text (IonCsvParser *self)
{
  if (self->state != STATE_QUOTED)
    {
      end_cell (self);
      return TRUE;
    }
  if (self->quote_at == NOWHERE)
    {
      self->faults |= ION_CSV_FAULT_UNCLOSED_QUOTE;
      end_cell (self);
      return TRUE;
    }
  reread_unquoted (self);
  return FALSE;
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
  self->quote_at = NOWHERE;
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
