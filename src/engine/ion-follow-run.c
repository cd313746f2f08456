/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Asking is harmless, so a question may be called off or asked twice; what it brought is written
 * down like any outcome. What cannot be asked about now must not stand in the way of the others: a
 * service whose key does not work has its messages put off by an hour, and so has a message that
 * the platform cannot answer for while it answers for others. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-follow-run.h"

#include "ion-follow-page.h"
#include "ion-follow-steps.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-services.h"
#include "ion-verdict.h"

#define AT_ONCE    8
#define PUT_OFF    (60 * 60)
#define WAIT_AFTER (30 * G_TIME_SPAN_SECOND)
/* So many unclear answers in a row are the platform's trouble, not the messages'. */
#define UNCLEAR_MAX 64

typedef struct
{
  IonFollowRun *run;
  IonDelivery *delivery; /* (owned) */
  const char *service_id;
} Question;

struct _IonFollowRun
{
  IonLedger *ledger; /* (owned) */
  IonGate *gate;     /* (owned) */
  char *campaign_id; /* (owned) (nullable) */
  gint64 (*now) (void);
  GCancellable *cancellable; /* (owned) */
  IonFollowRunFunc func;
  gpointer user_data;

  GHashTable *services;    /* (owned) (element-type utf8 utf8): of the campaigns met */
  GHashTable *with_key;    /* (owned) (element-type utf8): services whose key was read just now */
  GHashTable *without_key; /* (owned) (element-type utf8): services whose key does not work */
  GQueue waiting;          /* (element-type IonDelivery) */
  GQueue unclear;          /* (element-type Question): not answered for */
  guint unclear_in_a_row;
  gint64 read_up_to;
  gboolean busy; /* reading, or loading a key */
  gboolean at_end;
  guint active;
  IonFollowReport report;
};

static void go_on (IonFollowRun *self);

static void
question_free (gpointer data)
{
  Question *question = data;

  ion_delivery_free (question->delivery);
  g_free (question);
}

static void
run_free (IonFollowRun *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) ion_delivery_free);
  g_queue_clear_full (&self->unclear, question_free);
  g_hash_table_unref (self->services);
  g_hash_table_unref (self->with_key);
  g_hash_table_unref (self->without_key);
  g_clear_error (&self->report.error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->gate);
  g_clear_object (&self->ledger);
  g_free (self->campaign_id);
  g_free (self);
}

static gboolean
is_ending (IonFollowRun *self)
{
  return self->report.wait > 0 || g_cancellable_is_cancelled (self->cancellable);
}

static void
note_error (IonFollowRun *self, const GError *error)
{
  if (self->report.error == NULL)
    self->report.error = g_error_copy (error);
}

/* All of a campaign, but not what is settled for good or cannot be asked about. */
static gboolean
is_wanted (const IonDelivery *delivery)
{
  if (delivery->message_id == NULL || delivery->fiscal_code == NULL ||
      *delivery->fiscal_code == '\0')
    return FALSE;
  return delivery->state == ION_DELIVERY_ACCEPTED || delivery->follow_at != 0;
}

static void
take_found (IonFollowRun *self, IonFollowPage *found)
{
  GHashTableIter iter;
  gpointer campaign, service;

  g_hash_table_iter_init (&iter, found->services);
  while (g_hash_table_iter_next (&iter, &campaign, &service))
    g_hash_table_replace (self->services, g_strdup (campaign), g_strdup (service));
  self->at_end = self->campaign_id == NULL || found->rows->len < ION_FOLLOW_PAGE_MAX;
  for (guint i = 0; i < found->rows->len; i++)
    {
      IonDelivery *delivery = g_ptr_array_index (found->rows, i);

      self->read_up_to = MAX (self->read_up_to, delivery->id);
      if (is_wanted (delivery) && g_hash_table_contains (self->services, delivery->campaign_id))
        g_queue_push_tail (&self->waiting, delivery);
      else
        ion_delivery_free (delivery);
    }
  g_ptr_array_set_free_func (found->rows, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonFollowRun *self = data;
  g_autoptr (GError) error = NULL;
  IonFollowPage *found = ion_follow_page_read_finish (result, &error);

  self->busy = FALSE;
  if (found != NULL)
    {
      take_found (self, found);
      ion_follow_page_free (found);
    }
  else
    {
      note_error (self, error);
      self->at_end = TRUE;
      self->report.wait = WAIT_AFTER;
    }
  go_on (self);
}

static void
read_more (IonFollowRun *self)
{
  self->busy = TRUE;
  ion_follow_page_read_async (self->ledger, self->campaign_id, self->read_up_to, self->now (),
                              read_cb, self);
}

/* One question */

static void
question_end (Question *question)
{
  IonFollowRun *self = question->run;

  question_free (question);
  self->active--;
  go_on (self);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;

  if (!ion_ledger_settle_finish (ION_LEDGER (source), result, &error) &&
      !g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE))
    {
      note_error (question->run, error);
      question->run->report.wait = WAIT_AFTER;
    }
  question_end (question);
}

