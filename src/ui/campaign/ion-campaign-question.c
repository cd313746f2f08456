/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Questions name the consequence with its numbers, and what the button does.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-question.h"

#include "ion-format.h"
#include "ion-uncertain-choice.h"

#include <glib/gi18n-lib.h>

void
ion_campaign_question_clear (IonCampaignQuestion *self)
{
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->body, g_free);
  g_clear_pointer (&self->verb, g_free);
}

/* How many messages the act is about. */
static gint64
count_concerned (const IonCampaignAct *act, const IonCampaignFacts *facts)
{
  gint64 pending = facts->counts.by_state[ION_DELIVERY_PENDING];
  gint64 count = 0;

  if (act->row > 0)
    return 1;
  if (act->kind == ION_ACT_GO_ON && facts->campaign->tranche_left > 0)
    return MIN (pending, facts->campaign->tranche_left);
  if (act->kind == ION_ACT_RESOLVE)
    return facts->counts.by_state[ION_DELIVERY_UNCERTAIN];
  if (act->kind != ION_ACT_RETRY && act->kind != ION_ACT_RETRY_HELD)
    return pending;
  for (guint i = 0; i < facts->causes->len; i++)
    {
      const IonCampaignCause *cause = g_ptr_array_index (facts->causes, i);
      gboolean is_held = g_strcmp0 (cause->code, "notice-already-sent") == 0;

      if (is_held == (act->kind == ION_ACT_RETRY_HELD) &&
          (is_held || (act->states & (1u << cause->state)) != 0))
        count += cause->count;
    }
  return count;
}

static void
ask_stop (IonCampaignQuestion *self, const IonCampaignFacts *facts, gulong n, const char *number)
{
  g_autofree char *left = ion_format_count (ion_campaign_count_left (&facts->counts));

  self->heading = g_strdup (_ ("Stop the sending for good?"));
  self->body = g_strdup_printf (
      /* Translators: %1$s messages are still to be sent, %2$s have left */
      ngettext ("%1$s message will not be sent any more. %2$s have been handed over to IO and "
                "cannot be taken back. To go on later, pause instead.",
                "%1$s messages will not be sent any more. %2$s have been handed over to IO and "
                "cannot be taken back. To go on later, pause instead.",
                n),
      number, left);
  self->verb =
      g_strdup_printf (ngettext ("_Do Not Send %s Message", "_Do Not Send %s Messages", n), number);
  self->tone = ION_DIALOG_DESTRUCTIVE;
}

static void
ask_retry (IonCampaignQuestion *self, gulong n, const char *number)
{
  self->heading =
      g_strdup_printf (ngettext ("Try %s message again?", "Try %s messages again?", n), number);
  self->body = g_strdup (_ ("The same messages are sent once more. Where the cause was not mended, "
                            "IO will say no again."));
  self->verb =
      g_strdup_printf (ngettext ("_Send %s Message Again", "_Send %s Messages Again", n), number);
  self->tone = ION_DIALOG_SUGGESTED;
}

static void
ask_held (IonCampaignQuestion *self, gulong n, const char *number)
{
  self->heading = g_strdup (_ ("Write a second time about the same notice?"));
  self->body = g_strdup_printf (ngettext ("%s person already holds a message with the same notice "
                                          "number, and will get "
                                          "another one.",
                                          "%s people already hold a message with the same notice "
                                          "number, and will get "
                                          "another one.",
                                          n),
                                number);
  self->verb =
      g_strdup_printf (ngettext ("_Write to %s Person Again", "_Write to %s People Again", n),
                       number);
  self->tone = ION_DIALOG_DESTRUCTIVE;
}

static void
ask_send (IonCampaignQuestion *self, const IonCampaignFacts *facts, gulong n, const char *number)
{
  self->heading = g_strdup_printf (ngettext ("Send %s message?", "Send %s messages?", n), number);
  self->body = g_strdup_printf (_ ("They leave at once with the service “%s”, and cannot be taken "
                                   "back."),
                                facts->service_name);
  self->verb = g_strdup_printf (ngettext ("_Send %s Message", "_Send %s Messages", n), number);
  self->tone = ION_DIALOG_SUGGESTED;
}

static void
ask_resolve (IonCampaignQuestion *self, gulong n, const char *number)
{
  self->heading = g_strdup_printf (ngettext ("Decide about %s unknown outcome",
                                             "Decide about %s unknown outcomes", n),
                                   number);
  self->body = g_strdup (_ ("The request left and the answer never came. Nobody can ask IO whether "
                            "the message arrived; asking the person can."));
  self->verb =
      g_strdup_printf (ngettext ("_Decide for %s Message", "_Decide for %s Messages", n), number);
  self->tone = ION_DIALOG_SUGGESTED;
}

void
ion_campaign_question_init (IonCampaignQuestion *self,
                            const IonCampaignAct *act,
                            const IonCampaignFacts *facts)
{
  gint64 count = count_concerned (act, facts);
  g_autofree char *number = ion_format_count (count);
  gulong n = (gulong) count;

  switch (act->kind)
    {
    case ION_ACT_STOP:
      ask_stop (self, facts, n, number);
      break;
    case ION_ACT_RETRY:
      ask_retry (self, n, number);
      break;
    case ION_ACT_RETRY_HELD:
      ask_held (self, n, number);
      break;
    case ION_ACT_RESOLVE:
      ask_resolve (self, n, number);
      break;
    default:
      ask_send (self, facts, n, number);
    }
}

typedef struct
{
  IonCampaignAct *act; /* (owned) (nullable) */
  IonCampaignActFunc func;
  GtkWidget *dialog;          /* (unowned) */
  IonUncertainChoice *choice; /* (unowned) (nullable) */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_pointer (&asked->act, ion_campaign_act_free);
  g_free (asked);
}

static void
yes_cb (GtkWidget *widget, gpointer user_data)
{
  Asked *asked = user_data;

  if (asked->choice != NULL && !ion_uncertain_choice_get (asked->choice, &asked->act->word))
    return;
  asked->func (widget, g_steal_pointer (&asked->act));
}

static void
chosen_cb (Asked *asked)
{
  ion_dialog_set_ready (asked->dialog, TRUE);
}

void
ion_campaign_question_ask (GtkWidget *widget,
                           IonCampaignAct *act,
                           const IonCampaignFacts *facts,
                           IonCampaignActFunc func)
{
  g_auto (IonCampaignQuestion) question = { 0 };
  Asked *asked = g_new0 (Asked, 1);

  ion_campaign_question_init (&question, act, facts);
  asked->act = act;
  asked->func = func;
  asked->dialog = ion_dialog_ask (widget, question.heading, question.body, question.verb, NULL,
                                  question.tone, yes_cb, asked);
  g_object_set_data_full (G_OBJECT (asked->dialog), "ion-asked", asked, asked_free);
  if (act->kind != ION_ACT_RESOLVE)
    return;
  asked->choice = ION_UNCERTAIN_CHOICE (ion_uncertain_choice_new ());
  g_signal_connect_swapped (asked->choice, "chosen", G_CALLBACK (chosen_cb), asked);
  ion_dialog_set_extra (asked->dialog, GTK_WIDGET (asked->choice));
  ion_dialog_set_ready (asked->dialog, FALSE);
}
