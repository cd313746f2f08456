/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Rows are read ahead in a worker thread; what has to be tried again waits in a queue of its own
 * and goes first. Waits are the campaign's, never a delivery's: one timer for all. A campaign is at
 * its end when a whole reading from the first row found nothing to do. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-sender.h"
#include "ion-sender-private.h"

#include "ion-boot-time.h"
#include "ion-ledger-services.h"
#include "ion-engine.h"

G_DEFINE_FINAL_TYPE (IonSender, ion_sender, G_TYPE_OBJECT)

gboolean
ion_sender_is_stopping (IonSender *self)
{
  return g_cancellable_is_cancelled (self->stopping);
}

static void
maybe_finish (IonSender *self)
{
  if (self->finished || self->active > 0 || ion_pending_pages_is_reading (self->pages) ||
      !ion_sender_is_stopping (self))
    return;
  self->finished = TRUE;
  ion_sender_flush_counts (self);
  if (self->timer != NULL)
    ion_timer_stop (self->timer);
  self->owner.finished (self, self->owner.data);
}

void
ion_sender_pause_for (IonSender *self, const char *code, const char *detail)
{
  g_autoptr (GError) error = NULL;

  if (ion_sender_is_stopping (self))
    return;
  g_info ("Campaign %s pauses: %s", self->campaign->id, code);
  if (g_str_equal (code, "key-refused"))
    ion_ledger_note_key_state (self->ledger, self->campaign->service_id, "refused",
                               self->owner.now (), NULL);
  if (!ion_ledger_pause_campaign (self->ledger, self->campaign->id, code, detail, &error))
    g_info ("The pause could not be written down: %s", error->message);
  ion_sender_stop (self);
}

/* Reading */

static void
read_cb (const GError *error, gpointer data)
{
  g_autoptr (IonSender) self = g_object_ref (data);

  if (error != NULL)
    ion_sender_ledger_failed (self, error);
  ion_sender_fill (self);
}

/* Returns: (transfer full) (nullable): what to do next. What has to be tried again comes after the
 * rest: a few that the platform cannot answer for must not keep the others from their message. */
static IonDelivery *
next_delivery (IonSender *self)
{
  IonDelivery *delivery = ion_pending_pages_next (self->pages);

  /* Asked already, and asking is all that is wanted. */
  while (delivery != NULL && self->campaign->reach_only && delivery->reached_at != 0)
    {
      ion_delivery_free (delivery);
      delivery = ion_pending_pages_next (self->pages);
    }
  if (delivery == NULL)
    delivery = g_queue_pop_head (&self->again);
  self->found |= delivery != NULL;
  return delivery;
}

/* The claiming */

/* Asking who can be reached uses up neither the day nor the tranche. */
static gboolean
has_allowance (IonSender *self)
{
  if (self->campaign->reach_only)
    return TRUE;
  if (self->tranche_left >= 0 && self->active - self->in_flight >= self->tranche_left)
    return FALSE;
  return self->owner.allowance (self, self->owner.data) > 0;
}

static gboolean
may_claim (IonSender *self, gint64 now)
{
  gint64 wait = ion_sender_mood_get_wait (self->mood, now);

  if (ion_sender_is_stopping (self) || !self->started || self->held)
    return FALSE;
  /* While the ledger cannot be written, one at a time finds out whether it can again. */
  if (!self->ledger_ok && (!self->probing || self->active > 0))
    return FALSE;
  if (self->active >= self->patience.concurrency || !has_allowance (self))
    return FALSE;
  if (wait > 0)
    ion_timer_ring_in (self->timer, wait);
  return wait <= 0;
}

/* Nothing is left in the pages: reads once more from the first row, or comes to the end. */
static void
at_end_of_pages (IonSender *self)
{
  if (self->active > 0 || ion_pending_pages_is_reading (self->pages) ||
      !ion_pending_pages_is_at_end (self->pages) || ion_sender_is_stopping (self))
    return;
  /* Who was asked stays pending: a second reading would ask again. */
  if (self->found && !self->campaign->reach_only)
    {
      self->found = FALSE;
      ion_pending_pages_restart (self->pages);
      return;
    }
  if (self->campaign->reach_only)
    ion_sender_pause_for (self, "reach-done", NULL);
  else
    ion_sender_stop (self);
}

void
ion_sender_fill (IonSender *self)
{
  gint64 now;

  if (self->filling)
    return;
  g_object_ref (self);
  self->filling = TRUE;
  now = ion_boot_time_now ();
  while (may_claim (self, now))
    {
      IonDelivery *delivery = next_delivery (self);

      if (delivery == NULL)
        {
          at_end_of_pages (self);
          break;
        }
      self->active++;
      self->probing = FALSE;
      ion_dispatch_start (&self->way, delivery);
    }
  self->filling = FALSE;
  maybe_finish (self);
  g_object_unref (self);
}

