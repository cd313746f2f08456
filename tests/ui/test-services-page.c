/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Services and their keys: states in words, a test, another key, the rotation over its four steps.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-key-group.h"
#include "ion-new-service-window.h"
#include "ion-rotation-group.h"
#include "ion-service-page.h"
#include "ion-service-row.h"
#include "ion-services-page.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

#define SERVICE "practice-01"
#define KEY_1   "practice-0000000000000001"
#define KEY_2   "practice-0000000000000002"

typedef struct
{
  GtkWidget *widget; /* (unowned) */
  const char *text;
} Words;

static gboolean
are_shown (gpointer data)
{
  const Words *words = data;

  return ui_shows (words->widget, words->text);
}

static void
wait_for (GtkWidget *widget, const char *text)
{
  Words words = { widget, text };

  ui_wait (are_shown, &words);
}

static GtkWidget *
present (UiFixture *fixture, GtkWidget *page)
{
  ui_fixture_present (fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  return page;
}

static GtkWidget *
present_service (UiFixture *fixture)
{
  GtkWidget *page = present (fixture, g_object_new (ION_TYPE_SERVICE_PAGE, "desk", fixture->desk,
                                                    "service-id", SERVICE, NULL));

  wait_for (page, _ ("Key in use here"));
  return page;
}

/* As a person who pastes a key and confirms it. */
static void
apply_key (GtkWidget *group, const char *key)
{
  GtkWidget *row = ui_find (group, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), key);
  g_signal_emit_by_name (row, "apply");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

static void
test_list (void)
{
  UiFixture fixture;
  GtkWidget *page, *row;
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&fixture);
  ion_office_add_service (fixture.office, "01ABC", "Polizia Locale", "Comando", NULL, &error);
  g_assert_no_error (error);
  page = present (&fixture, g_object_new (ION_TYPE_SERVICES_PAGE, "desk", fixture.desk, NULL));
  wait_for (page, _ ("API Key present"));
  g_assert_true (ui_shows (page, "Polizia Locale"));
  g_assert_true (ui_shows (page, "Comando"));
  g_assert_true (ui_shows (page, _ ("No API Key")));
  row = ui_find (page, ION_TYPE_SERVICE_ROW, NULL);
  g_assert_nonnull (row);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-service");
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_try (void)
{
  UiFixture fixture;
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  page = present_service (&fixture);
  ui_click (ui_find (page, GTK_TYPE_BUTTON, _ ("_Test now")));
  wait_for (page, _ ("API Key accepted"));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_replace (void)
{
  UiFixture fixture;
  GtkWidget *page, *group;
  g_autofree char *refusal = NULL;

  ui_fixture_set_up (&fixture);
  page = present_service (&fixture);
  group = ui_find (page, ION_TYPE_KEY_GROUP, NULL);
  apply_key (group, "0123456789abcdef0123456789abcdef");
  refusal = g_strdup_printf (_ ("A practice office never holds a real API key: keys for practice "
                                "begin with %s. Nothing was stored."),
                             "practice-");
  wait_for (page, refusal);
  apply_key (group, KEY_1);
  wait_for (page, _ ("API Key accepted"));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_unfinished (gpointer data)
{
  UiFixture *fixture = data;
  g_autoptr (IonService) service =
      ion_ledger_get_service (ion_office_get_ledger (fixture->office), SERVICE, NULL);

  return service->key_rotation == NULL;
}

static void
test_rotation (void)
{
  UiFixture fixture;
  GtkWidget *page, *group, *button;
  g_autoptr (IonService) service = NULL;

  ui_fixture_set_up (&fixture);
  page = present_service (&fixture);
  group = ui_find (page, ION_TYPE_ROTATION_GROUP, NULL);
  ui_click (ui_find (group, GTK_TYPE_BUTTON, _ ("_Begin the rotation")));
  wait_for (group, _ ("Secondary API Key"));
  apply_key (group, KEY_2);
  wait_for (group, _ ("The primary key _was regenerated"));
  ui_click (ui_find (group, GTK_TYPE_BUTTON, _ ("The primary key _was regenerated")));
  wait_for (group, _ ("New primary API Key"));
  /* The key that is in use is no new one. */
  apply_key (group, KEY_2);
  wait_for (group, _ ("This is the API Key that is in use already: copy the other one. Nothing was "
                      "changed."));
  apply_key (group, KEY_1);
  wait_for (group, _ ("The secondary key _was regenerated"));
  button = ui_find (group, GTK_TYPE_BUTTON, _ ("The secondary key _was regenerated"));
  ui_click (button);
  ui_wait (is_unfinished, &fixture);
  wait_for (group, _ ("_Begin the rotation"));
  service = ion_ledger_get_service (ion_office_get_ledger (fixture.office), SERVICE, NULL);
  g_assert_cmpstr (service->key_slot, ==, "primary");
  wait_for (page, _ ("API Key accepted"));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_in_use (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  GtkWidget *page, *button;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 3);
  page = present_service (&fixture);
  g_assert_true (ui_shows (page, "Rette ottobre"));
  button = ui_find (page, GTK_TYPE_BUTTON, _ ("_Remove…"));
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_is_sensitive (button));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (item->data), "IonNewServiceWindow"))
      return item->data;
  return NULL;
}

static gboolean
is_open (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL;
}

static void
test_add (void)
{
  UiFixture fixture;
  GtkWidget *page, *dialog;
  g_autoptr (IonService) service = NULL;

  ui_fixture_set_up (&fixture);
  page = present (&fixture, g_object_new (ION_TYPE_SERVICES_PAGE, "desk", fixture.desk, NULL));
  ui_click (ui_find (page, GTK_TYPE_BUTTON, _ ("Add a service")));
  ui_wait (is_open, NULL);
  dialog = find_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, _ ("Name"))),
                         "Tributi");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, _ ("Service ID"))),
                         SERVICE);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL)), KEY_1);
  ui_click (ui_find (dialog, GTK_TYPE_BUTTON, _ ("_Add")));
  /* There is one with that id already. */
  wait_for (dialog, SERVICE);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, _ ("Service ID"))),
                         "01TRIBUTI");
  ui_click (ui_find (dialog, GTK_TYPE_BUTTON, _ ("_Add")));
  ui_wait (is_closed, NULL);
  wait_for (page, "Tributi");
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/services-page/list", test_list);
  g_test_add_func ("/services-page/try", test_try);
  g_test_add_func ("/services-page/replace", test_replace);
  g_test_add_func ("/services-page/rotation", test_rotation);
  g_test_add_func ("/services-page/in-use", test_in_use);
  g_test_add_func ("/services-page/add", test_add);
  return g_test_run ();
}
