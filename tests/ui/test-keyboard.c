/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Nothing is reachable only by mouse: on every page the Tab key comes past everything that can be
 * pressed, chosen or written into, and comes back to where it began.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-ledger-deliveries.h"
#include "ion-main-window.h"
#include "ion-office-step.h"
#include "ion-opening-step.h"
#include "ion-person-page.h"
#include "ion-preferences.h"
#include "ion-recovery-step.h"
#include "ion-service-step.h"
#include "ion-test-step.h"
#include "ion-welcome-page.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

typedef struct
{
  const char *place;
  const char *action;
  const char *target; /* (nullable): "campaign" = the id of one */
} Way;

static const Way ways[] = {
  { "overview", "win.show-place", "overview" },
  { "campaigns", "win.show-place", "campaigns" },
  { "templates", "win.show-place", "templates" },
  { "services", "win.show-place", "services" },
  { "service", "win.open-service", "practice-01" },
  { "person", "win.find-person", NULL },
  { "journal", "win.show-journal", NULL },
  { "campaign", "win.open-campaign", "campaign" },
  { "remedy", "win.open-remedy", "campaign" },
  { "compose", "win.edit-draft", "" },
  { "template", "win.open-template", "Mensa scolastica" },
  { "new template", "win.edit-template", "" },
};

static gboolean
is_shown (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget);
}

/* Whether a person can do something with it. */
static gboolean
does_something (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)) &&
           gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (widget));
  return (GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))) ||
         GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) ||
         GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_VIEW (widget);
}

/* The title bar's own buttons belong to the window manager's keys. */
static gboolean
is_of_title_bar (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

static void
collect (GtkWidget *widget, GPtrArray *found)
{
  if (!is_shown (widget))
    return;
  if (does_something (widget) && !is_of_title_bar (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

/* Everything that had the focus, and what it stands in. */
static GHashTable *
walk_focus (GtkWindow *window)
{
  GHashTable *visited = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);
  GtkWidget *focus;

  gtk_window_set_focus (window, NULL);
  while (gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD) &&
         (focus = gtk_window_get_focus (window)) != NULL && g_hash_table_add (stops, focus))
    for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
      g_hash_table_add (visited, widget);
  return visited;
}

static gboolean
contains (GHashTable *visited, GtkWidget *widget)
{
  return widget != NULL && g_hash_table_contains (visited, widget);
}

static gboolean
may_have_focus (GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    if (!gtk_widget_get_can_focus (at))
      return FALSE;
  return gtk_widget_get_focusable (widget);
}

/* Itself, or the row that it is a part of; within a list the arrows lead on. Of the buttons of one
 * choice Tab meets only the one that holds: the others are chosen by their rows. */
static gboolean
was_visited (GHashTable *visited, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  if (contains (visited, widget))
    return TRUE;
  if (GTK_IS_LIST_BOX_ROW (widget))
    return contains (visited, gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX));
  return (GTK_IS_CHECK_BUTTON (widget) || !may_have_focus (widget)) && contains (visited, row);
}

static void
check_page (GtkWidget *window, const char *place)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GHashTable) visited = walk_focus (GTK_WINDOW (window));

  ui_flush ();
  collect (window, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (found, i);
      g_autofree char *words = NULL;

      if (was_visited (visited, widget))
        continue;
      if (GTK_IS_BUTTON (widget))
        words = g_strdup (gtk_widget_get_tooltip_text (widget));
      g_test_message ("%s: %s (%s) in %s cannot be reached by keyboard", place,
                      G_OBJECT_TYPE_NAME (widget), words != NULL ? words : "no tooltip",
                      G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      g_test_fail ();
    }
  g_assert_cmpuint (found->len, >, 0);
}

static void
test_pages (void)
{
  g_autofree char *campaign = NULL;
  UiFixture fixture;
  GtkWidget *window;

  ui_fixture_set_up (&fixture);
  campaign = ui_fixture_add_campaign (&fixture, "Rette", 20);
  ui_fixture_send_campaign (&fixture, campaign);
  window = ion_main_window_new (NULL, fixture.desk);
  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const char *target = ways[i].target;

      gtk_widget_activate_action (window, "win.show-place", "s", "overview");
      if (target == NULL)
        gtk_widget_activate_action (window, ways[i].action, NULL);
      else
        gtk_widget_activate_action (window, ways[i].action, "s",
                                    g_str_equal (target, "campaign") ? campaign : target);
      for (int frame = 0; frame < 5; frame++)
        ui_flush ();
      check_page (window, ways[i].place);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_flush ();
  ui_fixture_tear_down (&fixture);
}

