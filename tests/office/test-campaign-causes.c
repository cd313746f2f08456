/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The causes behind the figures: none missing, none twice, and each with its way out.
 */

#include "config.h"

#include "ion-campaign-causes.h"

static void
add_reason (GPtrArray *reasons, IonDeliveryState state, const char *code, gint64 count)
{
  IonReason *reason = g_new0 (IonReason, 1);

  reason->state = state;
  reason->code = g_strdup (code);
  reason->count = count;
  g_ptr_array_add (reasons, reason);
}

static const IonCampaignCause *
get (GPtrArray *causes, guint i)
{
  g_assert_cmpuint (i, <, causes->len);
  return g_ptr_array_index (causes, i);
}

static void
test_grouped (void)
{
  IonCampaignCounts counts = { .rows = 100,
                               .by_state = { [ION_DELIVERY_DELIVERED] = 40,
                                             [ION_DELIVERY_NOT_ON_IO] = 30,
                                             [ION_DELIVERY_REFUSED] = 15,
                                             [ION_DELIVERY_UNCERTAIN] = 3,
                                             [ION_DELIVERY_EXCLUDED] = 12 } };
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_reason_free);
  g_autoptr (GPtrArray) causes = NULL;
  gint64 sum = 0;

  add_reason (reasons, ION_DELIVERY_REFUSED, "400 Error while sending payment metadata", 10);
  add_reason (reasons, ION_DELIVERY_REFUSED, "notice-already-sent", 5);
  add_reason (reasons, ION_DELIVERY_EXCLUDED, "duplicate", 9);
  add_reason (reasons, ION_DELIVERY_UNCERTAIN, "interrupted", 2);
  causes = ion_campaign_list_causes (&counts, reasons);
  g_assert_cmpuint (causes->len, ==, 7);
  for (guint i = 0; i < causes->len; i++)
    {
      g_assert_cmpstr (get (causes, i)->title, !=, "");
      g_assert_cmpstr (get (causes, i)->meaning, !=, "");
      g_assert_nonnull (get (causes, i)->advice);
      sum += get (causes, i)->count;
    }
  g_assert_cmpint (sum, ==, 60);
  /* What waits for a word comes first; what has no reason of its own is there too. */
  g_assert_cmpint (get (causes, 0)->state, ==, ION_DELIVERY_UNCERTAIN);
  g_assert_cmpint (get (causes, 0)->count, ==, 2);
  g_assert_cmpint (get (causes, 1)->count, ==, 1);
  g_assert_null (get (causes, 1)->code);
  g_assert_nonnull (strstr (get (causes, 2)->meaning, "highest payment"));
  g_assert_nonnull (strstr (get (causes, 3)->advice, "second message"));
  /* Of duplicates nothing is to be mended; of what else was left out, it is. */
  g_assert_cmpstr (get (causes, 5)->code, ==, "duplicate");
  g_assert_nonnull (strstr (get (causes, 5)->advice, "each person gets one message"));
  g_assert_nonnull (strstr (get (causes, 6)->advice, "Mend them in the file"));
}

static void
test_all_well (void)
{
  IonCampaignCounts counts = { .rows = 4, .by_state = { [ION_DELIVERY_DELIVERED] = 4 } };
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GPtrArray) causes = ion_campaign_list_causes (&counts, reasons);

  g_assert_cmpuint (causes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/campaign-causes/grouped", test_grouped);
  g_test_add_func ("/office/campaign-causes/all-well", test_all_well);

  return g_test_run ();
}
