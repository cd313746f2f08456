/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonNameRun:
 *
 * Where in a file the names stop fitting the codes, and where they begin again: the stretch of rows
 * with the most that differ, few that fit among them. All zero at the beginning.
 */
typedef struct
{
  gint64 from; /* of the present stretch */
  gint64 score;
  gint64 n_differing;

  gint64 best_from; /* of the best so far */
  gint64 best_to;
  gint64 best_score;
  gint64 best_n_differing;
} IonNameRun;

void ion_name_run_add (IonNameRun *self, gint64 row, gboolean differs);
gboolean ion_name_run_is_slip (const IonNameRun *self);

G_END_DECLS
