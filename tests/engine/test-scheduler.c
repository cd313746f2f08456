/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "rig.h"

#include "ion-keeper.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-people.h"
#include "ion-moment.h"
#include "ion-rate.h"
#include "ion-scheduler.h"

#define DAY (24 * 3600)

static gint64
at (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 utc;

  ion_moment_parse (text, ION_DAY_START, &utc, &error);
  g_assert_no_error (error);
  return utc;
}

static void
test_hours (void)
{
  g_autoptr (IonScheduler) scheduler = ion_scheduler_new ();
  IonCampaign by_hand = { .send_at = 0 };
  IonCampaign by_itself = { .send_at = at ("2026-11-23 07:00") };
  const IonSchedule always = { .hours = (char *) "0-24 lun-dom" };
  const IonSchedule wrong = { .hours = (char *) "whenever" };

  /* a Monday; then a Sunday */
  g_assert_false (ion_scheduler_may_send (scheduler, &by_itself, at ("2026-11-23 07:59")));
  g_assert_true (ion_scheduler_may_send (scheduler, &by_itself, at ("2026-11-23 08:00")));
  g_assert_true (ion_scheduler_may_send (scheduler, &by_itself, at ("2026-11-23 19:59")));
  g_assert_false (ion_scheduler_may_send (scheduler, &by_itself, at ("2026-11-23 20:00")));
  g_assert_false (ion_scheduler_may_send (scheduler, &by_itself, at ("2026-11-29 12:00")));
  /* what a person sends now goes now */
  g_assert_true (ion_scheduler_may_send (scheduler, &by_hand, at ("2026-11-29 23:00")));
  /* unless within the hours was asked for */
  by_hand.in_hours = TRUE;
  g_assert_false (ion_scheduler_may_send (scheduler, &by_hand, at ("2026-11-29 23:00")));
  g_assert_true (ion_scheduler_may_send (scheduler, &by_hand, at ("2026-11-23 08:00")));
  by_hand.in_hours = FALSE;
  /* so many a day: what goes on the day after does not begin at midnight */
  by_hand.daily_limit = 10;
  by_hand.started_at = at ("2026-11-23 21:00");
  g_assert_true (ion_scheduler_may_send (scheduler, &by_hand, at ("2026-11-23 21:00")));
  g_assert_false (ion_scheduler_may_send (scheduler, &by_hand, at ("2026-11-24 00:00")));
  g_assert_true (ion_scheduler_may_send (scheduler, &by_hand, at ("2026-11-24 08:00")));
  ion_scheduler_set (scheduler, &always);
  g_assert_true (ion_scheduler_may_send (scheduler, &by_itself, at ("2026-11-29 12:00")));
  /* what cannot be read changes nothing */
  ion_scheduler_set (scheduler, &wrong);
  g_assert_true (ion_scheduler_may_send (scheduler, &by_itself, at ("2026-11-29 12:00")));
}

static void
test_allowance (void)
{
  g_autoptr (IonScheduler) scheduler = ion_scheduler_new ();
  const IonSchedule schedule = { .daily_limit = 100, .sent_today = 97 };
  const IonCampaign campaign = { .id = (char *) "abc" };

  g_assert_cmpint (ion_scheduler_get_allowance (scheduler), ==, G_MAXINT64);
  ion_scheduler_set (scheduler, &schedule);
  g_assert_cmpint (ion_scheduler_get_allowance (scheduler), ==, 3);
  for (int i = 0; i < 5; i++)
    ion_scheduler_count (scheduler, &campaign, 1);
  g_assert_cmpint (ion_scheduler_get_allowance (scheduler), ==, 0);
  ion_scheduler_count (scheduler, &campaign, -3);
  g_assert_cmpint (ion_scheduler_get_allowance (scheduler), ==, 1);
  /* What leaves while the figures are being read is not forgotten when they come. */
  ion_scheduler_begin_reading (scheduler);
  ion_scheduler_count (scheduler, &campaign, 2);
  ion_scheduler_set (scheduler, &schedule);
  g_assert_cmpint (ion_scheduler_get_allowance (scheduler), ==, 1);
  ion_scheduler_begin_reading (scheduler);
  ion_scheduler_set (scheduler, &schedule);
  g_assert_cmpint (ion_scheduler_get_allowance (scheduler), ==, 3);
}

