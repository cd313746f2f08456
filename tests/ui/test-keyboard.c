/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Nothing is reachable only by mouse: on every page the Tab key comes past everything that can be
 * pressed, chosen or written into, and comes back to where it began.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-main-window.h"
#include "ui-fixture.h"

#include <gtksourceview/gtksource.h>

typedef struct
{
  const char *place;
  const char *action;
  const char *target; /* (nullable): "campaign" = the id of one */
} Way;

static const Way ways[] = {
  { "overview", "win.show-place", "overview" },     { "campaigns", "win.show-place", "campaigns" },
  { "templates", "win.show-place", "templates" },   { "services", "win.show-place", "services" },
  { "service", "win.open-service", "practice-01" }, { "person", "win.find-person", NULL },
  { "journal", "win.show-journal", NULL },          { "campaign", "win.open-campaign", "campaign" },
  { "remedy", "win.open-remedy", "campaign" },      { "compose", "win.edit-draft", "" },
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

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/keyboard/pages", test_pages);
  return g_test_run ();
}
