/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Names for what the toolkit leaves without one, given in one place rather than on every page.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-accessible.h"

#include "ion-page.h"

#include <adwaita.h>

void
ion_accessible_set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* Whether its page has named it already: that name stands. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The tooltip of @widget or of what it is the inside of. */
static const char *
find_tooltip (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (tooltip == NULL && (GTK_IS_MENU_BUTTON (parent) || ADW_IS_SPLIT_BUTTON (parent)))
    tooltip = gtk_widget_get_tooltip_text (parent);
  return tooltip;
}

/* The inside of @owner is called what @owner is called. */
static void
name_after (GtkWidget *widget, GtkWidget *owner)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  owner, NULL, -1);
}

static void
name_button (GtkWidget *button)
{
  const char *tooltip = find_tooltip (button);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  if (gtk_button_get_label (GTK_BUTTON (button)) != NULL)
    return;
  if (tooltip != NULL)
    ion_accessible_set_label (button, tooltip);
  else if (GTK_IS_LABEL (child) && !is_named (button))
    name_after (button, child);
}

/* A switch, a mark or an entry that stands in a row and has no words but the row's. */
static gboolean
is_wordless (GtkWidget *widget)
{
  return GTK_IS_SWITCH (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget) ||
         (GTK_IS_CHECK_BUTTON (widget) &&
          gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) == NULL);
}

static void
name_in_row (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (is_named (widget))
    return;
  if (tooltip != NULL)
    ion_accessible_set_label (widget, tooltip);
  else if (row != NULL)
    ion_accessible_set_label (widget, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
name_list (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_ancestor (list, ADW_TYPE_COMBO_ROW);
  GtkWidget *view = gtk_widget_get_ancestor (list, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *choice = gtk_widget_get_ancestor (list, GTK_TYPE_DROP_DOWN);

  if (row != NULL)
    ion_accessible_set_label (list, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  else if (view != NULL)
    name_after (list, view);
  else if (choice != NULL)
    name_after (list, choice);
}

/* The page that it stands on, or the window above it. */
static const char *
find_place (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, ION_TYPE_PAGE);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (page != NULL)
    return ion_page_get_title (ION_PAGE (page));
  return GTK_IS_WINDOW (root) ? gtk_window_get_title (GTK_WINDOW (root)) : NULL;
}

/* The lists inside a row that unfolds, and that of a group without a title, which only its page
 * or window names. */
static void
name_group (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *row = gtk_widget_get_ancestor (list, ADW_TYPE_EXPANDER_ROW);
  const char *place = find_place (list);
  const char *title;

  if (row != NULL && !is_named (list))
    {
      ion_accessible_set_label (list, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      return;
    }
  if (group == NULL || place == NULL)
    return;
  title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));
  if (title == NULL || *title == '\0')
    ion_accessible_set_label (list, place);
}

/* Only one page of a stack, and what a revealer has revealed, is there for a screen reader. */
static gboolean
hides_children (GtkWidget *widget)
{
  return GTK_IS_STACK (widget) || GTK_IS_REVEALER (widget);
}

static void
tell_hidden (GtkWidget *widget, gboolean is_hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, is_hidden, -1);
}

static void
tell_hidden_children (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_hidden (child, !gtk_widget_get_mapped (child));
}

static gboolean
unmap_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL && hides_children (parent))
    tell_hidden (widget, TRUE);
  return TRUE;
}

static gboolean
map_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL && hides_children (parent))
    tell_hidden_children (parent);
  if (hides_children (widget))
    tell_hidden_children (widget);
  else if (GTK_IS_TOGGLE_BUTTON (widget) && GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    name_after (widget, gtk_widget_get_parent (widget));
  else if (GTK_IS_BUTTON (widget))
    name_button (widget);
  else if (GTK_IS_LIST_VIEW (widget))
    name_list (widget);
  else if (GTK_IS_LIST_BOX (widget))
    name_group (widget);
  else if (is_wordless (widget))
    name_in_row (widget);
  return TRUE;
}

void
ion_accessible_install (void)
{
  static gsize is_installed = 0;

  if (!g_once_init_enter (&is_installed))
    return;
  g_type_ensure (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_hook, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmap_hook, NULL,
                              NULL);
  g_once_init_leave (&is_installed, 1);
}
