/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many items in a row of the old list that so many of the new one replace. */
typedef struct
{
  guint old_start, old_length;
  guint new_start, new_length;
} IonRowRun;

/**
 * ion_row_diff:
 * @old_rows: (element-type guint32): rising
 * @new_rows: (element-type guint32): rising
 * @max_runs: at most so many: differences close together are told as one
 *
 * Returns: (transfer full) (element-type IonRowRun): in rising order, apart from each other
 */
GArray *ion_row_diff (GArray *old_rows, GArray *new_rows, guint max_runs);

G_END_DECLS
