/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The permit is had before the intent is written: an intent waits for its commit only, never for
 * the pace, and there are never more of them than dispatches. From the intent to the outcome
 * nothing can be called off. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-dispatch.h"

#include "ion-follow-steps.h"
#include "ion-governor-private.h"
#include "ion-ledger-services.h"
#include "ion-value-error.h"

#define REACH_HOLDS (24 * 60 * 60)

struct _IonDispatch
{
  const IonDispatchWay *way;
  IonDelivery *delivery;  /* (owned) */
  IonMessage *message;    /* (owned) (nullable): from the rendering on */
  IonPermit *permit;      /* (owned) (nullable): while the intent is being written */
  IonAnswer *answer;      /* (owned) (nullable): of the last call */
  gboolean intended;      /* durably */
  IonDeliveryState state; /* what it is to become */
  char *reason;           /* (owned) (nullable): where no answer gives it */
};

static void render (IonDispatch *self);

static void
end (IonDispatch *self, IonDispatchEnd how)
{
  const IonDispatchWay *way = self->way;

  if (self->intended)
    way->concluded (how == ION_DISPATCH_AGAIN, way->data);
  g_clear_pointer (&self->message, ion_message_free);
  g_clear_pointer (&self->answer, ion_answer_unref);
  g_clear_pointer (&self->reason, g_free);
  if (self->permit != NULL)
    ion_permit_release (g_steal_pointer (&self->permit));
  way->ended (self, g_steal_pointer (&self->delivery), how, way->data);
  g_free (self);
}

/* The outcome */

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonDispatch *self = data;
  g_autoptr (GError) error = NULL;

  if (!ion_ledger_settle_finish (ION_LEDGER (source), result, &error))
    {
      if (g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE) ||
          g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND))
        {
          g_info ("Row %" G_GINT64_FORMAT " was changed by somebody else", self->delivery->row);
          end (self, ION_DISPATCH_GONE);
        }
      else
        self->way->unwritten (self, error, self->way->data);
      return;
    }
  end (self, self->state == ION_DELIVERY_PENDING ? ION_DISPATCH_AGAIN : ION_DISPATCH_SETTLED);
}

static void
settle (IonDispatch *self)
{
  const IonAnswer *answer = self->answer;
  gint64 now = self->way->now ();
  gboolean follows = self->state == ION_DELIVERY_ACCEPTED && answer->message_id != NULL;
  IonSettlement settlement = {
    .delivery_id = self->delivery->id,
    .state = self->state,
    .now = now,
    .follow_at = follows ? ion_follow_step_at (0, now, now) : 0,
    .read = -1,
    .paid = -1,
  };

  if (self->reason != NULL)
    settlement.reason_code = self->reason;
  else if (answer != NULL && self->state != ION_DELIVERY_ACCEPTED &&
           self->state != ION_DELIVERY_PENDING)
    settlement.reason_code = answer->code;
  if (answer != NULL && settlement.reason_code != NULL)
    settlement.reason_detail = answer->detail;
  if (answer != NULL)
    settlement.message_id = answer->message_id;
  ion_ledger_settle_async (self->way->ledger, &settlement, settled_cb, self);
}

static void
settle_as (IonDispatch *self, IonDeliveryState state)
{
  self->state = state;
  settle (self);
}

/* Settles without a call. */
static void
refuse (IonDispatch *self, const char *reason)
{
  self->reason = g_strdup (reason);
  g_clear_pointer (&self->answer, ion_answer_unref);
  settle_as (self, ION_DELIVERY_REFUSED);
}

/* The submission */

static void
submitted_cb (IonAnswer *answer, gpointer data)
{
  IonDispatch *self = data;
  IonVerdict verdict = ion_verdict (ION_CALL_SUBMIT, answer);

  g_clear_pointer (&self->answer, ion_answer_unref);
  self->answer = ion_answer_ref (answer);
  self->way->answered (ION_CALL_SUBMIT, answer, &verdict, self->way->data);
  settle_as (self, verdict.state);
}

static void
intended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonDispatch *self = data;
  g_autoptr (GError) error = NULL;

  if (ion_ledger_intend_finish (ION_LEDGER (source), result, &error))
    {
      self->intended = TRUE;
      self->way->intended (self->way->data);
      ion_gate_submit (self->way->gate, g_steal_pointer (&self->permit),
                       self->way->campaign->service_id, self->message, submitted_cb, self);
    }
  else if (g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_STOPPED))
    end (self, ION_DISPATCH_STOPPED);
  else if (g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_ALREADY_NOTIFIED))
    end (self, ION_DISPATCH_SETTLED);
  else if (g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE) ||
           g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND))
    end (self, ION_DISPATCH_GONE);
  else
    {
      self->way->unwritten (NULL, error, self->way->data);
      end (self, ION_DISPATCH_AGAIN);
    }
}

static void
intend (IonDispatch *self, IonPermit *permit)
{
  self->permit = permit;
  if (g_cancellable_is_cancelled (self->way->stopping))
    {
      end (self, ION_DISPATCH_STOPPED);
      return;
    }
  ion_ledger_intend_async (self->way->ledger, self->delivery->id, self->way->now (),
                           self->message->language, intended_cb, self);
}

