/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The page of a campaign that was sent: its sentence, its figures, its acts.
 */

#include "config.h"

#include "ui-fixture.h"

#include "ion-amount.h"
#include "ion-banner.h"
#include "ion-campaign-act.h"
#include "ion-campaign-head.h"
#include "ion-campaign-page.h"
#include "ion-cause-row.h"
#include "ion-causes-list.h"
#include "ion-countdown.h"
#include "ion-doubt-words.h"
#include "ion-figure-row.h"
#include "ion-funnel-bar.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-services.h"
#include "ion-number.h"
#include "ion-office-error.h"
#include "ion-office-overdue.h"
#include "ion-send-check.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Words;

static gboolean
shows_cb (gpointer data)
{
  Words *words = data;

  return ui_shows (words->widget, words->text);
}

static void
wait_for (GtkWidget *widget, const char *text)
{
  Words words = { widget, text };

  ui_wait (shows_cb, &words);
}

static GtkWidget *
present (UiFixture *fixture, const char *id)
{
  GtkWidget *page =
      g_object_new (ION_TYPE_CAMPAIGN_PAGE, "desk", fixture->desk, "campaign-id", id, NULL);

  ui_fixture_present (fixture, page);
  return page;
}

static IonCampaignState
get_state (UiFixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ion_office_get_ledger (fixture->office), id, &error);

  g_assert_no_error (error);
  return campaign->state;
}

static void
test_sent (void)
{
  UiFixture fixture;
  GtkWidget *page;
  g_autofree char *id = NULL;
  g_autoptr (IonService) service = NULL;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 40);
  ui_fixture_send_campaign (&fixture, id);
  page = present (&fixture, id);
  wait_for (page, _ ("(Practice: no citizen is involved.)"));
  g_assert_cmpstr (ion_page_get_title (ION_PAGE (page)), ==, "Rette ottobre");
  service = ion_ledger_get_service (ion_office_get_ledger (fixture.office), "practice-01", NULL);
  g_assert_true (ui_shows (page, service->name));
  g_assert_true (ui_shows (page, "40"));
  g_assert_nonnull (ui_find (page, ION_TYPE_FUNNEL_BAR, NULL));
  g_assert_true (ui_shows (page, _ ("What to know")));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_cancelled_cb (gpointer data)
{
  gpointer *pair = data;

  return get_state (pair[0], pair[1]) == ION_CAMPAIGN_CANCELLED;
}

/* Scheduled: says when, and may be stopped, after a question with numbers. */
static void
test_stop (void)
{
  IonCampaignStart start = { .send_at = g_get_real_time () / G_USEC_PER_SEC + 86400,
                             .tranche = -1 };
  g_autoptr (GError) error = NULL;
  UiFixture fixture;
  GtkWidget *page;
  GtkWindow *dialog;
  g_autofree char *id = NULL;
  gpointer pair[2];
  g_autoptr (GList) windows = NULL;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette", 3);
  g_assert_true (
      ion_ledger_start_campaign (ion_office_get_ledger (fixture.office), id, &start, &error));
  page = present (&fixture, id);
  wait_for (page, g_dpgettext2 (GETTEXT_PACKAGE, "funnel", "recipients"));
  ui_flush ();
  gtk_widget_activate_action (page, "campaign.stop", NULL);
  ui_flush ();
  windows = gtk_window_list_toplevels ();
  dialog = NULL;
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  g_assert_true (ui_shows (GTK_WIDGET (dialog), "3"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  pair[0] = &fixture;
  pair[1] = id;
  ui_wait (is_cancelled_cb, pair);
  ui_flush ();
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* The first window of that type, of those that are shown. */
static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_window (gpointer type)
{
  return find_window (*(GType *) type) != NULL;
}

static GtkWidget *
wait_window (GType type)
{
  ui_wait (has_window, &type);
  return find_window (type);
}

static gboolean
may_say_yes (GtkWidget *dialog)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes");
}

static const char *
get_verb (GtkWidget *dialog)
{
  return adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), "yes");
}

