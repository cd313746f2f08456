/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The foreground work of the command and of the window's send button, from the wish to an exit
 * status. Whether this process is the engine or another one is, makes no difference to the caller:
 * the ledger is watched in both cases, since what it says is durable.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-run.h"

#include "ion-campaign-story.h"
#include "ion-ledger-deliveries.h"
#include "ion-run-figures.h"

#include <glib/gi18n-lib.h>

#define WATCH_INTERVAL_MS 200
/* How often a watcher tries to take over from an engine that may have died. */
#define TAKE_OVER_EVERY 10

struct _IonRun
{
  GObject parent_instance;

  IonOffice *office; /* (owned) */
  IonRunKind kind;
  char *name; /* (owned) (nullable): of the campaign, as asked */
  gint64 first;
  gint64 send_at;
  guint delay;

  GTask *task;           /* (owned) (nullable): while it runs */
  IonEngine *engine;     /* (owned) (nullable): once started here */
  IonCampaign *campaign; /* (owned) (nullable): as last read */
  GCancellable *asking;  /* (owned) (nullable): while all that was accepted is asked about */
  IonRunFigures figures;
  GSource *timer; /* (owned) (nullable): the delay, then the watch */
  guint watches;
  gint64 seen_version;
  IonResult result;
  char *sentence;  /* (owned) (nullable) */
  GError *failure; /* (owned) (nullable): what ended it */
  gboolean is_elsewhere;
  gboolean is_held;     /* "office stop" holds, and was said */
  gboolean is_stopping; /* a person said stop */
  gboolean is_ending;
};

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_NOTICE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IonRun, ion_run, G_TYPE_OBJECT)

static gboolean begin_work (IonRun *self, GError **error);

static void
notice (IonRun *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, sentence);
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

/* Reads campaign and figures again. */
static gboolean
refresh (IonRun *self, GError **error)
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
  if (refresh (self, NULL) && self->campaign != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
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
      g_autofree char *sentence = ion_office_error_explain (error);

      notice (self, sentence);
    }
  g_signal_handlers_disconnect_by_data (source, self);
  g_clear_object (&self->engine);
  finish (self);
}

/* What is in flight is awaited before anything is said. */
static void
end (IonRun *self)
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

static void
fail (IonRun *self, GError *error)
{
  g_clear_error (&self->failure);
  self->failure = error;
  end (self);
}

static gboolean
is_follow (IonRun *self)
{
  return self->kind == ION_RUN_FOLLOW || self->kind == ION_RUN_FOLLOW_ONCE;
}

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
  if (is_follow (self))
    return self->asking == NULL && is_followed (self);
  return self->campaign->state != ION_CAMPAIGN_RUNNING &&
         self->campaign->state != ION_CAMPAIGN_SCHEDULED;
}

/* The process that did the work may have died: then its lock is free, and the work is ours. */
static void
try_take_over (IonRun *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->is_elsewhere || ++self->watches % TAKE_OVER_EVERY != 0)
    return;
  if (!begin_work (self, &error))
    fail (self, g_steal_pointer (&error));
}

static void
look (IonRun *self)
{
  IonLedger *ledger = ion_office_get_ledger (self->office);
  gint64 version = ion_ledger_get_data_version (ledger);
  gboolean was_held = self->is_held;
  GError *error = NULL;

  if (self->is_ending)
    return;
  if (version != self->seen_version)
    {
      if (!refresh (self, &error))
        {
          fail (self, error);
          return;
        }
      self->is_held = ion_ledger_is_stopped (ledger);
      if (self->is_held && !was_held)
        notice (self,
                _ ("All sending was stopped for this office: this goes on after “office start”."));
      g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
    }
  if (is_over (self))
    end (self);
}

static gboolean
watch_cb (gpointer user_data)
{
  g_autoptr (IonRun) self = g_object_ref (user_data);

  look (self);
  if (!self->is_ending && !self->is_stopping)
    try_take_over (self);
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (IonEngine *engine, IonRun *self)
{
  g_autoptr (IonRun) alive = g_object_ref (self);

  look (alive);
}

static void
connection_cb (IonEngine *engine, gboolean is_there, const char *explanation, IonRun *self)
{
  notice (self, is_there ? _ ("The platform answers again: sending goes on.") : explanation);
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
        notice (self, _ ("Another program is already sending for this office: it does this work "
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

  if (!refresh (self, error))
    return FALSE;
  if (self->figures.counts.by_state[ION_DELIVERY_PENDING] == 0)
    {
      /* What is over needs no wish; what a crash left without its end only comes to it. */
      if (self->campaign->state == ION_CAMPAIGN_PAUSED)
        ion_ledger_resume_campaign (ledger, self->campaign->id, NULL);
      return refresh (self, error);
    }
  if (self->campaign->state == ION_CAMPAIGN_CANCELLED)
    return TRUE;
  return ion_ledger_start_campaign (ledger, self->campaign->id, &start, error) &&
         refresh (self, error);
}

/* The wish stands in the ledger already, with what is left of its tranche: it only goes on. */
static gboolean
go_on (IonRun *self, GError **error)
{
  if (!refresh (self, error))
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
    fail (self, ion_office_error_from_follow_up (error));
  else if (self->kind == ION_RUN_FOLLOW_ONCE)
    end (self);
  else
    look (self);
}

/* Here the answers are heard; of another process' engine only the ledger is seen. */
static gboolean
follow (IonRun *self, GError **error)
{
  if (!refresh (self, error))
    return FALSE;
  if (self->engine == NULL)
    return ion_ledger_hasten_follow_up (ion_office_get_ledger (self->office), self->campaign->id,
                                        self->figures.begun_at, error);
  self->asking = g_cancellable_new ();
  ion_engine_follow_now_async (self->engine, self->campaign->id, self->asking, asked_cb,
                               g_object_ref (self));
  return TRUE;
}

static gboolean
begin_work (IonRun *self, GError **error)
{
  gboolean was_elsewhere = self->is_elsewhere;

  if (!start_engine (self, error))
    return FALSE;
  if (was_elsewhere && self->is_elsewhere)
    return TRUE;
  if (was_elsewhere && !is_follow (self))
    return go_on (self, error);
  if (!is_follow (self) && self->kind != ION_RUN_ENGINE && !start_campaign (self, error))
    return FALSE;
  if (is_follow (self) && !follow (self, error))
    return FALSE;
  if (self->engine != NULL)
    ion_engine_wake (self->engine);
  return TRUE;
}

static void
begin (IonRun *self)
{
  GError *error = NULL;

  clear_timer (self);
  if (!refresh (self, &error) || !begin_work (self, &error))
    {
      fail (self, error);
      return;
    }
  ion_run_figures_begin (&self->figures, self->first);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  set_timer (self, WATCH_INTERVAL_MS, watch_cb);
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
    set_timer (self, self->delay * 1000, delay_over_cb);
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
  if (self->campaign != NULL && self->campaign->state == ION_CAMPAIGN_RUNNING && !is_follow (self))
    ion_ledger_pause_campaign (ion_office_get_ledger (self->office), self->campaign->id,
                               self->is_elsewhere ? "by-person" : "interrupted", NULL, NULL);
  if (self->is_elsewhere && self->campaign != NULL)
    look (self);
  else
    end (self);
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
