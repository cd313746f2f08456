/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Which separator a file uses is nowhere written, and a comma may also be a decimal comma. Each
 * candidate is tried on the first rows: the right one cuts them into equal rows of many cells, and
 * leaves whole fiscal codes in them.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-dialect.h"
#include "ion-fiscal-code.h"
#include "ion-table-limits.h"

#include <string.h>

#define SAMPLE_ROWS      300
#define SAMPLE_QUOTE_MAX 4096 /* a quoted cell longer than this is taken for an unclosed quote */
#define CODE_MAX         40   /* a fiscal code with blanks */

/* What one separator makes of the first rows. */
typedef struct
{
  guint n_lines; /* that are not empty */
  guint n_rows;  /* those of more than one cell */
  guint n_rows_with_code;
  gsize first;              /* cells of the first row that has more than one */
  gsize cells[SAMPLE_ROWS]; /* of each row */
} Trial;

static gboolean
is_fiscal_code (const char *cell, gsize size)
{
  char copy[CODE_MAX + 1], code[ION_FISCAL_CODE_LENGTH + 1];

  if (size < ION_FISCAL_CODE_LENGTH || size > CODE_MAX)
    return FALSE;
  memcpy (copy, cell, size);
  copy[size] = '\0';
  return ion_fiscal_code_parse (copy, code, NULL);
}

/* Returns: the end of the quoted cell that begins at @at, or @at where it has none */
static gsize
skip_quoted (const char *head, gsize size, gsize at)
{
  for (gsize i = at + 1; i < size && i - at < SAMPLE_QUOTE_MAX; i++)
    {
      if (head[i] != '"')
        continue;
      if (i + 1 < size && head[i + 1] == '"')
        i++;
      else
        return i + 1;
    }
  return at;
}

static void
end_row (Trial *self, gsize n_cells, gboolean has_code)
{
  self->cells[self->n_rows++] = n_cells;
  self->n_rows_with_code += has_code;
  if (self->first == 0 && n_cells > 1)
    self->first = n_cells;
}

static void
try_separator (Trial *self, const char *head, gsize size, gboolean is_whole, char separator)
{
  gsize n_cells = 1, start = 0, line_start = 0;
  gboolean has_code = FALSE;

  for (gsize i = 0; i < size && self->n_rows < SAMPLE_ROWS; i++)
    {
      char c;

      if (i == start && head[i] == '"')
        {
          gsize end = skip_quoted (head, size, i);

          has_code = has_code || (end > i + 2 && is_fiscal_code (head + i + 1, end - i - 2));
          i = end > i ? end : i + 1;
          if (i >= size)
            break;
        }
      c = head[i];
      if (c != separator && c != '\n' && c != '\r')
        continue;
      has_code = has_code || is_fiscal_code (head + start, i - start);
      start = i + 1;
      if (c == separator)
        n_cells++;
      else
        {
          self->n_lines += i > line_start;
          line_start = i + 1;
          if (n_cells > 1 || has_code)
            end_row (self, n_cells, has_code);
          n_cells = 1;
          has_code = FALSE;
        }
    }
  self->n_lines += line_start < size;
  if (is_whole && self->n_rows < SAMPLE_ROWS && start < size)
    end_row (self, n_cells, has_code || is_fiscal_code (head + start, size - start));
}

/* The number of cells that most rows have; of equally frequent ones that of the first row. */
static gsize
find_mode (const Trial *self, guint *frequency)
{
  guint counts[ION_TABLE_COLUMNS_MAX + 1] = { 0 };
  gsize mode = MIN (self->first, ION_TABLE_COLUMNS_MAX);

  for (guint i = 0; i < self->n_rows; i++)
    counts[MIN (self->cells[i], ION_TABLE_COLUMNS_MAX)]++;
  for (gsize n = 1; n <= ION_TABLE_COLUMNS_MAX; n++)
    {
      if (counts[n] > counts[mode])
        mode = n;
    }
  *frequency = counts[mode];
  return mode;
}

static guint64
rate (const Trial *self, gsize *n_columns)
{
  guint frequency;
  guint64 points;

  *n_columns = find_mode (self, &frequency);
  if (self->n_rows == 0 || *n_columns < 2)
    return 0;
  /* Of all lines: a decimal comma in a single row makes no separator. */
  points = (guint64) frequency * 1000000 / MAX (self->n_lines, self->n_rows) * (*n_columns - 1);
  if (self->first == *n_columns)
    points *= 3;
  if (self->n_rows_with_code * 2 >= self->n_rows)
    points *= 4;
  return points;
}

static const char *
find_line_end (const char *head, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      if (head[i] == '\n')
        return "\n";
      if (head[i] == '\r')
        return i + 1 < size && head[i + 1] == '\n' ? "\r\n" : "\r";
    }
  return "\r\n";
}

/* A first line "sep=;", which spreadsheets write and read, and never show. */
static gboolean
read_declaration (IonCsvDialect *self, const char *head, gsize size)
{
  if (size < 6 || g_ascii_strncasecmp (head, "sep=", 4) != 0 ||
      (head[5] != '\n' && head[5] != '\r'))
    return FALSE;
  self->separator = head[4];
  self->skip = 5 + strlen (self->line_end);
  return TRUE;
}

/**
 * ion_csv_dialect_recognise:
 * @self: separator, line end, columns and bytes to skip are set
 * @head: the beginning of the text
 * @size: its length in bytes
 * @is_whole: whether the text ends there
 * @separator: overrides what would be recognised; 0 = recognise
 */
void
ion_csv_dialect_recognise (IonCsvDialect *self,
                           const char *head,
                           gsize size,
                           gboolean is_whole,
                           char separator)
{
  static const char candidates[] = { ';', ',', '\t', '|' };
  guint64 best = 0;
  gsize n_columns;

  self->line_end = find_line_end (head, size);
  self->skip = 0;
  self->separator = 0;
  self->n_columns = 1;
  if (read_declaration (self, head, size) && separator == 0)
    separator = self->separator;
  self->separator = separator != 0 ? separator : candidates[0];
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      char candidate = separator != 0 ? separator : candidates[i];
      g_autofree Trial *trial = g_new0 (Trial, 1);
      guint64 points;

      try_separator (trial, head + self->skip, size - self->skip, is_whole, candidate);
      points = rate (trial, &n_columns);
      if (points > best)
        {
          best = points;
          self->separator = candidate;
          self->n_columns = n_columns;
        }
      if (separator != 0)
        break;
    }
}
