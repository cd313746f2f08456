/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/* A row as the file has it. */
typedef struct
{
  gint64 row;   /* as the spreadsheet shows it */
  char **cells; /* (owned) (array zero-terminated=1): may be fewer than there are columns */
} IonTableLookRow;

/**
 * IonTableLook:
 *
 * A look into a table without checking it: where its header is, the names of its columns, and some
 * of its rows. What a person is shown who has to say what a column is, or what a row is about.
 */
typedef struct
{
  gint64 header_row; /* 0 = it has none */
  char **columns;    /* (owned) (array zero-terminated=1): "" where it has no name */
  GPtrArray *first;  /* (owned) (element-type IonTableLookRow): below the header */
  GPtrArray *asked;  /* (owned) (element-type IonTableLookRow): those asked for, in order */
} IonTableLook;

/**
 * ion_table_look_new:
 * @table: before its first row
 * @named: (nullable) (array zero-terminated=1): "FIELD=COLUMN", which help to find the header
 * @n_first: how many rows below the header are wanted, 60 at most
 * @rows: (nullable) (element-type gint64): numbers of rows that are wanted too
 *
 * Reads no further than the last row that is wanted.
 *
 * Returns: (transfer full) (nullable): %NULL with %ION_TABLE_ERROR or %G_IO_ERROR
 */
IonTableLook *ion_table_look_new (IonTable *table,
                                  const char *const *named,
                                  guint n_first,
                                  GArray *rows,
                                  GCancellable *cancellable,
                                  GError **error);
void ion_table_look_free (IonTableLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTableLook, ion_table_look_free)

G_END_DECLS
