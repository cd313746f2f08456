/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The first page: empty, with something to decide, with what comes and what was sent.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-campaign-bar-row.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-services.h"
#include "ion-overview-page.h"
#include "ui-fixture.h"

#include "ion-engine-lock.h"
#include "ion-format.h"
#include "ion-office-overdue.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"

#include <glib/gi18n-lib.h>

static gboolean
is_surveyed (gpointer desk)
{
  return ion_desk_get_survey (desk) != NULL;
}

static GtkWidget *
present (UiFixture *fixture)
{
  GtkWidget *page = g_object_new (ION_TYPE_OVERVIEW_PAGE, "desk", fixture->desk, NULL);

  ui_fixture_present (fixture, page);
  ui_wait (is_surveyed, fixture->desk);
  ui_flush ();
  return page;
}

static void
test_empty (void)
{
  UiFixture fixture;
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  page = present (&fixture);
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, _ ("_New campaign")));
  g_assert_true (ui_shows (page, _ ("Nothing has been sent yet")));
  ui_fixture_tear_down (&fixture);
}

static void
test_recent (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  GtkWidget *page, *row;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 30);
  ui_fixture_send_campaign (&fixture, id);
  page = present (&fixture);
  row = ui_find (page, ION_TYPE_CAMPAIGN_BAR_ROW, "Rette ottobre");
  g_assert_nonnull (row);
  g_assert_true (ui_shows (row, "30"));
  g_assert_cmpstr (ion_campaign_bar_row_get_id (ION_CAMPAIGN_BAR_ROW (row)), ==, id);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-campaign");
  ui_fixture_tear_down (&fixture);
}

static void
test_coming (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignStart start = { .send_at = g_get_real_time () / G_USEC_PER_SEC + 3 * 24 * 3600,
                             .tranche = -1 };
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "TARI saldo", 12);
  ion_ledger_start_campaign (ion_office_get_ledger (fixture.office), id, &start, &error);
  g_assert_no_error (error);
  page = present (&fixture);
  g_assert_true (ui_shows (page, _ ("Coming up")));
  g_assert_nonnull (ui_find (page, ADW_TYPE_ACTION_ROW, "TARI saldo"));
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_stopped (gpointer desk)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (desk);

  return survey != NULL && survey->is_stopped;
}

static gboolean
has_decision (gpointer desk)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (desk);

  return survey != NULL && survey->decisions->len == 2;
}

static void
test_decisions (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  IonLedger *ledger;
  IonCampaignStart start = { .tranche = -1 };
  GtkWidget *page, *button;

  ui_fixture_set_up (&fixture);
  ledger = ion_office_get_ledger (fixture.office);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 12);
  page = present (&fixture);
  g_assert_true (ui_shows (page, _ ("Nothing waits for a decision")));
  g_assert_true (ion_ledger_start_campaign (ledger, id, &start, &error));
  g_assert_true (ion_ledger_pause_campaign (ledger, id, "by-person", NULL, &error));
  g_assert_true (ion_ledger_note_key_state (ledger, "practice-01", "refused", 1, &error));
  g_assert_no_error (error);
  ion_desk_tell_changed (fixture.desk);
  ui_wait (has_decision, fixture.desk);
  ui_flush ();
  g_assert_false (ui_shows (page, _ ("Nothing waits for a decision")));
  button = ui_find (page, GTK_TYPE_BUTTON, _ ("_Resume"));
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "win.resume-campaign");
  button = ui_find (page, GTK_TYPE_BUTTON, _ ("_Replace"));
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "win.open-service");

  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, _ ("_Stop all sending")));
  g_assert_true (ion_office_set_stopped (fixture.office, TRUE, &error));
  ion_desk_tell_changed (fixture.desk);
  ui_wait (is_stopped, fixture.desk);
  ui_flush ();
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, _ ("_Stop all sending")));
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, _ ("_Resume sending")));
  ui_fixture_tear_down (&fixture);
}

static gboolean
has_one_decision (gpointer desk)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (desk);

  return survey != NULL && survey->decisions->len == 1;
}

