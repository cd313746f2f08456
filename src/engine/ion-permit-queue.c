/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Those who wait for a permit, by priority and then by asking, with a share kept for who would
 * otherwise starve. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-permit-queue.h"

#define N_PRIORITIES 3
#define FOLLOW_SHARE 20 /* one call in so many is kept for it */

struct _IonPermitQueue
{
  GQueue waiting[N_PRIORITIES]; /* (element-type GTask) */
  guint passed_over;            /* calls given to others while a follow-up waited */
  gboolean has_cancelled;
  IonWakeInFunc wake_in;
  gpointer owner;
};

static GQueue *
choose_queue (IonPermitQueue *self)
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
count_given (IonPermitQueue *self, IonPriority priority)
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
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  IonPermitQueue *self = data;

  /* Not here: a task that returns drops its watch, which must not happen inside the signal. */
  self->has_cancelled = TRUE;
  self->wake_in (self->owner, 0);
}

IonPermitQueue *
ion_permit_queue_new (IonWakeInFunc wake_in, gpointer owner)
{
  IonPermitQueue *self = g_new0 (IonPermitQueue, 1);

  for (int i = 0; i < N_PRIORITIES; i++)
    g_queue_init (&self->waiting[i]);
  self->wake_in = wake_in;
  self->owner = owner;
  return self;
}

void
ion_permit_queue_free (IonPermitQueue *self)
{
  g_free (self);
}

gboolean
ion_permit_queue_is_empty (IonPermitQueue *self)
{
  return self->waiting[0].length + self->waiting[1].length + self->waiting[2].length == 0;
}

void
ion_permit_queue_push (IonPermitQueue *self, IonPriority priority, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (cancellable != NULL)
    g_task_set_task_data (task,
                          GSIZE_TO_POINTER (g_signal_connect (cancellable, "cancelled",
                                                              G_CALLBACK (cancelled_cb), self)),
                          NULL);
  g_queue_push_tail (&self->waiting[priority], task);
}

GTask *
ion_permit_queue_pop (IonPermitQueue *self)
{
  GQueue *queue = choose_queue (self);
  GTask *task = g_queue_pop_head (queue);

  count_given (self, queue - self->waiting);
  stop_watching (task);
  return task;
}

void
ion_permit_queue_sweep (IonPermitQueue *self)
{
  if (!self->has_cancelled)
    return;
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
