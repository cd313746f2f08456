/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The platform counts what arrives, the program what leaves. Where the two differ, what is learned
 * is on the safe side: the limit is lowered only when the platform has counted fewer free calls
 * than can be explained by every call that it may have seen. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-pace.h"

#define MARGIN_MIN       (60 * G_TIME_SPAN_MILLISECOND)
#define MARGIN_MAX       (85 * G_TIME_SPAN_MILLISECOND)
#define MARGIN_AFTER_MAX (200 * G_TIME_SPAN_MILLISECOND)
#define MARGIN_STEP      (20 * G_TIME_SPAN_MILLISECOND)
#define SAMPLES          64
#define WAIT_UNTOLD      (1 * G_TIME_SPAN_SECOND)
#define WAIT_MAX         (10 * G_TIME_SPAN_MINUTE)
#define FROM_REPLY_FOR   (30 * G_TIME_SPAN_SECOND)
#define OTHERS_FOR       (10 * G_TIME_SPAN_SECOND)

struct _IonPace
{
  IonWindow *window;  /* (owned): calls of this process */
  IonWindow *refused; /* (owned): those among them that met a 429 */
  int configured;
  gint64 length;
  int learned;
  gint64 blocked_until;
  gint64 from_reply_until;
  gint64 others_until;
  gint64 throttled_at; /* of the last 429; 0 = none */
  gint64 grow_at;
  gint64 margin_floor;
  /* the times of the last answers: how uneven the way is */
  gint64 shortest, longest;
  int samples;
  gint64 longest_known;
};

IonPace *
ion_pace_new (int calls, int seconds)
{
  IonPace *self = g_new0 (IonPace, 1);

  self->window = ion_window_new (calls, seconds * G_TIME_SPAN_SECOND);
  self->refused = ion_window_new (G_MAXINT, seconds * G_TIME_SPAN_SECOND);
  self->margin_floor = MARGIN_MIN;
  self->longest_known = 100 * G_TIME_SPAN_MILLISECOND;
  self->shortest = G_MAXINT64;
  ion_window_set_margin (self->window, MARGIN_MIN);
  ion_pace_set_rate (self, calls, seconds);
  return self;
}

void
ion_pace_free (IonPace *self)
{
  ion_window_free (self->window);
  ion_window_free (self->refused);
  g_free (self);
}

void
ion_pace_set_rate (IonPace *self, int calls, int seconds)
{
  g_return_if_fail (calls > 0 && seconds > 0);

  if (self->configured == calls && self->length == seconds * G_TIME_SPAN_SECOND)
    return;
  self->configured = calls;
  self->learned = calls;
  self->length = seconds * G_TIME_SPAN_SECOND;
  ion_window_set_rate (self->window, calls, self->length);
  ion_window_set_rate (self->refused, G_MAXINT, self->length);
}

IonWindow *
ion_pace_get_window (IonPace *self)
{
  return self->window;
}

int
ion_pace_get_limit (IonPace *self)
{
  return self->learned;
}

void
ion_pace_set_learned (IonPace *self, int limit)
{
  limit = CLAMP (limit, MAX (1, self->configured / 50), self->configured);
  self->learned = limit;
  ion_window_set_rate (self->window, limit, self->length);
}

gint64
ion_pace_get_blocked_until (IonPace *self)
{
  return self->blocked_until;
}

void
ion_pace_block (IonPace *self, gint64 until)
{
  self->blocked_until = MAX (self->blocked_until, until);
}

gboolean
ion_pace_counts_from_reply (IonPace *self, gint64 now)
{
  return now < self->from_reply_until;
}

void
ion_pace_note_others (IonPace *self, gint64 now)
{
  self->others_until = now + OTHERS_FOR;
}

static void
update_margin (IonPace *self)
{
  gint64 spread = self->longest - self->shortest;

  ion_window_set_margin (self->window,
                         MAX (self->margin_floor, CLAMP (spread, MARGIN_MIN, MARGIN_MAX)));
  self->longest_known = MAX (100 * G_TIME_SPAN_MILLISECOND, self->longest);
}

static void
sample (IonPace *self, gint64 taken)
{
  self->shortest = MIN (self->shortest, taken);
  self->longest = MAX (self->longest, taken);
  if (++self->samples < SAMPLES)
    return;
  update_margin (self);
  self->samples = 0;
  self->shortest = G_MAXINT64;
  self->longest = 0;
}

/* Calls of ours that the platform may have counted, among those that left after @since. */
static int
count_taken (IonPace *self, gint64 since)
{
  return MAX (0, ion_window_count_since (self->window, since) -
                     ion_window_count_since (self->refused, since));
}

/* A 429. The first one is taken for jitter, further ones for a lower limit. Those that were already
 * on their way when it came tell nothing new. */
static void
learn_throttled (IonPace *self, const IonAnswer *answer, gint64 departed, gint64 now)
{
  gint64 wait = answer->retry_after > 0 ? MIN (answer->retry_after, WAIT_MAX) : WAIT_UNTOLD;
  gboolean same = self->throttled_at != 0 && departed <= self->throttled_at;

  ion_window_take (self->refused, now);
  ion_window_base (self->refused, departed);
  ion_pace_block (self, now + wait);
  if (same)
    return;
  g_debug ("429 with %d of %d calls in the last window, margin %d ms, %s",
           count_taken (self, now - self->length), self->learned,
           (int) ((ion_window_get_hold (self->window) - self->length) / 1000),
           ion_pace_counts_from_reply (self, now) ? "from the reply" : "from departure");
  if (ion_pace_counts_from_reply (self, now))
    ion_pace_set_learned (self, self->learned * 4 / 5);
  else
    self->margin_floor = MIN (self->margin_floor + MARGIN_STEP, MARGIN_AFTER_MAX);
  self->throttled_at = now;
  self->from_reply_until = self->blocked_until + FROM_REPLY_FOR;
  self->grow_at = self->blocked_until + self->length;
}

static gboolean
grow (IonPace *self, int step, gint64 now)
{
  if (self->learned >= self->configured || now < self->grow_at)
    return FALSE;
  self->grow_at = now + self->length / 2;
  ion_pace_set_learned (self, self->learned + MAX (1, step));
  return TRUE;
}

/* Room is proved by more free calls than the least that it can have counted explains. */
static gboolean
grow_into (IonPace *self, int remaining, gint64 now)
{
  int least = remaining + count_taken (self, now - self->length);
  int room = least - self->learned;

  if (room < MAX (1, self->configured / 20))
    return FALSE;
  return grow (self, room / 2, now);
}

static gboolean
learn_remaining (IonPace *self, int remaining, gint64 departed, gint64 now)
{
  int most = remaining + count_taken (self, departed - self->length - self->longest_known);

  if (now < self->others_until || most >= self->learned)
    return grow_into (self, remaining, now);
  ion_pace_set_learned (self, most);
  self->grow_at = now + self->length;
  return TRUE;
}

gboolean
ion_pace_learn (IonPace *self, const IonAnswer *answer, gint64 departed, gint64 now)
{
  if (answer->kind == ION_ANSWER_THROTTLED)
    {
      learn_throttled (self, answer, departed, now);
      return TRUE;
    }
  if (answer->kind == ION_ANSWER_NOTHING_LEFT || answer->kind == ION_ANSWER_UNCLEAR)
    return FALSE;
  sample (self, now - departed);
  if (answer->remaining >= 0)
    return learn_remaining (self, answer->remaining, departed, now);
  return grow (self, self->configured / 20, now);
}
