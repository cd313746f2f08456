/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Three queues in front of one gate. What a call costs is kept apart: this process' own window and
 * what it learned is IonPace, what all processes share is a lease of the ledger, taken in blocks so
 * small that nothing is lost at 150 calls and so large that nothing is felt at 100,000. Lives in
 * the main context of the thread that first asks. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-governor.h"
#include "ion-governor-private.h"

#include "ion-boot-time.h"
#include "ion-lease.h"
#include "ion-pace.h"
#include "ion-timer.h"

#define N_PRIORITIES      3
#define FOLLOW_SHARE      20 /* one call in so many is kept for it */
#define LEASES_PER_WINDOW 75
#define LEASE_MAX_AGE     (2 * G_TIME_SPAN_SECOND)
#define IDLE_AFTER        (250 * G_TIME_SPAN_MILLISECOND)
#define LEDGER_RETRY      G_TIME_SPAN_SECOND
#define POLL_OTHERS       (500 * G_TIME_SPAN_MILLISECOND)

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

  IonLedger *ledger;            /* (owned) (nullable) */
  IonPace *pace;                /* (owned) */
  GQueue waiting[N_PRIORITIES]; /* (element-type GTask) */
  guint passed_over;            /* calls given to others while a follow-up waited */
  IonLease *lease;              /* (owned) (nullable): being given out */
  IonLease *next;               /* (owned) (nullable): taken ahead */
  gboolean asking;              /* the ledger, for a lease */
  gint64 ask_at;                /* not before */
  gint64 polled_at;
  int told_limit;  /* what the ledger was last told, or told */
  gint64 given_at; /* when the last permit was given out */
  IonTimer *timer; /* (owned) (nullable) */
  gboolean has_cancelled;
};

G_DEFINE_FINAL_TYPE (IonGovernor, ion_governor, G_TYPE_OBJECT)

static void pump (IonGovernor *self);

static gboolean
has_waiting (IonGovernor *self)
{
  return self->waiting[0].length + self->waiting[1].length + self->waiting[2].length > 0;
}

/* The timer */

static void
timer_cb (gpointer data)
{
  g_autoptr (IonGovernor) self = g_object_ref (data);

  pump (self);
}

/* Made at the first question, in the context of who asks. */
static void
wake_in (IonGovernor *self, gint64 delay)
{
  if (self->timer == NULL)
    self->timer = ion_timer_new ("ion-governor", timer_cb, self);
  ion_timer_ring_in (self->timer, delay);
}

/* @at is boot time; timers count in monotonic time. */
static void
wake_at (IonGovernor *self, gint64 at, gint64 now)
{
  wake_in (self, at - now);
}

/* Leases */

static int
block_size (IonGovernor *self)
{
  return MAX (1, ion_pace_get_limit (self->pace) / LEASES_PER_WINDOW);
}

static void
lease_taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IonGovernor) self = data;
  g_autoptr (GError) error = NULL;
  gint64 now = ion_boot_time_now ();
  gint64 next_at = 0, id = 0;
  int granted = 0;

  self->asking = FALSE;
  if (!ion_ledger_take_permits_finish (self->ledger, result, &granted, &next_at, &id, &error))
    {
      g_info ("The pace cannot be shared now: %s", error->message);
      self->ask_at = now + LEDGER_RETRY;
    }
  else if (granted == 0)
    {
      /* Ours alone would have let it through: somebody else calls as well. */
      if (ion_window_get_next (ion_pace_get_window (self->pace), now) == 0)
        ion_pace_note_others (self->pace, now);
      self->ask_at = MAX (next_at, now + G_TIME_SPAN_MILLISECOND);
    }
  else if (self->lease == NULL)
    self->lease = ion_lease_new (self->ledger, id, granted, now);
  else
    self->next = ion_lease_new (self->ledger, id, granted, now);
  pump (self);
}

/* What other processes were told by the platform. */
static void
poll_others (IonGovernor *self, gint64 now)
{
  gint64 until = 0;
  int limit = 0;

  if (now < self->polled_at + POLL_OTHERS)
    return;
  self->polled_at = now;
  if (!ion_ledger_get_pace_block (self->ledger, &until, &limit))
    return;
  /* A block left by an earlier start of the machine means nothing to this one's clock. */
  if (until > now && until < now + 15 * G_TIME_SPAN_MINUTE)
    ion_pace_block (self->pace, until);
  if (limit > 0 && limit != self->told_limit)
    {
      self->told_limit = limit;
      ion_pace_set_learned (self->pace, limit);
    }
}

static void
ask_for_lease (IonGovernor *self, gint64 now)
{
  IonPaceRule rule = { ion_pace_get_limit (self->pace),
                       ion_window_get_hold (ion_pace_get_window (self->pace)) };

  if (self->asking || self->next != NULL)
    return;
  if (now < self->ask_at)
    {
      wake_at (self, self->ask_at, now);
      return;
    }
  self->asking = TRUE;
  ion_ledger_take_permits_async (self->ledger, &rule, block_size (self), now, lease_taken_cb,
                                 g_object_ref (self));
}

static void
drop_lease (IonGovernor *self)
{
  if (self->lease != NULL)
    ion_lease_close (self->lease);
  g_clear_pointer (&self->lease, ion_lease_unref);
  self->lease = g_steal_pointer (&self->next);
}