static void
type_figure (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = ui_find (dialog, ION_TYPE_FIGURE_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "typed");
  ui_flush ();
}

static void
answer (GtkWidget *dialog, const char *question, const char *word)
{
  GtkWidget *row = ui_find (dialog, ADW_TYPE_ACTION_ROW, question);

  g_assert_nonnull (row);
  ui_click (ui_find (row, GTK_TYPE_TOGGLE_BUTTON, word));
}

static void
answer_all (GtkWidget *dialog)
{
  GtkWidget *purpose =
      ui_find (dialog, ADW_TYPE_ENTRY_ROW, _ ("Whom does this message serve, and what for?"));

  answer (dialog, _ ("Do the debt positions already exist?"), C_ ("answer", "Yes"));
  answer (dialog, _ ("Does the payment supplier already write to these citizens?"),
          C_ ("answer", "No"));
  gtk_editable_set_text (GTK_EDITABLE (purpose), "Families of the schools");
  ui_flush ();
}

static gboolean
is_known (gpointer page)
{
  GtkWidget *head = ui_find (page, ION_TYPE_CAMPAIGN_HEAD, NULL);

  return head != NULL && gtk_widget_get_visible (head);
}

typedef struct
{
  UiFixture base;
  char *id;     /* (owned) */
  char *people; /* (owned): the figures as they are typed */
  char *total;  /* (owned) */
  GtkWidget *page;
} Ready;

static void
ready_open (Ready *self)
{
  self->page = present (&self->base, self->id);
  ui_wait (is_known, self->page);
}

static void
ready_set_up (Ready *self, int people)
{
  g_autoptr (GError) error = NULL;
  gint64 count, amount;

  ui_fixture_set_up (&self->base);
  self->id = ui_fixture_add_campaign (&self->base, "Rette", people);
  g_assert_true (ion_office_total_campaign (self->base.office, self->id, &count, &amount, &error));
  self->people = g_strdup (ion_number (count).text);
  self->total = ion_amount_format (amount, "it");
}

static void
ready_tear_down (Ready *self)
{
  ui_flush ();
  ui_fixture_dismiss (&self->base);
  ui_fixture_tear_down (&self->base);
  g_free (self->id);
  g_free (self->people);
  g_free (self->total);
}

static gboolean
is_running_cb (gpointer data)
{
  Ready *self = data;

  return get_state (&self->base, self->id) == ION_CAMPAIGN_RUNNING;
}

/* Nothing tells the figures before they are typed; then the countdown, then it leaves. */
static void
assert_asks_figures (Ready *self)
{
  GtkWidget *head, *dialog;

  ui_wait (is_known, self->page);
  head = ui_find (self->page, ION_TYPE_CAMPAIGN_HEAD, NULL);
  g_assert_false (ui_shows (head, self->people));
  gtk_widget_activate_action (self->page, "campaign.go-on", NULL);
  dialog = wait_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (may_say_yes (dialog));
  g_assert_false (ui_shows (dialog, self->people));
  type_figure (dialog, _ ("How many people are to be written to"), "1.000");
  g_assert_true (ui_shows (dialog, _ ("Does not match")));
  g_assert_false (ui_shows (dialog, self->people));
  type_figure (dialog, _ ("How many people are to be written to"), self->people);
  g_assert_null (strstr (get_verb (dialog), self->people));
  g_assert_false (ui_shows (dialog, self->total));
  type_figure (dialog, _ ("Total in euros"), self->total);
  g_assert_nonnull (strstr (get_verb (dialog), self->people));
}

static void
assert_leaves (Ready *self)
{
  GtkWidget *countdown = wait_window (ION_TYPE_COUNTDOWN);

  g_assert_cmpint (get_state (&self->base, self->id), !=, ION_CAMPAIGN_RUNNING);
  ion_countdown_pass (ION_COUNTDOWN (countdown), 3600);
  ui_wait (is_running_cb, self);
}

