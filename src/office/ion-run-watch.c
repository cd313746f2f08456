/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whether this process is the engine or another one is, makes no difference to the caller: the
 * ledger is watched in both cases, since what it says is durable.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-run-private.h"

#include "ion-ledger-deliveries.h"

#include <glib/gi18n-lib.h>

/* How often a watcher tries to take over from an engine that may have died. */
#define TAKE_OVER_EVERY 10

static gboolean
is_followed (IonRun *self)
{
  gint64 next =
      ion_ledger_next_follow_up (ion_office_get_ledger (self->office), self->campaign->id);

  return next == 0 || (self->kind == ION_RUN_FOLLOW_ONCE && next > self->figures.begun_at);
}

/* Whether the ledger says that the work is done, or that it cannot go on. */
static gboolean
is_over (IonRun *self)
{
  if (self->kind == ION_RUN_ENGINE)
    return FALSE;
  if (self->is_stopping)
    return self->figures.counts.by_state[ION_DELIVERY_SENDING] == 0;
  if (ion_run_is_follow (self))
    return self->asking == NULL && is_followed (self);
  return self->campaign->state != ION_CAMPAIGN_RUNNING &&
         self->campaign->state != ION_CAMPAIGN_SCHEDULED;
}

void
ion_run_look (IonRun *self)
{
  IonLedger *ledger = ion_office_get_ledger (self->office);
  gint64 version = ion_ledger_get_data_version (ledger);
  gboolean was_held = self->is_held;
  GError *error = NULL;

  if (self->is_ending)
    return;
  if (version != self->seen_version)
    {
      if (!ion_run_refresh (self, &error))
        {
          ion_run_fail (self, error);
          return;
        }
      self->is_held = ion_ledger_is_stopped (ledger);
      if (self->is_held && !was_held)
        ion_run_notice (self, _ ("All sending was stopped for this office: this goes on after "
                                 "“office start”."));
      ion_run_tell_progress (self);
    }
  if (is_over (self))
    ion_run_end (self);
}

/* The process that did the work may have died: then its lock is free, and the work is ours. */
static void
try_take_over (IonRun *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->is_elsewhere || ++self->watches % TAKE_OVER_EVERY != 0)
    return;
  if (!ion_run_begin_work (self, &error))
    ion_run_fail (self, g_steal_pointer (&error));
}

gboolean
ion_run_watch_cb (gpointer user_data)
{
  g_autoptr (IonRun) self = g_object_ref (user_data);

  ion_run_look (self);
  if (!self->is_ending && !self->is_stopping)
    try_take_over (self);
  return G_SOURCE_CONTINUE;
}
