/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-campaign-causes.h"
#include "ion-campaign-standing.h"
#include "ion-office.h"

G_BEGIN_DECLS

/* Everything that the page of a campaign says above its rows, read at one moment. */
typedef struct
{
  IonCampaign *campaign; /* (owned) */
  char *service_name;    /* (owned) */
  IonCampaignCounts counts;
  GPtrArray *causes; /* (owned) (element-type IonCampaignCause) */
  char *summary;     /* (owned): the sentence for the mayor */
  char *doubts;      /* (owned) (nullable): about the file, that a person accepted */
  char *standing;    /* (owned): where it stands, and why */
  IonCampaignRemedy remedy;
  gboolean asks_first;    /* nobody was written to: sending it has questions of its own */
  gboolean hides_figures; /* they are to be typed before it leaves: the page does not tell them */
  gboolean is_followed;   /* something is still to be verified */
  gint64 read_at;         /* monotonic, microseconds */
} IonCampaignFacts;

/* From a worker thread. */
IonCampaignFacts *ion_campaign_facts_read (IonOffice *office, const char *id, GError **error);
void ion_campaign_facts_free (IonCampaignFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCampaignFacts, ion_campaign_facts_free)

/* Rows that are settled, of those that are to be. */
gint64 ion_campaign_facts_count_settled (const IonCampaignFacts *self);

G_END_DECLS
