/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The row of an issue: where, what, and the cell as it should be.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-issue-row.h"

#include "ion-format.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _IonIssueRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *place;
  GtkLabel *message;
  GtkEntry *entry;
  GtkWidget *button;
  GtkWidget *around;

  IonIssueItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonIssueRow, ion_issue_row, GTK_TYPE_WIDGET)

static guint mended_signal, around_signal;

static void
mend_cb (IonIssueRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, mended_signal, 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
around_cb (IonIssueRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, around_signal, 0);
}

static void
ion_issue_row_dispose (GObject *object)
{
  IonIssueRow *self = ION_ISSUE_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ion_issue_row_parent_class)->dispose (object);
}

static void
ion_issue_row_class_init (IonIssueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_issue_row_dispose;

  mended_signal = g_signal_new ("mended", ION_TYPE_ISSUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  around_signal = g_signal_new ("around", ION_TYPE_ISSUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-issue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonIssueRow, icon);
  gtk_widget_class_bind_template_child (widget_class, IonIssueRow, place);
  gtk_widget_class_bind_template_child (widget_class, IonIssueRow, message);
  gtk_widget_class_bind_template_child (widget_class, IonIssueRow, entry);
  gtk_widget_class_bind_template_child (widget_class, IonIssueRow, button);
  gtk_widget_class_bind_template_child (widget_class, IonIssueRow, around);
  gtk_widget_class_bind_template_callback (widget_class, mend_cb);
  gtk_widget_class_bind_template_callback (widget_class, around_cb);
}

static void
ion_issue_row_init (IonIssueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_issue_row_new (void)
{
  return g_object_new (ION_TYPE_ISSUE_ROW, NULL);
}

/* Returns: (transfer full): "Row 17, importo" */
static char *
describe_place (IonIssueItem *item)
{
  const char *column = ion_issue_item_get_column (item);
  g_autofree char *row = ion_format_count (ion_issue_item_get_row (item));

  if (column == NULL)
    /* Translators: the number of a row */
    return g_strdup_printf (_ ("Row %s"), row);
  /* Translators: the number of a row, and the name of a column */
  return g_strdup_printf (_ ("Row %1$s, %2$s"), row, column);
}

static void
show_icon (IonIssueRow *self)
{
  const gboolean is_warning = ion_issue_item_is_warning (self->item);

  gtk_image_set_from_icon_name (self->icon,
                                is_warning ? "ion-warning-symbolic" : "ion-cross-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_warning ? _ ("To look at") : _ ("To be corrected"), -1);
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), is_warning ? "error" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), is_warning ? "warning" : "error");
}

static void
show_entry (IonIssueRow *self, const char *place, const char *value)
{
  const char *draft = ion_issue_item_get_draft (self->item);
  g_autofree char *name = NULL;
  g_autofree char *verb = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), value != NULL   ? value
                                                     : draft != NULL ? draft
                                                                     : "");
  /* Translators: %s is a cell: "Row 17, importo" */
  name = g_strdup_printf (_ ("New value of the cell: %s"), place);
  /* Translators: %s is a cell: "Row 17, importo" */
  verb = g_strdup_printf (_ ("Correct the cell: %s"), place);
  gtk_entry_set_placeholder_text (self->entry, _ ("New value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  verb, -1);
}

void
ion_issue_row_set_item (IonIssueRow *self, IonIssueItem *item, const char *value)
{
  g_autofree char *place = NULL;
  g_autofree char *around = NULL;

  g_return_if_fail (ION_IS_ISSUE_ROW (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  place = describe_place (item);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->message, ion_issue_item_get_message (item));
  show_icon (self);
  gtk_widget_set_visible (self->around, ion_issue_item_get_row (item) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), ion_issue_item_can_mend (item));
  show_entry (self, place, value);
  /* Translators: %s is a cell: "Row 17, importo" */
  around = g_strdup_printf (_ ("Show the row: %s"), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->around), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  around, -1);
}

IonIssueItem *
ion_issue_row_get_item (IonIssueRow *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ROW (self), NULL);

  return self->item;
}

gboolean
ion_issue_row_grab_entry (IonIssueRow *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ROW (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->entry)) &&
         gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