static void
settle (Question *question,
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
set_next (Question *question, IonDeliveryState state, const IonAnswer *answer)
{
  const IonDelivery *delivery = question->delivery;
  gboolean goes_on = state == ION_DELIVERY_ACCEPTED ||
                     (state == ION_DELIVERY_DELIVERED && is_more_to_come (answer));
  int step = delivery->follow_step + 1;

  settle (question, state,
          goes_on ? ion_follow_step_at (step, delivery->intended_at, question->run->now ()) : 0,
          step, answer);
}

/* Not by the table's step but later: a person has to do something first. */
static void
put_off (Question *question)
{
  settle (question, question->delivery->state, question->run->now () + PUT_OFF,
          question->delivery->follow_step, NULL);
}

static void
hold_service (Question *question, const IonAnswer *answer)
{
  g_autofree char *words = ion_answer_explain (answer);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, words);

  note_error (question->run, error);
  /* Told once: monitoring asks the ledger, whoever follows up. */
  if (g_hash_table_add (question->run->without_key, g_strdup (question->service_id)) &&
      answer->http_status == 401)
    ion_ledger_note_key_state (question->run->ledger, question->service_id, "refused",
                               question->run->now (), NULL);
  ion_gate_doubt_key (question->run->gate, question->service_id);
  put_off (question);
}

static void
note_unreachable (IonFollowRun *self, const IonAnswer *answer)
{
  g_autofree char *words = ion_answer_explain (answer);
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, words);

  note_error (self, error);
}

static void
hold_all (Question *question, const IonAnswer *answer)
{
  if (!g_cancellable_is_cancelled (question->run->cancellable))
    {
      note_unreachable (question->run, answer);
      question->run->report.wait = WAIT_AFTER;
    }
  question_end (question);
}

/* Whether it is this message or the platform is known when the others were asked about. */
static void
set_aside (Question *question, const IonAnswer *answer)
{
  IonFollowRun *self = question->run;

  note_unreachable (self, answer);
  g_queue_push_tail (&self->unclear, question);
  if (++self->unclear_in_a_row >= UNCLEAR_MAX)
    self->report.wait = WAIT_AFTER;
  self->active--;
  go_on (self);
}

/* FALSE where there is nothing to put off. */
static gboolean
put_off_unclear (IonFollowRun *self)
{
  if (self->unclear.length == 0)
    return FALSE;
  if (self->report.asked == 0)
    {
      self->report.wait = WAIT_AFTER;
      return FALSE;
    }
  self->active += self->unclear.length;
  while (self->unclear.length > 0)
    put_off (g_queue_pop_head (&self->unclear));
  return TRUE;
}

static void
answered_cb (IonAnswer *answer, gpointer data)
{
  Question *question = data;
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
  Question *question = data;
  IonFollowRun *self = question->run;
  IonPermit *permit = ion_governor_acquire_finish (ION_GOVERNOR (source), result, NULL);

  if (permit == NULL)
    question_end (question);
  else
    ion_gate_status (self->gate, permit, question->service_id, question->delivery->fiscal_code,
                     question->delivery->message_id, self->cancellable, answered_cb, question);
}

/* The run */

static void
key_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonFollowRun *self = data;
  const IonDelivery *delivery = g_queue_peek_head (&self->waiting);
  const char *service_id = g_hash_table_lookup (self->services, delivery->campaign_id);
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (!ion_gate_load_key_finish (ION_GATE (source), result, &error))
    note_error (self, error);
  g_hash_table_add (error == NULL ? self->with_key : self->without_key, g_strdup (service_id));
  go_on (self);
}

/* FALSE while a key has to be read first: anew in each run, since it may have been replaced. */
static gboolean
ask_next (IonFollowRun *self)
{
  const IonDelivery *next = g_queue_peek_head (&self->waiting);
  const char *service_id = g_hash_table_lookup (self->services, next->campaign_id);
  gboolean is_held = g_hash_table_contains (self->without_key, service_id);
  Question *question;

  if (!is_held && !g_hash_table_contains (self->with_key, service_id))
    {
      self->busy = TRUE;
      ion_gate_load_key_async (self->gate, service_id, key_cb, self);
      return FALSE;
    }
  question = g_new (Question, 1);
  *question = (Question){ self, g_queue_pop_head (&self->waiting), service_id };
  self->active++;
  if (is_held)
    put_off (question);
  else
    ion_governor_acquire_async (ion_gate_get_governor (self->gate), ION_PRIORITY_FOLLOW,
                                self->cancellable, permit_cb, question);
  return TRUE;
}

static void
go_on (IonFollowRun *self)
{
  if (self->busy)
    return;
  if (!is_ending (self))
    {
      while (self->active < AT_ONCE && self->waiting.length > 0)
        if (!ask_next (self))
          return;
      if (self->waiting.length == 0 && !self->at_end)
        {
          read_more (self);
          return;
        }
    }
  if (self->active > 0 || put_off_unclear (self))
    return;
  self->func (self, &self->report, self->user_data);
  run_free (self);
}

IonFollowRun *
ion_follow_run_start (IonLedger *ledger,
                      IonGate *gate,
                      const char *campaign_id,
                      gint64 (*now) (void),
                      GCancellable *cancellable,
                      IonFollowRunFunc func,
                      gpointer user_data)
{
  IonFollowRun *self = g_new0 (IonFollowRun, 1);

  self->ledger = g_object_ref (ledger);
  self->gate = g_object_ref (gate);
  self->campaign_id = g_strdup (campaign_id);
  self->now = now;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  self->func = func;
  self->user_data = user_data;
  self->services = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->with_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->without_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
  g_queue_init (&self->unclear);
  read_more (self);
  return self;
}
