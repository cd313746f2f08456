/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Named lists: one group each. What is done with one as a whole stands in ion-list-acts.c.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-lists-page.h"

#include "ion-list-acts.h"
#include "ion-people-group.h"
#include "ion-people-lists.h"
#include "ion-setting-apply.h"

#include <glib/gi18n-lib.h>

struct _IonListsPage
{
  AdwPreferencesPage parent_instance;

  IonDesk *desk;             /* (owned) (nullable) */
  GHashTable *groups;        /* (owned) (element-type utf8 IonPeopleGroup): by id; unowned */
  AdwEntryRow *name_row;     /* (unowned) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonListsPage, ion_lists_page, ADW_TYPE_PREFERENCES_PAGE)

static void
get_list (GtkWidget *button, IonListsPage **page, char **id, const char **name)
{
  GtkWidget *group = gtk_widget_get_ancestor (button, ION_TYPE_PEOPLE_GROUP);

  *page = ION_LISTS_PAGE (gtk_widget_get_ancestor (button, ION_TYPE_LISTS_PAGE));
  *name = g_object_get_data (G_OBJECT (group), "name");
  g_object_get (group, "list-id", id, NULL);
}

static void
remove_cb (GtkWidget *button)
{
  g_autofree char *id = NULL;
  IonListsPage *page;
  const char *name;

  get_list (button, &page, &id, &name);
  ion_list_act_remove (GTK_WIDGET (page), page->desk, id, name);
}

static void
rename_cb (GtkWidget *button)
{
  g_autofree char *id = NULL;
  IonListsPage *page;
  const char *name;

  get_list (button, &page, &id, &name);
  ion_list_act_rename (GTK_WIDGET (page), page->desk, id, name);
}

static GtkWidget *
button_new (const char *icon, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, NULL);
  return button;
}

static void
name_button (GtkWidget *button, const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* The list's name is in the words of its buttons too. */
static void
name_group (GtkWidget *group, const char *name)
{
  GtkWidget *box = adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (group));
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *rename_label = g_strdup_printf (_ ("Rename the list «%s»"), name);
  g_autofree char *remove_label = g_strdup_printf (_ ("Remove the list «%s»"), name);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  g_object_set_data_full (G_OBJECT (group), "name", g_strdup (name), g_free);
  name_button (gtk_widget_get_first_child (box), rename_label);
  name_button (gtk_widget_get_last_child (box), remove_label);
}

static GtkWidget *
group_new (const IonPersonList *list)
{
  GtkWidget *group = g_object_new (ION_TYPE_PEOPLE_GROUP, "list-id", list->id, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), button_new ("ion-draft-symbolic", G_CALLBACK (rename_cb)));
  gtk_box_append (GTK_BOX (box), button_new ("ion-cross-symbolic", G_CALLBACK (remove_cb)));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), box);
  return group;
}

static gboolean
has_list (GPtrArray *lists, const char *id)
{
  for (guint i = 0; i < lists->len; i++)
    if (g_str_equal (((IonPersonList *) g_ptr_array_index (lists, i))->id, id))
      return TRUE;
  return FALSE;
}

static void
show_lists (IonListsPage *self, GPtrArray *lists)
{
  GHashTableIter iter;
  gpointer id, group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, &id, &group))
    if (!has_list (lists, id))
      {
        adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), group);
        g_hash_table_iter_remove (&iter);
      }
  for (guint i = 0; i < lists->len; i++)
    {
      const IonPersonList *list = g_ptr_array_index (lists, i);

      group = g_hash_table_lookup (self->groups, list->id);
      if (group == NULL)
        {
          group = group_new (list);
          g_hash_table_insert (self->groups, g_strdup (list->id), group);
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
        }
      name_group (group, list->name);
      ion_people_group_load (group, self->desk);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonListsPage *self = ION_LISTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  if (lists != NULL)
    show_lists (self, lists);
  else
    ion_setting_say (GTK_WIDGET (self->name_row), sentence);
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_ledger_list_lists (ion_office_get_ledger (office), error);
}

void
ion_lists_page_load (IonListsPage *self, IonDesk *desk)
{
  g_return_if_fail (ION_IS_LISTS_PAGE (self));

  g_set_object (&self->desk, desk);
  ion_desk_run_async (desk, self, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                      self->cancellable, loaded_cb, NULL);
}

static gpointer
add (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_ledger_add_list (ion_office_get_ledger (office), data, error);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonListsPage *self = ION_LISTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  ion_setting_say (GTK_WIDGET (self->name_row), sentence);
  if (error != NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  ion_desk_tell_office_changed (self->desk);
}

static void
add_cb (IonListsPage *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (*name != '\0' && self->desk != NULL)
    ion_desk_run_async (self->desk, self, add, g_steal_pointer (&name), g_free, g_free,
                        self->cancellable, added_cb, NULL);
}

static void
ion_lists_page_dispose (GObject *object)
{
  g_cancellable_cancel (ION_LISTS_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_lists_page_parent_class)->dispose (object);
}

static void
ion_lists_page_finalize (GObject *object)
{
  IonListsPage *self = ION_LISTS_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  G_OBJECT_CLASS (ion_lists_page_parent_class)->finalize (object);
}

static void
ion_lists_page_class_init (IonListsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_lists_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_lists_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-lists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonListsPage, name_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ion_lists_page_init (IonListsPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
