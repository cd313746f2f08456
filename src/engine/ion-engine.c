/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What others see of the engine: its making, what they are told, what they may ask. What it does
 * while it runs is in ion-engine-run.c, how it comes to its end in ion-engine-stop.c. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine.h"
#include "ion-engine-parts.h"
#include "ion-engine-private.h"

#include "ion-ledger-deliveries.h"

#define CHANGED_EVERY (100 * G_TIME_SPAN_MILLISECOND)
/* Ten seconds of sending is what an older copy could hide; a mark for every message would be a call
 * to the keyring for every message. */
#define MARK_EVERY     (10 * G_TIME_SPAN_SECOND)
#define ESTIMATE_HOLDS (2 * G_TIME_SPAN_SECOND)

G_DEFINE_FINAL_TYPE (IonEngine, ion_engine, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CONNECTION,
  LEDGER_TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
utc_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Signals */

void
ion_engine_changed_ring (gpointer data)
{
  IonEngine *self = data;

  self->changed_at = g_get_monotonic_time ();
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ion_engine_changed_cb (gpointer data)
{
  IonEngine *self = data;

  ion_timer_ring_in (self->changed_timer,
                     self->changed_at + CHANGED_EVERY - g_get_monotonic_time ());
}

void
ion_engine_connection_cb (gboolean ok, const char *explanation, gpointer data)
{
  IonEngine *self = data;

  if (self->connected == ok)
    return;
  self->connected = ok;
  g_signal_emit (self, signals[CONNECTION], 0, ok, explanation);
}

void
ion_engine_ledger_cb (gboolean ok, const char *explanation, gpointer data)
{
  IonEngine *self = data;

  if (self->ledger_ok == ok)
    return;
  self->ledger_ok = ok;
  g_signal_emit (self, signals[LEDGER_TROUBLE], 0, ok, explanation);
}

/* The object */

static void
ion_engine_finalize (GObject *object)
{
  IonEngine *self = ION_ENGINE (object);

  g_clear_pointer (&self->ticker, ion_timer_free);
  g_clear_pointer (&self->changed_timer, ion_timer_free);
  g_clear_pointer (&self->abandon_timer, ion_timer_free);
  g_clear_pointer (&self->keeper, ion_keeper_free);
  g_clear_object (&self->follower);
  g_clear_pointer (&self->pool, ion_sender_pool_free);
  g_clear_pointer (&self->marker, ion_marker_free);
  g_clear_pointer (&self->guard, ion_copy_guard_free);
  g_clear_pointer (&self->lock, ion_engine_lock_free);
  g_clear_object (&self->gate);
  g_clear_object (&self->keyring);
  g_clear_object (&self->ledger);

  G_OBJECT_CLASS (ion_engine_parent_class)->finalize (object);
}

static void
ion_engine_class_init (IonEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_engine_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[CONNECTION] =
      g_signal_new ("connection", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[LEDGER_TROUBLE] =
      g_signal_new ("ledger-trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
ion_engine_init (IonEngine *self)
{
  self->now = utc_now;
  self->mark_every = MARK_EVERY;
  self->patience = ION_SENDER_PATIENCE;
  self->connected = TRUE;
  self->ledger_ok = TRUE;
}

IonEngine *
ion_engine_new (IonLedger *ledger, IonPlatform *platform, IonKeyring *keyring)
{
  IonEngine *self = g_object_new (ION_TYPE_ENGINE, NULL);

  self->ledger = g_object_ref (ledger);
  self->keyring = g_object_ref (keyring);
  self->gate = ion_gate_new (ledger, platform, keyring);
  self->guard = ion_copy_guard_new (ledger, keyring);
  return self;
}

void
ion_engine_set_clock (IonEngine *self, gint64 (*now) (void))
{
  self->now = now;
}

void
ion_engine_set_patience (IonEngine *self, const IonSenderPatience *patience)
{
  self->patience = *patience;
}

void
ion_engine_set_mark_interval (IonEngine *self, gint64 every)
{
  self->mark_every = every;
}

void
ion_engine_wake (IonEngine *self)
{
  g_return_if_fail (ION_IS_ENGINE (self));

  ion_engine_look_soon (self);
}

guint
ion_engine_get_in_flight (IonEngine *self)
{
  g_return_val_if_fail (ION_IS_ENGINE (self), 0);

  return self->pool != NULL ? ion_sender_pool_get_in_flight (self->pool) : 0;
}

gint64
ion_engine_estimate_end (IonEngine *self)
{
  gint64 now = g_get_monotonic_time ();
  double seconds;

  g_return_val_if_fail (ION_IS_ENGINE (self), 0);

  if (self->pool == NULL || ion_sender_pool_is_empty (self->pool))
    return 0;
  /* Counting rows is not for every frame of a progress bar. */
  if (self->estimate == 0 || now >= self->estimated_at + ESTIMATE_HOLDS)
    {
      seconds = ion_governor_estimate (ion_gate_get_governor (self->gate),
                                       ion_sender_pool_count_calls_left (self->pool));
      self->estimate = self->now () + (gint64) seconds;
      self->estimated_at = now;
    }
  return self->estimate;
}

/* One campaign followed up now */

static void
followed_now_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gint64 asked = ion_follower_follow_finish (ION_FOLLOWER (source), result, &error);

  if (asked < 0)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, asked);
}

void
ion_engine_follow_now_async (IonEngine *self,
                             const char *campaign_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ION_IS_ENGINE (self));
  g_return_if_fail (self->follower != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ion_engine_follow_now_async);
  ion_follower_follow_async (self->follower, campaign_id, cancellable, followed_now_cb, task);
}

gint64
ion_engine_follow_now_finish (IonEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

/* Copies */

gboolean
ion_engine_decide_copy (IonEngine *self, gboolean nothing_was_sent, GError **error)
{
  g_autoptr (IonEngineLock) lock = NULL;

  g_return_val_if_fail (ION_IS_ENGINE (self), FALSE);
  g_return_val_if_fail (self->lock == NULL, FALSE);

  lock = ion_engine_lock_take (ion_ledger_get_folder (self->ledger), error);
  if (lock == NULL)
    return FALSE;
  if (!nothing_was_sent && ion_ledger_doubt_pending (self->ledger, error) < 0)
    return FALSE;
  return ion_copy_guard_bump (self->guard, error);
}
