/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "rig.h"

static void
test_whole_way (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  rig_init (&rig);
  id = rig_import (&rig, 0, 1000, FALSE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  rig_stop (&rig, &error);
  g_assert_no_error (error);
  counts = rig_count (&rig, id);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED], ==, 1000);
  g_assert_cmpint (counts.calls, ==, 2000);
  g_assert_cmpint (counts.throttled, ==, 0);
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 1000);
  g_assert_cmpuint (fake_platform_get_most_to_one (rig.platform), ==, 1);
  g_assert_cmpuint (fake_platform_get_most_open (rig.platform), <=, 16);
  fixture_assert_sum (&rig.base, id, 1000);
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/engine/whole-way", test_whole_way);
  return g_test_run ();
}
