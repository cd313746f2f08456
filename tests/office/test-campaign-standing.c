/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where a campaign stands: every cause of a pause says what has reached citizens, and what helps.
 */

#include "config.h"

#include "ion-campaign-standing.h"

static const IonCampaignCounts half = { .rows = 100,
                                        .by_state = { [ION_DELIVERY_PENDING] = 60,
                                                      [ION_DELIVERY_ACCEPTED] = 30,
                                                      [ION_DELIVERY_NOT_ON_IO] = 10 } };
static const IonCampaignCounts nothing = { .rows = 100,
                                           .by_state = { [ION_DELIVERY_PENDING] = 100 } };

static IonCampaignRemedy
tell (IonCampaignState state,
      const char *pause_code,
      const IonCampaignCounts *counts,
      const char *words)
{
  IonCampaign campaign = { .state = state, .pause_code = (char *) pause_code, .send_at = 1 };
  IonCampaignRemedy remedy = ION_REMEDY_NONE;
  g_autofree char *sentence = ion_campaign_tell_standing (&campaign, counts, &remedy);

  g_assert_nonnull (strstr (sentence, words));
  return remedy;
}

static void
test_paused (void)
{
  const char *handed = "30 messages have been handed over to IO, 60 still wait and are not lost.";

  g_assert_cmpint (tell (ION_CAMPAIGN_PAUSED, "by-person", &half, handed), ==, ION_REMEDY_GO_ON);
  g_assert_cmpint (tell (ION_CAMPAIGN_PAUSED, "key-refused", &half, handed), ==,
                   ION_REMEDY_SERVICE);
  g_assert_cmpint (tell (ION_CAMPAIGN_PAUSED, "tranche-done", &half, handed), ==, ION_REMEDY_REST);
  g_assert_cmpint (tell (ION_CAMPAIGN_PAUSED, "equal-refusals", &half, handed), ==,
                   ION_REMEDY_CAUSES);
  g_assert_cmpint (tell (ION_CAMPAIGN_PAUSED, "not-platform", &nothing,
                         "No message has reached a citizen."),
                   ==, ION_REMEDY_GO_ON);
  g_assert_cmpint (tell (ION_CAMPAIGN_PAUSED, "something new", &half, "paused"), ==,
                   ION_REMEDY_GO_ON);
}

/* What is unknown has not been handed over. */
static void
test_unknown (void)
{
  const IonCampaignCounts all = { .rows = 25, .by_state = { [ION_DELIVERY_UNCERTAIN] = 25 } };
  const IonCampaignCounts some = { .rows = 25,
                                   .by_state = { [ION_DELIVERY_UNCERTAIN] = 3,
                                                 [ION_DELIVERY_ACCEPTED] = 12,
                                                 [ION_DELIVERY_PENDING] = 10 } };
  const char *doubt = "Of 25 messages it is not known whether they have reached their citizens.";

  tell (ION_CAMPAIGN_PAUSED, "platform-trouble", &all, doubt);
  tell (ION_CAMPAIGN_PAUSED, "platform-trouble", &some, "12 messages have been handed over to IO,");
  tell (ION_CAMPAIGN_PAUSED, "platform-trouble", &some, "10 still wait and are not lost. Of 3 ");
}

static void
test_others (void)
{
  IonCampaignCounts few = { .rows = 12, .by_state[ION_DELIVERY_PENDING] = 12 };

  g_assert_cmpint (tell (ION_CAMPAIGN_READY, NULL, &few, "12 messages wait"), ==, ION_REMEDY_SEND);
  /* How many they are is to be typed before they leave. */
  g_assert_cmpint (tell (ION_CAMPAIGN_READY, NULL, &nothing, "It waits for somebody"), ==,
                   ION_REMEDY_SEND);
  tell (ION_CAMPAIGN_SCHEDULED, NULL, &nothing, "It leaves");
  tell (ION_CAMPAIGN_RUNNING, NULL, &half, "being sent");
  tell (ION_CAMPAIGN_DONE, NULL, &half, "Everything has been sent");
  g_assert_cmpint (tell (ION_CAMPAIGN_CANCELLED, NULL, &half, "stopped for good"), ==,
                   ION_REMEDY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/campaign-standing/paused", test_paused);
  g_test_add_func ("/office/campaign-standing/unknown", test_unknown);
  g_test_add_func ("/office/campaign-standing/others", test_others);

  return g_test_run ();
}