/* Paused before its time, which has passed: going on would send it at once. */
static void
test_missed (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  gint64 soon = g_get_real_time () / G_USEC_PER_SEC + 2;
  IonCampaignStart start = { .tranche = -1, .send_at = soon };
  IonLedger *ledger;
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  ledger = ion_office_get_ledger (fixture.office);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 30);
  g_assert_true (ion_ledger_start_campaign (ledger, id, &start, &error));
  g_assert_true (ion_ledger_pause_campaign (ledger, id, "by-person", NULL, &error));
  while (g_get_real_time () / G_USEC_PER_SEC <= soon)
    g_usleep (G_USEC_PER_SEC / 10);
  page = present (&fixture);
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, _ ("_Resume")));
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, _ ("_Look")));
  ui_fixture_tear_down (&fixture);
}

/* A service without a key is told with its way out; once it has one, nothing waits. */
static void
test_key_missing (void)
{
  UiFixture fixture;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *button;

  ui_fixture_set_up (&fixture);
  g_assert_true (
      ion_office_add_service (fixture.office, "tributi-01", "Tributi", NULL, NULL, &error));
  g_assert_no_error (error);
  page = present (&fixture);
  button = ui_find (page, GTK_TYPE_BUTTON, _ ("_Open the Service"));
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "win.open-service");
  g_assert_true (ui_shows (page, "Tributi"));
  ui_fixture_tear_down (&fixture);
}

static gboolean
has_end (gpointer desk)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (desk);

  return survey != NULL && survey->ends_at > 0;
}

/* Another program is at work: when it ends is told all the same. */
static void
test_elsewhere (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  IonCampaignStart start = { .tranche = -1 };
  UiFixture fixture;
  g_autofree char *id = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  IonEngineLock *lock;

  ui_fixture_set_up (&fixture);
  g_assert_true (ion_office_set_setting (fixture.office, "rate", "1/60", &error));
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 120);
  g_assert_true (
      ion_ledger_start_campaign (ion_office_get_ledger (fixture.office), id, &start, &error));
  lock = ion_engine_lock_take (fixture.folder, &error);
  g_assert_no_error (error);
  page = present (&fixture);
  ui_wait (has_end, fixture.desk);
  ui_flush ();
  g_assert_cmpint (ion_desk_get_end (fixture.desk), >, now + 2 * 60 * 60);
  end = ion_format_end (ion_desk_get_end (fixture.desk), now);
  g_assert_true (ui_shows (page, end));
  ion_engine_lock_free (lock);
  ui_fixture_tear_down (&fixture);
}

/* What was due while nobody looked is not sent at one click: its page asks, with the number. */
static void
test_overdue (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignStart start = { .tranche = -1, .send_at = 1000 };
  IonLedger *ledger;
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  ledger = ion_office_get_ledger (fixture.office);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 12);
  page = present (&fixture);
  g_assert_true (ion_ledger_start_campaign (ledger, id, &start, &error));
  g_assert_true (ion_ledger_pause_campaign (ledger, id, ION_PAUSE_OVERDUE, NULL, &error));
  g_assert_no_error (error);
  ion_desk_tell_changed (fixture.desk);
  ui_wait (has_one_decision, fixture.desk);
  ui_flush ();
  g_assert_cmpstr (gtk_actionable_get_action_name (
                       GTK_ACTIONABLE (ui_find (page, GTK_TYPE_BUTTON, _ ("_Look")))),
                   ==, "win.open-campaign");
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/overview/missed", test_missed);
  g_test_add_func ("/overview/key-missing", test_key_missing);
  g_test_add_func ("/overview/elsewhere", test_elsewhere);
  g_test_add_func ("/overview/empty", test_empty);
  g_test_add_func ("/overview/recent", test_recent);
  g_test_add_func ("/overview/coming", test_coming);
  g_test_add_func ("/overview/decisions", test_decisions);
  g_test_add_func ("/overview/overdue", test_overdue);
  return g_test_run ();
}
