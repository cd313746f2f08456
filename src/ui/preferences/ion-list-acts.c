/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Named lists removed and renamed. What is under way outlives the page, so it stands on its own.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-list-acts.h"

#include "ion-dialog.h"
#include "ion-people-lists.h"

#include <glib/gi18n-lib.h>

#define ENTRY "list-name-entry"

/* A list that goes, or comes back. */
typedef struct
{
  GtkWidget *widget; /* (unowned) (nullable): weak */
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

void
ion_list_act_remove (GtkWidget *widget, IonDesk *desk, const char *id, const char *name)
{
  Removal *removal = g_new0 (Removal, 1);

  g_set_weak_pointer (&removal->widget, widget);
  removal->desk = g_object_ref (desk);
  removal->name = g_strdup (name);
  removal->id = g_strdup (id);
  ion_desk_run_async (desk, NULL, take_away, removal, NULL, NULL, NULL, taken_away_cb, removal);
}

/* A list that gets another name. */
typedef struct
{
  IonDesk *desk;   /* (owned) */
  char *id, *name; /* (owned) */
} Renaming;

static void
renaming_free (gpointer data)
{
  Renaming *renaming = data;

  g_object_unref (renaming->desk);
  g_free (renaming->id);
  g_free (renaming->name);
  g_free (renaming);
}

static gpointer
rename_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Renaming *renaming = data;

  ion_ledger_rename_list (ion_office_get_ledger (office), renaming->id, renaming->name, error);
  return NULL;
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDesk) desk = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (error == NULL)
    ion_desk_tell_office_changed (desk);
  else if (gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    ion_dialog_tell_error (GTK_WIDGET (source), _ ("The list was not renamed"), error);
}

static void
named_cb (GtkWidget *widget, gpointer user_data)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (widget), ENTRY);
  const Renaming *asked = g_object_get_data (G_OBJECT (entry), ENTRY);
  Renaming *renaming = g_new0 (Renaming, 1);

  renaming->desk = g_object_ref (asked->desk);
  renaming->id = g_strdup (asked->id);
  renaming->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  ion_desk_run_async (asked->desk, widget, rename_func, renaming, renaming_free, NULL, NULL,
                      renamed_cb, g_object_ref (asked->desk));
}

static void
name_changed_cb (GtkEditable *entry, GtkWidget *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  ion_dialog_set_ready (dialog, *name != '\0');
}

void
ion_list_act_rename (GtkWidget *widget, IonDesk *desk, const char *id, const char *name)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();
  Renaming *renaming = g_new0 (Renaming, 1);
  GtkWidget *dialog;

  renaming->desk = g_object_ref (desk);
  renaming->id = g_strdup (id);
  g_object_set_data_full (G_OBJECT (entry), ENTRY, renaming, renaming_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name of the list"));
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  g_object_set_data_full (G_OBJECT (widget), ENTRY, g_object_ref (entry), g_object_unref);
  dialog = ion_dialog_ask (widget, _ ("Rename the List"), NULL, _ ("_Rename"), NULL,
                           ION_DIALOG_SUGGESTED, named_cb, NULL);
  ion_dialog_set_extra (dialog, list);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  gtk_widget_grab_focus (entry);
}
