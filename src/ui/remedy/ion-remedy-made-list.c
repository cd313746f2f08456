/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What was already done about a mistake: nobody should correct it twice without knowing.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-remedy-made-list.h"

#include <glib/gi18n-lib.h>

struct _IonRemedyMadeList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *made; /* (owned) (nullable) (element-type IonRemedyMade) */

  GtkListBox *list; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonRemedyMadeList, ion_remedy_made_list, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
row_new (const IonRemedyMade *made)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), made->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               made->is_draft ? _ ("Not sent yet") : _ ("Sent, or being sent"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ion-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
activated_cb (IonRemedyMadeList *self, GtkListBoxRow *row)
{
  const IonRemedyMade *made =
      g_ptr_array_index (self->made, (guint) gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self),
                              made->is_draft ? "win.edit-draft" : "win.open-campaign", "s",
                              made->id);
}

static void
ion_remedy_made_list_finalize (GObject *object)
{
  g_clear_pointer (&ION_REMEDY_MADE_LIST (object)->made, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_remedy_made_list_parent_class)->finalize (object);
}

static void
ion_remedy_made_list_class_init (IonRemedyMadeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_remedy_made_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/remedy/"
                                                             "ion-remedy-made-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRemedyMadeList, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ion_remedy_made_list_init (IonRemedyMadeList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_remedy_made_list_show (IonRemedyMadeList *self, GPtrArray *made)
{
  GtkWidget *row;

  g_return_if_fail (ION_IS_REMEDY_MADE_LIST (self) && made != NULL);

  g_clear_pointer (&self->made, g_ptr_array_unref);
  self->made = g_ptr_array_ref (made);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < made->len; i++)
    gtk_list_box_append (self->list, row_new (made->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), made->len > 0);
}
