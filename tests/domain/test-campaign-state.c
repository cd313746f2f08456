/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The names of a campaign's states, which are stored and promised to scripts.
 */

#include "ion-campaign-state.h"

static void
test_names (void)
{
  static const char *const names[] = {
    "draft", "ready", "scheduled", "running", "paused", "done", "cancelled",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      IonCampaignState state;

      g_assert_true (ion_campaign_state_from_name (names[i], &state));
      g_assert_cmpuint (state, ==, i);
      g_assert_cmpstr (ion_campaign_state_to_name (state), ==, names[i]);
      g_assert_cmpstr (ion_campaign_state_get_label (state), !=, "");
    }
}

static void
test_unknown (void)
{
  IonCampaignState state = ION_CAMPAIGN_PAUSED;

  g_assert_false (ion_campaign_state_from_name ("sent", &state));
  g_assert_false (ion_campaign_state_from_name (NULL, &state));
  g_assert_cmpint (state, ==, ION_CAMPAIGN_PAUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/campaign-state/names", test_names);
  g_test_add_func ("/campaign-state/unknown", test_unknown);
  return g_test_run ();
}
