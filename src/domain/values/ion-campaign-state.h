/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-delivery-state.h"

G_BEGIN_DECLS

/* The numbers are stored: never renumber. */
typedef enum
{
  ION_CAMPAIGN_DRAFT = 0,
  ION_CAMPAIGN_READY = 1,     /* imported and checked, nobody has said "send" */
  ION_CAMPAIGN_SCHEDULED = 2, /* to begin at a moment */
  ION_CAMPAIGN_RUNNING = 3,
  ION_CAMPAIGN_PAUSED = 4, /* by a person, or by the engine with a cause */
  ION_CAMPAIGN_DONE = 5,   /* no row is pending or sending; follow-up goes on */
  ION_CAMPAIGN_CANCELLED = 6,
} IonCampaignState;

const char *ion_campaign_state_to_name (IonCampaignState state);
gboolean ion_campaign_state_from_name (const char *name, IonCampaignState *state);
const char *ion_campaign_state_get_label (IonCampaignState state);

/* The figures of a campaign. @rows is always the sum of @by_state. */
typedef struct
{
  gint64 rows;
  gint64 by_state[ION_N_DELIVERY_STATES];
  gint64 read;      /* -1 where the service may not see it */
  gint64 paid;      /* -1 likewise */
  gint64 calls;     /* to the platform */
  gint64 throttled; /* 429 answers met */
} IonCampaignCounts;

/* What the accounts' office compares: cents and days, over the rows that would be sent. */
typedef struct
{
  gint64 people;
  gint64 amount;
  gint64 amount_min;
  gint64 amount_max;
  gint64 due_from; /* UTC seconds; 0 = none */
  gint64 due_to;
} IonCampaignTotals;

G_END_DECLS
