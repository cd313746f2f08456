/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The engine's thread: all that is done to the engine is done here, so that it needs no locks of
 * its own.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-engine-host-private.h"
#include "ion-office-overdue.h"
#include "ion-office-private.h"
#include "ion-office-settings.h"

#define TICK_MS 200
/* In ticks: to look how far it has come; to see whether the other engine has ended; to try again
 * what failed. */
#define MEASURE_EVERY   5
#define TAKE_OVER_EVERY 10
#define RETRY_EVERY     150

static void
set_elsewhere (IonEngineWork *self, gboolean is_elsewhere)
{
  g_mutex_lock (&self->mutex);
  self->is_elsewhere = is_elsewhere;
  g_mutex_unlock (&self->mutex);
}

static void
measure (IonEngineWork *self)
{
  gint64 end = self->engine != NULL ? ion_engine_estimate_end (self->engine) : 0;
  guint in_flight = self->engine != NULL ? ion_engine_get_in_flight (self->engine) : 0;

  g_mutex_lock (&self->mutex);
  self->end = end;
  self->in_flight = in_flight;
  g_mutex_unlock (&self->mutex);
}

static void
changed_cb (IonEngineWork *self)
{
  measure (self);
  ion_engine_host_tell_changed (self->host);
}

static void
connection_cb (IonEngine *engine, gboolean ok, const char *explanation, IonEngineWork *self)
{
  ion_engine_host_tell_trouble (self->host, "connection", ok, explanation);
}

static void
ledger_trouble_cb (IonEngine *engine, gboolean ok, const char *explanation, IonEngineWork *self)
{
  ion_engine_host_tell_trouble (self->host, "ledger-trouble", ok, explanation);
}

/* What an engine cannot change while it is at work. (transfer full) */
static char *
read_shape (IonOffice *office)
{
  g_autofree char *url = ion_office_get_setting (office, "api-url", NULL);
  g_autofree char *rate = ion_office_get_setting (office, "rate", NULL);
  g_autofree char *concurrency = ion_office_get_setting (office, "concurrency", NULL);

  return g_strjoin ("\n", url != NULL ? url : "", rate != NULL ? rate : "",
                    concurrency != NULL ? concurrency : "", NULL);
}

static IonEngine *
start_engine (IonEngineWork *self, GError **error)
{
  IonEngine *engine;

  if (!ion_office_hold_overdue (self->office, g_get_real_time () / G_USEC_PER_SEC, error))
    return NULL;
  g_free (self->shape);
  self->shape = read_shape (self->office);
  engine = ion_office_get_engine (self->office, error);
  if (engine == NULL ||
      !ion_engine_start (engine, ION_ENGINE_CONTINUE | ION_ENGINE_FOLLOW | ION_ENGINE_KEEP, error))
    return NULL;
  return engine;
}

/* Whether waiting alone may mend it, without anybody being asked again and again. */
static gboolean
may_retry (const GError *error)
{
  return error->domain == ION_STORE_ERROR || error->domain == ION_OFFICE_ERROR ||
         error->domain == G_IO_ERROR;
}

