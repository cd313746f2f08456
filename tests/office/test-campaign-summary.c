/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The sentence for the mayor: right in every plural, never rounded into a lie.
 */

#include "config.h"

#include "ion-campaign-summary.h"

static void
assert_says (const IonCampaignCounts *counts, gboolean is_test, const char *wanted)
{
  g_autofree char *sentence = ion_campaign_summarize (counts, 0, is_test, FALSE);

  g_assert_cmpstr (sentence, ==, wanted);
}

static void
test_done (void)
{
  IonCampaignCounts counts = { .rows = 5150,
                               .by_state = { [ION_DELIVERY_DELIVERED] = 3412,
                                             [ION_DELIVERY_NOT_ON_IO] = 1412,
                                             [ION_DELIVERY_SWITCHED_OFF] = 288,
                                             [ION_DELIVERY_REFUSED] = 15,
                                             [ION_DELIVERY_UNCERTAIN] = 3,
                                             [ION_DELIVERY_EXCLUDED] = 20 } };

  assert_says (&counts, FALSE,
               "3412 people out of 5130 (66.5%) have received the notice; 1715 to be told "
               "otherwise; 3 to be verified.");
}

static void
test_plurals (void)
{
  IonCampaignCounts one = {
    .rows = 2, .by_state = { [ION_DELIVERY_DELIVERED] = 1, [ION_DELIVERY_FAILED] = 1 }
  };
  IonCampaignCounts only = { .rows = 1, .by_state = { [ION_DELIVERY_DELIVERED] = 1 } };
  IonCampaignCounts all = { .rows = 20, .by_state = { [ION_DELIVERY_DELIVERED] = 20 } };

  assert_says (&one, FALSE,
               "1 person out of 2 (50.0%) has received the notice; 1 to be told otherwise.");
  assert_says (&only, FALSE, "The 1 person of the list has received the notice.");
  assert_says (&all, FALSE, "All 20 people have received the notice.");
}

static void
test_nobody (void)
{
  IonCampaignCounts none = { .rows = 0 };
  IonCampaignCounts left_out = { .rows = 7, .by_state = { [ION_DELIVERY_EXCLUDED] = 7 } };
  IonCampaignCounts ready = { .rows = 100, .by_state = { [ION_DELIVERY_PENDING] = 100 } };
  IonCampaignCounts unreachable = { .rows = 1, .by_state = { [ION_DELIVERY_NOT_ON_IO] = 1 } };

  assert_says (&none, FALSE, "Nobody is written to: the campaign has no rows.");
  assert_says (&left_out, FALSE, "Nobody is written to: every row of the file was left out.");
  assert_says (&ready, FALSE,
               "None of 100 people has received the notice so far; 100 still to be sent.");
  assert_says (&unreachable, FALSE,
               "The 1 person of the list has not received the notice so far; 1 to be told "
               "otherwise.");
}

static void
test_running (void)
{
  IonCampaignCounts counts = { .rows = 100,
                               .by_state = { [ION_DELIVERY_PENDING] = 40,
                                             [ION_DELIVERY_SENDING] = 10,
                                             [ION_DELIVERY_ACCEPTED] = 20,
                                             [ION_DELIVERY_DELIVERED] = 25,
                                             [ION_DELIVERY_NOT_ON_IO] = 5 } };

  assert_says (&counts, FALSE,
               "25 people out of 100 (25.0%) have received the notice; 5 to be told otherwise; 30 "
               "to be verified; 40 still to be sent.");
}

static void
test_test_messages (void)
{
  IonCampaignCounts some = {
    .rows = 3, .by_state = { [ION_DELIVERY_DELIVERED] = 2, [ION_DELIVERY_NOT_ON_IO] = 1 }
  };
  IonCampaignCounts all = { .rows = 3, .by_state = { [ION_DELIVERY_DELIVERED] = 3 } };
  IonCampaignCounts none = { .rows = 1, .by_state = { [ION_DELIVERY_PENDING] = 1 } };

  assert_says (&some, TRUE, "2 test messages out of 3 were delivered; 1 to be told otherwise.");
  assert_says (&all, TRUE, "All 3 test messages were delivered.");
  assert_says (&none, TRUE,
               "The 1 test message has not been delivered so far; 1 still to be sent.");
}

/* Who was held back because of an earlier message has the notice: from that one. */
static void
test_held (void)
{
  IonCampaignCounts counts = { .rows = 10,
                               .by_state = { [ION_DELIVERY_DELIVERED] = 4,
                                             [ION_DELIVERY_REFUSED] = 5,
                                             [ION_DELIVERY_NOT_ON_IO] = 1 } };
  g_autofree char *sentence = ion_campaign_summarize (&counts, 5, FALSE, FALSE);

  g_assert_cmpstr (sentence, ==,
                   "4 people out of 10 (40.0%) have received the notice; 5 informed by an earlier "
                   "message; 1 to be told otherwise.");
}

static void
test_practice (void)
{
  IonCampaignCounts all = { .rows = 2, .by_state = { [ION_DELIVERY_DELIVERED] = 2 } };
  g_autofree char *sentence = ion_campaign_summarize (&all, 0, FALSE, TRUE);

  g_assert_cmpstr (sentence, ==,
                   "All 2 people have received the notice. (Practice: no citizen is involved.)");
}

static void
assert_share (gint64 part, gint64 whole, const char *wanted)
{
  g_autofree char *share = ion_campaign_format_share (part, whole);

  g_assert_cmpstr (share, ==, wanted);
}

static void
test_share (void)
{
  assert_share (0, 0, "0.0%");
  assert_share (0, 10, "0.0%");
  assert_share (1, 1000000, "0.1%");
  assert_share (999999, 1000000, "99.9%");
  assert_share (10, 10, "100%");
  assert_share (3412, 5130, "66.5%");
}

/* However the rows are spread, every one of them stands in exactly one group. */
static void
test_adds_up (void)
{
  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    {
      IonCampaignCounts counts = { .rows = 7 };
      IonCampaignOutline outline;

      counts.by_state[state] = 7;
      ion_campaign_outline (&counts, &outline);
      g_assert_cmpint (outline.recipients, ==, state == ION_DELIVERY_EXCLUDED ? 0 : 7);
      g_assert_cmpint (outline.delivered + outline.otherwise + outline.to_verify + outline.to_send,
                       ==, outline.recipients);
      g_assert_cmpint (outline.delivered, <=, outline.reachable);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/campaign-summary/done", test_done);
  g_test_add_func ("/office/campaign-summary/plurals", test_plurals);
  g_test_add_func ("/office/campaign-summary/nobody", test_nobody);
  g_test_add_func ("/office/campaign-summary/running", test_running);
  g_test_add_func ("/office/campaign-summary/test-messages", test_test_messages);
  g_test_add_func ("/office/campaign-summary/held", test_held);
  g_test_add_func ("/office/campaign-summary/practice", test_practice);
  g_test_add_func ("/office/campaign-summary/share", test_share);
  g_test_add_func ("/office/campaign-summary/adds-up", test_adds_up);

  return g_test_run ();
}
