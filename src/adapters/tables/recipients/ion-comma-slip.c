/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Programs that part cells by commas and write amounts the Italian way, without quotation marks,
 * make "85,50" two cells. Where every row has cents all rows are equally wide, and only the header
 * shows it: 85 euros would be asked for, and nobody would notice.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-comma-slip.h"
#include "ion-blank.h"
#include "ion-column-kind.h"

#include <string.h>

struct _IonCommaSlip
{
  gsize n_named;        /* columns up to the last one that has a name */
  gsize n_header_cells; /* of the header's own row */
  gsize n_columns;
  gboolean *are_amounts; /* (owned) (array length=n_columns) */
};

/**
 * ion_comma_slip_new:
 * @table: where the rows come from
 * @header: (array length=n_columns): the columns' names
 * @n_columns: how many
 * @n_header_cells: how many cells the header's row has; 0 where there is none
 *
 * Returns: (transfer full) (nullable): %NULL where no comma parts cells, or no header tells
 */
IonCommaSlip *
ion_comma_slip_new (IonTable *table,
                    const char *const *header,
                    gsize n_columns,
                    gsize n_header_cells)
{
  IonCommaSlip *self;

  if (n_header_cells == 0 || ion_table_get_separator (table) != ',')
    return NULL;
  self = g_new0 (IonCommaSlip, 1);
  self->n_columns = n_columns;
  self->n_header_cells = n_header_cells;
  self->are_amounts = g_new0 (gboolean, n_columns + 1);
  for (gsize i = 0; i < n_columns; i++)
    {
      if (header[i][0] != '\0')
        self->n_named = i + 1;
      self->are_amounts[i] = ion_column_kind_recognise (header[i]) == ION_COLUMN_AMOUNT;
    }
  return self;
}

void
ion_comma_slip_free (IonCommaSlip *self)
{
  if (self == NULL)
    return;
  g_free (self->are_amounts);
  g_free (self);
}

static gboolean
is_whole (const char *cell)
{
  return *cell != '\0' && cell[strspn (cell, "0123456789.")] == '\0';
}

static gboolean
is_cents (const char *cell)
{
  return (strlen (cell) == 1 || strlen (cell) == 2) && cell[strspn (cell, "0123456789")] == '\0';
}

/**
 * ion_comma_slip_is_in:
 * @self: (nullable): of the table
 * @cells: (array length=n_cells): a person's row
 * @n_cells: how many
 *
 * Returns: whether the row has more cells than the header tells of
 */
gboolean
ion_comma_slip_is_in (const IonCommaSlip *self, const char *const *cells, gsize n_cells)
{
  if (G_LIKELY (self == NULL || n_cells <= self->n_named))
    return FALSE;
  for (gsize i = self->n_named; i < n_cells; i++)
    {
      if (*ion_blank_skip (cells[i]) != '\0')
        return TRUE;
    }
  /* All that follows may be empty: then the last comma only moved an empty cell. */
  if (n_cells <= self->n_header_cells)
    return FALSE;
  for (gsize i = 0; i + 1 < MIN (n_cells, self->n_columns); i++)
    {
      if (self->are_amounts[i] && is_whole (cells[i]) && is_cents (cells[i + 1]))
        return TRUE;
    }
  return FALSE;
}
