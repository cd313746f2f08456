/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The foreground work of the command and of the window's send button, from the wish to an exit
 * status: its beginning and its end, and what can be asked of it meanwhile.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-run-private.h"

#include "ion-campaign-story.h"

#include <glib/gi18n-lib.h>

#define WATCH_INTERVAL_MS 200

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_NOTICE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IonRun, ion_run, G_TYPE_OBJECT)

void
ion_run_notice (IonRun *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, sentence);
}

void
ion_run_tell_progress (IonRun *self)
{
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

static void
clear_timer (IonRun *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
set_timer (IonRun *self, guint milliseconds, GSourceFunc func)
{
  clear_timer (self);
  self->timer = g_timeout_source_new (milliseconds);
  g_source_set_callback (self->timer, func, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

gboolean
ion_run_refresh (IonRun *self, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (self->office);
  IonCampaign *campaign;

  self->seen_version = ion_ledger_get_data_version (ledger);
  if (self->name == NULL)
    return TRUE;
  campaign =
      ion_ledger_get_campaign (ledger, self->campaign != NULL ? self->campaign->id : self->name,
                               error);
  if (campaign == NULL)
    return FALSE;
  g_clear_pointer (&self->campaign, ion_campaign_free);
  self->campaign = campaign;
  return ion_run_figures_refresh (&self->figures, ledger, campaign->id, error);
}

/* The last step: everything is written down and nobody waits for the platform any more. */
static void
finish (IonRun *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  clear_timer (self);
  if (task == NULL)
    return;
  if (self->failure != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&self->failure));
      return;
    }
  if (ion_run_refresh (self, NULL) && self->campaign != NULL)
    {
      ion_run_tell_progress (self);
      if (!self->is_stopping)
        self->result = ion_campaign_get_result (self->campaign, &self->figures.counts);
      g_free (self->sentence);
      self->sentence =
          ion_office_explain_campaign (self->office, self->campaign, &self->figures.counts);
    }
  if (self->is_stopping)
    self->result = self->kind == ION_RUN_ENGINE ? ION_RESULT_DONE : ION_RESULT_STOPPED;
  g_task_return_boolean (task, TRUE);
}

static void
engine_stopped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonRun) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ion_engine_stop_finish (ION_ENGINE (source), result, &error))
    {
      g_autofree char *sentence = ion_office_error_explain_to_command (error);

      ion_run_notice (self, sentence);
    }
  g_signal_handlers_disconnect_by_data (source, self);
  g_clear_object (&self->engine);
  finish (self);
}

void
ion_run_end (IonRun *self)
{
  if (self->is_ending)
    return;
  self->is_ending = TRUE;
  clear_timer (self);
  if (self->engine != NULL)
    ion_engine_stop_async (self->engine, engine_stopped_cb, g_object_ref (self));
  else
    finish (self);
}

void
ion_run_fail (IonRun *self, GError *error)
{
  g_clear_error (&self->failure);
  self->failure = error;
  ion_run_end (self);
}

static void
begin (IonRun *self)
{
  GError *error = NULL;

  clear_timer (self);
  if (!ion_run_refresh (self, &error) || !ion_run_begin_work (self, &error))
    {
      ion_run_fail (self, error);
      return;
    }
  ion_run_figures_begin (&self->figures, self->first);
  ion_run_tell_progress (self);
  set_timer (self, WATCH_INTERVAL_MS, ion_run_watch_cb);
}

/* Whoever started it knows by this that it can still be called off. */
static void
tell_delay (IonRun *self)
{
  g_autofree char *sentence =
      g_strdup_printf (ngettext ("Sending begins in %u second; until then it can be called off.",
                                 "Sending begins in %u seconds; until then it can be called off.",
                                 self->delay),
                       self->delay);

  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, sentence);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  g_autoptr (IonRun) self = g_object_ref (user_data);

  begin (self);
  return G_SOURCE_REMOVE;
}

static void
ion_run_dispose (GObject *object)
{
  IonRun *self = ION_RUN (object);

  clear_timer (self);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_object (&self->engine);
  g_clear_object (&self->asking);
  g_clear_object (&self->task);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (ion_run_parent_class)->dispose (object);
}

