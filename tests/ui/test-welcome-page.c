/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The way to an open office: the two doors, the steps, and the troubles with one that is there.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-keyring.h"
#include "ion-ledger-campaigns.h"
#include "ion-office-step.h"
#include "ion-opening-step.h"
#include "ion-practice-sample.h"
#include "ion-recovery-sheet.h"
#include "ion-recovery-step.h"
#include "ion-service-step.h"
#include "ion-test-step.h"
#include "ion-welcome-page.h"
#include "ion-welcome-work.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
keep_desk_cb (GtkWidget *page, IonDesk *desk, IonDesk **kept)
{
  *kept = g_object_ref (desk);
}

static gboolean
is_there (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

/* The practice door: an office with a campaign in it. */
static void
test_practice (void)
{
  UiFixture fixture;
  GtkWidget *page;
  IonDesk *desk = NULL;
  IonOffice *office;
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;

  ui_fixture_set_up (&fixture);
  folder = g_build_filename (fixture.folder, "practice", NULL);
  page = ion_welcome_page_new ();
  g_signal_connect (page, "desk-ready", G_CALLBACK (keep_desk_cb), &desk);
  ui_fixture_present (&fixture, page);
  ion_welcome_page_open (ION_WELCOME_PAGE (page), folder, TRUE);
  ui_wait (is_there, &desk);
  office = ion_desk_get_office (desk);
  g_assert_true (ion_office_is_practice (office));
  campaigns = ion_ledger_list_campaigns (ion_office_get_ledger (office), NULL);
  g_assert_cmpuint (campaigns->len, ==, 1);
  ui_fixture_dismiss (&fixture);
  g_object_unref (desk);
  ui_fixture_tear_down (&fixture);
}

static gboolean
shows_doors (gpointer page)
{
  GtkWidget *title = ui_find (page, GTK_TYPE_LABEL, _ ("Welcome to IO Notifier"));

  return title != NULL && gtk_widget_get_mapped (title);
}

/* Where there is no office, the doors; and from the first step the way back. */
static void
test_doors (void)
{
  UiFixture fixture;
  GtkWidget *page, *name, *code, *next;
  g_autofree char *folder = NULL;

  ui_fixture_set_up (&fixture);
  folder = g_build_filename (fixture.folder, "nothing", NULL);
  page = ion_welcome_page_new ();
  ui_fixture_present (&fixture, page);
  ion_welcome_page_open (ION_WELCOME_PAGE (page), folder, FALSE);
  ui_wait (shows_doors, page);
  ui_click (gtk_widget_get_ancestor (ui_find (page, GTK_TYPE_LABEL, _ ("Set up your municipality")),
                                     GTK_TYPE_BUTTON));
  ui_flush ();
  name = ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Name, as in “Comune di Ferrara”"));
  code = ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Fiscal code of the municipality (11 digits)"));
  next = gtk_widget_get_ancestor (ui_find (gtk_widget_get_ancestor (name, ION_TYPE_OFFICE_STEP),
                                           GTK_TYPE_LABEL, _ ("_Continue")),
                                  GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "Comune di Ferrara");
  gtk_editable_set_text (GTK_EDITABLE (code), "00297110388");
  g_assert_false (gtk_widget_is_sensitive (next));
  g_assert_true (gtk_widget_has_css_class (code, "error"));
  gtk_editable_set_text (GTK_EDITABLE (code), "00297110389");
  g_assert_true (gtk_widget_is_sensitive (next));
  g_assert_false (gtk_widget_has_css_class (code, "error"));
  ui_click (ui_find (page, GTK_TYPE_BUTTON, _ ("Back")));
  ui_wait (shows_doors, page);
  ui_fixture_tear_down (&fixture);
}

/* The key is shown, and goes on only when it is kept; then it is gone. */
static void
test_recovery (void)
{
  UiFixture fixture;
  GtkWidget *step, *kept;
  g_autofree char *sheet = NULL;
  gboolean is_ready = TRUE;

  ui_fixture_set_up (&fixture);
  step = g_object_new (ION_TYPE_RECOVERY_STEP, NULL);
  ion_recovery_step_set_key (ION_RECOVERY_STEP (step), "Comune di Ferrara",
                             g_strdup ("ABCD-EFGH-1234"));
  ui_fixture_present (&fixture, step);
  g_assert_true (ui_shows (step, "ABCD-EFGH-1234"));
  g_object_get (step, "is-ready", &is_ready, NULL);
  g_assert_false (is_ready);
  kept = ui_find (step, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
  g_object_get (step, "is-ready", &is_ready, NULL);
  g_assert_true (is_ready);
  ion_recovery_step_set_key (ION_RECOVERY_STEP (step), NULL, NULL);
  g_assert_false (ui_shows (step, "ABCD"));
  sheet = ion_recovery_sheet_get_markup ("Comune <1>", "ABCD-EFGH-1234");
  g_assert_nonnull (strstr (sheet, "ABCD-EFGH-1234"));
  g_assert_nonnull (strstr (sheet, "Comune &lt;1&gt;"));
  ui_fixture_tear_down (&fixture);
}

static void
test_service (void)
{
  UiFixture fixture;
  GtkWidget *step, *key;
  g_autoptr (IonSecret) secret = NULL;
  gboolean is_ready = TRUE;

  ui_fixture_set_up (&fixture);
  step = g_object_new (ION_TYPE_SERVICE_STEP, NULL);
  ui_fixture_present (&fixture, step);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (step, ADW_TYPE_ENTRY_ROW,
                                                _ ("Name of the service, as on IO"))),
                         "Anagrafe");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (step, ADW_TYPE_ENTRY_ROW, _ ("Service ID"))),
                         "01ABC");
  g_object_get (step, "is-ready", &is_ready, NULL);
  g_assert_false (is_ready);
  key = ui_find (step, ADW_TYPE_PASSWORD_ENTRY_ROW, _ ("API key (primary or secondary)"));
  gtk_editable_set_text (GTK_EDITABLE (key), "chiave-segreta");
  g_object_get (step, "is-ready", &is_ready, NULL);
  g_assert_true (is_ready);
  secret = ion_service_step_take_key (ION_SERVICE_STEP (step));
  g_assert_cmpstr (ion_secret_get_text (secret), ==, "chiave-segreta");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (key)), ==, "");
  ion_service_step_set_stored (ION_SERVICE_STEP (step));
  g_object_get (step, "is-ready", &is_ready, NULL);
  g_assert_true (is_ready);
  ui_fixture_tear_down (&fixture);
}

