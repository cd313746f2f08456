/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/* What a cell is to be instead of what the file says. Borrowed. */
typedef struct
{
  gint64 row;         /* as the spreadsheet shows it */
  const char *column; /* as the file names it; its number from 1 where it has no name */
  const char *value;
} IonCellMend;

/**
 * IonMendedTable:
 *
 * Another table with some of its cells mended; what was remarked about those cells is not said any
 * more. The file itself is left alone.
 */
#define ION_TYPE_MENDED_TABLE (ion_mended_table_get_type ())
G_DECLARE_FINAL_TYPE (IonMendedTable, ion_mended_table, ION, MENDED_TABLE, GObject)

/* @inner: before its first row. @mends: copied; those of columns that it has not are left aside.
 * @named: (nullable) (array zero-terminated=1): "FIELD=COLUMN": helps to find the header */
IonTable *ion_mended_table_new (IonTable *inner,
                                const IonCellMend *mends,
                                gsize n_mends,
                                const char *const *named,
                                GError **error);

G_END_DECLS
