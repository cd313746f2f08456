/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Progress is counted from the ledger and not from what this process did: another one may be doing
 * the work.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-run-figures.h"

static gint64
count_settled (const IonCampaignCounts *counts)
{
  return counts->rows - counts->by_state[ION_DELIVERY_PENDING] -
         counts->by_state[ION_DELIVERY_SENDING];
}

gboolean
ion_run_figures_refresh (IonRunFigures *self,
                         IonLedger *ledger,
                         const char *campaign_id,
                         GError **error)
{
  if (self->begun_at == 0)
    self->begun_at = g_get_real_time () / G_USEC_PER_SEC;
  return ion_ledger_count_campaign (ledger, campaign_id, &self->counts, error);
}

void
ion_run_figures_begin (IonRunFigures *self, gint64 first)
{
  self->begun_clock = g_get_monotonic_time ();
  self->settled_first = count_settled (&self->counts);
  self->calls_first = self->counts.calls;
  self->wanted = self->counts.rows - self->settled_first;
  if (first >= 0)
    self->wanted = MIN (self->wanted, first);
}

static gint64
count_done (const IonRunFigures *self, gboolean by_calls)
{
  return by_calls ? self->counts.calls - self->calls_first
                  : count_settled (&self->counts) - self->settled_first;
}

double
ion_run_figures_get_fraction (const IonRunFigures *self, gboolean by_calls)
{
  if (self->wanted <= 0)
    return 1;
  return CLAMP ((double) count_done (self, by_calls) / (double) self->wanted, 0, 1);
}

gint64
ion_run_figures_estimate_end (const IonRunFigures *self, gboolean by_calls)
{
  gint64 done = count_done (self, by_calls);
  double elapsed = (double) (g_get_monotonic_time () - self->begun_clock) / G_USEC_PER_SEC;

  if (done <= 0 || elapsed < 2)
    return 0;
  return g_get_real_time () / G_USEC_PER_SEC +
         (gint64) (elapsed / (double) done * (double) MAX (0, self->wanted - done));
}
