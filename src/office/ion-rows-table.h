/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonRowsTable:
 *
 * A table in memory, so that what comes from no file passes the same checks as what does.
 */
#define ION_TYPE_ROWS_TABLE (ion_rows_table_get_type ())
G_DECLARE_FINAL_TYPE (IonRowsTable, ion_rows_table, ION, ROWS_TABLE, GObject)

/* @header: (array zero-terminated=1) */
IonRowsTable *ion_rows_table_new (const char *const *header);
/* @cells: (array zero-terminated=1); rows number from 1 */
void ion_rows_table_add (IonRowsTable *self, const char *const *cells);

/* The last row once more, with another first cell. */
void ion_rows_table_add_like_last (IonRowsTable *self, const char *first_cell);

G_END_DECLS
