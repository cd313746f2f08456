/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Named lists: one group each. A list that is removed can be put back with its people.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-lists-page.h"

#include "ion-dialog.h"
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

/* A list that goes, or comes back. */
typedef struct
{
  GtkWidget *widget; /* (unowned) (nullable): weak: the page */
  IonDesk *desk;     /* (owned) */
  char *id, *name;   /* (owned) */
  GPtrArray *people; /* (owned) (nullable) (element-type IonListedPerson): whom it held */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_clear_weak_pointer (&removal->widget);
  g_clear_object (&removal->desk);
  g_clear_pointer (&removal->people, g_ptr_array_unref);
  g_free (removal->id);
  g_free (removal->name);
  g_free (removal);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  removal_free (data);
}

static gpointer
put_back (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Removal *removal = data;

  ion_office_put_list_back (office, removal->name, removal->people, error);
  return NULL;
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDesk) desk = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (error == NULL)
    ion_desk_tell_office_changed (desk);
}

static gpointer
copy_people (const GPtrArray *people)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_listed_person_free);

  for (guint i = 0; i < people->len; i++)
    {
      const IonListedPerson *person = g_ptr_array_index (people, i);
      IonListedPerson *other = g_new0 (IonListedPerson, 1);

      other->fiscal_code = g_strdup (person->fiscal_code);
      other->label = g_strdup (person->label);
      g_ptr_array_add (copy, other);
    }
  return copy;
}

/* On its own: the toast may go before the work is done. */
static void
undo_cb (Removal *removal)
{
  Removal *again = g_new0 (Removal, 1);

  again->desk = g_object_ref (removal->desk);
  again->name = g_strdup (removal->name);
  again->people = copy_people (removal->people);
  ion_desk_run_async (removal->desk, NULL, put_back, again, removal_free, NULL, NULL, put_back_cb,
                      g_object_ref (removal->desk));
}

static gpointer
take_away (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Removal *removal = data;

  removal->people = ion_office_list_people (office, removal->id, error);
  if (removal->people != NULL)
    ion_ledger_remove_list (ion_office_get_ledger (office), removal->id, error);
  return NULL;
}

static void
taken_away_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removal *removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ion_desk_run_finish (result, &error);
  if (error == NULL)
    ion_desk_tell_office_changed (removal->desk);
  if (error != NULL || removal->widget == NULL)
    {
      if (removal->widget != NULL)
        ion_dialog_tell_error (removal->widget, _ ("The list was not removed"), error);
      removal_free (removal);
      return;
    }
  text = g_strdup_printf (_ ("The list «%s» was removed"), removal->name);
  ion_toast_offer (removal->widget, text, _ ("_Undo"), G_CALLBACK (undo_cb), removal, closure_free);
}

static void
remove_cb (GtkWidget *button)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, ION_TYPE_LISTS_PAGE);
  GtkWidget *group = gtk_widget_get_ancestor (button, ION_TYPE_PEOPLE_GROUP);
  Removal *removal = g_new0 (Removal, 1);

  g_set_weak_pointer (&removal->widget, page);
  removal->desk = g_object_ref (ION_LISTS_PAGE (page)->desk);
  removal->name = g_strdup (g_object_get_data (G_OBJECT (group), "name"));
  g_object_get (group, "list-id", &removal->id, NULL);
  ion_desk_run_async (removal->desk, NULL, take_away, removal, NULL, NULL, NULL, taken_away_cb,
                      removal);
}

static GtkWidget *
group_new (const IonPersonList *list)
{
  GtkWidget *group = g_object_new (ION_TYPE_PEOPLE_GROUP, "list-id", list->id, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("ion-cross-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove the list «%s»"), list->name);
  g_autofree char *title = g_markup_escape_text (list->name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  g_object_set_data_full (G_OBJECT (group), "name", g_strdup (list->name), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), NULL);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
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