static void
send_permit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonDispatch *self = data;
  IonPermit *permit = ion_governor_acquire_finish (ION_GOVERNOR (source), result, NULL);

  if (permit == NULL)
    end (self, ION_DISPATCH_STOPPED);
  else
    intend (self, permit);
}

static void
ask_to_send (IonDispatch *self)
{
  IonGovernor *governor = ion_gate_get_governor (self->way->gate);
  IonPermit *permit = ion_governor_try_acquire (governor);

  if (permit != NULL)
    intend (self, permit);
  else
    ion_governor_acquire_async (governor, ION_PRIORITY_SEND, self->way->stopping, send_permit_cb,
                                self);
}

/* The message */

/* Returns: (transfer full): the code under which equal mistakes are grouped */
static char *
name_render_error (const GError *error)
{
  const char *name = "failed";

  if (error->domain == ION_TEMPLATE_ERROR)
    name = ion_template_error_get_name (error->code);
  else if (error->domain == ION_MESSAGE_ERROR)
    name = ion_message_error_get_name (error->code);
  else if (error->domain == ION_VALUE_ERROR)
    name = ion_value_error_get_name (error->code);
  return g_strconcat ("render ", name, NULL);
}

static void
render (IonDispatch *self)
{
  const IonDelivery *delivery = self->delivery;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->message, ion_message_free);
  self->message = ion_renderer_render (self->way->renderer, delivery->fiscal_code, delivery->fields,
                                       delivery->reach_language, &error);
  if (self->message == NULL)
    {
      g_autofree char *reason = name_render_error (error);

      /* Only the code: the error's words could repeat a value of the row. */
      refuse (self, reason);
      return;
    }
  ask_to_send (self);
}

/* The reach call */

static void
reachable (IonDispatch *self, const IonAnswer *answer)
{
  IonDelivery *delivery = self->delivery;

  delivery->reached_at = self->way->now ();
  g_free (delivery->reach_language);
  delivery->reach_language = g_strdup (answer->language);
  ion_ledger_note_reach (self->way->ledger, self->way->campaign->service_id, delivery->id,
                         answer->language, delivery->reached_at);
  if (self->way->campaign->reach_only)
    end (self, ION_DISPATCH_REACHED);
  else if (g_cancellable_is_cancelled (self->way->stopping))
    end (self, ION_DISPATCH_STOPPED);
  else
    render (self);
}

static void
reached_cb (IonAnswer *answer, gpointer data)
{
  IonDispatch *self = data;
  IonVerdict verdict = ion_verdict (ION_CALL_REACH, answer);

  if (g_cancellable_is_cancelled (self->way->stopping) && verdict.step == ION_STEP_AGAIN &&
      verdict.effect != ION_EFFECT_PAUSE)
    {
      end (self, ION_DISPATCH_STOPPED);
      return;
    }
  self->way->answered (ION_CALL_REACH, answer, &verdict, self->way->data);
  if (verdict.step == ION_STEP_GO_ON)
    reachable (self, answer);
  else if (verdict.step == ION_STEP_AGAIN)
    end (self, ION_DISPATCH_AGAIN);
  else
    {
      g_clear_pointer (&self->answer, ion_answer_unref);
      self->answer = ion_answer_ref (answer);
      settle_as (self, verdict.state);
    }
}

static void
reach (IonDispatch *self, IonPermit *permit)
{
  ion_gate_reach (self->way->gate, permit, self->way->campaign->service_id,
                  self->delivery->fiscal_code, self->way->stopping, reached_cb, self);
}

static void
reach_permit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonDispatch *self = data;
  IonPermit *permit = ion_governor_acquire_finish (ION_GOVERNOR (source), result, NULL);

  if (permit == NULL)
    end (self, ION_DISPATCH_STOPPED);
  else
    reach (self, permit);
}

static void
ask_to_reach (IonDispatch *self)
{
  IonGovernor *governor = ion_gate_get_governor (self->way->gate);
  IonPermit *permit = ion_governor_try_acquire (governor);

  if (permit != NULL)
    reach (self, permit);
  else
    ion_governor_acquire_async (governor, ION_PRIORITY_REACH, self->way->stopping, reach_permit_cb,
                                self);
}

/* Public */

IonDispatch *
ion_dispatch_start (const IonDispatchWay *way, IonDelivery *delivery)
{
  IonDispatch *self = g_new0 (IonDispatch, 1);
  gint64 reached_at = delivery->reached_at;

  self->way = way;
  self->delivery = delivery;
  if (way->campaign->is_test && !ion_ledger_is_test_recipient (way->ledger, delivery->fiscal_code))
    refuse (self, "not-a-test-recipient");
  else if (reached_at != 0 && way->now () - reached_at < REACH_HOLDS)
    render (self);
  else
    ask_to_reach (self);
  return self;
}

void
ion_dispatch_settle_again (IonDispatch *self)
{
  settle (self);
}

void
ion_dispatch_abandon (IonDispatch *self)
{
  end (self, ION_DISPATCH_GONE);
}