static void
test_ready_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  GtkWidget *dialog;
  Ready ready;

  ready_set_up (&ready, 137);
  ready_open (&ready);
  assert_asks_figures (&ready);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (may_say_yes (dialog));
  answer_all (dialog);
  g_assert_true (may_say_yes (dialog));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  assert_leaves (&ready);
  campaign = ion_ledger_get_campaign (ion_office_get_ledger (ready.base.office), ready.id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (campaign->purpose, ==, "Families of the schools");
  g_assert_cmpstr (campaign->answers, ==, "positions-exist=yes supplier-writes=no");
  ready_tear_down (&ready);
}

/* Said when it was scheduled: not asked again, but for the figures. */
static void
test_overdue (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  IonCampaignStart start = { .send_at = now + 86400,
                             .tranche = -1,
                             .answers = "positions-exist=yes supplier-writes=no",
                             .purpose = "Families" };
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  Ready ready;

  ready_set_up (&ready, 137);
  g_assert_true (ion_ledger_start_campaign (ion_office_get_ledger (ready.base.office), ready.id,
                                            &start, &error));
  g_assert_true (ion_office_hold_overdue (ready.base.office, now + 2 * 86400, &error));
  ready_open (&ready);
  assert_asks_figures (&ready);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (may_say_yes (dialog));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  assert_leaves (&ready);
  ready_tear_down (&ready);
}

/* Up to twenty: one confirmation, which names them. */
static void
test_ready_few (void)
{
  GtkWidget *dialog;
  Ready ready;

  ready_set_up (&ready, 12);
  ready_open (&ready);
  ui_wait (is_known, ready.page);
  gtk_widget_activate_action (ready.page, "campaign.go-on", NULL);
  dialog = wait_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (get_verb (dialog), ready.people));
  g_assert_null (ui_find (dialog, ION_TYPE_FIGURE_ROW, NULL));
  answer_all (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  assert_leaves (&ready);
  ready_tear_down (&ready);
}

static gboolean
has_no_window (gpointer type)
{
  return !has_window (type);
}

/* One person: no question; and the page that is left calls it off. */
static void
test_ready_one (void)
{
  GType type = ION_TYPE_COUNTDOWN;
  Ready ready;

  ready_set_up (&ready, 1);
  ready_open (&ready);
  ui_wait (is_known, ready.page);
  gtk_widget_activate_action (ready.page, "campaign.go-on", NULL);
  wait_window (type);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_set_visible (ready.page, FALSE);
  ui_wait (has_no_window, &type);
  g_assert_cmpint (get_state (&ready.base, ready.id), ==, ION_CAMPAIGN_READY);
  gtk_widget_set_visible (ready.page, TRUE);
  gtk_widget_activate_action (ready.page, "campaign.go-on", NULL);
  assert_leaves (&ready);
  ready_tear_down (&ready);
}

/* Nothing gets round the questions. */
static void
test_act_unasked (void)
{
  g_autoptr (GError) error = NULL;
  IonCampaignAct *act;
  Ready ready;

  ready_set_up (&ready, 40);
  act = ion_campaign_act_new (ION_ACT_SEND_REST, ready.id);
  g_assert_cmpint (ion_campaign_act_do (act, ready.base.office, &error), ==, -1);
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION);
  g_assert_cmpint (get_state (&ready.base, ready.id), ==, ION_CAMPAIGN_READY);
  ion_campaign_act_free (act);
  ready_open (&ready);
  ready_tear_down (&ready);
}

