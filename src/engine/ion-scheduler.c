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
};

IonScheduler *
ion_scheduler_new (void)
{
  IonScheduler *self = g_new0 (IonScheduler, 1);

  self->hours = ion_sending_hours_new (NULL, NULL, NULL);
  return self;
}

void
ion_scheduler_free (IonScheduler *self)
{
  g_clear_pointer (&self->hours, ion_sending_hours_free);
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

void
ion_schedule_read (IonSchedule *schedule, IonLedger *ledger, gint64 now)
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
}

void
ion_schedule_clear (IonSchedule *schedule)
{
  g_clear_pointer (&schedule->hours, g_free);
  g_clear_pointer (&schedule->holidays, g_free);
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
}

void
ion_scheduler_set (IonScheduler *self, const IonSchedule *schedule)
{
  set_hours (self, schedule->hours, schedule->holidays);
  self->daily_limit = schedule->daily_limit;
  /* Some may be counted twice until the next reading: never too few. */
  self->sent_today = MAX (schedule->sent_today, 0) + MAX (self->sent_meanwhile, 0);
}

void
ion_scheduler_count (IonScheduler *self, int change)
{
  self->sent_today += change;
  self->sent_meanwhile += change;
}

gboolean
ion_scheduler_may_send (IonScheduler *self, const IonCampaign *campaign, gint64 now)
{
  return campaign->send_at == 0 || ion_sending_hours_next (self->hours, now) <= now;
}

gint64
ion_scheduler_get_allowance (IonScheduler *self)
{
  return self->daily_limit > 0 ? MAX (self->daily_limit - self->sent_today, 0) : G_MAXINT64;
}
