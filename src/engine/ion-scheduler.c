/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The figures of the day are read from the ledger again and again, and counted on in between: what
 * another process or an earlier run has sent counts too. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-scheduler.h"

#include "ion-ledger-deliveries.h"
#include "ion-moment.h"
#include "ion-sending-hours.h"

struct _IonScheduler
{
  IonSendingHours *hours; /* (owned) */
  char *hours_text;       /* (owned) (nullable) */
  char *holidays_text;    /* (owned) (nullable) */
  gint64 daily_limit;
  gint64 sent_today;
  gint64 sent_meanwhile; /* since the reading of the figures began */
  GHashTable *campaigns; /* (owned) (element-type utf8 IonDayShare) */
  GHashTable *meanwhile; /* (owned) (element-type utf8 int): as above, by campaign */
};

IonScheduler *
ion_scheduler_new (void)
{
  IonScheduler *self = g_new0 (IonScheduler, 1);

  self->hours = ion_sending_hours_new (NULL, NULL, NULL);
  self->campaigns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->meanwhile = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ion_scheduler_free (IonScheduler *self)
{
  g_clear_pointer (&self->hours, ion_sending_hours_free);
  g_clear_pointer (&self->campaigns, g_hash_table_unref);
  g_clear_pointer (&self->meanwhile, g_hash_table_unref);
  g_free (self->hours_text);
  g_free (self->holidays_text);
  g_free (self);
}

gint64
ion_scheduler_day_start (gint64 now)
{
  IonDate date;
  int hour, minute, second;

  ion_moment_to_local (now, &date, &hour, &minute, &second);
  return ion_moment_from_local (&date, 0, 0, 0);
}

static void
read_campaigns (IonSchedule *schedule, IonLedger *ledger, GPtrArray *campaigns, gint64 now)
{
  schedule->campaigns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);
      IonDayShare *share;

      if (campaign->daily_limit <= 0)
        continue;
      share = g_new0 (IonDayShare, 1);
      share->limit = campaign->daily_limit;
      share->sent_today =
          ion_ledger_count_campaign_intended_since (ledger, campaign->id,
                                                    ion_scheduler_day_start (now), NULL);
      g_hash_table_insert (schedule->campaigns, g_strdup (campaign->id), share);
    }
}

void
ion_schedule_read (IonSchedule *schedule, IonLedger *ledger, GPtrArray *campaigns, gint64 now)
{
  g_autofree char *limit = ion_ledger_get_setting (ledger, "daily-limit", NULL);

  *schedule = (IonSchedule){ 0 };
  schedule->hours = ion_ledger_get_setting (ledger, "sending-hours", NULL);
  schedule->holidays = ion_ledger_get_setting (ledger, "holidays", NULL);
  if (limit != NULL)
    schedule->daily_limit = MAX (0, g_ascii_strtoll (limit, NULL, 10));
  if (schedule->daily_limit > 0)
    schedule->sent_today =
        ion_ledger_count_intended_since (ledger, ion_scheduler_day_start (now), NULL);
  read_campaigns (schedule, ledger, campaigns, now);
}

void
ion_schedule_clear (IonSchedule *schedule)
{
  g_clear_pointer (&schedule->hours, g_free);
  g_clear_pointer (&schedule->holidays, g_free);
  g_clear_pointer (&schedule->campaigns, g_hash_table_unref);
}

static void
set_hours (IonScheduler *self, const char *hours, const char *holidays)
{
  g_autoptr (GError) error = NULL;
  IonSendingHours *parsed;

  if (g_strcmp0 (self->hours_text, hours) == 0 && g_strcmp0 (self->holidays_text, holidays) == 0)
    return;
  g_free (self->hours_text);
  g_free (self->holidays_text);
  self->hours_text = g_strdup (hours);
  self->holidays_text = g_strdup (holidays);
  parsed = ion_sending_hours_new (hours, holidays, &error);
  if (parsed == NULL)
    {
      /* They are checked when they are set; keeping the last good ones is the safe side. */
      g_info ("The sending hours cannot be read: %s", error->message);
      return;
    }
  ion_sending_hours_free (self->hours);
  self->hours = parsed;
}

void
ion_scheduler_begin_reading (IonScheduler *self)
{
  self->sent_meanwhile = 0;
  g_hash_table_remove_all (self->meanwhile);
}

static void
set_campaigns (IonScheduler *self, const IonSchedule *schedule)
{
  GHashTableIter iter;
  gpointer id, share;

  g_hash_table_remove_all (self->campaigns);
  if (schedule->campaigns == NULL)
    return;
  g_hash_table_iter_init (&iter, schedule->campaigns);
  while (g_hash_table_iter_next (&iter, &id, &share))
    {
      IonDayShare *copy = g_memdup2 (share, sizeof (IonDayShare));
      int meanwhile = GPOINTER_TO_INT (g_hash_table_lookup (self->meanwhile, id));

      copy->sent_today = MAX (copy->sent_today, 0) + MAX (meanwhile, 0);
      g_hash_table_insert (self->campaigns, g_strdup (id), copy);
    }
}

void
ion_scheduler_set (IonScheduler *self, const IonSchedule *schedule)
{
  set_hours (self, schedule->hours, schedule->holidays);
  self->daily_limit = schedule->daily_limit;
  /* Some may be counted twice until the next reading: never too few. */
  self->sent_today = MAX (schedule->sent_today, 0) + MAX (self->sent_meanwhile, 0);
  set_campaigns (self, schedule);
}

void
ion_scheduler_count (IonScheduler *self, const IonCampaign *campaign, int change)
{
  IonDayShare *share = g_hash_table_lookup (self->campaigns, campaign->id);
  int meanwhile = GPOINTER_TO_INT (g_hash_table_lookup (self->meanwhile, campaign->id));

  self->sent_today += change;
  self->sent_meanwhile += change;
  g_hash_table_insert (self->meanwhile, g_strdup (campaign->id),
                       GINT_TO_POINTER (meanwhile + change));
  if (share != NULL)
    share->sent_today += change;
}

gboolean
ion_scheduler_may_send (IonScheduler *self, const IonCampaign *campaign, gint64 now)
{
  gboolean goes_on =
      campaign->daily_limit > 0 && campaign->started_at < ion_scheduler_day_start (now);

  if (campaign->send_at == 0 && !campaign->in_hours && !goes_on)
    return TRUE;
  return ion_sending_hours_next (self->hours, now) <= now;
}

gint64
ion_scheduler_get_allowance (IonScheduler *self)
{
  return self->daily_limit > 0 ? MAX (self->daily_limit - self->sent_today, 0) : G_MAXINT64;
}

gint64
ion_scheduler_get_campaign_allowance (IonScheduler *self, const IonCampaign *campaign)
{
  const IonDayShare *share = g_hash_table_lookup (self->campaigns, campaign->id);

  return share != NULL ? MAX (share->limit - share->sent_today, 0) : G_MAXINT64;
}
