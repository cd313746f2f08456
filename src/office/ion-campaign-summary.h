/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/* Figures of a campaign grouped as people think of them. They add up to all but the excluded. */
typedef struct
{
  gint64 recipients; /* rows that were not left out */
  gint64 reachable;  /* of whom IO said so, or took the message; the pending ones not yet */
  gint64 delivered;
  gint64 otherwise; /* to be told by other means: unreachable, refused, not delivered, not sent */
  gint64 to_verify; /* IO has it, or may have it */
  gint64 to_send;
} IonCampaignOutline;

void ion_campaign_outline (const IonCampaignCounts *counts, IonCampaignOutline *outline);

/**
 * ion_campaign_summarize:
 * @n_held: of those not accepted, who already has a message about the same notice
 *
 * The one sentence for the mayor: "3.412 persone su 5.130 (66,5 %) hanno ricevuto l'avviso; 1.718
 * da avvisare altrimenti." Pure.
 *
 * Returns: (transfer full)
 */
char *ion_campaign_summarize (const IonCampaignCounts *counts,
                              gint64 n_held,
                              gboolean is_test,
                              gboolean is_practice);

/* "66,5 %": never 100 where somebody is missing, nor 0 where somebody is there. (transfer full) */
char *ion_campaign_format_share (gint64 part, gint64 whole);

G_END_DECLS
