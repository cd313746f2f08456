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

static const char *
get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "made-id");
}

static void
tell (GtkListBoxRow *row, const IonRemedyMade *made)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), made->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               made->is_draft ? _ ("Not sent yet") : _ ("Sent, or being sent"));
}

static GtkWidget *
row_new (const IonRemedyMade *made)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set_data_full (G_OBJECT (row), "made-id", g_strdup (made->id), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  tell (GTK_LIST_BOX_ROW (row), made);
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

static gboolean
has_id (gconstpointer made, gconstpointer id)
{
  return g_str_equal (((const IonRemedyMade *) made)->id, id);
}

/* The rows of what is not there any more go. */
static void
drop_gone (IonRemedyMadeList *self)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
    if (g_ptr_array_find_with_equal_func (self->made, get_id (row), has_id, NULL))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
ion_remedy_made_list_show (IonRemedyMadeList *self, GPtrArray *made)
{
  GtkListBoxRow *surplus;

  g_return_if_fail (ION_IS_REMEDY_MADE_LIST (self) && made != NULL);

  g_clear_pointer (&self->made, g_ptr_array_unref);
  self->made = g_ptr_array_ref (made);
  drop_gone (self);
  for (guint i = 0; i < made->len; i++)
    {
      const IonRemedyMade *one = g_ptr_array_index (made, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      /* Somebody may be on it: it stays, with what is new. */
      if (row != NULL && has_id (one, get_id (row)))
        tell (row, one);
      else
        gtk_list_box_insert (self->list, row_new (one), (int) i);
    }
  while ((surplus = gtk_list_box_get_row_at_index (self->list, (int) made->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (surplus));
  gtk_widget_set_visible (GTK_WIDGET (self), made->len > 0);
}
