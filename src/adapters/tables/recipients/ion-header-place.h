/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/* Where the header stands among the first rows of a table. */
typedef struct
{
  gssize header; /* -1: the file has none */
  gsize first;   /* the first row of people */
  gsize n_columns;
} IonHeaderPlace;

void ion_header_place_find (IonHeaderPlace *self, GPtrArray *rows, const char *const *map);
/* As the person has said of @table, else as above. @numbers: of @rows, as the spreadsheet shows
 * them */
void ion_header_place_find_in (IonHeaderPlace *self,
                               IonTable *table,
                               GPtrArray *rows,
                               const gint64 *numbers,
                               const char *const *map);

G_END_DECLS
