/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A synchronous call of the office (an import, say) must not keep the simulated platform from
 * answering: it lives in its own thread with its own main context.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-practice-host.h"

struct _IonPracticeHost
{
  GThread *thread;
  GMainContext *context; /* (owned) */
  GMainLoop *loop;       /* (owned) */
  char *url;             /* (owned) */

  /* Only until the thread has started. */
  const IonPracticeOptions *options;
  GError *error;
  GMutex mutex;
  GCond started;
  gboolean is_started;
};

static void
tell_started (IonPracticeHost *self)
{
  g_mutex_lock (&self->mutex);
  self->is_started = TRUE;
  g_cond_signal (&self->started);
  g_mutex_unlock (&self->mutex);
}

static gpointer
host_thread (gpointer data)
{
  IonPracticeHost *self = data;
  g_autoptr (IonPractice) practice = NULL;

  g_main_context_push_thread_default (self->context);
  practice = ion_practice_new (self->options, &self->error);
  if (practice != NULL)
    self->url = g_strdup (ion_practice_get_url (practice));
  tell_started (self);
  if (practice != NULL)
    {
      g_main_loop_run (self->loop);
      ion_practice_stop (practice);
      g_clear_object (&practice);
      /* What the sockets still have to close is closed here. */
      while (g_main_context_iteration (self->context, FALSE))
        ;
    }
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* A source, not a call: the loop may not run yet, and this thread must not run it. */
static void
quit_in_its_thread (IonPracticeHost *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit_cb, g_main_loop_ref (self->loop),
                         (GDestroyNotify) g_main_loop_unref);
  g_source_attach (source, self->context);
}

IonPracticeHost *
ion_practice_host_start (const IonPracticeOptions *options, GError **error)
{
  g_autoptr (IonPracticeHost) self = g_new0 (IonPracticeHost, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->started);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->options = options;
  self->thread = g_thread_new ("practice", host_thread, self);

  g_mutex_lock (&self->mutex);
  while (!self->is_started)
    g_cond_wait (&self->started, &self->mutex);
  g_mutex_unlock (&self->mutex);
  self->options = NULL;

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

const char *
ion_practice_host_get_url (IonPracticeHost *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->url;
}

void
ion_practice_host_free (IonPracticeHost *self)
{
  if (self == NULL)
    return;
  quit_in_its_thread (self);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->started);
  g_clear_error (&self->error);
  g_free (self->url);
  g_free (self);
}
