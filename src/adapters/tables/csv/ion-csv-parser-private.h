/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-csv-parser.h"

G_BEGIN_DECLS

/* For ion-csv-parser.c and ion-csv-quoted-cell.c only. */

#define ION_CSV_NOWHERE G_MAXSIZE

typedef enum
{
  ION_CSV_STATE_START, /* nothing but blanks in the cell so far */
  ION_CSV_STATE_PLAIN,
  ION_CSV_STATE_QUOTED,
  ION_CSV_STATE_QUOTE_SEEN, /* within a quoted cell: its end, or the first of two */
  ION_CSV_STATE_CLOSED,
} IonCsvState;

/* To the cell being read, within the limits. */
void ion_csv_parser_append (IonCsvParser *self, const char *text, gsize size);
/* Takes a byte of those below. Returns: whether the row ends here */
gboolean ion_csv_parser_take_special (IonCsvParser *self, char c);

static inline gboolean
ion_csv_parser_is_special (const IonCsvParser *self, char c)
{
  return c == self->separator || c == '\n' || c == '\r' || c == '\0';
}

G_END_DECLS