/* Two campaigns, one with a limit of its own. */
static void
test_campaign_allowance (void)
{
  g_autoptr (IonScheduler) scheduler = ion_scheduler_new ();
  IonCampaign limited = { .id = (char *) "abc" }, free_one = { .id = (char *) "def" };
  IonDayShare *share = g_new0 (IonDayShare, 1);
  IonSchedule schedule = { .daily_limit = 0 };

  *share = (IonDayShare){ .limit = 20, .sent_today = 15 };
  schedule.campaigns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (schedule.campaigns, g_strdup ("abc"), share);
  g_assert_cmpint (ion_scheduler_get_campaign_allowance (scheduler, &limited), ==, G_MAXINT64);
  ion_scheduler_set (scheduler, &schedule);
  g_assert_cmpint (ion_scheduler_get_campaign_allowance (scheduler, &limited), ==, 5);
  g_assert_cmpint (ion_scheduler_get_campaign_allowance (scheduler, &free_one), ==, G_MAXINT64);
  ion_scheduler_count (scheduler, &free_one, 3);
  ion_scheduler_count (scheduler, &limited, 2);
  g_assert_cmpint (ion_scheduler_get_campaign_allowance (scheduler, &limited), ==, 3);
  /* what leaves while the figures are read counts too; the next reading has it in its figures */
  ion_scheduler_begin_reading (scheduler);
  ion_scheduler_count (scheduler, &limited, 1);
  share->sent_today = 17;
  ion_scheduler_set (scheduler, &schedule);
  g_assert_cmpint (ion_scheduler_get_campaign_allowance (scheduler, &limited), ==, 2);
  ion_scheduler_begin_reading (scheduler);
  share->sent_today = 25;
  ion_scheduler_set (scheduler, &schedule);
  g_assert_cmpint (ion_scheduler_get_campaign_allowance (scheduler, &limited), ==, 0);
  ion_schedule_clear (&schedule);
}

/* The clock of the tests below. */
static gint64 moment;

static gint64
fixed_now (void)
{
  return moment;
}

static gint64
count_messages (Rig *rig)
{
  return fake_platform_count_messages (rig->platform);
}

/* Seven people, three a day: three, three, one, each on a day of its own and within the hours. */
static void
test_daily (void)
{
  const IonCampaignStart start = { .tranche = -1, .daily_limit = 3, .in_hours = TRUE };
  g_autofree char *id = NULL;
  Rig rig;

  rig_init (&rig);
  id = rig_import (&rig, 0, 7, FALSE);
  g_assert_true (ion_ledger_set_setting (rig.base.ledger, "sending-hours", "8-20 lun-dom", NULL));
  g_assert_true (ion_ledger_start_campaign (rig.base.ledger, id, &start, NULL));
  ion_engine_set_clock (rig.engine, fixed_now);
  moment = at ("2027-02-01 07:00");
  for (int day = 0; day < 3; day++)
    {
      rig_start (&rig, ION_ENGINE_CONTINUE);
      g_assert_true (rig_stop (&rig, NULL));
      g_assert_cmpint (count_messages (&rig), ==, 3 * day);
      moment += 3600;
      rig_start (&rig, ION_ENGINE_CONTINUE);
      while (count_messages (&rig) < MIN (3 * day + 3, 7))
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (rig_stop (&rig, NULL));
      g_assert_cmpint (count_messages (&rig), ==, MIN (3 * day + 3, 7));
      moment += DAY - 3600;
    }
  rig_clear (&rig);
}

static void
test_day (void)
{
  g_assert_cmpint (ion_scheduler_day_start (at ("2026-11-23 00:30")), ==, at ("2026-11-23"));
  g_assert_cmpint (ion_scheduler_day_start (at ("2026-11-23 23:30")), ==, at ("2026-11-23"));
}

