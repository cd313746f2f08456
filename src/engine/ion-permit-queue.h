/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-governor.h"

G_BEGIN_DECLS

/**
 * IonPermitQueue:
 *
 * Three queues of tasks that wait for a permit. Nobody in it outlives its owner: each task holds
 * it.
 */
typedef struct _IonPermitQueue IonPermitQueue;

/* Has @owner look again in @delay microseconds. */
typedef void (*IonWakeInFunc) (gpointer owner, gint64 delay);

IonPermitQueue *ion_permit_queue_new (IonWakeInFunc wake_in, gpointer owner);
void ion_permit_queue_free (IonPermitQueue *self);
gboolean ion_permit_queue_is_empty (IonPermitQueue *self);
/* @task: (transfer full) */
void ion_permit_queue_push (IonPermitQueue *self, IonPriority priority, GTask *task);
/* (transfer full): whose turn it is; not for an empty one */
GTask *ion_permit_queue_pop (IonPermitQueue *self);
/* Answers those who were called off since the last time. */
void ion_permit_queue_sweep (IonPermitQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPermitQueue, ion_permit_queue_free)

G_END_DECLS
