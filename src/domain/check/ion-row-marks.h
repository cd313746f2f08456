/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-checked-columns.h"

G_BEGIN_DECLS

/**
 * IonRowMarks:
 *
 * What each row was like, in eight bytes: enough to tell in which column a second row of the same
 * person differs from the first, and nothing of what stood there.
 */
typedef struct _IonRowMarks IonRowMarks;

IonRowMarks *ion_row_marks_new (const IonCheckedColumns *columns);
void ion_row_marks_free (IonRowMarks *self);
/* @cells: (array length=n_cells): of @row, which is after those before */
void ion_row_marks_add (IonRowMarks *self, gint64 row, const char *const *cells, gsize n_cells);
/* Returns: the first mapped column in which two rows that were added differ, or -1 */
gssize ion_row_marks_find_difference (const IonRowMarks *self, gint64 row, gint64 other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRowMarks, ion_row_marks_free)

G_END_DECLS
