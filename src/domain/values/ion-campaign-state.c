/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The names and words of a campaign's states.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-campaign-state.h"

#include <glib/gi18n-lib.h>

static const char *const names[] = {
  [ION_CAMPAIGN_DRAFT] = "draft",         [ION_CAMPAIGN_READY] = "ready",
  [ION_CAMPAIGN_SCHEDULED] = "scheduled", [ION_CAMPAIGN_RUNNING] = "running",
  [ION_CAMPAIGN_PAUSED] = "paused",       [ION_CAMPAIGN_DONE] = "done",
  [ION_CAMPAIGN_CANCELLED] = "cancelled",
};

/* Translators: the state of one campaign */
static const char *const labels[] = {
  [ION_CAMPAIGN_DRAFT] = NC_ ("campaign", "Draft"),
  [ION_CAMPAIGN_READY] = NC_ ("campaign", "Ready"),
  [ION_CAMPAIGN_SCHEDULED] = NC_ ("campaign", "Scheduled"),
  [ION_CAMPAIGN_RUNNING] = NC_ ("campaign", "Being sent"),
  [ION_CAMPAIGN_PAUSED] = NC_ ("campaign", "Paused"),
  [ION_CAMPAIGN_DONE] = NC_ ("campaign", "Sent"),
  [ION_CAMPAIGN_CANCELLED] = NC_ ("campaign", "Stopped"),
};

static gboolean
is_known (IonCampaignState state)
{
  return (guint) state < G_N_ELEMENTS (names);
}

const char *
ion_campaign_state_to_name (IonCampaignState state)
{
  g_return_val_if_fail (is_known (state), NULL);

  return names[state];
}

gboolean
ion_campaign_state_from_name (const char *name, IonCampaignState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *state = (IonCampaignState) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ion_campaign_state_get_label (IonCampaignState state)
{
  g_return_val_if_fail (is_known (state), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "campaign", labels[state]);
}
