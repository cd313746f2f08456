/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The page of a campaign that was sent: its sentence, its figures, its acts.
 */

#include "config.h"

#include "ui-fixture.h"

#include "ion-campaign-page.h"
#include "ion-funnel-bar.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-services.h"

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

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/campaign-page/sent", test_sent);
  g_test_add_func ("/ui/campaign-page/stop", test_stop);
  g_test_add_func ("/ui/campaign-page/unknown", test_unknown);

  return g_test_run ();
}
