/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Files begin with a title, a date, an empty line, or at once with the people. The header is the
 * row that names a column of fiscal codes, or the one just above the first of them.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-header-place.h"
#include "ion-blank.h"
#include "ion-column-kind.h"
#include "ion-fields.h"
#include "ion-fiscal-code.h"

#include <string.h>

#define NAME_MAX_BYTES  80 /* what is longer is a sentence, no column's name */
#define VALUE_MAX_BYTES 32 /* what is longer is no code, amount or date */
#define WORD_LETTERS    5  /* a word of so many letters is no part of one either */

static gsize
count_filled (const char *const *cells)
{
  gsize n = 0;

  for (gsize i = 0; cells[i] != NULL; i++)
    n += *ion_blank_skip (cells[i]) != '\0';
  return n;
}

/* Returns: the column of the first fiscal code in the row, or -1 */
static gssize
find_code (const char *const *cells)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  for (gsize i = 0; cells[i] != NULL; i++)
    {
      if (ion_fiscal_code_parse (cells[i], code, NULL))
        return (gssize) i;
    }
  return -1;
}

/* Whether the person has named this cell in "FIELD=COLUMN". */
static gboolean
is_named (const char *cell, const char *const *map)
{
  for (gsize i = 0; map != NULL && map[i] != NULL; i++)
    {
      const char *equals = strchr (map[i], '=');

      if (equals != NULL && ion_field_name_equal (equals + 1, cell))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_header (const char *const *cells, gsize usual, const char *const *map)
{
  if (count_filled (cells) * 2 < usual)
    return FALSE;
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      if (strlen (cells[i]) > NAME_MAX_BYTES)
        continue;
      if (ion_column_kind_rate_fiscal_code (cells[i]) > 0 || is_named (cells[i], map))
        return TRUE;
    }
  return FALSE;
}

/* The number of cells that most of the rows have. */
static gsize
find_usual (GPtrArray *rows)
{
  gsize usual = 0;
  guint best = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      gsize length = g_strv_length (g_ptr_array_index (rows, i));
      guint n = 0;

      for (guint j = 0; j < rows->len; j++)
        n += g_strv_length (g_ptr_array_index (rows, j)) == length;
      if (n > best)
        {
          best = n;
          usual = length;
        }
    }
  return usual;
}

/* Whether the cell may be a code, however damaged, an amount, a date or another number. */
static gboolean
is_value (const char *cell)
{
  guint n_digits = 0, n_letters = 0, run = 0;

  if (strlen (cell) > VALUE_MAX_BYTES)
    return FALSE;
  for (; *cell != '\0'; cell++)
    {
      n_digits += g_ascii_isdigit (*cell) != 0;
      n_letters += g_ascii_isalpha (*cell) != 0;
      run = g_ascii_isalpha (*cell) ? run + 1 : 0;
      if (run >= WORD_LETTERS && (cell[1] == ' ' || cell[1] == '\0'))
        return FALSE;
    }
  return n_digits >= 2 && n_digits * 3 >= n_digits + n_letters;
}

/* Whether the row has values where that of a person has them: it holds a person too, and names no
 * columns. */
static gboolean
is_like_person (const char *const *cells, const char *const *person)
{
  gsize n_cells = g_strv_length ((char **) cells);
  gsize n = 0, n_alike = 0;

  for (gsize i = 0; person[i] != NULL; i++)
    {
      if (!is_value (person[i]))
        continue;
      n++;
      n_alike += i < n_cells && is_value (cells[i]);
    }
  return n > 0 && n_alike * 2 >= n;
}

static void
set_header (IonHeaderPlace *self, GPtrArray *rows, guint row)
{
  self->header = (gssize) row;
  self->first = row + 1;
  self->n_columns = MAX (self->n_columns, g_strv_length (g_ptr_array_index (rows, row)));
}

