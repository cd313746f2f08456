/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Wires the parts together and decides only which of them run: every rule about a message stands in
 * a part of its own. What people want is read from the ledger, so that it does not matter in which
 * process they said it. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine-parts.h"

#include "ion-engine-beginning.h"
#include "ion-engine-look.h"

#define TICK          (200 * G_TIME_SPAN_MILLISECOND)
#define LOOK_AT_LEAST G_TIME_SPAN_SECOND

/* What the parts tell */

static void
marked_cb (const GError *error, gpointer data)
{
  IonEngine *self = data;

  if (error != NULL && self->stopping == NULL)
    ion_sender_pool_pause_for_keyring (self->pool, error);
  ion_engine_maybe_end (self);
}

static void
submitted_cb (gpointer data)
{
  IonEngine *self = data;

  ion_marker_note_submission (self->marker);
}

/* Looking at the ledger */

void
ion_engine_look_soon (IonEngine *self)
{
  self->look_wanted = TRUE;
  if (self->ticker != NULL)
    ion_timer_ring_in (self->ticker, 0);
}

static void
sender_finished_cb (gpointer data)
{
  IonEngine *self = data;

  ion_engine_changed_cb (self);
  ion_engine_look_soon (self);
  ion_engine_maybe_end (self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IonEngine) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonEngineLook) look = ion_engine_look_finish (ION_LEDGER (source), result, &error);

  self->looking = FALSE;
  if (look == NULL)
    g_info ("The ledger cannot be read: %s", error->message);
  else if (self->stopping == NULL)
    {
      ion_gate_refresh_rate (self->gate);
      ion_sender_pool_apply (self->pool, look);
    }
  ion_engine_maybe_end (self);
}

static void
maybe_look (IonEngine *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 version = ion_ledger_get_data_version (self->ledger);

  if (version != self->data_version)
    {
      self->data_version = version;
      self->look_wanted = TRUE;
      ion_engine_changed_cb (self);
    }
  if (self->looking || (!self->look_wanted && now < self->looked_at + LOOK_AT_LEAST))
    return;
  /* What somebody else has just asked for begins as soon as a sender may. */
  self->look_wanted = ion_sender_pool_is_resting (self->pool);
  self->looking = TRUE;
  self->looked_at = now;
  ion_sender_pool_begin_look (self->pool);
  ion_engine_look_async (self->ledger, self->now (), looked_cb, g_object_ref (self));
}

static void
tick (gpointer data)
{
  g_autoptr (IonEngine) self = g_object_ref (data);

  if (self->stopping != NULL)
    return;
  maybe_look (self);
  ion_sender_pool_share_out (self->pool);
  ion_marker_tick (self->marker);
  ion_timer_ring_in (self->ticker, TICK);
}

/* Starting */

static gboolean
prepare (IonEngine *self, GError **error)
{
  g_autoptr (GPtrArray) left_running = NULL;

  if (!ion_engine_prepare_ledger (self->ledger, self->guard, self->flags, self->now (),
                                  &left_running, error))
    return FALSE;
  for (guint i = 0; i < left_running->len; i++)
    ion_sender_pool_leave_alone (self->pool, g_ptr_array_index (left_running, i));
  return TRUE;
}

static void
follower_finished_cb (gpointer data)
{
  IonEngine *self = data;

  self->follower_done = TRUE;
  ion_engine_maybe_end (self);
}

static void
begin (IonEngine *self)
{
  IonFollowerOwner owner = { self->now, ion_engine_changed_cb, follower_finished_cb, self };

  self->ticker = ion_timer_new ("ion-engine", tick, self);
  self->changed_timer = ion_timer_new ("ion-engine-changed", ion_engine_changed_ring, self);
  self->marker = ion_marker_new (self->guard, self->mark_every, marked_cb, self);
  self->data_version = ion_ledger_get_data_version (self->ledger);
  self->follower_done = FALSE;
  self->connected = TRUE;
  self->ledger_ok = TRUE;
  self->follower = ion_follower_new (self->ledger, self->gate, &owner);
  if (self->flags & ION_ENGINE_FOLLOW)
    ion_follower_start (self->follower);
  if (self->flags & ION_ENGINE_KEEP)
    self->keeper = ion_keeper_new (self->ledger, self->now);
  ion_engine_look_soon (self);
}

gboolean
ion_engine_start (IonEngine *self, IonEngineFlags flags, GError **error)
{
  IonSenderPoolOwner owner = {
    .now = self->now,
    .changed = ion_engine_changed_cb,
    .submitted = submitted_cb,
    .connection = ion_engine_connection_cb,
    .ledger = ion_engine_ledger_cb,
    .finished = sender_finished_cb,
    .data = self,
  };

  g_return_val_if_fail (ION_IS_ENGINE (self), FALSE);
  g_return_val_if_fail (self->lock == NULL, FALSE);

  self->lock = ion_engine_lock_take (ion_ledger_get_folder (self->ledger), error);
  if (self->lock == NULL)
    return FALSE;
  self->flags = flags;
  self->pool = ion_sender_pool_new (self->ledger, self->gate, &self->patience, &owner);
  if (!prepare (self, error))
    {
      g_clear_pointer (&self->pool, ion_sender_pool_free);
      g_clear_pointer (&self->lock, ion_engine_lock_free);
      return FALSE;
    }
  begin (self);
  return TRUE;
}
