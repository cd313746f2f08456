/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A sliding window, as strict as the real gateway's: whoever paces against it by a fixed grid of
 * seconds is caught.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-limiter.h"

#define SIZE_AT_FIRST 256

void
ion_practice_limiter_init (IonPracticeLimiter *self, int calls, int seconds)
{
  self->size = SIZE_AT_FIRST;
  self->times = g_new (gint64, self->size);
  self->head = 0;
  self->count = 0;
  ion_practice_limiter_set_rate (self, calls, seconds);
}

void
ion_practice_limiter_clear (IonPracticeLimiter *self)
{
  g_clear_pointer (&self->times, g_free);
}

void
ion_practice_limiter_set_rate (IonPracticeLimiter *self, int calls, int seconds)
{
  self->calls = MAX (calls, 0);
  self->seconds = MAX (seconds, 1);
}

static gint64
time_at (const IonPracticeLimiter *self, guint index)
{
  return self->times[(self->head + index) % self->size];
}

static void
add (IonPracticeLimiter *self, gint64 now)
{
  if (self->count == self->size)
    {
      gint64 *times = g_new (gint64, (gsize) self->size * 2);

      for (guint i = 0; i < self->count; i++)
        times[i] = time_at (self, i);
      g_free (self->times);
      self->times = times;
      self->size *= 2;
      self->head = 0;
    }

  self->times[(self->head + self->count) % self->size] = now;
  self->count++;
}

gboolean
ion_practice_limiter_take (IonPracticeLimiter *self, gint64 now, int *remaining, gint64 *wait)
{
  gint64 window = (gint64) self->seconds * G_USEC_PER_SEC;

  *wait = 0;
  *remaining = -1;

  if (self->calls == 0)
    return TRUE;

  while (self->count > 0 && time_at (self, 0) + window <= now)
    {
      self->head = (self->head + 1) % self->size;
      self->count--;
    }

  if (self->count >= (guint) self->calls)
    {
      *remaining = 0;
      *wait = time_at (self, self->count - (guint) self->calls) + window - now;
      return FALSE;
    }

  add (self, now);
  *remaining = self->calls - (int) self->count;
  return TRUE;
}
