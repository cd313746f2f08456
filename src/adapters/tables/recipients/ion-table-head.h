/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/* So many rows of a table are looked at to find its header: the same for whoever looks, since what
 * is said of a column is said by the name that the header gives it. */
#define ION_TABLE_HEAD_ROWS 60

/**
 * ion_table_read_head:
 * @rows: (element-type GStrv): takes the rows
 * @numbers: (element-type gint64): takes their numbers
 * @remarks: (element-type IonTableRemark): takes what the reader has to say about them
 *
 * Reads the rows among which the header may stand; fewer where the table ends before.
 */
gboolean ion_table_read_head (IonTable *self,
                              GPtrArray *rows,
                              GArray *numbers,
                              GPtrArray *remarks,
                              GError **error);

/* Moves what the reader has to say since the last time to the end of @remarks (element-type
 * IonTableRemark). */
void ion_table_move_remarks (IonTable *self, GPtrArray *remarks);

G_END_DECLS
