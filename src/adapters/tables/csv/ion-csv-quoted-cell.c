/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A quotation mark that is never closed would swallow the rest of the file: a quoted cell that does
 * not end well is read again as if the mark were a letter, so that the damage stays in its row.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-quoted-cell.h"
#include "ion-csv-parser-private.h"
#include "ion-fiscal-code.h"

#include <string.h>

void
ion_csv_quoted_cell_reread (IonCsvParser *self)
{
  self->faults |= ION_CSV_FAULT_UNCLOSED_QUOTE;
  g_string_truncate (self->cells, self->cell_start);
  ion_csv_parser_append (self, "\"", 1);
  self->at = self->quote_at + 1;
  self->quote_at = ION_CSV_NOWHERE;
  self->state = ION_CSV_STATE_PLAIN;
}

gboolean
ion_csv_quoted_cell_read (IonCsvParser *self)
{
  const char *start = self->text->str + self->at, *p = start;
  const char *end = self->text->str + self->text->len;
  gboolean had_line_end = self->quote_has_line_end;

  while (p < end && *p != '"' && *p != '\0')
    {
      if (*p == '\n' || *p == '\r')
        {
          /* Too long to be read again: the row at least ends with its line. */
          if (self->quote_at == ION_CSV_NOWHERE)
            break;
          self->quote_has_line_end = TRUE;
        }
      p++;
    }
  ion_csv_parser_append (self, start, p - start);
  self->at += p - start;
  if ((self->faults & ION_CSV_FAULT_CELL_TOO_LONG) && self->quote_at != ION_CSV_NOWHERE)
    {
      if (self->quote_has_line_end)
        {
          self->faults &= ~ION_CSV_FAULT_CELL_TOO_LONG;
          ion_csv_quoted_cell_reread (self);
          return FALSE;
        }
      self->quote_at = ION_CSV_NOWHERE;
    }
  if (p >= end)
    return FALSE;
  if (*p == '"')
    {
      self->at++;
      self->state = ION_CSV_STATE_QUOTE_SEEN;
      return FALSE;
    }
  if (*p != '\0')
    self->faults |= ION_CSV_FAULT_UNCLOSED_QUOTE;
  self->quote_has_line_end = self->quote_has_line_end || had_line_end;
  return ion_csv_parser_take_special (self, *p);
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

gboolean
ion_csv_quoted_cell_read_behind (IonCsvParser *self)
{
  char c = self->text->str[self->at];

  if (c == '"' && self->state == ION_CSV_STATE_QUOTE_SEEN)
    {
      ion_csv_parser_append (self, "\"", 1);
      self->at++;
      self->state = ION_CSV_STATE_QUOTED;
      return FALSE;
    }
  self->state = ION_CSV_STATE_CLOSED;
  if (ion_csv_parser_is_special (self, c))
    {
      if (!self->quote_has_line_end || self->quote_at == ION_CSV_NOWHERE || !holds_people (self))
        return ion_csv_parser_take_special (self, c);
      ion_csv_quoted_cell_reread (self);
      return FALSE;
    }
  if (c == ' ')
    {
      self->at++;
      return FALSE;
    }
  /* A cell of several lines that does not end well: its first quotation mark was a stray one. */
  if (self->quote_has_line_end && self->quote_at != ION_CSV_NOWHERE)
    ion_csv_quoted_cell_reread (self);
  else
    {
      self->faults |= ION_CSV_FAULT_STRAY_QUOTE;
      self->quote_at = ION_CSV_NOWHERE;
      self->state = ION_CSV_STATE_PLAIN;
      if (self->at > 0 && self->text->str[self->at - 1] == ' ')
        ion_csv_parser_append (self, " ", 1);
    }
  return FALSE;
}