/* Makes sure that a lease has a permit left; asks for the next one when it is time. */
static gboolean
have_lease (IonGovernor *self, gint64 now)
{
  if (self->ledger == NULL)
    return TRUE;
  while (self->lease != NULL && (ion_lease_get_left (self->lease) == 0 ||
                                 now > ion_lease_get_taken_at (self->lease) + LEASE_MAX_AGE))
    drop_lease (self);
  if (self->lease == NULL)
    {
      poll_others (self, now);
      ask_for_lease (self, now);
      return FALSE;
    }
  if (block_size (self) > 8 && ion_lease_get_left (self->lease) < block_size (self) / 2)
    ask_for_lease (self, now);
  return TRUE;
}

/* What nobody wants goes back, for other processes. */
static void
return_idle_lease (IonGovernor *self, gint64 now)
{
  if (self->lease == NULL)
    return;
  if (now < self->given_at + IDLE_AFTER)
    {
      wake_at (self, self->given_at + IDLE_AFTER, now);
      return;
    }
  drop_lease (self);
  drop_lease (self);
}

/* Permits */

static IonPermit *
new_permit (IonGovernor *self, gint64 now)
{
  IonPermit *permit = g_new0 (IonPermit, 1);

  permit->governor = g_object_ref (self);
  if (self->ledger != NULL)
    permit->lease = ion_lease_take (self->lease);
  self->given_at = now;
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
      wake_at (self, until, now);
      return NULL;
    }
  next = ion_window_get_next (ion_pace_get_window (self->pace), now);
  if (next > 0)
    wake_at (self, next, now);
  if (next != 0 || !have_lease (self, now))
    return NULL;
  if (!ion_window_take (ion_pace_get_window (self->pace), now))
    return NULL;
  return new_permit (self, now);
}

/* The queues */

static GQueue *
choose_queue (IonGovernor *self)
{
  GQueue *follow = &self->waiting[ION_PRIORITY_FOLLOW];

  if (follow->length > 0 && self->passed_over >= FOLLOW_SHARE - 1)
    return follow;
  for (int i = 0; i < N_PRIORITIES; i++)
    if (self->waiting[i].length > 0)
      return &self->waiting[i];
  return NULL;
}

static void
count_given (IonGovernor *self, IonPriority priority)
{
  if (priority == ION_PRIORITY_FOLLOW || self->waiting[ION_PRIORITY_FOLLOW].length == 0)
    self->passed_over = 0;
  else
    self->passed_over++;
}

static void
stop_watching (GTask *task)
{
  gulong handler = GPOINTER_TO_SIZE (g_task_get_task_data (task));

  if (handler != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), handler);
}

static void
sweep_cancelled (IonGovernor *self)
{
  self->has_cancelled = FALSE;
  for (int i = 0; i < N_PRIORITIES; i++)
    for (GList *link = self->waiting[i].head, *next; link != NULL; link = next)
      {
        g_autoptr (GTask) task = link->data;

        next = link->next;
        if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
          {
            g_queue_delete_link (&self->waiting[i], link);
            stop_watching (task);
            g_task_return_error_if_cancelled (task);
          }
        else
          g_steal_pointer (&task);
      }
}

static void
pump (IonGovernor *self)
{
  if (self->has_cancelled)
    sweep_cancelled (self);
  while (has_waiting (self))
    {
      GQueue *queue = choose_queue (self);
      IonPermit *permit = take_now (self, ion_boot_time_now ());
      g_autoptr (GTask) task = NULL;

      if (permit == NULL)
        return;
      task = g_queue_pop_head (queue);
      count_given (self, queue - self->waiting);
      stop_watching (task);
      g_task_return_pointer (task, permit, (GDestroyNotify) ion_permit_release);
    }
  return_idle_lease (self, ion_boot_time_now ());
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  IonGovernor *self = data;

  /* Not here: a task that returns drops its watch, which must not happen inside the signal. */
  self->has_cancelled = TRUE;
  wake_in (self, 0);
}

/* The object */

static void
ion_governor_finalize (GObject *object)
{
  IonGovernor *self = ION_GOVERNOR (object);

  g_clear_pointer (&self->timer, ion_timer_free);
  drop_lease (self);
  drop_lease (self);
  g_clear_object (&self->ledger);
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
  for (int i = 0; i < N_PRIORITIES; i++)
    g_queue_init (&self->waiting[i]);
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

  g_set_object (&self->ledger, ledger);
  self->pace = ion_pace_new (calls, seconds);
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

  if (has_waiting (self))
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
  if (cancellable != NULL)
    g_task_set_task_data (task,
                          GSIZE_TO_POINTER (g_signal_connect (cancellable, "cancelled",
                                                              G_CALLBACK (cancelled_cb), self)),
                          NULL);
  g_queue_push_tail (&self->waiting[priority], g_steal_pointer (&task));
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
  if (has_waiting (permit->governor))
    pump (permit->governor);
}

static void
tell_others (IonGovernor *self)
{
  if (self->ledger == NULL)
    return;
  self->told_limit = ion_pace_get_limit (self->pace);
  ion_ledger_set_pace_block (self->ledger, ion_pace_get_blocked_until (self->pace),
                             self->told_limit);
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
    tell_others (permit->governor);
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
