/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-keeper.h"

#include "ion-ledger-people.h"
#include "ion-timer.h"

/* Forgetting cannot be undone, and clocks jump: after a leap, of a month or back in time, a run
 * only notes the time, and the next one, hours later, believes it. */

#define DAY            (24 * 60 * 60)
#define RETENTION_DAYS 90
#define EVERY          (6 * G_TIME_SPAN_HOUR)
#define LEAP           (30 * DAY)
#define FIRST          (5 * G_TIME_SPAN_SECOND)

struct _IonKeeper
{
  IonLedger *ledger; /* (owned) */
  gint64 (*now) (void);
  IonTimer *timer; /* (owned) */
};

gint64
ion_keeper_limit (IonLedger *ledger, gint64 now)
{
  g_autofree char *text = ion_ledger_get_setting (ledger, "retention-days", NULL);
  guint64 days = RETENTION_DAYS;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, 36500, &days, NULL))
    days = RETENTION_DAYS;
  return now - (gint64) days * DAY;
}

static gboolean
is_clock_believable (IonLedger *ledger, gint64 now)
{
  g_autofree char *text = ion_ledger_get_setting (ledger, "kept-at", NULL);
  g_autofree char *noted = g_strdup_printf ("%" G_GINT64_FORMAT, now);
  gint64 before = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;

  if (!ion_ledger_set_setting (ledger, "kept-at", noted, NULL))
    return FALSE;
  return before != 0 && now >= before - DAY && now <= before + LEAP;
}

int
ion_keeper_keep (IonLedger *ledger, gint64 now, GError **error)
{
  if (!is_clock_believable (ledger, now))
    return 0;
  return ion_ledger_purge_before (ledger, ion_keeper_limit (ledger, now), error);
}

static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  IonLedger *ledger = source;
  gint64 now = *(gint64 *) data;
  g_autoptr (GError) error = NULL;
  int purged = ion_keeper_keep (ledger, now, &error);

  ion_ledger_recover_follow_ups (ledger, now, NULL);
  if (purged < 0)
    g_info ("Retention: %s", error->message);
  else if (purged > 0)
    g_info ("Retention: the people of %d campaigns were forgotten", purged);
  g_task_return_boolean (task, purged >= 0);
}

static void
keep (gpointer data)
{
  IonKeeper *self = data;
  g_autoptr (GTask) task = g_task_new (self->ledger, NULL, NULL, NULL);
  gint64 now = self->now ();

  g_task_set_source_tag (task, keep);
  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  g_task_run_in_thread (task, keep_thread);
  ion_timer_ring_in (self->timer, EVERY);
}

IonKeeper *
ion_keeper_new (IonLedger *ledger, gint64 (*now) (void))
{
  IonKeeper *self = g_new0 (IonKeeper, 1);

  self->ledger = g_object_ref (ledger);
  self->now = now;
  self->timer = ion_timer_new ("ion-keeper", keep, self);
  ion_timer_ring_in (self->timer, FIRST);
  return self;
}

void
ion_keeper_free (IonKeeper *self)
{
  ion_timer_free (self->timer);
  g_object_unref (self->ledger);
  g_free (self);
}
