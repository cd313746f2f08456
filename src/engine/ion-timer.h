/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonTimer:
 *
 * One alarm that is set again and again, without a new source each time. Lives in the main context
 * that is the thread's default when it is made.
 */
typedef struct _IonTimer IonTimer;
typedef void (*IonTimerFunc) (gpointer user_data);

IonTimer *ion_timer_new (const char *name, IonTimerFunc func, gpointer user_data);
/* Rings in @delay microseconds, or earlier where that was asked for already. */
void ion_timer_ring_in (IonTimer *self, gint64 delay);
void ion_timer_stop (IonTimer *self);
void ion_timer_free (IonTimer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTimer, ion_timer_free)

G_END_DECLS
