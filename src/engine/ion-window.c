/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The moments of the last calls stand in a ring, in the order of time; two marks in it tell those
 * that still count from those that are only remembered, for comparing with what the platform says
 * that it has counted. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-window.h"

struct _IonWindow
{
  int limit;
  gint64 window;
  gint64 margin;
  int out;       /* given out, not based yet */
  gint64 *times; /* (owned): a ring; its size is a power of two */
  guint mask;    /* size - 1 */
  guint oldest;  /* first remembered; counters run on, and are masked when used */
  guint counted; /* first that counts */
  guint end;     /* one past the last */
};

#define FIRST_SIZE 256

IonWindow *
ion_window_new (int limit, gint64 window)
{
  IonWindow *self = g_new0 (IonWindow, 1);

  self->times = g_new (gint64, FIRST_SIZE);
  self->mask = FIRST_SIZE - 1;
  ion_window_set_rate (self, limit, window);
  return self;
}

void
ion_window_free (IonWindow *self)
{
  g_free (self->times);
  g_free (self);
}

void
ion_window_set_rate (IonWindow *self, int limit, gint64 window)
{
  g_return_if_fail (limit > 0 && window > 0);

  self->limit = limit;
  self->window = window;
}

void
ion_window_set_margin (IonWindow *self, gint64 margin)
{
  self->margin = margin;
}

int
ion_window_get_limit (IonWindow *self)
{
  return self->limit;
}

gint64
ion_window_get_hold (IonWindow *self)
{
  return self->window + self->margin;
}

static gint64
time_at (IonWindow *self, guint index)
{
  return self->times[index & self->mask];
}

static void
grow (IonWindow *self)
{
  guint size = self->mask + 1;
  gint64 *times = g_new (gint64, size * 2);

  for (guint i = self->oldest; i != self->end; i++)
    times[i & (size * 2 - 1)] = time_at (self, i);
  g_free (self->times);
  self->times = times;
  self->mask = size * 2 - 1;
}

static void
expire (IonWindow *self, gint64 now)
{
  gint64 counts_after = now - ion_window_get_hold (self);
  gint64 remembered_after = now - 2 * self->window;

  /* A margin that has grown counts again what it had let go. */
  while (self->counted != self->oldest && time_at (self, self->counted - 1) > counts_after)
    self->counted--;
  while (self->counted != self->end && time_at (self, self->counted) <= counts_after)
    self->counted++;
  while (self->oldest != self->counted && time_at (self, self->oldest) <= remembered_after)
    self->oldest++;
}

int
ion_window_get_used (IonWindow *self, gint64 now)
{
  expire (self, now);
  return self->out + (int) (self->end - self->counted);
}

gboolean
ion_window_take (IonWindow *self, gint64 now)
{
  if (ion_window_get_used (self, now) >= self->limit)
    return FALSE;
  self->out++;
  return TRUE;
}

void
ion_window_base (IonWindow *self, gint64 now)
{
  g_return_if_fail (self->out > 0);

  self->out--;
  if (self->end - self->oldest > self->mask)
    grow (self);
  if (self->end != self->oldest)
    now = MAX (now, time_at (self, self->end - 1));
  self->times[self->end & self->mask] = now;
  self->end++;
}

void
ion_window_give_back (IonWindow *self)
{
  g_return_if_fail (self->out > 0);

  self->out--;
}

gint64
ion_window_get_next (IonWindow *self, gint64 now)
{
  int used = ion_window_get_used (self, now);
  int too_many = used - self->limit;
  guint index;

  if (too_many < 0)
    return 0;
  /* After the limit was lowered, several have to return before one is free. */
  index = self->counted + (guint) too_many;
  if ((int) (self->end - index) <= 0)
    return -1;
  return time_at (self, index) + ion_window_get_hold (self);
}

int
ion_window_count_since (IonWindow *self, gint64 since)
{
  guint low = self->oldest;
  guint high = self->end;

  while (low != high)
    {
      guint middle = low + (high - low) / 2;

      if (time_at (self, middle) > since)
        high = middle;
      else
        low = middle + 1;
    }
  return self->out + (int) (self->end - low);
}
