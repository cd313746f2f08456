/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table-limits.h"
#include "ion-text-input.h"

G_BEGIN_DECLS

/* What can be wrong with a row; said once a row. */
typedef enum
{
  ION_CSV_FAULT_UNCLOSED_QUOTE = 1 << 0,
  ION_CSV_FAULT_STRAY_QUOTE = 1 << 1,
  ION_CSV_FAULT_NUL_BYTES = 1 << 2,
  ION_CSV_FAULT_CELL_TOO_LONG = 1 << 3,
  ION_CSV_FAULT_ROW_TOO_LONG = 1 << 4,
  ION_CSV_FAULT_TOO_MANY_COLUMNS = 1 << 5,
  ION_CSV_FAULT_UNREADABLE = 1 << 6,
  ION_CSV_FAULT_RAGGED = 1 << 7,
  ION_CSV_FAULT_SHORT = 1 << 8,
} IonCsvFault;

/**
 * IonCsvParser:
 *
 * Cuts a text into rows and cells, whatever the quotation marks in it do.
 */
typedef struct
{
  IonTextInput *input; /* (owned) */
  char separator;
  gboolean stops[256]; /* the bytes at which a plain cell ends */
  GString *text;       /* (owned): what was read and not yet cut into cells */
  gsize at;
  gboolean is_end;
  gboolean is_after_cr; /* a line feed that follows belongs to the line end before it */

  /* The row being read. */
  gint64 row; /* from 1 */
  guint state;
  guint faults;     /* IonCsvFault */
  const char *base; /* the cells' texts, each with its NUL: in @text, or in @cells */
  gsize base_size;
  guint n_cells;
  gsize starts[ION_TABLE_COLUMNS_MAX]; /* where each cell begins, from @base */
  GString *cells;                      /* (owned): cells that do not stand in @text as they are */
  gsize cell_start;                    /* in @cells */
  gsize quote_at; /* where in @text the quoted cell began; G_MAXSIZE where that is gone */
  gboolean quote_has_line_end;
} IonCsvParser;

IonCsvParser *ion_csv_parser_new (IonTextInput *input);
void ion_csv_parser_set_separator (IonCsvParser *self, char separator);
void ion_csv_parser_free (IonCsvParser *self);
gboolean ion_csv_parser_read_row (IonCsvParser *self, GError **error);

/* Where a cell of the row begins. */
static inline const char *
ion_csv_parser_get_cell (const IonCsvParser *self, guint index)
{
  return self->base + self->starts[index];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCsvParser, ion_csv_parser_free)

G_END_DECLS
