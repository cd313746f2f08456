/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The causes behind the figures, grouped: a third to two thirds of the people not being reached is
 * the rule, so what is normal must not look like a fault, and what is a fault must say its way out.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-causes.h"

#include "ion-answer.h"
#include "ion-campaign-story.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define BIT(name) (1u << ION_DELIVERY_##name)

/* These are named by the platform or by the file, cause by cause. */
static const guint with_reasons =
    BIT (UNCERTAIN) | BIT (REFUSED) | BIT (REJECTED) | BIT (FAILED) | BIT (EXCLUDED);

/* In the order in which they are shown: what waits for a person comes first. */
static const IonDeliveryState order[] = {
  ION_DELIVERY_UNCERTAIN, ION_DELIVERY_REFUSED,      ION_DELIVERY_FAILED,    ION_DELIVERY_REJECTED,
  ION_DELIVERY_NOT_ON_IO, ION_DELIVERY_SWITCHED_OFF, ION_DELIVERY_CANCELLED, ION_DELIVERY_EXCLUDED,
};

typedef struct
{
  IonDeliveryState state;
  const char *meaning;
  const char *advice;
} StateText;

static const StateText texts[] = {
  { ION_DELIVERY_UNCERTAIN,
    N_ ("The request left, the answer never came: the message may have arrived or not."),
    N_ ("Decide what to do: sending again may bring a second identical notice, not sending may "
        "leave somebody without one.") },
  { ION_DELIVERY_REFUSED, N_ ("IO did not take these messages: these people have got nothing."),
    N_ ("Mend the cause, then try again.") },
  { ION_DELIVERY_FAILED, N_ ("IO took these messages, but could not deliver them."),
    N_ ("Try again, or tell these people otherwise.") },
  { ION_DELIVERY_REJECTED,
    N_ ("IO took these messages and then did not deliver them: the person is not on IO any more, "
        "or has switched the service off."),
    N_ ("Tell these people otherwise: export them for paper.") },
  { ION_DELIVERY_NOT_ON_IO,
    N_ ("They are not on IO, or receive no messages there. It is normal for a third to two thirds "
        "of the people."),
    N_ ("Tell these people otherwise: export them for paper.") },
  { ION_DELIVERY_SWITCHED_OFF,
    N_ ("They use IO, but do not receive messages of this service: it may never have been on."),
    N_ ("Tell these people otherwise: export them for paper.") },
  { ION_DELIVERY_CANCELLED, N_ ("Somebody stopped the sending, or decided not to send."),
    N_ ("If they are to get it after all, make a new campaign of them.") },
  { ION_DELIVERY_EXCLUDED, N_ ("These rows of the file were left out of the campaign."),
    N_ ("Mend them in the file, and make a new campaign of them.") },
};

void
ion_campaign_cause_free (IonCampaignCause *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->meaning);
  g_free (self->advice);
  g_free (self);
}

static const StateText *
find_text (IonDeliveryState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].state == state)
      return &texts[i];
  return NULL;
}

static IonCampaignCause *
add_cause (GPtrArray *causes, IonDeliveryState state, gint64 count)
{
  const StateText *text = find_text (state);
  IonCampaignCause *cause = g_new0 (IonCampaignCause, 1);

  cause->state = state;
  cause->count = count;
  cause->title = g_strdup (ion_delivery_state_get_label (state));
  cause->meaning = g_strdup (text != NULL ? _ (text->meaning) : "");
  cause->advice = text != NULL ? g_strdup (_ (text->advice)) : NULL;
  g_ptr_array_add (causes, cause);
  return cause;
}

/* "400 Error while sending payment metadata": what the platform's answer means, as where it came.
 */
static char *
explain_answer (const IonReason *reason)
{
  int status = atoi (reason->code);
  g_autoptr (IonAnswer) answer = NULL;

  if (status < 400 || reason->state != ION_DELIVERY_REFUSED)
    return NULL;
  answer = ion_answer_new (status == 403 ? ION_ANSWER_RECIPIENT_FORBIDDEN : ION_ANSWER_REFUSED,
                           status, reason->code);
  answer->detail = g_strdup (reason->detail);
  return ion_answer_explain (answer);
}

/* What is known of the reason; where only its code is, that goes with what the state means. */
static char *
explain_reason (const IonReason *reason, const char *meaning)
{
  char *words = explain_answer (reason);

  if (words != NULL)
    return words;
  words = ion_reason_explain (reason->state, reason->code, reason->detail);
  if (g_str_has_prefix (words, reason->code))
    {
      g_autofree char *own = words;

      words = g_strdup_printf ("%s (%s)", meaning, own);
    }
  return words;
}

/* What was left out so as not to write twice needs no mending. */
static void
take_advice (IonCampaignCause *cause)
{
  const char *advice = NULL;

  if (g_str_equal (cause->code, "notice-already-sent"))
    advice = _ ("They were left out so as not to write twice about the same notice. Send them only "
                "if a second message is meant.");
  else if (g_str_equal (cause->code, "duplicate"))
    advice = _ ("Nothing is to be done: each person gets one message, that of the first row.");
  if (advice == NULL)
    return;
  g_free (cause->advice);
  cause->advice = g_strdup (advice);
}

static void
add_reason (GPtrArray *causes, const IonReason *reason)
{
  IonCampaignCause *cause = add_cause (causes, reason->state, reason->count);
  g_autofree char *meaning = g_steal_pointer (&cause->meaning);

  cause->code = g_strdup (reason->code);
  cause->meaning = explain_reason (reason, meaning);
  take_advice (cause);
}

GPtrArray *
ion_campaign_list_causes (const IonCampaignCounts *counts, GPtrArray *reasons)
{
  GPtrArray *causes = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_campaign_cause_free);

  g_return_val_if_fail (counts != NULL && reasons != NULL, causes);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      gint64 rest = counts->by_state[order[i]];

      for (guint n = 0; n < reasons->len; n++)
        {
          const IonReason *reason = g_ptr_array_index (reasons, n);

          if (reason->state != order[i] || (with_reasons & (1u << order[i])) == 0)
            continue;
          add_reason (causes, reason);
          rest -= reason->count;
        }
      if (rest > 0)
        add_cause (causes, order[i], rest);
    }
  return causes;
}