static void
find_pages (GtkWidget *widget, GPtrArray *pages)
{
  /* Not what a search has found. */
  if (ADW_IS_PREFERENCES_PAGE (widget) && ADW_IS_VIEW_STACK (gtk_widget_get_parent (widget)))
    g_ptr_array_add (pages, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_pages (child, pages);
}

static void
test_preferences (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  UiFixture fixture;
  GtkWidget *window;

  ui_fixture_set_up (&fixture);
  window = ion_preferences_new (NULL, fixture.desk);
  gtk_window_present (GTK_WINDOW (window));
  find_pages (window, pages);
  g_assert_cmpuint (pages->len, >, 3);
  for (guint i = 0; i < pages->len; i++)
    {
      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (window), pages->pdata[i]);
      for (int frame = 0; frame < 5; frame++)
        ui_flush ();
      check_page (window, adw_preferences_page_get_title (pages->pdata[i]));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_flush ();
  ui_fixture_tear_down (&fixture);
}

static gboolean
has_results (gpointer page)
{
  return ui_shows (page, "Rette");
}

/* A person who was sent something. */
static void
test_person (void)
{
  g_autofree char *campaign = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  UiFixture fixture;
  GtkWidget *page, *entry;

  ui_fixture_set_up (&fixture);
  campaign = ui_fixture_add_campaign (&fixture, "Rette", 3);
  ui_fixture_send_campaign (&fixture, campaign);
  rows = ion_ledger_list_deliveries (ion_office_get_ledger (fixture.office), campaign, 0, 0, 1,
                                     &error);
  g_assert_no_error (error);
  page = g_object_new (ION_TYPE_PERSON_PAGE, "desk", fixture.desk, NULL);
  ui_fixture_present (&fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  ui_flush ();
  entry = ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Fiscal code"));
  gtk_editable_set_text (GTK_EDITABLE (entry), ((IonDelivery *) rows->pdata[0])->fiscal_code);
  g_signal_emit_by_name (entry, "entry-activated");
  ui_wait (has_results, page);
  ui_flush ();
  check_page (fixture.window, "person with results");
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
shows_doors (gpointer page)
{
  GtkWidget *title = ui_find (page, GTK_TYPE_LABEL, _ ("Welcome to IO Notifier"));

  return title != NULL && gtk_widget_get_mapped (title);
}

static void
test_doors (void)
{
  UiFixture fixture;
  GtkWidget *page;
  g_autofree char *folder = NULL;

  ui_fixture_set_up (&fixture);
  folder = g_build_filename (fixture.folder, "nothing", NULL);
  page = ion_welcome_page_new ();
  ui_fixture_present (&fixture, page);
  ion_welcome_page_open (ION_WELCOME_PAGE (page), folder, FALSE);
  ui_wait (shows_doors, page);
  check_page (fixture.window, "welcome");
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* The steps of the first start, each by itself. */
static void
test_steps (void)
{
  const GType steps[] = { ION_TYPE_OFFICE_STEP, ION_TYPE_SERVICE_STEP, ION_TYPE_RECOVERY_STEP,
                          ION_TYPE_TEST_STEP, ION_TYPE_OPENING_STEP };
  UiFixture fixture;

  ui_fixture_set_up (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *step = g_object_new (steps[i], NULL);

      if (ION_IS_RECOVERY_STEP (step))
        ion_recovery_step_set_key (ION_RECOVERY_STEP (step), "Comune di Ferrara",
                                   g_strdup ("ABCD-EFGH-1234"));
      ui_fixture_present (&fixture, step);
      check_page (fixture.window, g_type_name (steps[i]));
      ui_fixture_dismiss (&fixture);
    }
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/keyboard/pages", test_pages);
  g_test_add_func ("/keyboard/preferences", test_preferences);
  g_test_add_func ("/keyboard/person", test_person);
  g_test_add_func ("/keyboard/doors", test_doors);
  g_test_add_func ("/keyboard/steps", test_steps);
  return g_test_run ();
}
