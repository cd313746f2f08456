/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What the deliveries of a campaign tell: answers, which the ledger counts and the mood weighs, and
 * outcomes, which wait here while the disk takes none. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-sender-private.h"

#include "ion-boot-time.h"
#include "ion-ledger-campaigns.h"

#define LEDGER_RETRY G_TIME_SPAN_SECOND
#define COUNT_EVERY  256

void
ion_sender_flush_counts (IonSender *self)
{
  if (self->calls > 0 || self->throttled > 0)
    ion_ledger_add_calls (self->ledger, self->campaign->id, self->calls, self->throttled);
  self->calls = 0;
  self->throttled = 0;
}

/* The owner keeps apart what it knows already: it outlives this campaign. */
static void
tell_connection (IonSender *self, const IonAnswer *answer)
{
  g_autofree char *explanation = NULL;

  if (ion_sender_mood_is_connected (self->mood))
    {
      self->owner.connection (TRUE, NULL, self->owner.data);
      return;
    }
  explanation = ion_answer_explain (answer);
  self->owner.connection (FALSE, explanation, self->owner.data);
}

static void
answered_cb (IonCall call, const IonAnswer *answer, const IonVerdict *verdict, gpointer data)
{
  IonSender *self = data;
  gint64 now = ion_boot_time_now ();
  g_autofree char *detail = NULL;
  const char *code;

  if (verdict->effect != ION_EFFECT_CONNECTION)
    self->calls++;
  if (verdict->effect == ION_EFFECT_THROTTLE)
    self->throttled++;
  if (self->calls >= COUNT_EVERY)
    ion_sender_flush_counts (self);
  code = ion_sender_mood_feel (self->mood, call, answer, verdict, now, &detail);
  tell_connection (self, answer);
  if (code != NULL)
    ion_sender_pause_for (self, code, detail);
}

static void
take_tranche (IonSender *self, int change)
{
  if (self->tranche_left >= 0)
    self->tranche_left -= change;
  self->owner.submitting (self, change, self->owner.data);
}

static void
intended_cb (gpointer data)
{
  IonSender *self = data;

  self->in_flight++;
  take_tranche (self, 1);
}

static void
concluded_cb (gboolean withdrawn, gpointer data)
{
  IonSender *self = data;

  self->in_flight--;
  if (withdrawn)
    take_tranche (self, -1);
}

void
ion_sender_ledger_failed (IonSender *self, const GError *error)
{
  if (self->ledger_ok)
    {
      g_info ("The ledger cannot be written: %s", error->message);
      self->ledger_ok = FALSE;
      self->owner.ledger (FALSE, error->message, self->owner.data);
    }
  ion_timer_ring_in (self->timer, LEDGER_RETRY);
}

static void
unwritten_cb (IonDispatch *dispatch, const GError *error, gpointer data)
{
  IonSender *self = data;

  if (dispatch != NULL)
    g_ptr_array_add (self->unwritten, dispatch);
  ion_sender_ledger_failed (self, error);
}

static void
ledger_works (IonSender *self)
{
  self->ledger_ok = TRUE;
  self->owner.ledger (TRUE, NULL, self->owner.data);
}

static void
ended_cb (IonDispatch *dispatch, IonDelivery *delivery, IonDispatchEnd how, gpointer data)
{
  /* Its owner may let it go as soon as nothing is on its way any more. */
  g_autoptr (IonSender) self = g_object_ref (data);
  g_autoptr (IonDelivery) mine = delivery;

  self->active--;
  if (how == ION_DISPATCH_AGAIN)
    g_queue_push_tail (&self->again, g_steal_pointer (&mine));
  if (how == ION_DISPATCH_STOPPED)
    ion_sender_stop (self);
  if (how == ION_DISPATCH_SETTLED || how == ION_DISPATCH_REACHED)
    {
      if (self->unwritten->len == 0)
        ledger_works (self);
      self->owner.changed (self->owner.data);
    }
  /* An end that does not tell whether the ledger can be written again: the next one may. */
  if (!self->ledger_ok && !ion_sender_is_stopping (self))
    ion_timer_ring_in (self->timer, LEDGER_RETRY);
  ion_sender_fill (self);
}

void
ion_sender_retry_unwritten (IonSender *self)
{
  g_autoptr (GPtrArray) unwritten = g_steal_pointer (&self->unwritten);

  self->unwritten = g_ptr_array_new ();
  for (guint i = 0; i < unwritten->len; i++)
    ion_dispatch_settle_again (g_ptr_array_index (unwritten, i));
  self->probing = unwritten->len == 0;
}

void
ion_sender_abandon (IonSender *self)
{
  g_autoptr (GPtrArray) unwritten = NULL;

  g_return_if_fail (ION_IS_SENDER (self));

  unwritten = g_steal_pointer (&self->unwritten);
  self->unwritten = g_ptr_array_new ();
  for (guint i = 0; i < unwritten->len; i++)
    ion_dispatch_abandon (g_ptr_array_index (unwritten, i));
}

void
ion_sender_listen (IonSender *self)
{
  self->way = (IonDispatchWay){
    .ledger = self->ledger,
    .gate = self->gate,
    .campaign = self->campaign,
    .stopping = self->stopping,
    .now = self->owner.now,
    .answered = answered_cb,
    .intended = intended_cb,
    .concluded = concluded_cb,
    .unwritten = unwritten_cb,
    .ended = ended_cb,
    .data = self,
  };
}
