/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is asked before something that cannot be undone: with its numbers, and nothing chosen
 * beforehand.
 */

#include "config.h"

#include "ui-fixture.h"

#include "ion-campaign-question.h"
#include "ion-uncertain-choice.h"

static IonCampaignFacts *
make_facts (void)
{
  IonCampaignFacts *facts = g_new0 (IonCampaignFacts, 1);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_reason_free);
  IonReason *held = g_new0 (IonReason, 1);

  held->state = ION_DELIVERY_REFUSED;
  held->code = g_strdup ("notice-already-sent");
  held->count = 7;
  g_ptr_array_add (reasons, held);
  facts->campaign = g_new0 (IonCampaign, 1);
  facts->campaign->tranche_left = 20;
  facts->counts.rows = 100;
  facts->counts.by_state[ION_DELIVERY_PENDING] = 60;
  facts->counts.by_state[ION_DELIVERY_ACCEPTED] = 19;
  facts->counts.by_state[ION_DELIVERY_REFUSED] = 18;
  facts->counts.by_state[ION_DELIVERY_UNCERTAIN] = 3;
  facts->causes = ion_campaign_list_causes (&facts->counts, reasons);
  facts->service_name = g_strdup ("Tributi");
  return facts;
}

static void
assert_asks (IonCampaignActKind kind, gint64 row, const char *number, IonDialogTone tone)
{
  g_autoptr (IonCampaignFacts) facts = make_facts ();
  g_auto (IonCampaignQuestion) question = { 0 };
  IonCampaignAct *act = ion_campaign_act_new (kind, "c1");

  act->row = row;
  act->states = 1u << ION_DELIVERY_REFUSED;
  ion_campaign_question_init (&question, act, facts);
  g_assert_cmpstr (question.heading, !=, "");
  g_assert_cmpstr (question.body, !=, "");
  g_assert_nonnull (strstr (question.verb, number));
  g_assert_cmpint (question.tone, ==, tone);
  ion_campaign_act_free (act);
}

static void
test_numbers (void)
{
  assert_asks (ION_ACT_STOP, 0, "60", ION_DIALOG_DESTRUCTIVE);
  assert_asks (ION_ACT_SEND_REST, 0, "60", ION_DIALOG_SUGGESTED);
  assert_asks (ION_ACT_GO_ON, 0, "20", ION_DIALOG_SUGGESTED);
  assert_asks (ION_ACT_RETRY, 0, "11", ION_DIALOG_SUGGESTED);
  assert_asks (ION_ACT_RETRY, 4, "1", ION_DIALOG_SUGGESTED);
  assert_asks (ION_ACT_RETRY_HELD, 0, "7", ION_DIALOG_DESTRUCTIVE);
  assert_asks (ION_ACT_RESOLVE, 0, "3", ION_DIALOG_SUGGESTED);
}

static IonCampaignAct *decided;

static void
decided_cb (GtkWidget *widget, IonCampaignAct *act)
{
  decided = act;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;
  return NULL;
}

/* Nothing can be answered before one of the harms is chosen. */
static void
test_uncertain (void)
{
  g_autoptr (IonCampaignFacts) facts = make_facts ();
  GtkWidget *label = gtk_label_new ("");
  GtkWidget *dialog, *choice, *button;
  UiFixture fixture;
  IonResolve word;

  ui_fixture_set_up (&fixture);
  ui_fixture_present (&fixture, label);
  ion_campaign_question_ask (label, ion_campaign_act_new (ION_ACT_RESOLVE, "c1"), facts,
                             decided_cb);
  ui_flush ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes"));
  choice = ui_find (dialog, ION_TYPE_UNCERTAIN_CHOICE, NULL);
  g_assert_false (ion_uncertain_choice_get (ION_UNCERTAIN_CHOICE (choice), &word));
  button = ui_find (choice, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  ui_flush ();
  g_assert_nonnull (decided);
  g_assert_cmpint (decided->word, ==, ION_RESOLVE_SENT);
  ion_campaign_act_free (decided);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/campaign-question/numbers", test_numbers);
  g_test_add_func ("/ui/campaign-question/uncertain", test_uncertain);

  return g_test_run ();
}
