/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Who waits is kept by IonPermitQueue. What a call costs is kept apart: this process' own window
 * and what it learned is IonPace, what all processes share comes from IonLeaseSupply. Lives in the
 * main context of the thread that first asks. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-governor.h"
#include "ion-governor-private.h"

#include "ion-boot-time.h"
#include "ion-lease-supply.h"
#include "ion-pace.h"
#include "ion-permit-queue.h"
#include "ion-timer.h"

struct _IonPermit
{
  IonGovernor *governor; /* (owned) */
  IonLease *lease;       /* (owned) (nullable): until it is accounted for */
  gint64 departed;       /* 0 = not yet */
  gboolean based;
};

struct _IonGovernor
{
  GObject parent_instance;

  IonPace *pace;          /* (owned) */
  IonPermitQueue *queue;  /* (owned) */
  IonLeaseSupply *supply; /* (owned) */
  IonTimer *timer;        /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonGovernor, ion_governor, G_TYPE_OBJECT)

static void pump (IonGovernor *self);

/* The timer */

static void
timer_cb (gpointer data)
{
  g_autoptr (IonGovernor) self = g_object_ref (data);

  pump (self);
}

/* Made at the first question, in the context of who asks. */
static void
wake_in (gpointer data, gint64 delay)
{
  IonGovernor *self = data;

  if (self->timer == NULL)
    self->timer = ion_timer_new ("ion-governor", timer_cb, self);
  ion_timer_ring_in (self->timer, delay);
}

/* Permits */

static IonPermit *
new_permit (IonGovernor *self, gint64 now)
{
  IonPermit *permit = g_new0 (IonPermit, 1);

  permit->governor = g_object_ref (self);
  permit->lease = ion_lease_supply_take (self->supply, now);
  return permit;
}

static void
base_permit (IonPermit *permit, gint64 now)
{
  ion_window_base (ion_pace_get_window (permit->governor->pace), now);
  permit->based = TRUE;
  if (permit->lease != NULL)
    ion_lease_used (g_steal_pointer (&permit->lease), now);
}

static void
free_permit (IonPermit *permit)
{
  g_autoptr (IonGovernor) governor = permit->governor;

  g_free (permit);
  pump (governor);
}

/* A permit where one is free now. */
static IonPermit *
take_now (IonGovernor *self, gint64 now)
{
  gint64 until = ion_pace_get_blocked_until (self->pace);
  gint64 next;

  if (now < until)
    {
      wake_in (self, until - now);
      return NULL;
    }
  next = ion_window_get_next (ion_pace_get_window (self->pace), now);
  if (next > 0)
    wake_in (self, next - now);
  if (next != 0 || !ion_lease_supply_is_ready (self->supply, now))
    return NULL;
  if (!ion_window_take (ion_pace_get_window (self->pace), now))
    return NULL;
  return new_permit (self, now);
}

static void
pump (IonGovernor *self)
{
  ion_permit_queue_sweep (self->queue);
  while (!ion_permit_queue_is_empty (self->queue))
    {
      IonPermit *permit = take_now (self, ion_boot_time_now ());
      g_autoptr (GTask) task = NULL;

      if (permit == NULL)
        return;
      task = ion_permit_queue_pop (self->queue);
      g_task_return_pointer (task, permit, (GDestroyNotify) ion_permit_release);
    }
  ion_lease_supply_return_idle (self->supply, ion_boot_time_now ());
}

static void
lease_taken (gpointer data)
{
  pump (data);
}

/* The object */

static void
ion_governor_finalize (GObject *object)
{
  IonGovernor *self = ION_GOVERNOR (object);

  g_clear_pointer (&self->timer, ion_timer_free);
  g_clear_pointer (&self->supply, ion_lease_supply_free);
  g_clear_pointer (&self->queue, ion_permit_queue_free);
  g_clear_pointer (&self->pace, ion_pace_free);

  G_OBJECT_CLASS (ion_governor_parent_class)->finalize (object);
}