void
ion_engine_work_begin (IonEngineWork *self)
{
  g_autoptr (GError) error = NULL;
  gboolean was_elsewhere = self->is_elsewhere;
  IonEngine *engine;

  if (self->engine != NULL || self->is_stopping)
    return;
  engine = start_engine (self, &error);
  set_elsewhere (self,
                 g_error_matches (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_RUNNING_ELSEWHERE));
  self->seen_version = ion_ledger_get_data_version (ion_office_get_ledger (self->office));
  self->may_retry = engine == NULL && !self->is_elsewhere && may_retry (error);
  if (engine != NULL)
    {
      self->engine = g_object_ref (engine);
      g_signal_connect_swapped (engine, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect (engine, "connection", G_CALLBACK (connection_cb), self);
      g_signal_connect (engine, "ledger-trouble", G_CALLBACK (ledger_trouble_cb), self);
    }
  if (engine == NULL && !self->is_elsewhere)
    ion_engine_host_tell_not_started (self->host, error);
  else if (engine != NULL || !was_elsewhere)
    ion_engine_host_tell_started (self->host);
}

/* The engine is at rest: what was wished for meanwhile. */
static void
follow_wish (IonEngineWork *self)
{
  measure (self);
  if (self->wish == ION_ENGINE_HOST_LEAVE)
    {
      if (self->n_calls == 0)
        g_main_loop_quit (self->loop);
      return;
    }
  self->wish = ION_ENGINE_HOST_STAY;
  ion_office_forget_engine (self->office);
  ion_engine_work_begin (self);
}

static void
stopped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonEngineWork *self = data;

  g_clear_error (&self->error);
  ion_engine_stop_finish (ION_ENGINE (source), result, &self->error);
  g_signal_handlers_disconnect_by_data (source, self);
  g_clear_object (&self->engine);
  self->is_stopping = FALSE;
  follow_wish (self);
}

void
ion_engine_work_end (IonEngineWork *self, IonEngineHostWish wish)
{
  self->wish = MAX (self->wish, wish);
  if (self->is_stopping)
    return;
  if (self->engine == NULL)
    {
      follow_wish (self);
      return;
    }
  self->is_stopping = TRUE;
  ion_engine_stop_async (self->engine, stopped_cb, self);
}

void
ion_engine_work_count_call (IonEngineWork *self, int step)
{
  self->n_calls += (guint) step;
  if (self->n_calls == 0 && self->engine == NULL && !self->is_stopping &&
      self->wish == ION_ENGINE_HOST_LEAVE)
    g_main_loop_quit (self->loop);
}

void
ion_engine_work_compare_settings (IonEngineWork *self)
{
  g_autofree char *shape = NULL;

  if (self->shape == NULL || self->wish != ION_ENGINE_HOST_STAY)
    return;
  shape = read_shape (self->office);
  if (!g_str_equal (shape, self->shape))
    ion_engine_work_end (self, ION_ENGINE_HOST_AGAIN);
}

static void
watch_ledger (IonEngineWork *self)
{
  gint64 version = ion_ledger_get_data_version (ion_office_get_ledger (self->office));

  if (version == self->seen_version)
    return;
  self->seen_version = version;
  ion_engine_host_tell_changed (self->host);
}

static gboolean
tick_cb (gpointer data)
{
  IonEngineWork *self = data;

  self->ticks++;
  if (self->is_stopping || self->wish == ION_ENGINE_HOST_LEAVE)
    return G_SOURCE_CONTINUE;
  if (self->engine != NULL)
    {
      if (self->ticks % MEASURE_EVERY == 0)
        measure (self);
      return G_SOURCE_CONTINUE;
    }
  watch_ledger (self);
  if ((self->is_elsewhere && self->ticks % TAKE_OVER_EVERY == 0) ||
      (self->may_retry && self->ticks % RETRY_EVERY == 0))
    ion_engine_work_begin (self);
  return G_SOURCE_CONTINUE;
}

void
ion_engine_work_post (IonEngineWork *self,
                      GSourceFunc func,
                      gpointer data,
                      GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_attach (source, self->context);
}

gpointer
ion_engine_work_thread (gpointer work)
{
  IonEngineWork *self = work;

  g_main_context_push_thread_default (self->context);
  self->timer = g_timeout_source_new (TICK_MS);
  g_source_set_callback (self->timer, tick_cb, self, NULL);
  g_source_attach (self->timer, self->context);
  /* One that was made in another thread has its timers there. */
  ion_office_forget_engine (self->office);
  ion_engine_work_begin (self);

  g_main_loop_run (self->loop);

  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  ion_office_forget_engine (self->office);
  /* What the sockets still have to close is closed here. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}
