/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"

G_BEGIN_DECLS

/**
 * IonRowSource:
 * @data: the reader's
 * @queue: where the next rows go; another one from time to time, which goes on where the one before
 * has stopped, within a row even
 * @is_end: (out): whether nothing follows
 * @fraction: (out): how much of the sheet was read, 0 to 1
 * @error: %ION_TABLE_ERROR
 *
 * Reads a little more.
 *
 * Returns: %FALSE where it cannot be read on
 */
typedef gboolean (*IonRowSource) (gpointer data,
                                  IonRowQueue *queue,
                                  gboolean *is_end,
                                  double *fraction,
                                  GError **error);

/**
 * IonRowAhead:
 *
 * Rows that are read ahead while those before them are being checked: unpacking and parsing take as
 * long as all that is done with a row.
 */
typedef struct _IonRowAhead IonRowAhead;

IonRowAhead *ion_row_ahead_new (IonRowSource source, gpointer data, gboolean has_thread);
/* Waits until the thread has ended. */
void ion_row_ahead_free (IonRowAhead *self);
gboolean ion_row_ahead_next (IonRowAhead *self,
                             gint64 *row,
                             const char *const **cells,
                             gsize *n_cells,
                             GError **error);
gboolean ion_row_ahead_has_remarks (const IonRowAhead *self);
GPtrArray *ion_row_ahead_take_remarks (IonRowAhead *self);
double ion_row_ahead_get_fraction (const IonRowAhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRowAhead, ion_row_ahead_free)

G_END_DECLS