static void
ion_run_finalize (GObject *object)
{
  IonRun *self = ION_RUN (object);

  g_clear_pointer (&self->campaign, ion_campaign_free);
  g_clear_error (&self->failure);
  g_free (self->sentence);
  g_free (self->name);
  G_OBJECT_CLASS (ion_run_parent_class)->finalize (object);
}

static void
ion_run_class_init (IonRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ion_run_dispose;
  object_class->finalize = ion_run_finalize;

  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", ION_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", ION_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ion_run_init (IonRun *self)
{
  self->first = -1;
}

IonRun *
ion_run_new (IonOffice *office, const IonRunOptions *options)
{
  IonRun *self;

  g_return_val_if_fail (ION_IS_OFFICE (office), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->kind == ION_RUN_ENGINE || options->campaign != NULL, NULL);

  self = g_object_new (ION_TYPE_RUN, NULL);
  self->office = g_object_ref (office);
  self->kind = options->kind;
  self->name = options->kind == ION_RUN_ENGINE ? NULL : g_strdup (options->campaign);
  self->first = options->first;
  self->send_at = options->send_at;
  self->delay = options->delay;
  return self;
}

void
ion_run_async (IonRun *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ION_IS_RUN (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, ion_run_async);
  if (self->delay > 0)
    {
      tell_delay (self);
      set_timer (self, self->delay * 1000, delay_over_cb);
    }
  else
    begin (self);
}

IonResult
ion_run_finish (IonRun *self, GAsyncResult *result, char **sentence, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_RUN (self), ION_RESULT_FAILED);
  g_return_val_if_fail (g_task_is_valid (result, self), ION_RESULT_FAILED);

  if (!g_task_propagate_boolean (G_TASK (result), &failure))
    {
      IonResult status = ion_office_error_get_result (failure);

      g_propagate_error (error, g_steal_pointer (&failure));
      return status;
    }
  if (sentence != NULL)
    *sentence = g_strdup (self->sentence);
  return self->result;
}

void
ion_run_stop (IonRun *self)
{
  g_autoptr (IonRun) alive = NULL;

  g_return_if_fail (ION_IS_RUN (self));

  if (self->task == NULL || self->is_stopping || self->is_ending)
    return;
  alive = g_object_ref (self);
  self->is_stopping = TRUE;
  g_cancellable_cancel (self->asking);
  /* What is scheduled stays so: stopping to watch it does not call it off. */
  if (self->campaign != NULL && self->campaign->state == ION_CAMPAIGN_RUNNING &&
      !ion_run_is_follow (self))
    ion_ledger_pause_campaign (ion_office_get_ledger (self->office), self->campaign->id,
                               self->is_elsewhere ? "by-person" : "interrupted", NULL, NULL);
  if (self->is_elsewhere && self->campaign != NULL)
    ion_run_look (self);
  else
    ion_run_end (self);
}

void
ion_run_get_counts (IonRun *self, IonCampaignCounts *counts)
{
  g_return_if_fail (ION_IS_RUN (self));
  g_return_if_fail (counts != NULL);

  *counts = self->figures.counts;
}

IonCampaignState
ion_run_get_state (IonRun *self)
{
  g_return_val_if_fail (ION_IS_RUN (self), ION_CAMPAIGN_DRAFT);

  return self->campaign != NULL ? self->campaign->state : ION_CAMPAIGN_DRAFT;
}

double
ion_run_get_fraction (IonRun *self)
{
  g_return_val_if_fail (ION_IS_RUN (self), 0);

  return ion_run_figures_get_fraction (&self->figures, self->kind == ION_RUN_REACH);
}

gint64
ion_run_estimate_end (IonRun *self)
{
  g_return_val_if_fail (ION_IS_RUN (self), 0);

  if (self->engine != NULL)
    return ion_engine_estimate_end (self->engine);
  return ion_run_figures_estimate_end (&self->figures, self->kind == ION_RUN_REACH);
}

guint
ion_run_get_in_flight (IonRun *self)
{
  g_return_val_if_fail (ION_IS_RUN (self), 0);

  if (self->engine != NULL)
    return ion_engine_get_in_flight (self->engine);
  return (guint) self->figures.counts.by_state[ION_DELIVERY_SENDING];
}

gboolean
ion_run_is_elsewhere (IonRun *self)
{
  g_return_val_if_fail (ION_IS_RUN (self), FALSE);

  return self->is_elsewhere;
}
