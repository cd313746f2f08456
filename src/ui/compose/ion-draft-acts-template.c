/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What was written for one campaign, kept as a template of the office. One that had the name stays
 * among the versions, and the toast puts everything back.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-acts.h"

#include "ion-dialog.h"
#include "ion-ledger-services.h"
#include "ion-template-catalog.h"

#include <glib/gi18n-lib.h>

#define ENTRY "template-name-entry"

/* A template that is kept, and what had its name before. On its own: its undoing outlives the page.
 */
typedef struct
{
  GtkWidget *widget;   /* (unowned) (nullable): weak: the page */
  IonDesk *desk;       /* (owned) */
  IonDraft *draft;     /* (owned): holds the template */
  IonTemplate *before; /* (owned) (nullable): the office's own of that name */
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->desk);
  ion_draft_free (self->draft);
  g_clear_pointer (&self->before, ion_template_free);
  g_free (self);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  keeping_free (data);
}

/* A template that lacks its text could not be read again. */
static gboolean
is_written (const IonTemplate *template_, GError **error)
{
  if (*template_->main->subject != '\0' && *template_->main->markdown != '\0')
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                       _ ("Write the title and the text of the message first."));
  return FALSE;
}

static gpointer
keep_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Keeping *self = data;
  const IonTemplate *template_ = self->draft->template_;

  if (!is_written (template_, error))
    return NULL;
  self->before = ion_ledger_get_template (ion_office_get_ledger (office), template_->name, NULL);
  ion_office_put_template (office, template_, TRUE, error);
  return NULL;
}

static gpointer
take_back_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Keeping *self = data;

  if (self->before != NULL)
    ion_office_put_template (office, self->before, TRUE, error);
  else
    ion_office_remove_template (office, self->draft->template_->name, error);
  return NULL;
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Keeping *self = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  ion_desk_tell_office_changed (self->desk);
  if (error != NULL && self->widget != NULL)
    ion_dialog_tell_error (self->widget, _ ("The template was not taken back"), error);
  keeping_free (self);
}

/* The toast may go before the work is done: it is done on a copy. */
static void
undo_cb (Keeping *kept)
{
  Keeping *self = g_new0 (Keeping, 1);

  g_set_weak_pointer (&self->widget, kept->widget);
  self->desk = g_object_ref (kept->desk);
  self->draft = ion_draft_copy (kept->draft);
  self->before = g_steal_pointer (&kept->before);
  ion_desk_run_async (self->desk, NULL, take_back_func, self, NULL, NULL, NULL, taken_back_cb,
                      self);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Keeping *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ion_desk_run_finish (result, &error);
  if (error == NULL)
    ion_desk_tell_office_changed (self->desk);
  if (self->widget == NULL || error != NULL)
    {
      if (self->widget != NULL)
        ion_dialog_tell_error (self->widget, _ ("The template was not saved"), error);
      keeping_free (self);
      return;
    }
  text = g_strdup_printf (self->before != NULL
                              ? _ ("«%s» was saved; the template that had its name is a version")
                              : _ ("«%s» was saved among the templates"),
                          self->draft->template_->name);
  ion_toast_offer (self->widget, text, _ ("_Undo"), G_CALLBACK (undo_cb), self, closure_free);
}

static void
named_cb (GtkWidget *widget, gpointer user_data)
{
  IonDraftEditor *editor = user_data;
  GtkEditable *entry = g_object_get_data (G_OBJECT (widget), ENTRY);
  Keeping *self = g_new0 (Keeping, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->desk = g_object_ref (ion_draft_editor_get_desk (editor));
  self->draft = ion_draft_copy (ion_draft_editor_get_draft (editor));
  g_free (self->draft->template_->name);
  self->draft->template_->name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  ion_desk_run_async (self->desk, NULL, keep_func, self, NULL, NULL, NULL, kept_cb, self);
}

static void
name_changed_cb (GtkEditable *entry, GtkWidget *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  ion_dialog_set_ready (dialog, *name != '\0');
}

static GtkWidget *
entry_new (GtkWidget *page, const IonDraft *draft)
{
  GtkWidget *entry = adw_entry_row_new ();
  const char *name = draft->template_->name;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name of the template"));
  gtk_editable_set_text (GTK_EDITABLE (entry), *name != '\0' ? name : draft->name);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_object_set_data_full (G_OBJECT (page), ENTRY, g_object_ref (entry), g_object_unref);
  return entry;
}

void
ion_draft_act_save_template (GtkWidget *widget, IonDraftEditor *editor)
{
  GtkWidget *entry = entry_new (widget, ion_draft_editor_get_draft (editor));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *dialog;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  dialog = ion_dialog_ask (widget, _ ("Save as Template"),
                           _ ("The next campaigns can begin with this message. The people it is "
                              "for do not go into it."),
                           _ ("_Save"), NULL, ION_DIALOG_SUGGESTED, named_cb, editor);
  ion_dialog_set_extra (dialog, list);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  name_changed_cb (GTK_EDITABLE (entry), dialog);
  gtk_widget_grab_focus (entry);
}