static gboolean
is_sent (gpointer data)
{
  Rig *rig = data;

  return fake_platform_count_messages (rig->platform) > 0;
}

/* Begins at its time, within the hours, without anybody saying so again. */
static void
test_begins (void)
{
  const IonCampaignStart start = { .tranche = -1,
                                   .send_at = g_get_real_time () / G_USEC_PER_SEC + 3 * DAY };
  g_autofree char *id = NULL;
  Rig rig;

  rig_init (&rig);
  id = rig_import (&rig, 0, 20, FALSE);
  g_assert_true (ion_ledger_start_campaign (rig.base.ledger, id, &start, NULL));
  ion_engine_set_clock (rig.engine, fixed_now);
  moment = start.send_at - 10;
  rig_start (&rig, ION_ENGINE_CONTINUE);
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 0);
  /* its time has come, at night: it runs, and nothing leaves */
  moment = ion_scheduler_day_start (start.send_at) + DAY + 3600;
  rig_start (&rig, ION_ENGINE_CONTINUE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_RUNNING);
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 0);
  g_assert_true (ion_ledger_set_setting (rig.base.ledger, "sending-hours", "0-24 lun-dom", NULL));
  /* the first day that is no holiday, whatever the year */
  moment = ion_scheduler_day_start (start.send_at) + DAY + 12 * 3600;
  rig_start (&rig, ION_ENGINE_CONTINUE);
  while (!is_sent (&rig))
    {
      moment += DAY;
      for (int i = 0; i < 20; i++)
        g_main_context_iteration (NULL, TRUE);
    }
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 20);
  rig_clear (&rig);
}

/* The people of old campaigns are forgotten; the figures stay. */
static void
test_retention (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autofree char *code = fixture_make_code (3);
  g_autoptr (GPtrArray) held = NULL;
  g_autoptr (GPtrArray) left = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  rig_init (&rig);
  id = rig_import (&rig, 0, 10, FALSE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&rig, NULL));
  /* the first run only notes the time; so does one after a leap */
  g_assert_cmpint (ion_keeper_keep (rig.base.ledger, now, NULL), ==, 0);
  g_assert_cmpint (ion_keeper_keep (rig.base.ledger, now + 89 * DAY, NULL), ==, 0);
  g_assert_cmpint (ion_keeper_keep (rig.base.ledger, now + 89 * DAY + 3600, NULL), ==, 0);
  held = ion_ledger_list_person (rig.base.ledger, code, NULL);
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpint (ion_keeper_keep (rig.base.ledger, now + 91 * DAY, NULL), ==, 1);
  left = ion_ledger_list_person (rig.base.ledger, code, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_ACCEPTED), ==, 10);
  g_assert_true (ion_ledger_set_setting (rig.base.ledger, "retention-days", "7", NULL));
  g_assert_cmpint (ion_keeper_limit (rig.base.ledger, now), ==, now - 7 * DAY);
  rig_clear (&rig);
}

static void
test_rate (void)
{
  static const char *const wrong[] = { "", "150", "/5", "150/", "150/0", "0/5", "a/b", "1/2/3" };
  int calls, seconds;

  g_assert_true (ion_rate_parse ("250 / 5", &calls, &seconds));
  g_assert_cmpint (calls, ==, 250);
  g_assert_cmpint (seconds, ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (ion_rate_parse (wrong[i], &calls, &seconds));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/scheduler/hours", test_hours);
  g_test_add_func ("/engine/scheduler/allowance", test_allowance);
  g_test_add_func ("/engine/scheduler/campaign-allowance", test_campaign_allowance);
  g_test_add_func ("/engine/scheduler/daily", test_daily);
  g_test_add_func ("/engine/scheduler/day", test_day);
  g_test_add_func ("/engine/scheduler/begins", test_begins);
  g_test_add_func ("/engine/keeper/retention", test_retention);
  g_test_add_func ("/engine/rate/parse", test_rate);
  return g_test_run ();
}