static void
test_test (void)
{
  UiFixture fixture;
  GtkWidget *step;
  gboolean is_ready = TRUE;

  ui_fixture_set_up (&fixture);
  step = g_object_new (ION_TYPE_TEST_STEP, NULL);
  ui_fixture_present (&fixture, step);
  g_object_get (step, "is-ready", &is_ready, NULL);
  g_assert_false (is_ready);
  gtk_editable_set_text (GTK_EDITABLE (
                             ui_find (step, ADW_TYPE_ENTRY_ROW, _ ("Your own fiscal code"))),
                         "RSSMRA85T10A562S");
  g_object_get (step, "is-ready", &is_ready, NULL);
  g_assert_true (is_ready);
  ion_test_step_set_sent (ION_TEST_STEP (step), "Arrivato");
  g_assert_true (ui_shows (step, "Arrivato"));
  g_assert_cmpstr (ion_test_step_get_code (ION_TEST_STEP (step)), ==, "");
  ui_fixture_tear_down (&fixture);
}

/* The message of test goes out to the person alone, by the desk's own engine. */
static void
test_message (void)
{
  UiFixture fixture;
  IonFirstTest *test = g_new0 (IonFirstTest, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *before = NULL, *after = NULL;

  ui_fixture_set_up (&fixture);
  test->code = g_strdup ("RSSMRA85T10A562S");
  test->service = g_strdup ("practice-01");
  id = ion_first_test_begin (fixture.office, test, NULL, &error);
  g_assert_no_error (error);
  before = ion_first_test_look (fixture.office, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (before);
  ui_fixture_send_campaign (&fixture, id);
  after = ion_first_test_look (fixture.office, id, NULL, &error);
  g_assert_nonnull (after);
  ion_first_test_free (test);
  ui_fixture_tear_down (&fixture);
}

static void
test_troubles (void)
{
  const GError locked = { ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED, (char *) "x" };
  const GError lost = { ION_OFFICE_ERROR, ION_OFFICE_ERROR_KEY_LOST, (char *) "x" };
  UiFixture fixture;
  GtkWidget *step;

  ui_fixture_set_up (&fixture);
  g_assert_cmpint (ion_opening_trouble_from_error (&locked), ==, ION_OPENING_LOCKED);
  g_assert_cmpint (ion_opening_trouble_from_error (&lost), ==, ION_OPENING_KEY_LOST);
  step = g_object_new (ION_TYPE_OPENING_STEP, NULL);
  ui_fixture_present (&fixture, step);
  ion_opening_step_set_trouble (ION_OPENING_STEP (step), ION_OPENING_LOCKED, &locked);
  g_assert_true (ui_shows (step, _ ("The keyring does not open")));
  g_assert_null (ui_find (step, ADW_TYPE_PASSWORD_ENTRY_ROW, _ ("Recovery key")));
  ion_opening_step_set_trouble (ION_OPENING_STEP (step), ION_OPENING_KEY_LOST, &lost);
  g_assert_true (ui_shows (step, _ ("The key of the data is missing")));
  g_assert_nonnull (ui_find (step, ADW_TYPE_PASSWORD_ENTRY_ROW, _ ("Recovery key")));
  ion_opening_step_set_trouble (ION_OPENING_STEP (step), ION_OPENING_OLDER_COPY, NULL);
  g_assert_true (ui_shows (step, _ ("This is an older copy of the office")));
  g_assert_nonnull (ui_find (step, GTK_TYPE_BUTTON, _ ("_Nothing Was Sent Since")));
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/welcome/practice", test_practice);
  g_test_add_func ("/welcome/doors", test_doors);
  g_test_add_func ("/welcome/recovery", test_recovery);
  g_test_add_func ("/welcome/service", test_service);
  g_test_add_func ("/welcome/test", test_test);
  g_test_add_func ("/welcome/message", test_message);
  g_test_add_func ("/welcome/troubles", test_troubles);
  return g_test_run ();
}
