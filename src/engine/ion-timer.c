/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-timer.h"

/* A source whose ready time moves costs nothing while thousands of calls a second push it on. */

struct _IonTimer
{
  GSource *source; /* (owned) */
  IonTimerFunc func;
  gpointer user_data;
};

static gboolean
rang_cb (gpointer data)
{
  IonTimer *self = data;

  g_source_set_ready_time (self->source, -1);
  self->func (self->user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback != NULL ? callback (data) : G_SOURCE_REMOVE;
}

static GSourceFuncs funcs = { NULL, NULL, dispatch, NULL, NULL, NULL };

IonTimer *
ion_timer_new (const char *name, IonTimerFunc func, gpointer user_data)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  IonTimer *self = g_new (IonTimer, 1);

  self->func = func;
  self->user_data = user_data;
  self->source = g_source_new (&funcs, sizeof (GSource));
  g_source_set_static_name (self->source, name);
  g_source_set_callback (self->source, rang_cb, self, NULL);
  g_source_attach (self->source, context);
  return self;
}

void
ion_timer_ring_in (IonTimer *self, gint64 delay)
{
  gint64 ready = g_get_monotonic_time () + MAX (delay, 0);
  gint64 set = g_source_get_ready_time (self->source);

  if (set == -1 || ready < set)
    g_source_set_ready_time (self->source, ready);
}

void
ion_timer_stop (IonTimer *self)
{
  g_source_set_ready_time (self->source, -1);
}

void
ion_timer_free (IonTimer *self)
{
  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_free (self);
}
