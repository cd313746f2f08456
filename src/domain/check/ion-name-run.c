/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A column that slipped from some row on leaves most of a long file right, so that no share of the
 * whole tells it; the rows that differ stand together. The stretch with the highest score is found
 * in one pass: a row that differs counts one, a row that fits takes three away.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-name-run.h"

#define MATCH_COSTS 3

/* Names that differ by chance (one in fifty, say) come eight in a row in no file; those of one
 * family with a difficult name might come three or four. */
#define SLIP_SCORE 8

void
ion_name_run_add (IonNameRun *self, gint64 row, gboolean differs)
{
  if (!differs)
    {
      self->score = MAX (self->score - MATCH_COSTS, 0);
      return;
    }
  if (self->score == 0)
    {
      self->from = row;
      self->n_differing = 0;
    }
  self->score++;
  self->n_differing++;
  if (self->score <= self->best_score)
    return;
  self->best_from = self->from;
  self->best_to = row;
  self->best_score = self->score;
  self->best_n_differing = self->n_differing;
}

/* Returns: whether the best stretch is more than chance */
gboolean
ion_name_run_is_slip (const IonNameRun *self)
{
  return self->best_score >= SLIP_SCORE;
}
