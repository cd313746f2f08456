/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * How a run gets its work going: it becomes the engine, or finds that another process is, and the
 * wish goes into the ledger, where either of them sees it.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-run-private.h"

#include "ion-ledger-deliveries.h"

#include <glib/gi18n-lib.h>

gboolean
ion_run_is_follow (IonRun *self)
{
  return self->kind == ION_RUN_FOLLOW || self->kind == ION_RUN_FOLLOW_ONCE;
}

static void
changed_cb (IonEngine *engine, IonRun *self)
{
  g_autoptr (IonRun) alive = g_object_ref (self);

  ion_run_look (alive);
}

static void
connection_cb (IonEngine *engine, gboolean is_there, const char *explanation, IonRun *self)
{
  ion_run_notice (self,
                  is_there ? _ ("The platform answers again: sending goes on.") : explanation);
}

static IonEngineFlags
engine_flags (IonRun *self)
{
  if (self->kind == ION_RUN_ENGINE)
    return ION_ENGINE_CONTINUE | ION_ENGINE_FOLLOW | ION_ENGINE_KEEP;
  return self->kind == ION_RUN_FOLLOW ? ION_ENGINE_FOLLOW : ION_ENGINE_FOREGROUND;
}

/* Becomes the engine, or learns that another process is. */
static gboolean
start_engine (IonRun *self, GError **error)
{
  IonEngine *engine = ion_office_get_engine (self->office, error);
  g_autoptr (GError) local_error = NULL;

  if (engine == NULL)
    return FALSE;
  if (ion_engine_start (engine, engine_flags (self), &local_error))
    {
      self->is_elsewhere = FALSE;
      self->engine = g_object_ref (engine);
      g_signal_connect (engine, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect (engine, "connection", G_CALLBACK (connection_cb), self);
      return TRUE;
    }
  if (self->kind != ION_RUN_ENGINE &&
      g_error_matches (local_error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_RUNNING_ELSEWHERE))
    {
      if (!self->is_elsewhere)
        ion_run_notice (self,
                        _ ("Another program is already sending for this office: it does this work "
                           "too."));
      self->is_elsewhere = TRUE;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Writes the wish into the ledger: whoever is the engine sees it there. */
static gboolean
start_campaign (IonRun *self, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (self->office);
  IonCampaignStart start = {
    .send_at = self->send_at,
    .tranche = self->first >= 0 ? self->first : -1,
    .reach_only = self->kind == ION_RUN_REACH,
  };

  if (!ion_run_refresh (self, error))
    return FALSE;
  if (self->figures.counts.by_state[ION_DELIVERY_PENDING] == 0)
    {
      /* What is over needs no wish; what a crash left without its end only comes to it. */
      if (self->campaign->state == ION_CAMPAIGN_PAUSED)
        ion_ledger_resume_campaign (ledger, self->campaign->id, NULL);
      return ion_run_refresh (self, error);
    }
  if (self->campaign->state == ION_CAMPAIGN_CANCELLED)
    return TRUE;
  return ion_ledger_start_campaign (ledger, self->campaign->id, &start, error) &&
         ion_run_refresh (self, error);
}

/* The wish stands in the ledger already, with what is left of its tranche: it only goes on. */
static gboolean
go_on (IonRun *self, GError **error)
{
  if (!ion_run_refresh (self, error))
    return FALSE;
  if (self->campaign->state == ION_CAMPAIGN_PAUSED &&
      g_strcmp0 (self->campaign->pause_code, "interrupted") == 0 &&
      !ion_ledger_resume_campaign (ion_office_get_ledger (self->office), self->campaign->id, error))
    return FALSE;
  ion_engine_wake (self->engine);
  return TRUE;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonRun) self = user_data;
  g_autoptr (GError) error = NULL;

  ion_engine_follow_now_finish (ION_ENGINE (source), result, &error);
  g_clear_object (&self->asking);
  if (self->is_ending)
    return;
  if (error != NULL)
    ion_run_fail (self, ion_office_error_from_follow_up (error));
  else if (self->kind == ION_RUN_FOLLOW_ONCE)
    ion_run_end (self);
  else
    ion_run_look (self);
}

/* Here the answers are heard; of another process' engine only the ledger is seen. */
static gboolean
follow (IonRun *self, GError **error)
{
  if (!ion_run_refresh (self, error))
    return FALSE;
  if (self->engine == NULL)
    return ion_ledger_hasten_follow_up (ion_office_get_ledger (self->office), self->campaign->id,
                                        self->figures.begun_at, error);
  self->asking = g_cancellable_new ();
  ion_engine_follow_now_async (self->engine, self->campaign->id, self->asking, asked_cb,
                               g_object_ref (self));
  return TRUE;
}

gboolean
ion_run_begin_work (IonRun *self, GError **error)
{
  gboolean was_elsewhere = self->is_elsewhere;

  if (!start_engine (self, error))
    return FALSE;
  if (was_elsewhere && self->is_elsewhere)
    return TRUE;
  if (was_elsewhere && !ion_run_is_follow (self))
    return go_on (self, error);
  if (!ion_run_is_follow (self) && self->kind != ION_RUN_ENGINE && !start_campaign (self, error))
    return FALSE;
  if (ion_run_is_follow (self) && !follow (self, error))
    return FALSE;
  if (self->engine != NULL)
    ion_engine_wake (self->engine);
  return TRUE;
}
