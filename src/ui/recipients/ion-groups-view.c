/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Kinds of issues, each with what can be done about all of it at once.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-groups-view.h"

#include "ion-format.h"
#include "ion-source-change.h"

#include <glib/gi18n-lib.h>

#define GROUPS_MAX 40 /* shown; there are about as many kinds as there are columns */

struct _IonGroupsView
{
  AdwBin parent_instance;

  GtkListBox *list;

  IonDraftEditor *editor; /* (owned) (nullable) */
  GtkListBoxRow *chosen;  /* (unowned) (nullable): a row of the list */
};

G_DEFINE_FINAL_TYPE (IonGroupsView, ion_groups_view, ADW_TYPE_BIN)

static guint chosen_signal;

static const char *
get_code (gpointer row)
{
  return g_object_get_data (row, "code");
}

static const char *
get_column (gpointer row)
{
  return g_object_get_data (row, "column");
}

/* Once more: all kinds again. */
static void
row_activated_cb (IonGroupsView *self, GtkListBoxRow *row)
{
  if (self->chosen == row)
    {
      self->chosen = NULL;
      gtk_list_box_unselect_all (self->list);
      g_signal_emit (self, chosen_signal, 0, NULL, NULL);
      return;
    }
  self->chosen = row;
  g_signal_emit (self, chosen_signal, 0, get_code (row), get_column (row));
}

static void
take_cb (IonGroupsView *self, GtkButton *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  g_autofree char *code = g_strdup (get_code (row));
  g_autofree char *column = g_strdup (get_column (row));

  ion_source_take_proposals (GTK_WIDGET (self), self->editor, code, column);
}

static const char *
choose_icon (const IonImportGroup *group)
{
  if (g_str_equal (group->code, "duplicate"))
    return "ion-copy-symbolic";
  return group->heading == ION_IMPORT_TO_LOOK_AT ? "ion-warning-symbolic" : "ion-cross-symbolic";
}

static void
add_icon (GtkWidget *row, const IonImportGroup *group)
{
  const gboolean is_warning = group->heading == ION_IMPORT_TO_LOOK_AT;
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "icon-name", choose_icon (group), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_warning ? _ ("To look at") : _ ("To be corrected"), -1);
  gtk_widget_add_css_class (icon, is_warning ? "warning" : "error");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static void
add_proposals (IonGroupsView *self, GtkWidget *row, const IonImportGroup *group)
{
  guint n = ion_source_count_proposals (self->editor, group->code, group->column);
  g_autofree char *count = ion_format_count (n);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (n == 0)
    return;
  /* Translators: to take what the program proposes for so many cells */
  label = g_strdup_printf (ngettext ("Take %s proposal", "Take %s proposals", n), count);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (IonGroupsView *self, const IonImportGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = ion_import_group_describe (group);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_set_tooltip_text (row, _ ("Lists only these"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (group->code), g_free);
  g_object_set_data_full (G_OBJECT (row), "column", g_strdup (group->column), g_free);
  add_icon (row, group);
  if (group->heading == ION_IMPORT_PROPOSED)
    add_proposals (self, row, group);
  gtk_list_box_append (self->list, row);
}

static void
add_rows (IonGroupsView *self, const IonImportReport *report, IonImportHeading heading)
{
  for (guint i = 0; i < report->groups->len && i < GROUPS_MAX; i++)
    {
      const IonImportGroup *group = g_ptr_array_index (report->groups, i);

      if (group->heading == heading)
        add_row (self, group);
    }
}

/* Returns: whether one of them is still there */
static gboolean
choose_again (IonGroupsView *self, const char *code, const char *column)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_strcmp0 (get_code (row), code) != 0 || g_strcmp0 (get_column (row), column) != 0)
        continue;
      self->chosen = row;
      gtk_list_box_select_row (self->list, row);
      return TRUE;
    }
  return FALSE;
}

void
ion_groups_view_show (IonGroupsView *self, const IonImportReport *report)
{
  g_autofree char *code = NULL;
  g_autofree char *column = NULL;
  GtkWidget *row;

  g_return_if_fail (ION_IS_GROUPS_VIEW (self));

  if (self->chosen != NULL)
    {
      code = g_strdup (get_code (self->chosen));
      column = g_strdup (get_column (self->chosen));
    }
  self->chosen = NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (IonImportHeading heading = ION_IMPORT_TO_MEND; heading < ION_IMPORT_N_HEADINGS; heading++)
    add_rows (self, report, heading);
  gtk_widget_set_visible (GTK_WIDGET (self), report->groups->len > 0);
  if (code != NULL && !choose_again (self, code, column))
    g_signal_emit (self, chosen_signal, 0, NULL, NULL);
}

static void
ion_groups_view_dispose (GObject *object)
{
  g_clear_object (&ION_GROUPS_VIEW (object)->editor);
  G_OBJECT_CLASS (ion_groups_view_parent_class)->dispose (object);
}

static void
ion_groups_view_class_init (IonGroupsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_groups_view_dispose;

  chosen_signal = g_signal_new ("chosen", ION_TYPE_GROUPS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-groups-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IonGroupsView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ion_groups_view_init (IonGroupsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_groups_view_set_editor (IonGroupsView *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_GROUPS_VIEW (self));

  g_set_object (&self->editor, editor);
}
