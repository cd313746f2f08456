/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The whole story of one message: what a person at the counter reads out when a citizen asks.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-delivery-steps.h"

#include "ion-campaign-causes.h"
#include "ion-campaign-story.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

void
ion_delivery_step_free (IonDeliveryStep *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/* @detail: (transfer full) (nullable) */
static IonDeliveryStep *
add (GPtrArray *steps, const char *title, char *detail, gint64 at)
{
  IonDeliveryStep *step = g_new0 (IonDeliveryStep, 1);

  step->title = g_strdup (title);
  step->detail = detail;
  step->at = at;
  g_ptr_array_add (steps, step);
  return step;
}

static void
add_beginning (GPtrArray *steps, const IonCampaign *campaign, const IonDelivery *delivery)
{
  g_autofree char *title =
      g_strdup_printf (_ ("In the list, at row %s"), ion_number (delivery->row).text);

  add (steps, title, g_strdup (campaign->source_name), campaign->created_at);
  if (delivery->reached_at > 0)
    add (steps, _ ("Can be reached on IO"), NULL, delivery->reached_at);
  if (delivery->intended_at > 0)
    add (steps, _ ("Handed over to IO"), NULL, delivery->intended_at);
}

/* The cause alone, as the list of causes tells it. */
static char *
explain_state (const IonDelivery *delivery)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GPtrArray) causes = NULL;
  IonCampaignCounts counts = { .rows = 1 };
  IonReason reason = { .state = delivery->state,
                       .code = delivery->reason_code,
                       .detail = delivery->reason_detail,
                       .count = 1 };

  counts.by_state[delivery->state] = 1;
  if (delivery->reason_code != NULL)
    g_ptr_array_add (reasons, &reason);
  causes = ion_campaign_list_causes (&counts, reasons);
  return causes->len > 0 ? g_strdup (((IonCampaignCause *) g_ptr_array_index (causes, 0))->meaning)
                         : NULL;
}

static void
add_outcome (GPtrArray *steps, const IonDelivery *delivery)
{
  const char *label = ion_delivery_state_get_word (delivery->state);

  switch (delivery->state)
    {
    case ION_DELIVERY_PENDING:
      add (steps, label, NULL, 0)->is_ahead = TRUE;
      break;
    case ION_DELIVERY_SENDING:
      add (steps, label, g_strdup (_ ("IO's answer is awaited.")), 0)->is_ahead = TRUE;
      break;
    case ION_DELIVERY_ACCEPTED:
      add (steps, label,
           g_strdup (delivery->message_id != NULL
                         ? _ ("Whether it was delivered is asked later.")
                         : _ ("A person said so: whether it was delivered cannot be asked.")),
           delivery->settled_at);
      break;
    case ION_DELIVERY_DELIVERED:
      add (steps, label, g_strdup (_ ("The message is in the person's app.")),
           delivery->settled_at);
      break;
    default:
      add (steps, label, explain_state (delivery), delivery->settled_at);
    }
}

static void
add_afterwards (GPtrArray *steps, const IonDelivery *delivery)
{
  if (delivery->read >= 0)
    add (steps, delivery->read == 1 ? _ ("Read") : _ ("Not read so far"), NULL, 0);
  if (delivery->paid >= 0)
    add (steps, delivery->paid == 1 ? _ ("Paid") : _ ("Not paid so far"), NULL, 0);
  if (delivery->follow_at > 0)
    add (steps, _ ("The delivery is verified next"), NULL, delivery->follow_at)->is_ahead = TRUE;
}

GPtrArray *
ion_delivery_list_steps (const IonCampaign *campaign, const IonDelivery *delivery)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_delivery_step_free);

  g_return_val_if_fail (campaign != NULL && delivery != NULL, steps);

  add_beginning (steps, campaign, delivery);
  add_outcome (steps, delivery);
  add_afterwards (steps, delivery);
  return steps;
}
