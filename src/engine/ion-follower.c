/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-follower.h"

#include "ion-follow-run.h"
#include "ion-timer.h"

/* One background run at a time over what is due; the first question comes a minute after a message
 * was taken, so looking every few seconds is soon enough. */

#define LOOK_EVERY (5 * G_TIME_SPAN_SECOND)

struct _IonFollower
{
  GObject parent_instance;

  IonLedger *ledger; /* (owned) */
  IonGate *gate;     /* (owned) */
  IonFollowerOwner owner;
  GCancellable *stopping; /* (owned) */
  IonTimer *timer;        /* (owned) (nullable) */
  gboolean running;       /* a background run */
  guint asked_for;        /* runs that somebody waits for */
};

G_DEFINE_FINAL_TYPE (IonFollower, ion_follower, G_TYPE_OBJECT)

static gboolean
is_stopping (IonFollower *self)
{
  return g_cancellable_is_cancelled (self->stopping);
}

static void
maybe_finish (IonFollower *self)
{
  if (is_stopping (self) && !self->running && self->asked_for == 0)
    self->owner.finished (self->owner.data);
}

static void
background_cb (IonFollowRun *run, const IonFollowReport *report, gpointer data)
{
  g_autoptr (IonFollower) self = data;

  self->running = FALSE;
  if (report->error != NULL)
    g_info ("Following up: %s", report->error->message);
  if (report->asked > 0)
    self->owner.changed (self->owner.data);
  if (is_stopping (self))
    maybe_finish (self);
  else if (report->wait > 0)
    ion_timer_ring_in (self->timer, report->wait);
  else
    /* Something was due: there may be more. */
    ion_timer_ring_in (self->timer, report->asked > 0 ? 0 : LOOK_EVERY);
}

static void
look (gpointer data)
{
  IonFollower *self = data;

  if (self->running || is_stopping (self))
    return;
  self->running = TRUE;
  ion_follow_run_start (self->ledger, self->gate, NULL, self->owner.now, self->stopping,
                        background_cb, g_object_ref (self));
}

static void
ion_follower_finalize (GObject *object)
{
  IonFollower *self = ION_FOLLOWER (object);

  g_clear_pointer (&self->timer, ion_timer_free);
  g_clear_object (&self->stopping);
  g_clear_object (&self->gate);
  g_clear_object (&self->ledger);

  G_OBJECT_CLASS (ion_follower_parent_class)->finalize (object);
}

static void
ion_follower_class_init (IonFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_follower_finalize;
}

static void
ion_follower_init (IonFollower *self)
{
  self->stopping = g_cancellable_new ();
}

IonFollower *
ion_follower_new (IonLedger *ledger, IonGate *gate, const IonFollowerOwner *owner)
{
  IonFollower *self = g_object_new (ION_TYPE_FOLLOWER, NULL);

  self->ledger = g_object_ref (ledger);
  self->gate = g_object_ref (gate);
  self->owner = *owner;
  return self;
}

void
ion_follower_start (IonFollower *self)
{
  g_return_if_fail (ION_IS_FOLLOWER (self));

  self->timer = ion_timer_new ("ion-follower", look, self);
  look (self);
}

void
ion_follower_stop (IonFollower *self)
{
  g_return_if_fail (ION_IS_FOLLOWER (self));

  g_cancellable_cancel (self->stopping);
  if (self->timer != NULL)
    ion_timer_stop (self->timer);
  maybe_finish (self);
}

/* One campaign now */

static void
followed_cb (IonFollowRun *run, const IonFollowReport *report, gpointer data)
{
  g_autoptr (GTask) task = data;
  IonFollower *self = g_task_get_source_object (task);

  self->asked_for--;
  if (report->asked > 0)
    self->owner.changed (self->owner.data);
  if (report->error != NULL)
    g_task_return_error (task, g_error_copy (report->error));
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_int (task, report->asked);
  maybe_finish (self);
}

void
ion_follower_follow_async (IonFollower *self,
                           const char *campaign_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ION_IS_FOLLOWER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ion_follower_follow_async);
  self->asked_for++;
  ion_follow_run_start (self->ledger, self->gate, campaign_id, self->owner.now,
                        cancellable != NULL ? cancellable : self->stopping, followed_cb, task);
}

gint64
ion_follower_follow_finish (IonFollower *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