static void
timer_cb (gpointer data)
{
  g_autoptr (IonSender) self = g_object_ref (data);

  if (!self->ledger_ok)
    ion_sender_retry_unwritten (self);
  ion_sender_fill (self);
}

/* The beginning */

static const char *
name_key_error (const GError *error)
{
  if (error->domain == ION_ENGINE_ERROR)
    return "no-key";
  if (g_error_matches (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED))
    return "keyring-locked";
  return "keyring-failed";
}

static void
key_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IonSender) self = data;
  g_autoptr (GError) error = NULL;

  self->active--;
  if (!ion_gate_load_key_finish (ION_GATE (source), result, &error))
    ion_sender_pause_for (self, name_key_error (error), error->message);
  else
    self->started = TRUE;
  ion_sender_fill (self);
}

void
ion_sender_start (IonSender *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ION_IS_SENDER (self));

  self->timer = ion_timer_new ("ion-sender", timer_cb, self);
  self->renderer = ion_renderer_new (self->campaign->template_, &error);
  self->way.renderer = self->renderer;
  if (self->renderer == NULL)
    {
      ion_sender_pause_for (self, "template", error->message);
      return;
    }
  /* Counts as one on its way, so that a stop waits for it. */
  self->active++;
  ion_gate_load_key_async (self->gate, self->campaign->service_id, key_loaded_cb,
                           g_object_ref (self));
}

void
ion_sender_pause_for_keyring (IonSender *self, const GError *error)
{
  g_return_if_fail (ION_IS_SENDER (self) && error != NULL);

  ion_sender_pause_for (self, name_key_error (error), error->message);
}

void
ion_sender_stop (IonSender *self)
{
  g_return_if_fail (ION_IS_SENDER (self));

  g_object_ref (self);
  ion_pending_pages_stop (self->pages);
  g_cancellable_cancel (self->stopping);
  /* Not from inside a loop that is still starting deliveries. */
  if (!self->filling)
    maybe_finish (self);
  g_object_unref (self);
}

void
ion_sender_set_held (IonSender *self, gboolean held)
{
  g_return_if_fail (ION_IS_SENDER (self));

  self->held = held;
  if (!held)
    ion_sender_fill (self);
}

void
ion_sender_set_tranche (IonSender *self, gint64 left)
{
  g_return_if_fail (ION_IS_SENDER (self));

  self->tranche_left = left;
  ion_sender_fill (self);
}

void
ion_sender_set_concurrency (IonSender *self, guint concurrency)
{
  g_return_if_fail (ION_IS_SENDER (self));

  self->patience.concurrency = concurrency;
  ion_sender_fill (self);
}

const IonCampaign *
ion_sender_get_campaign (IonSender *self)
{
  g_return_val_if_fail (ION_IS_SENDER (self), NULL);

  return self->campaign;
}

guint
ion_sender_get_active (IonSender *self)
{
  g_return_val_if_fail (ION_IS_SENDER (self), 0);

  return self->active;
}

guint
ion_sender_get_in_flight (IonSender *self)
{
  g_return_val_if_fail (ION_IS_SENDER (self), 0);

  return self->in_flight;
}

static void
ion_sender_finalize (GObject *object)
{
  IonSender *self = ION_SENDER (object);

  g_clear_pointer (&self->pages, ion_pending_pages_free);
  g_queue_clear_full (&self->again, (GDestroyNotify) ion_delivery_free);
  g_clear_pointer (&self->unwritten, g_ptr_array_unref);
  g_clear_pointer (&self->timer, ion_timer_free);
  g_clear_pointer (&self->mood, ion_sender_mood_free);
  g_clear_pointer (&self->renderer, ion_renderer_free);
  g_clear_pointer (&self->campaign, ion_campaign_free);
  g_clear_object (&self->stopping);
  g_clear_object (&self->gate);
  g_clear_object (&self->ledger);

  G_OBJECT_CLASS (ion_sender_parent_class)->finalize (object);
}

static void
ion_sender_class_init (IonSenderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_sender_finalize;
}

static void
ion_sender_init (IonSender *self)
{
  g_queue_init (&self->again);
  self->unwritten = g_ptr_array_new ();
  self->stopping = g_cancellable_new ();
  self->ledger_ok = TRUE;
}

IonSender *
ion_sender_new (IonLedger *ledger,
                IonGate *gate,
                IonCampaign *campaign,
                const IonSenderPatience *patience,
                const IonSenderOwner *owner)
{
  IonSender *self = g_object_new (ION_TYPE_SENDER, NULL);

  self->ledger = g_object_ref (ledger);
  self->gate = g_object_ref (gate);
  self->campaign = campaign;
  self->pages = ion_pending_pages_new (ledger, campaign->id, read_cb, self);
  self->patience = *patience;
  self->mood = ion_sender_mood_new (patience);
  self->owner = *owner;
  self->tranche_left = campaign->tranche_left;
  ion_sender_listen (self);
  return self;
}
