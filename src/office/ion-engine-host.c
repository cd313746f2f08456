/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The owner's side of the engine's thread: wishes go over as sources of its main context, news come
 * back as sources of the owner's.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-engine-host-private.h"

struct _IonEngineHost
{
  GObject parent_instance;

  IonOffice *office;   /* (owned) */
  GMainContext *owner; /* (owned): where signals are emitted */
  GThread *thread;     /* (owned) (nullable) */
  IonEngineWork work;
  GTask *stopping;  /* (owned) (nullable) */
  gint change_told; /* atomic: one on its way is enough */
};

G_DEFINE_FINAL_TYPE (IonEngineHost, ion_engine_host, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CONNECTION,
  LEDGER_TROUBLE,
  STARTED,
  NOT_STARTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* News, on their way to the owner's context. */
typedef struct
{
  IonEngineHost *host; /* (owned) */
  const char *signal;
  gboolean ok;
  char *explanation; /* (owned) (nullable) */
  GError *error;     /* (owned) (nullable) */
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->host);
  g_free (news->explanation);
  g_clear_error (&news->error);
  g_free (news);
}

static void
post_news (IonEngineHost *self, GSourceFunc func, News *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  news->host = g_object_ref (self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, news, news_free);
  g_source_attach (source, self->owner);
}