static GtkWidget *
make_list (IonDeliveryState state, const char *code)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_reason_free);
  IonReason *reason = g_new0 (IonReason, 1);
  IonCampaignCounts counts = { .rows = 40 };
  g_autoptr (GPtrArray) causes = NULL;
  GtkWidget *list = ion_causes_list_new ();

  reason->state = state;
  reason->code = g_strdup (code);
  reason->count = 3;
  g_ptr_array_add (reasons, reason);
  counts.by_state[state] = 3;
  counts.by_state[ION_DELIVERY_NOT_ON_IO] = 37;
  causes = ion_campaign_list_causes (&counts, reasons);
  ion_causes_list_set_causes (ION_CAUSES_LIST (list), causes);
  return list;
}

/* What only a person can decide is seen without opening anything; the rest is folded. */
static void
test_unknown_outcomes (void)
{
  UiFixture fixture;
  GtkWidget *list, *button;

  ui_fixture_set_up (&fixture);
  list = make_list (ION_DELIVERY_UNCERTAIN, "timeout");
  ui_fixture_present (&fixture, list);
  button = ui_find (list, GTK_TYPE_BUTTON, _ ("Decide…"));
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  ui_fixture_dismiss (&fixture);
  list = make_list (ION_DELIVERY_REFUSED, "400 Wrong");
  ui_fixture_present (&fixture, list);
  g_assert_false (gtk_widget_get_mapped (ui_find (list, ION_TYPE_CAUSE_ROW, NULL)));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* An accepted doubt stays on the campaign's page. */
static void
test_doubts (void)
{
  UiFixture fixture;
  GtkWidget *list;
  g_autofree char *words = ion_doubts_explain_accepted ("names-do-not-match,same-file");

  ui_fixture_set_up (&fixture);
  list = ion_causes_list_new ();
  ion_causes_list_set_doubts (ION_CAUSES_LIST (list), words);
  ion_causes_list_set_expanded (ION_CAUSES_LIST (list), TRUE);
  ui_fixture_present (&fixture, list);
  g_assert_true (ui_shows (list, _ ("Names do not fit their fiscal codes.")));
  g_assert_true (ui_shows (list, _ ("The same file had been sent before.")));
  ion_causes_list_set_doubts (ION_CAUSES_LIST (list), NULL);
  g_assert_false (gtk_widget_get_visible (list));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* A campaign that there is not: said in place, nothing breaks. */
static void
test_unknown (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture);
  present (&fixture, "nothing");
  ui_flush ();
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_sensitive_cb (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

/* Whoever asks IO again and again asks once, and again only when it has answered. */
static void
test_verify (void)
{
  UiFixture fixture;
  GtkWidget *page, *banner, *button;
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette", 5);
  ui_fixture_send_campaign (&fixture, id);
  page = present (&fixture, id);
  banner = ui_find (page, ION_TYPE_BANNER, NULL);
  g_assert_nonnull (banner);
  button = gtk_button_new_with_label ("Verify");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "campaign.verify");
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (banner)), button);
  ui_wait (is_sensitive_cb, button);
  gtk_widget_activate_action (page, "campaign.verify", NULL);
  g_assert_false (gtk_widget_is_sensitive (button));
  ui_wait (is_sensitive_cb, button);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/campaign-page/sent", test_sent);
  g_test_add_func ("/ui/campaign-page/stop", test_stop);
  g_test_add_func ("/ui/campaign-page/ready-many", test_ready_many);
  g_test_add_func ("/ui/campaign-page/overdue", test_overdue);
  g_test_add_func ("/ui/campaign-page/ready-few", test_ready_few);
  g_test_add_func ("/ui/campaign-page/ready-one", test_ready_one);
  g_test_add_func ("/ui/campaign-page/act-unasked", test_act_unasked);
  g_test_add_func ("/ui/campaign-page/unknown-outcomes", test_unknown_outcomes);
  g_test_add_func ("/ui/campaign-page/doubts", test_doubts);
  g_test_add_func ("/ui/campaign-page/unknown", test_unknown);
  g_test_add_func ("/ui/campaign-page/verify", test_verify);

  return g_test_run ();
}
