/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Asking is harmless, so a question may be called off or asked twice; what it brought is written
 * down like any outcome. What cannot be asked about now must not stand in the way of the others: a
 * service whose key does not work has its messages put off by an hour, and so has a message that
 * the platform cannot answer for while it answers for others. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-follow-question.h"

#include "ion-follow-run-private.h"
#include "ion-follow-steps.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-services.h"
#include "ion-verdict.h"

#define PUT_OFF (60 * 60)
/* So many unclear answers in a row are the platform's trouble, not the messages'. */
#define UNCLEAR_MAX 64

struct _IonFollowQuestion
{
  IonFollowRun *run;     /* (not owned) */
  IonDelivery *delivery; /* (owned) */
  const char *service_id;
};

static void
question_end (IonFollowQuestion *question)
{
  IonFollowRun *self = question->run;

  ion_follow_question_free (question);
  self->active--;
  ion_follow_run_go_on (self);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonFollowQuestion *question = data;
  g_autoptr (GError) error = NULL;

  if (!ion_ledger_settle_finish (ION_LEDGER (source), result, &error) &&
      !g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE))
    {
      ion_follow_run_note_error (question->run, error);
      question->run->report.wait = ION_FOLLOW_RUN_WAIT;
    }
  question_end (question);
}

static void
settle (IonFollowQuestion *question,
        IonDeliveryState state,
        gint64 follow_at,
        int step,
        const IonAnswer *answer)
{
  IonSettlement settlement = {
    .delivery_id = question->delivery->id,
    .state = state,
    .now = question->run->now (),
    .follow_at = follow_at,
    .follow_step = step,
    .read = answer != NULL ? answer->read : -1,
    .paid = answer != NULL ? answer->paid : -1,
  };

  if (answer != NULL && (state == ION_DELIVERY_REJECTED || state == ION_DELIVERY_FAILED))
    {
      settlement.reason_code = answer->code;
      settlement.reason_detail = answer->detail;
    }
  ion_ledger_settle_async (question->run->ledger, &settlement, settled_cb, question);
}

/* Delivered messages are followed on where the service may see who read and paid. */
static gboolean
is_more_to_come (const IonAnswer *answer)
{
  return answer->read == 0 || answer->paid == 0;
}

static void
set_next (IonFollowQuestion *question, IonDeliveryState state, const IonAnswer *answer)
{
  const IonDelivery *delivery = question->delivery;
  gboolean goes_on = state == ION_DELIVERY_ACCEPTED ||
                     (state == ION_DELIVERY_DELIVERED && is_more_to_come (answer));
  int step = delivery->follow_step + 1;

  settle (question, state,
          goes_on ? ion_follow_step_at (step, delivery->intended_at, question->run->now ()) : 0,
          step, answer);
}

static void
hold_service (IonFollowQuestion *question, const IonAnswer *answer)
{
  g_autofree char *words = ion_answer_explain (answer);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, words);

  ion_follow_run_note_error (question->run, error);
  /* Told once: monitoring asks the ledger, whoever follows up. */
  if (g_hash_table_add (question->run->without_key, g_strdup (question->service_id)) &&
      answer->http_status == 401)
    ion_ledger_note_key_state (question->run->ledger, question->service_id, "refused",
                               question->run->now (), NULL);
  ion_gate_doubt_key (question->run->gate, question->service_id);
  ion_follow_question_put_off (question);
}

static void
note_unreachable (IonFollowRun *self, const IonAnswer *answer)
{
  g_autofree char *words = ion_answer_explain (answer);
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, words);

  ion_follow_run_note_error (self, error);
}

static void
hold_all (IonFollowQuestion *question, const IonAnswer *answer)
{
  if (!g_cancellable_is_cancelled (question->run->cancellable))
    {
      note_unreachable (question->run, answer);
      question->run->report.wait = ION_FOLLOW_RUN_WAIT;
    }
  question_end (question);
}

/* Whether it is this message or the platform is known when the others were asked about. */
static void
set_aside (IonFollowQuestion *question, const IonAnswer *answer)
{
  IonFollowRun *self = question->run;

  note_unreachable (self, answer);
  g_queue_push_tail (&self->unclear, question);
  if (++self->unclear_in_a_row >= UNCLEAR_MAX)
    self->report.wait = ION_FOLLOW_RUN_WAIT;
  self->active--;
  ion_follow_run_go_on (self);
}

static void
answered_cb (IonAnswer *answer, gpointer data)
{
  IonFollowQuestion *question = data;
  IonFollowRun *self = question->run;
  IonVerdict verdict = ion_verdict (ION_CALL_STATUS, answer);

  if (verdict.effect != ION_EFFECT_CONNECTION)
    ion_ledger_add_calls (self->ledger, question->delivery->campaign_id, 1,
                          verdict.effect == ION_EFFECT_THROTTLE);
  switch (verdict.effect)
    {
    case ION_EFFECT_PAUSE:
      if (answer->kind == ION_ANSWER_SENDER_REFUSED)
        hold_service (question, answer);
      else
        hold_all (question, answer);
      return;
    case ION_EFFECT_CONNECTION:
      hold_all (question, answer);
      return;
    case ION_EFFECT_TROUBLE:
      set_aside (question, answer);
      return;
    case ION_EFFECT_THROTTLE:
      g_queue_push_tail (&self->waiting, g_steal_pointer (&question->delivery));
      question_end (question);
      return;
    default:
      self->report.asked++;
      self->unclear_in_a_row = 0;
      set_next (question,
                verdict.step == ION_STEP_SETTLE ? verdict.state : question->delivery->state,
                answer);
    }
}

static void
permit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonFollowQuestion *question = data;
  IonFollowRun *self = question->run;
  IonPermit *permit = ion_governor_acquire_finish (ION_GOVERNOR (source), result, NULL);

  if (permit == NULL)
    question_end (question);
  else
    ion_gate_status (self->gate, permit, question->service_id, question->delivery->fiscal_code,
                     question->delivery->message_id, self->cancellable, answered_cb, question);
}

IonFollowQuestion *
ion_follow_question_new (IonFollowRun *run, IonDelivery *delivery, const char *service_id)
{
  IonFollowQuestion *self = g_new (IonFollowQuestion, 1);

  *self = (IonFollowQuestion){ run, delivery, service_id };
  return self;
}

void
ion_follow_question_free (gpointer data)
{
  IonFollowQuestion *question = data;

  ion_delivery_free (question->delivery);
  g_free (question);
}

void
ion_follow_question_ask (IonFollowQuestion *question)
{
  IonFollowRun *run = question->run;

  ion_governor_acquire_async (ion_gate_get_governor (run->gate), ION_PRIORITY_FOLLOW,
                              run->cancellable, permit_cb, question);
}

void
ion_follow_question_put_off (IonFollowQuestion *question)
{
  settle (question, question->delivery->state, question->run->now () + PUT_OFF,
          question->delivery->follow_step, NULL);
}

gboolean
ion_follow_question_put_off_unclear (IonFollowRun *run)
{
  if (run->unclear.length == 0)
    return FALSE;
  if (run->report.asked == 0)
    {
      run->report.wait = ION_FOLLOW_RUN_WAIT;
      return FALSE;
    }
  run->active += run->unclear.length;
  while (run->unclear.length > 0)
    ion_follow_question_put_off (g_queue_pop_head (&run->unclear));
  return TRUE;
}
