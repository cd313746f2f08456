/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rename, duplicate, discard: acts on a draft as a whole, none of which needs a question.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-acts.h"

#include "ion-dialog.h"
#include "ion-office-error.h"

#include <glib/gi18n-lib.h>

static void
rename_cb (GtkWidget *widget, gpointer user_data)
{
  IonDraftEditor *editor = user_data;
  IonDraft *draft = ion_draft_editor_get_draft (editor);
  GtkEditable *entry = g_object_get_data (G_OBJECT (editor), "name-entry");

  if (entry == NULL)
    return;
  g_free (draft->name);
  draft->name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  ion_draft_editor_tell_plan (editor);
}

void
ion_draft_act_rename (GtkWidget *widget, IonDraftEditor *editor)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *dialog;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name of the campaign"));
  gtk_editable_set_text (GTK_EDITABLE (entry), ion_draft_editor_get_draft (editor)->name);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  dialog = ion_dialog_ask (widget, _ ("Rename the Campaign"),
                           _ ("Only the office sees this name; citizens never do."), _ ("_Rename"),
                           NULL, ION_DIALOG_SUGGESTED, rename_cb, editor);
  g_object_set_data_full (G_OBJECT (editor), "name-entry", g_object_ref (entry), g_object_unref);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  gtk_widget_grab_focus (entry);
}

static gpointer
save_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonDraft *draft = data;

  return ion_office_save_draft (office, draft, error) ? g_strdup (draft->id) : NULL;
}

static void
free_draft (gpointer draft)
{
  ion_draft_free (draft);
}

/* A draft of its own with the same in it. */
static IonDraft *
copy_as_new (const IonDraft *draft)
{
  IonDraft *copy = ion_draft_copy (draft);

  g_free (copy->id);
  copy->id = g_strdup ("");
  g_clear_pointer (&copy->campaign_id, g_free);
  copy->created_at = copy->saved_at = 0;
  return copy;
}

static void
duplicated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (IonDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ion_desk_run_finish (result, &error);

  if (id == NULL)
    {
      ion_dialog_tell_error (widget, _ ("The campaign could not be duplicated"), error);
      return;
    }
  ion_desk_tell_office_changed (desk);
  gtk_widget_activate_action (widget, "win.edit-draft", "s", id);
}

void
ion_draft_act_duplicate (GtkWidget *widget, IonDraftEditor *editor)
{
  const IonDraft *draft = ion_draft_editor_get_draft (editor);
  IonDesk *desk = ion_draft_editor_get_desk (editor);
  IonDraft *copy = copy_as_new (draft);

  if (*draft->name != '\0')
    {
      g_free (copy->name);
      /* Translators: the name of a campaign that was duplicated. */
      copy->name = g_strdup_printf (_ ("%s (copy)"), draft->name);
    }
  ion_draft_editor_save (editor);
  ion_desk_run_async (desk, widget, save_func, copy, free_draft, g_free, NULL, duplicated_cb,
                      g_object_ref (desk));
}

/* A draft that was thrown away, and the way back. */
typedef struct
{
  IonDesk *desk;     /* (owned) */
  IonDraft *draft;   /* (owned) */
  GtkWidget *window; /* (unowned) (nullable): weak */
} Discarded;

static void
discarded_free (gpointer data, GClosure *closure)
{
  Discarded *self = data;

  g_object_unref (self->desk);
  ion_draft_free (self->draft);
  g_clear_weak_pointer (&self->window);
  g_free (self);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDesk) desk = user_data;
  g_autofree char *id = ion_desk_run_finish (result, NULL);

  if (id == NULL)
    return;
  ion_desk_tell_office_changed (desk);
  if (source != NULL)
    gtk_widget_activate_action (GTK_WIDGET (source), "win.edit-draft", "s", id);
}

static void
undo_cb (Discarded *self)
{
  ion_desk_run_async (self->desk, self->window, save_func, copy_as_new (self->draft), free_draft,
                      g_free, NULL, restored_cb, g_object_ref (self->desk));
}

void
ion_draft_act_discard (GtkWidget *widget, IonDraftEditor *editor)
{
  Discarded *discarded = g_new0 (Discarded, 1);
  IonDraft *draft = ion_draft_editor_get_draft (editor);

  discarded->desk = g_object_ref (ion_draft_editor_get_desk (editor));
  discarded->draft = ion_draft_copy (draft);
  g_set_weak_pointer (&discarded->window, GTK_WIDGET (gtk_widget_get_root (widget)));
  ion_draft_editor_discard (editor);
  ion_toast_offer (widget, _ ("Draft discarded"), _ ("_Undo"), G_CALLBACK (undo_cb), discarded,
                   discarded_free);
  gtk_widget_activate_action (widget, "win.back", NULL);
}
