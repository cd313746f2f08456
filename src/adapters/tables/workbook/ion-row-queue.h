/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonRowQueue:
 *
 * Rows that a reader has cut out of its file and nobody has taken yet, within the limits of a
 * table. Empty rows are not kept; all others are as wide as the widest so far.
 */
typedef struct _IonRowQueue IonRowQueue;

IonRowQueue *ion_row_queue_new (void);
void ion_row_queue_free (IonRowQueue *self);

/* What a reader does: rows come in ascending order, cells of a row in any. Remarks (@column -1: of
 * the whole row) go with their row, and are forgotten where that turns out to be empty. */
gboolean ion_row_queue_begin (IonRowQueue *self, gint64 row, GError **error);
void ion_row_queue_add (IonRowQueue *self, gsize column, const char *text, gsize size);
void ion_row_queue_remark (IonRowQueue *self, gssize column, const char *code, const char *message);
gboolean ion_row_queue_end (IonRowQueue *self);
gboolean ion_row_queue_repeat (IonRowQueue *self, gint64 n, GError **error);

/* For reading ahead: whether the rows that wait are enough for now, and going on in another queue,
 * whose rows were all taken, where @before stops. */
gboolean ion_row_queue_is_full (const IonRowQueue *self);
void ion_row_queue_go_on (IonRowQueue *self, IonRowQueue *before);

/* What the table's next() and take_remarks() do. */
gboolean
ion_row_queue_take (IonRowQueue *self, gint64 *row, const char *const **cells, gsize *n_cells);
gboolean ion_row_queue_has_remarks (const IonRowQueue *self);
GPtrArray *ion_row_queue_take_remarks (IonRowQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRowQueue, ion_row_queue_free)

G_END_DECLS
