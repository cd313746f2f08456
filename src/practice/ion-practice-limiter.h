/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The gateway's rate limit: so many calls in any so many seconds. Time is an argument, in
 * monotonic microseconds; refused calls do not count. */
typedef struct
{
  gint64 *times; /* (owned): a ring, oldest first from head */
  guint size;
  guint head;
  guint count;
  int calls; /* 0 = no limit */
  int seconds;
} IonPracticeLimiter;

void ion_practice_limiter_init (IonPracticeLimiter *self, int calls, int seconds);
void ion_practice_limiter_clear (IonPracticeLimiter *self);
/* Takes effect at once: calls already counted stay counted. */
void ion_practice_limiter_set_rate (IonPracticeLimiter *self, int calls, int seconds);

/**
 * ion_practice_limiter_take:
 * @remaining: (out): how many more calls would pass now; -1 = no limit
 * @wait: (out): microseconds until a call would pass, 0 if this one did
 *
 * Returns: whether this call passes
 */
gboolean
ion_practice_limiter_take (IonPracticeLimiter *self, gint64 now, int *remaining, gint64 *wait);

G_END_DECLS
