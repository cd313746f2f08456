/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-column-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonRowsView:
 *
 * Some rows of the source as a table, with the columns that are used; fiscal codes are masked until
 * somebody asks for them.
 */
#define ION_TYPE_ROWS_VIEW (ion_rows_view_get_type ())
G_DECLARE_FINAL_TYPE (IonRowsView, ion_rows_view, ION, ROWS_VIEW, AdwBin)

GtkWidget *ion_rows_view_new (void);
/* @rows: (element-type IonTableLookRow) */
void ion_rows_view_show (IonRowsView *self,
                         const IonColumnList *columns,
                         GPtrArray *rows,
                         gboolean reveals);

G_END_DECLS