static gboolean
changed_cb (gpointer data)
{
  News *news = data;

  g_atomic_int_set (&news->host->change_told, 0);
  g_signal_emit (news->host, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

void
ion_engine_host_tell_changed (IonEngineHost *self)
{
  if (g_atomic_int_compare_and_exchange (&self->change_told, 0, 1))
    post_news (self, changed_cb, g_new0 (News, 1));
}

static gboolean
trouble_cb (gpointer data)
{
  News *news = data;

  g_signal_emit_by_name (news->host, news->signal, news->ok, news->explanation);
  return G_SOURCE_REMOVE;
}

void
ion_engine_host_tell_trouble (IonEngineHost *self,
                              const char *signal,
                              gboolean ok,
                              const char *explanation)
{
  News *news = g_new0 (News, 1);

  news->signal = signal;
  news->ok = ok;
  news->explanation = g_strdup (explanation);
  post_news (self, trouble_cb, news);
}

static gboolean
started_cb (gpointer data)
{
  News *news = data;

  if (news->error != NULL)
    g_signal_emit (news->host, signals[NOT_STARTED], 0, news->error);
  else
    g_signal_emit (news->host, signals[STARTED], 0);
  return G_SOURCE_REMOVE;
}

void
ion_engine_host_tell_started (IonEngineHost *self)
{
  post_news (self, started_cb, g_new0 (News, 1));
}

void
ion_engine_host_tell_not_started (IonEngineHost *self, const GError *error)
{
  News *news = g_new0 (News, 1);

  news->error = g_error_copy (error);
  post_news (self, started_cb, news);
}

/* Wishes, in the engine's thread. */

static gboolean
wake_cb (gpointer data)
{
  IonEngineWork *work = data;

  if (work->engine != NULL && !work->is_stopping)
    ion_engine_wake (work->engine);
  return G_SOURCE_REMOVE;
}

static gboolean
settings_cb (gpointer data)
{
  ion_engine_work_compare_settings (data);
  return G_SOURCE_REMOVE;
}

static gboolean
again_cb (gpointer data)
{
  ion_engine_work_end (data, ION_ENGINE_HOST_AGAIN);
  return G_SOURCE_REMOVE;
}

static gboolean
leave_cb (gpointer data)
{
  ion_engine_work_end (data, ION_ENGINE_HOST_LEAVE);
  return G_SOURCE_REMOVE;
}

static void
join (IonEngineHost *self)
{
  g_thread_join (g_steal_pointer (&self->thread));
}

static gboolean
left_cb (gpointer data)
{
  News *news = data;
  IonEngineHost *self = news->host;
  g_autoptr (GTask) task = g_steal_pointer (&self->stopping);

  join (self);
  if (self->work.error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->work.error));
  else
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static gpointer
host_thread (gpointer data)
{
  IonEngineHost *self = data;

  ion_engine_work_thread (&self->work);
  if (self->stopping != NULL)
    post_news (self, left_cb, g_new0 (News, 1));
  return NULL;
}

static void
ion_engine_host_dispose (GObject *object)
{
  IonEngineHost *self = ION_ENGINE_HOST (object);

  if (self->thread != NULL)
    {
      ion_engine_work_post (&self->work, leave_cb, &self->work, NULL);
      join (self);
    }
  G_OBJECT_CLASS (ion_engine_host_parent_class)->dispose (object);
}

static void
ion_engine_host_finalize (GObject *object)
{
  IonEngineHost *self = ION_ENGINE_HOST (object);

  g_main_loop_unref (self->work.loop);
  g_main_context_unref (self->work.context);
  g_mutex_clear (&self->work.mutex);
  g_clear_error (&self->work.error);
  g_free (self->work.shape);
  g_main_context_unref (self->owner);
  g_object_unref (self->office);
  G_OBJECT_CLASS (ion_engine_host_parent_class)->finalize (object);
}

static void
ion_engine_host_class_init (IonEngineHostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = ion_engine_host_dispose;
  object_class->finalize = ion_engine_host_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONNECTION] = g_signal_new ("connection", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[LEDGER_TROUBLE] = g_signal_new ("ledger-trouble", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[STARTED] =
      g_signal_new ("started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOT_STARTED] = g_signal_new ("not-started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ion_engine_host_init (IonEngineHost *self)
{
  g_mutex_init (&self->work.mutex);
  self->work.host = self;
  self->work.context = g_main_context_new ();
  self->work.loop = g_main_loop_new (self->work.context, FALSE);
  self->owner = g_main_context_ref_thread_default ();
}

IonEngineHost *
ion_engine_host_new (IonOffice *office)
{
  IonEngineHost *self;

  g_return_val_if_fail (ION_IS_OFFICE (office), NULL);

  self = g_object_new (ION_TYPE_ENGINE_HOST, NULL);
  self->office = g_object_ref (office);
  self->work.office = office;
  return self;
}

void
ion_engine_host_start (IonEngineHost *self)
{
  g_return_if_fail (ION_IS_ENGINE_HOST (self));
  g_return_if_fail (self->thread == NULL && self->stopping == NULL);

  self->thread = g_thread_new ("engine", host_thread, self);
}

void
ion_engine_host_stop_async (IonEngineHost *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ION_IS_ENGINE_HOST (self));
  g_return_if_fail (self->stopping == NULL);

  self->stopping = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->stopping, ion_engine_host_stop_async);
  if (self->thread == NULL)
    {
      g_task_return_boolean (self->stopping, TRUE);
      g_clear_object (&self->stopping);
      return;
    }
  ion_engine_work_post (&self->work, leave_cb, &self->work, NULL);
}

gboolean
ion_engine_host_stop_finish (IonEngineHost *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
post_wish (IonEngineHost *self, GSourceFunc func)
{
  g_return_if_fail (ION_IS_ENGINE_HOST (self));

  if (self->thread != NULL)
    ion_engine_work_post (&self->work, func, &self->work, NULL);
}

void
ion_engine_host_wake (IonEngineHost *self)
{
  post_wish (self, wake_cb);
}

void
ion_engine_host_settings_changed (IonEngineHost *self)
{
  post_wish (self, settings_cb);
}

void
ion_engine_host_restart (IonEngineHost *self)
{
  post_wish (self, again_cb);
}

gint64
ion_engine_host_get_end (IonEngineHost *self)
{
  gint64 end;

  g_return_val_if_fail (ION_IS_ENGINE_HOST (self), 0);

  g_mutex_lock (&self->work.mutex);
  end = self->work.end;
  g_mutex_unlock (&self->work.mutex);
  return end;
}

guint
ion_engine_host_get_in_flight (IonEngineHost *self)
{
  guint in_flight;

  g_return_val_if_fail (ION_IS_ENGINE_HOST (self), 0);

  g_mutex_lock (&self->work.mutex);
  in_flight = self->work.in_flight;
  g_mutex_unlock (&self->work.mutex);
  return in_flight;
}

gboolean
ion_engine_host_is_elsewhere (IonEngineHost *self)
{
  gboolean is_elsewhere;

  g_return_val_if_fail (ION_IS_ENGINE_HOST (self), FALSE);

  g_mutex_lock (&self->work.mutex);
  is_elsewhere = self->work.is_elsewhere;
  g_mutex_unlock (&self->work.mutex);
  return is_elsewhere;
}

IonEngineWork *
ion_engine_host_get_work (IonEngineHost *self)
{
  return self->thread != NULL && self->stopping == NULL ? &self->work : NULL;
}
