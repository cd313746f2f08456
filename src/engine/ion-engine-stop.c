/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Nothing new leaves, what is on its way is waited for, and then the ledger is left as the next
 * engine has to find it. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine-parts.h"

#include "ion-ledger-campaigns.h"

#define ABANDON_AFTER (3 * G_TIME_SPAN_SECOND)
#define ABANDON_AGAIN (300 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  GPtrArray *to_pause; /* (owned) (nullable) (element-type utf8) */
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_clear_pointer (&ending->to_pause, g_ptr_array_unref);
  g_free (ending);
}

static void
end_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  IonEngine *self = source;
  Ending *ending = data;
  GError *error = NULL;

  /* Paused by somebody else meanwhile, or done: as good. */
  for (guint i = 0; ending->to_pause != NULL && i < ending->to_pause->len; i++)
    ion_ledger_pause_campaign (self->ledger, g_ptr_array_index (ending->to_pause, i), "interrupted",
                               NULL, NULL);
  ion_ledger_advance_campaigns (self->ledger, self->now (), NULL);
  if (ion_copy_guard_bump (self->guard, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonEngine *self = ION_ENGINE (source);
  g_autoptr (GTask) stopping = g_steal_pointer (&self->stopping);
  GError *error = NULL;

  g_clear_pointer (&self->ticker, ion_timer_free);
  g_clear_pointer (&self->changed_timer, ion_timer_free);
  g_clear_pointer (&self->abandon_timer, ion_timer_free);
  g_clear_pointer (&self->keeper, ion_keeper_free);
  g_clear_object (&self->follower);
  g_clear_pointer (&self->pool, ion_sender_pool_free);
  g_clear_pointer (&self->marker, ion_marker_free);
  g_clear_pointer (&self->lock, ion_engine_lock_free);
  self->ending = FALSE;
  g_signal_emit_by_name (self, "changed");
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (stopping, TRUE);
  else
    g_task_return_error (stopping, error);
}

void
ion_engine_maybe_end (IonEngine *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->stopping == NULL || self->ending || self->looking ||
      ion_marker_is_busy (self->marker) || !self->follower_done ||
      !ion_sender_pool_is_empty (self->pool))
    return;
  self->ending = TRUE;
  task = g_task_new (self, NULL, ended_cb, NULL);
  g_task_set_source_tag (task, ion_engine_maybe_end);
  g_task_set_task_data (task, g_task_get_task_data (self->stopping), NULL);
  g_task_run_in_thread (task, end_thread);
}

/* Outcomes that still cannot be written: the rows stay as they are, and are uncertain when the next
 * engine starts. */
static void
abandon (gpointer data)
{
  IonEngine *self = data;

  /* Again and again: one that is just being tried once more is given up the next time. */
  ion_timer_ring_in (self->abandon_timer, ABANDON_AGAIN);
  if (!self->ledger_ok)
    ion_sender_pool_abandon (self->pool);
}

void
ion_engine_stop_async (IonEngine *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Ending *ending;

  g_return_if_fail (ION_IS_ENGINE (self));
  g_return_if_fail (self->stopping == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ion_engine_stop_async);
  if (self->lock == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  ending = g_new0 (Ending, 1);
  /* What a person sends in the foreground stops with it; the rest goes on with the next engine. */
  if ((self->flags & ION_ENGINE_CONTINUE) == 0)
    ending->to_pause = ion_sender_pool_list_by_hand (self->pool);
  g_task_set_task_data (task, ending, ending_free);
  self->stopping = task;
  self->abandon_timer = ion_timer_new ("ion-engine-abandon", abandon, self);
  ion_timer_ring_in (self->abandon_timer, ABANDON_AFTER);
  ion_follower_stop (self->follower);
  ion_sender_pool_stop (self->pool);
  ion_engine_maybe_end (self);
}

gboolean
ion_engine_stop_finish (IonEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
