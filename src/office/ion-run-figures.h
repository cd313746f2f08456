/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/* How far a run has come, out of what the ledger says. Private to the office. */
typedef struct
{
  IonCampaignCounts counts;
  gint64 begun_at;      /* UTC seconds */
  gint64 begun_clock;   /* monotonic microseconds */
  gint64 settled_first; /* rows that were settled before */
  gint64 calls_first;
  gint64 wanted; /* rows that this run is to settle */
} IonRunFigures;

gboolean ion_run_figures_refresh (IonRunFigures *self,
                                  IonLedger *ledger,
                                  const char *campaign_id,
                                  GError **error);
/* @first: -1 = all */
void ion_run_figures_begin (IonRunFigures *self, gint64 first);
double ion_run_figures_get_fraction (const IonRunFigures *self, gboolean by_calls);
/* UTC seconds; 0 = too early to tell */
gint64 ion_run_figures_estimate_end (const IonRunFigures *self, gboolean by_calls);

G_END_DECLS
