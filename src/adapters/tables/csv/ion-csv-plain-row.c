/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row as nearly all are: whole in what was read, its quotation marks, if any, around whole cells.
 * Its cells are handed out where they stand. Any other is left to the parser, which knows about
 * damage.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-plain-row.h"

static gboolean
is_cell_end (const IonCsvParser *self, char c)
{
  return c == self->separator || c == '\n' || c == '\r';
}

/* Moves @start behind a quotation mark that opens the cell. Returns: (nullable): where the cell
 * ends; %NULL where it is not plain */
static const char *
find_end (const IonCsvParser *self, const char **start)
{
  const char *p = *start;

  if (*p != '"')
    {
      while (!self->stops[(guchar) *p])
        p++;
      return is_cell_end (self, *p) ? p : NULL;
    }
  *start = ++p;
  while (*p != '"' && *p != '\n' && *p != '\r' && *p != '\0')
    p++;
  return *p == '"' && is_cell_end (self, p[1]) ? p : NULL;
}

/**
 * ion_csv_plain_row_read:
 * @self: a parser at the beginning of a row
 *
 * Cuts the row into cells if it is a plain one; nothing has happened otherwise.
 *
 * Returns: whether it is one
 */
gboolean
ion_csv_plain_row_read (IonCsvParser *self)
{
  gsize ends[ION_TABLE_COLUMNS_MAX];
  char *text = self->text->str;
  const char *row = text + self->at, *p = row;
  guint n = 0;
  char c;

  if (self->is_after_cr && *p == '\n')
    p++;
  do
    {
      const char *start = p, *end = find_end (self, &start);

      if (end == NULL || n == ION_TABLE_COLUMNS_MAX || end - start > ION_TABLE_CELL_MAX ||
          end - row > ION_TABLE_ROW_MAX / 2)
        return FALSE;
      self->starts[n] = (gsize) (start - text);
      ends[n++] = (gsize) (end - text);
      p = end + (*end == '"');
      c = *p++;
    }
  while (c == self->separator);

  for (guint i = 0; i < n; i++)
    text[ends[i]] = '\0';
  self->n_cells = n;
  self->at = (gsize) (p - text);
  self->base = text;
  self->base_size = self->at;
  self->is_after_cr = c == '\r';
  return TRUE;
}
