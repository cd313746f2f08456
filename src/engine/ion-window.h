/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonWindow:
 *
 * A sliding window of calls: at most @limit in any @window microseconds, counted from the moment at
 * which each one left (or was answered, as its owner chooses) and held @margin longer, since what
 * leaves evenly does not arrive evenly. Pure: time is an argument and never goes back.
 */
typedef struct _IonWindow IonWindow;

IonWindow *ion_window_new (int limit, gint64 window);
void ion_window_free (IonWindow *self);
void ion_window_set_rate (IonWindow *self, int limit, gint64 window);
void ion_window_set_margin (IonWindow *self, gint64 margin);
int ion_window_get_limit (IonWindow *self);
/* How long a call counts from its departure on, microseconds. */
gint64 ion_window_get_hold (IonWindow *self);

/* One permit is given out: it counts, and for how long is not known yet. FALSE when none is free.
 */
gboolean ion_window_take (IonWindow *self, gint64 now);
/* Its call left (or was answered) now: it counts until now + hold. */
void ion_window_base (IonWindow *self, gint64 now);
/* It was not used: it never counted. */
void ion_window_give_back (IonWindow *self);

int ion_window_get_used (IonWindow *self, gint64 now);
/* When the next permit returns; 0 = one is free now, -1 = when one that is out is based. */
gint64 ion_window_get_next (IonWindow *self, gint64 now);
/* Calls based after @since, and those that are out: twice the window is remembered. */
int ion_window_count_since (IonWindow *self, gint64 since);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonWindow, ion_window_free)

G_END_DECLS
