/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Holidays one by one: the patron saint's day comes every year, others once.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-holidays-group.h"

#include "ion-setting-apply.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _IonHolidaysGroup
{
  AdwPreferencesGroup parent_instance;

  IonDesk *desk;        /* (unowned) (nullable): weak: the window has it, and may go first */
  char *value;          /* (owned) (nullable): as last seen */
  GPtrArray *rows;      /* (owned) (element-type GtkWidget): unowned */
  AdwEntryRow *new_row; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonHolidaysGroup, ion_holidays_group, ADW_TYPE_PREFERENCES_GROUP)

static void
remove_cb (GtkWidget *button)
{
  GtkWidget *ancestor = gtk_widget_get_ancestor (button, ION_TYPE_HOLIDAYS_GROUP);
  IonHolidaysGroup *self = ION_HOLIDAYS_GROUP (ancestor);
  const char *day = g_object_get_data (G_OBJECT (button), "day");
  g_auto (GStrv) days = g_strsplit_set (self->value, ", ", -1);
  g_autoptr (GString) value = g_string_new (NULL);

  for (gsize i = 0; days[i] != NULL; i++)
    if (*days[i] != '\0' && !g_str_equal (days[i], day))
      g_string_append_printf (value, "%s%s", value->len > 0 ? ", " : "", days[i]);
  ion_setting_apply (GTK_WIDGET (self->new_row), self->desk, "holidays", value->str);
}

static GtkWidget *
row_new (const char *day)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("ion-cross-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  if (strlen (day) <= 5)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Every year"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "day", g_strdup (day), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* The typed text stays until it has become a row. */
static void
add_cb (IonHolidaysGroup *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->new_row));
  g_autofree char *value = NULL;

  if (*typed == '\0' || self->desk == NULL)
    return;
  value = self->value != NULL && *self->value != '\0'
              ? g_strdup_printf ("%s, %s", self->value, typed)
              : g_strdup (typed);
  ion_setting_apply (GTK_WIDGET (self->new_row), self->desk, "holidays", value);
}

static void
ion_holidays_group_finalize (GObject *object)
{
  IonHolidaysGroup *self = ION_HOLIDAYS_GROUP (object);

  g_clear_weak_pointer (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->value);
  G_OBJECT_CLASS (ion_holidays_group_parent_class)->finalize (object);
}

static void
ion_holidays_group_class_init (IonHolidaysGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_holidays_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-holidays-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonHolidaysGroup, new_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ion_holidays_group_init (IonHolidaysGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_holidays_group_show (IonHolidaysGroup *self, IonDesk *desk, const char *value)
{
  g_auto (GStrv) days = g_strsplit_set (value, ", ", -1);

  g_return_if_fail (ION_IS_HOLIDAYS_GROUP (self));

  g_set_weak_pointer (&self->desk, desk);
  if (g_strcmp0 (self->value, value) == 0)
    return;
  if (self->value != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->new_row), "");
  g_free (self->value);
  self->value = g_strdup (value);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; days[i] != NULL; i++)
    if (*days[i] != '\0')
      {
        GtkWidget *row = row_new (days[i]);

        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
        g_ptr_array_add (self->rows, row);
      }
}