static gsize
count_values (const char *const *cells)
{
  gsize n = 0;

  for (gsize i = 0; cells[i] != NULL; i++)
    n += is_value (cells[i]);
  return n;
}

/* Takes the row just above the first person, where it has a name over the codes and over most
 * columns. */
static gboolean
set_header_above (IonHeaderPlace *self, GPtrArray *rows, guint row, gsize column)
{
  const char *const *above = row > 0 ? g_ptr_array_index (rows, row - 1) : NULL;

  if (above == NULL || g_strv_length ((char **) above) <= column ||
      *ion_blank_skip (above[column]) == '\0' || count_filled (above) * 2 < self->n_columns ||
      count_values (above) * 2 >= count_filled (above))
    return FALSE;
  set_header (self, rows, row - 1);
  return TRUE;
}

/* Whether the row, which holds a code, stands above the header and is of whoever made the list: a
 * header follows, and people below it of whom more is said. A list never begins with more than two
 * such rows. */
static gboolean
is_above_header (GPtrArray *rows, guint row, gsize usual, const char *const *map)
{
  gsize n_filled = 0;
  guint n_codes = 0, header = row;

  while (header < rows->len && !is_header (g_ptr_array_index (rows, header), usual, map))
    {
      const char *const *cells = g_ptr_array_index (rows, header++);

      if (find_code (cells) < 0)
        continue;
      n_filled = MAX (n_filled, count_filled (cells));
      if (++n_codes > 2)
        return FALSE;
    }
  for (guint i = header + 1; i < rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (rows, i);

      if (find_code (cells) >= 0)
        return n_filled < count_filled (cells);
    }
  return FALSE;
}

/**
 * ion_header_place_find:
 * @self: (out caller-allocates): the place
 * @rows: (element-type GStrv): the first rows of a table, one at least
 * @map: (nullable) (array zero-terminated=1): "FIELD=COLUMN" as the person said
 */
void
ion_header_place_find (IonHeaderPlace *self, GPtrArray *rows, const char *const *map)
{
  self->n_columns = find_usual (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (rows, i);
      gssize column;

      if (is_header (cells, self->n_columns, map))
        {
          set_header (self, rows, i);
          return;
        }
      column = find_code (cells);
      if (column < 0 || is_above_header (rows, i, self->n_columns, map))
        continue;
      /* Whose code is damaged is somebody all the same. */
      while (i > 0 && is_like_person (g_ptr_array_index (rows, i - 1), cells))
        i--;
      if (set_header_above (self, rows, i, (gsize) column))
        return;
      self->header = -1;
      self->first = i;
      return;
    }
  /* Neither a name nor a code: the mapping will say so, with the names of the first full row. */
  for (guint i = 0; i < rows->len; i++)
    {
      if (count_filled (g_ptr_array_index (rows, i)) * 2 >= self->n_columns)
        {
          set_header (self, rows, i);
          return;
        }
    }
  set_header (self, rows, 0);
}

/* The first row that is as full as the others. */
static void
set_none (IonHeaderPlace *self, GPtrArray *rows)
{
  self->header = -1;
  self->first = 0;
  self->n_columns = find_usual (rows);
  while (self->first + 1 < rows->len &&
         count_filled (g_ptr_array_index (rows, self->first)) * 2 < self->n_columns)
    self->first++;
}

void
ion_header_place_find_in (IonHeaderPlace *self,
                          IonTable *table,
                          GPtrArray *rows,
                          const gint64 *numbers,
                          const char *const *map)
{
  const gint64 said = ion_table_get_header_row (table);

  if (said == ION_TABLE_NO_HEADER)
    {
      set_none (self, rows);
      return;
    }
  for (guint i = 0; said > 0 && i < rows->len; i++)
    if (numbers[i] == said)
      {
        self->n_columns = find_usual (rows);
        set_header (self, rows, i);
        return;
      }
  ion_header_place_find (self, rows, map);
}