static void
ion_governor_class_init (IonGovernorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_governor_finalize;
}

static void
ion_governor_init (IonGovernor *self)
{
  self->queue = ion_permit_queue_new (wake_in, self);
}

/**
 * ion_governor_new:
 * @ledger: (nullable): shares the pace with every process on it; %NULL shares with nobody
 * @calls: so many calls at most
 * @seconds: in any so many seconds
 */
IonGovernor *
ion_governor_new (IonLedger *ledger, int calls, int seconds)
{
  IonGovernor *self = g_object_new (ION_TYPE_GOVERNOR, NULL);
  IonLeaseSupplyOwner owner = { G_OBJECT (self), lease_taken, wake_in };

  self->pace = ion_pace_new (calls, seconds);
  self->supply = ion_lease_supply_new (ledger, self->pace, &owner);
  return self;
}

void
ion_governor_set_rate (IonGovernor *self, int calls, int seconds)
{
  g_return_if_fail (ION_IS_GOVERNOR (self));

  ion_pace_set_rate (self->pace, calls, seconds);
  pump (self);
}

/**
 * ion_governor_try_acquire:
 *
 * Returns: (nullable) (transfer full): a permit where one is free and nobody waits
 */
IonPermit *
ion_governor_try_acquire (IonGovernor *self)
{
  g_return_val_if_fail (ION_IS_GOVERNOR (self), NULL);

  if (!ion_permit_queue_is_empty (self->queue))
    return NULL;
  return take_now (self, ion_boot_time_now ());
}

void
ion_governor_acquire_async (IonGovernor *self,
                            IonPriority priority,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  IonPermit *permit;

  g_return_if_fail (ION_IS_GOVERNOR (self));

  g_task_set_source_tag (task, ion_governor_acquire_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  permit = ion_governor_try_acquire (self);
  if (permit != NULL)
    {
      g_task_return_pointer (task, permit, (GDestroyNotify) ion_permit_release);
      return;
    }
  ion_permit_queue_push (self->queue, priority, g_steal_pointer (&task));
  pump (self);
}

IonPermit *
ion_governor_acquire_finish (IonGovernor *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ion_permit_depart (IonPermit *permit)
{
  gint64 now = ion_boot_time_now ();

  g_return_if_fail (permit->departed == 0);

  permit->departed = now;
  if (ion_pace_counts_from_reply (permit->governor->pace, now))
    return;
  base_permit (permit, now);
  /* Now it is known when the next one returns. */
  if (!ion_permit_queue_is_empty (permit->governor->queue))
    pump (permit->governor);
}

void
ion_permit_answer (IonPermit *permit, const IonAnswer *answer)
{
  gint64 now = ion_boot_time_now ();

  if (permit->departed == 0)
    {
      ion_permit_release (permit);
      return;
    }
  if (!permit->based)
    base_permit (permit, now);
  if (ion_pace_learn (permit->governor->pace, answer, permit->departed, now))
    ion_lease_supply_tell_others (permit->governor->supply);
  free_permit (permit);
}

void
ion_permit_release (IonPermit *permit)
{
  if (!permit->based)
    ion_window_give_back (ion_pace_get_window (permit->governor->pace));
  if (permit->lease != NULL)
    ion_lease_unused (g_steal_pointer (&permit->lease));
  free_permit (permit);
}

/**
 * ion_governor_estimate:
 *
 * Returns: how many seconds @calls more calls will take
 */
double
ion_governor_estimate (IonGovernor *self, gint64 calls)
{
  gint64 now = ion_boot_time_now ();
  gint64 wait = MAX (ion_pace_get_blocked_until (self->pace) - now, 0);
  IonWindow *window = ion_pace_get_window (self->pace);
  double per_second =
      ion_pace_get_limit (self->pace) * (double) G_USEC_PER_SEC / ion_window_get_hold (window);

  g_return_val_if_fail (ION_IS_GOVERNOR (self), 0);

  return wait / (double) G_USEC_PER_SEC + MAX (calls, 0) / per_second;
}
