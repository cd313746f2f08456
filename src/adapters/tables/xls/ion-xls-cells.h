/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-xls-workbook.h"

G_BEGIN_DECLS

/* Where a record with a filled cell (or several, one beside the other) stands. */
typedef struct
{
  guint16 row; /* from 0 */
  guint16 column;
  guint32 at;
} IonXlsCell;

typedef struct
{
  guint16 row;
  guint16 column;
} IonXlsMerge;

/**
 * IonXlsCells:
 *
 * The filled cells of one sheet, in the order of the rows.
 */
typedef struct
{
  GArray *cells;       /* (owned) (element-type IonXlsCell) */
  GArray *merges;      /* (owned) (element-type IonXlsMerge): the first cell of each */
  guint8 hidden[8192]; /* a bit a row */
} IonXlsCells;

IonXlsCells *
ion_xls_cells_find (IonXlsWorkbook *workbook, const IonXlsSheet *sheet, guint max, GError **error);
void ion_xls_cells_free (IonXlsCells *self);
gsize ion_xls_cells_get_value_at (const IonXlsWorkbook *workbook, guint16 type);
gboolean ion_xls_cells_is_hidden (const IonXlsCells *self, guint16 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXlsCells, ion_xls_cells_free)

G_END_DECLS
