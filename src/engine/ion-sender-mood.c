/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* "In a row" needs care when several calls are on their way at once: what was under way when a wait
 * began belongs to the same round, and each kind of call has its own row, since reach may answer
 * well while no message is taken. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-sender-mood.h"

#define N_CALLS 3

struct _IonSenderMood
{
  IonSenderPatience patience;
  guint refusals;        /* equal ones in a row */
  char *refusal_code;    /* (owned) (nullable) */
  guint rounds[N_CALLS]; /* of trouble, in a row */
  gint64 wait_until;
  gint64 lost_since; /* 0 = connected */
  gint64 connection_wait;
};

IonSenderMood *
ion_sender_mood_new (const IonSenderPatience *patience)
{
  IonSenderMood *self = g_new0 (IonSenderMood, 1);

  self->patience = *patience;
  return self;
}

void
ion_sender_mood_free (IonSenderMood *self)
{
  g_free (self->refusal_code);
  g_free (self);
}

gint64
ion_sender_mood_get_wait (IonSenderMood *self, gint64 now)
{
  return MAX (self->wait_until - now, 0);
}

gboolean
ion_sender_mood_is_connected (IonSenderMood *self)
{
  return self->lost_since == 0;
}

static const char *
feel_refusal (IonSenderMood *self, const IonAnswer *answer)
{
  if (g_strcmp0 (self->refusal_code, answer->code) != 0)
    {
      self->refusals = 0;
      g_free (self->refusal_code);
      self->refusal_code = g_strdup (answer->code);
    }
  self->refusals++;
  if (self->refusals < self->patience.equal_refusals)
    return NULL;
  self->refusals = 0;
  return "equal-refusals";
}

static const char *
feel_trouble (IonSenderMood *self, IonCall call, gint64 now)
{
  gint64 wait = self->patience.trouble_wait;

  if (now < self->wait_until)
    return NULL;
  self->rounds[call]++;
  if (self->rounds[call] >= self->patience.trouble_rounds)
    return "platform-trouble";
  for (guint i = 1; i < self->rounds[call]; i++)
    wait *= 3;
  self->wait_until = now + wait;
  return NULL;
}

static const char *
feel_no_connection (IonSenderMood *self, gint64 now)
{
  if (self->lost_since == 0)
    {
      self->lost_since = now;
      self->connection_wait = self->patience.connection_wait;
    }
  else if (now - self->lost_since >= self->patience.connection_patience)
    return "no-connection";
  if (now < self->wait_until)
    return NULL;
  self->wait_until = now + self->connection_wait;
  self->connection_wait = MIN (self->connection_wait * 2, self->patience.connection_wait_max);
  return NULL;
}

static const char *
feel (IonSenderMood *self,
      IonCall call,
      const IonAnswer *answer,
      const IonVerdict *verdict,
      gint64 now)
{
  switch (verdict->effect)
    {
    case ION_EFFECT_PAUSE:
      return verdict->pause_code;
    case ION_EFFECT_REFUSAL:
      self->rounds[call] = 0;
      return feel_refusal (self, answer);
    case ION_EFFECT_TROUBLE:
      return feel_trouble (self, call, now);
    case ION_EFFECT_CONNECTION:
      return feel_no_connection (self, now);
    case ION_EFFECT_NONE:
      self->rounds[call] = 0;
      if (call == ION_CALL_SUBMIT)
        self->refusals = 0;
      return NULL;
    case ION_EFFECT_THROTTLE:
    default:
      return NULL;
    }
}

/* Our words, then the platform's. */
static char *
write_detail (const IonAnswer *answer)
{
  g_autofree char *explanation = ion_answer_explain (answer);

  if (answer->code == NULL)
    return g_steal_pointer (&explanation);
  if (answer->detail == NULL)
    return g_strdup_printf ("%s (%s)", explanation, answer->code);
  return g_strdup_printf ("%s (%s: %s)", explanation, answer->code, answer->detail);
}

const char *
ion_sender_mood_feel (IonSenderMood *self,
                      IonCall call,
                      const IonAnswer *answer,
                      const IonVerdict *verdict,
                      gint64 now,
                      char **detail)
{
  const char *code;

  *detail = NULL;
  /* Called off by ourselves: says nothing about the platform. */
  if (answer->kind == ION_ANSWER_NOTHING_LEFT && g_strcmp0 (answer->code, "cancelled") == 0)
    return NULL;
  if (verdict->effect != ION_EFFECT_CONNECTION)
    self->lost_since = 0;
  code = feel (self, call, answer, verdict, now);
  if (code != NULL)
    *detail = write_detail (answer);
  return code;
}
