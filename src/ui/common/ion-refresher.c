/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One question at a time, and never more of them than the answers are worth.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-refresher.h"

#define EVERY_MS 100
/* A question may take a third of the time, not more. */
#define SHARE 3

struct _IonRefresher
{
  gatomicrefcount ref_count;
  IonDesk *desk; /* (unowned): the owner keeps it */
  IonDeskFunc ask;
  GDestroyNotify free_result;
  IonRefresherApply apply;   /* (nullable): once it was freed */
  gpointer owner;            /* (unowned) */
  GCancellable *cancellable; /* (owned) */
  gboolean is_asking;
  gboolean is_wanted;
  gint64 asked_at; /* monotonic */
  guint timer;
};

static void ask_now (IonRefresher *self);

static IonRefresher *
refresher_ref (IonRefresher *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
refresher_unref (IonRefresher *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->cancellable);
  g_free (self);
}

static gboolean
timer_cb (gpointer data)
{
  IonRefresher *self = data;

  self->timer = 0;
  if (self->is_wanted)
    ask_now (self);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonRefresher *self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer answer = ion_desk_run_finish (result, &error);
  gint64 spent = (g_get_monotonic_time () - self->asked_at) / G_TIME_SPAN_MILLISECOND;

  self->is_asking = FALSE;
  if (self->apply != NULL)
    {
      self->timer = g_timeout_add ((guint) MAX (EVERY_MS, SHARE * spent), timer_cb, self);
      self->apply (self->owner, answer, error);
    }
  else if (answer != NULL)
    self->free_result (answer);
  refresher_unref (self);
}

static void
ask_now (IonRefresher *self)
{
  self->is_wanted = FALSE;
  self->is_asking = TRUE;
  self->asked_at = g_get_monotonic_time ();
  ion_desk_run_async (self->desk, NULL, self->ask, NULL, NULL, self->free_result, self->cancellable,
                      answered_cb, refresher_ref (self));
}

IonRefresher *
ion_refresher_new (IonDesk *desk,
                   IonDeskFunc ask,
                   GDestroyNotify free_result,
                   IonRefresherApply apply,
                   gpointer owner)
{
  IonRefresher *self = g_new0 (IonRefresher, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->desk = desk;
  self->ask = ask;
  self->free_result = free_result;
  self->apply = apply;
  self->owner = owner;
  self->cancellable = g_cancellable_new ();
  return self;
}

void
ion_refresher_free (IonRefresher *self)
{
  if (self == NULL)
    return;
  self->apply = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  refresher_unref (self);
}

void
ion_refresher_ask (IonRefresher *self)
{
  g_return_if_fail (self != NULL);

  self->is_wanted = TRUE;
  if (!self->is_asking && self->timer == 0)
    ask_now (self);
}
