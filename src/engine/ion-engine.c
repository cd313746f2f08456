/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Wires the parts together and decides only which of them run: every rule about a message stands in
 * a part of its own. What people want is read from the ledger, so that it does not matter in which
 * process they said it. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine.h"
#include "ion-engine-private.h"

#include "ion-boot-time.h"
#include "ion-copy-guard.h"
#include "ion-engine-beginning.h"
#include "ion-engine-lock.h"
#include "ion-engine-look.h"
#include "ion-follower.h"
#include "ion-gate.h"
#include "ion-keeper.h"
#include "ion-ledger-deliveries.h"
#include "ion-marker.h"
#include "ion-sender-pool.h"
#include "ion-timer.h"

#include <glib/gi18n-lib.h>

#define TICK          (200 * G_TIME_SPAN_MILLISECOND)
#define LOOK_AT_LEAST G_TIME_SPAN_SECOND
#define CHANGED_EVERY (100 * G_TIME_SPAN_MILLISECOND)
#define ABANDON_AFTER (3 * G_TIME_SPAN_SECOND)
#define ABANDON_AGAIN (300 * G_TIME_SPAN_MILLISECOND)
/* Ten seconds of sending is what an older copy could hide; a mark for every message would be a call
 * to the keyring for every message. */
#define MARK_EVERY     (10 * G_TIME_SPAN_SECOND)
#define ESTIMATE_HOLDS (2 * G_TIME_SPAN_SECOND)

struct _IonEngine
{
  GObject parent_instance;

  IonLedger *ledger;   /* (owned) */
  IonKeyring *keyring; /* (owned) */
  IonGate *gate;       /* (owned) */
  IonCopyGuard *guard; /* (owned) */
  IonEngineFlags flags;
  IonSenderPatience patience;
  gint64 (*now) (void);
  gint64 mark_every;

  IonEngineLock *lock;     /* (owned) (nullable): while it runs */
  IonMarker *marker;       /* (owned) (nullable): while it runs */
  IonSenderPool *pool;     /* (owned) (nullable): while it runs */
  IonFollower *follower;   /* (owned) (nullable) */
  IonKeeper *keeper;       /* (owned) (nullable) */
  IonTimer *ticker;        /* (owned) (nullable) */
  IonTimer *changed_timer; /* (owned) (nullable) */
  IonTimer *abandon_timer; /* (owned) (nullable) */
  GTask *stopping;         /* (owned) (nullable) */

  gint64 data_version;
  gint64 looked_at;
  gint64 changed_at;
  gboolean look_wanted;
  gboolean looking;
  gboolean follower_done;
  gboolean ending; /* the last step of stopping is under way */
  gboolean connected;
  gboolean ledger_ok;
  gint64 estimate, estimated_at;
};

G_DEFINE_FINAL_TYPE (IonEngine, ion_engine, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CONNECTION,
  LEDGER_TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void maybe_end (IonEngine *self);
static void tick (gpointer data);

static gint64
utc_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Signals */

static void
changed_ring (gpointer data)
{
  IonEngine *self = data;

  self->changed_at = g_get_monotonic_time ();
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (gpointer data)
{
  IonEngine *self = data;

  ion_timer_ring_in (self->changed_timer,
                     self->changed_at + CHANGED_EVERY - g_get_monotonic_time ());
}

static void
connection_cb (gboolean ok, const char *explanation, gpointer data)
{
  IonEngine *self = data;

  if (self->connected == ok)
    return;
  self->connected = ok;
  g_signal_emit (self, signals[CONNECTION], 0, ok, explanation);
}

static void
ledger_cb (gboolean ok, const char *explanation, gpointer data)
{
  IonEngine *self = data;

  if (self->ledger_ok == ok)
    return;
  self->ledger_ok = ok;
  g_signal_emit (self, signals[LEDGER_TROUBLE], 0, ok, explanation);
}

static void
marked_cb (const GError *error, gpointer data)
{
  IonEngine *self = data;

  if (error != NULL && self->stopping == NULL)
    ion_sender_pool_pause_for_keyring (self->pool, error);
  maybe_end (self);
}

static void
submitted_cb (gpointer data)
{
  IonEngine *self = data;

  ion_marker_note_submission (self->marker);
}

/* Looking at the ledger */

static void
look_soon (IonEngine *self)
{
  self->look_wanted = TRUE;
  if (self->ticker != NULL)
    ion_timer_ring_in (self->ticker, 0);
}

static void
sender_finished_cb (gpointer data)
{
  IonEngine *self = data;

  changed_cb (self);
  look_soon (self);
  maybe_end (self);
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
  maybe_end (self);
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
      changed_cb (self);
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
  maybe_end (self);
}

static void
begin (IonEngine *self)
{
  IonFollowerOwner owner = { self->now, changed_cb, follower_finished_cb, self };

  self->ticker = ion_timer_new ("ion-engine", tick, self);
  self->changed_timer = ion_timer_new ("ion-engine-changed", changed_ring, self);
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
  look_soon (self);
}

gboolean
ion_engine_start (IonEngine *self, IonEngineFlags flags, GError **error)
{
  IonSenderPoolOwner owner = {
    .now = self->now,
    .changed = changed_cb,
    .submitted = submitted_cb,
    .connection = connection_cb,
    .ledger = ledger_cb,
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

/* Stopping */

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
  g_signal_emit (self, signals[CHANGED], 0);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (stopping, TRUE);
  else
    g_task_return_error (stopping, error);
}

static void
maybe_end (IonEngine *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->stopping == NULL || self->ending || self->looking ||
      ion_marker_is_busy (self->marker) || !self->follower_done ||
      !ion_sender_pool_is_empty (self->pool))
    return;
  self->ending = TRUE;
  task = g_task_new (self, NULL, ended_cb, NULL);
  g_task_set_source_tag (task, maybe_end);
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
  maybe_end (self);
}

gboolean
ion_engine_stop_finish (IonEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
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

  look_soon (self);
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
