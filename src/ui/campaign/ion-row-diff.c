/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What changed between two lists of row numbers, in few pieces: a list that is told so keeps its
 * place while a campaign is being sent.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-row-diff.h"

#define FIRST_GAP 1
#define WIDER     16

/* Pieces with fewer than @gap equal rows between them are one. */
static GArray *
collect (GArray *old_rows, GArray *new_rows, guint gap)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (IonRowRun));
  guint i = 0, k = 0, equal = gap;

  while (i < old_rows->len || k < new_rows->len)
    {
      gboolean is_old = i < old_rows->len;
      gboolean is_new = k < new_rows->len;
      guint32 old_row = is_old ? g_array_index (old_rows, guint32, i) : 0;
      guint32 new_row = is_new ? g_array_index (new_rows, guint32, k) : 0;
      IonRowRun *run;

      if (is_old && is_new && old_row == new_row)
        {
          equal++;
          i++;
          k++;
          continue;
        }
      if (equal >= gap)
        {
          IonRowRun begun = { i, 0, k, 0 };

          g_array_append_val (runs, begun);
        }
      equal = 0;
      if (!is_new || (is_old && old_row < new_row))
        i++;
      else
        k++;
      run = &g_array_index (runs, IonRowRun, runs->len - 1);
      run->old_length = i - run->old_start;
      run->new_length = k - run->new_start;
    }
  return runs;
}

GArray *
ion_row_diff (GArray *old_rows, GArray *new_rows, guint max_runs)
{
  g_return_val_if_fail (old_rows != NULL && new_rows != NULL && max_runs > 0, NULL);

  for (guint gap = FIRST_GAP;; gap *= WIDER)
    {
      GArray *runs = collect (old_rows, new_rows, gap);

      if (runs->len <= max_runs)
        return runs;
      g_array_unref (runs);
    }
}
