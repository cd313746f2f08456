/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What was typed is never dropped because a disk is full: it waits here, where a person can see it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-rescue.h"

#include "ion-dialog.h"
#include "ion-draft-save.h"
#include "ion-office-error.h"
#include "ion-store-error.h"
#include "ion-template-catalog.h"

#include <glib/gi18n-lib.h>

#define RETRY_DELAY_S 5

struct _IonDraftRescue
{
  AdwWindow parent_instance;

  IonDesk *desk;         /* (owned) */
  IonDraft *draft;       /* (owned) */
  AdwStatusPage *status; /* (unowned) */
  GtkLabel *copied;      /* (unowned) */
  GtkWidget *retry;      /* (unowned) */
  guint timer;
  guint inhibit_cookie;
  gboolean is_trying;
  gboolean is_over;
};

G_DEFINE_FINAL_TYPE (IonDraftRescue, ion_draft_rescue, ADW_TYPE_WINDOW)

static void try (IonDraftRescue *self);

/* What has begun to be sent is a draft no more: nothing is left to be kept. */
static gboolean
is_past (const GError *error)
{
  return g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
}

static const char *
get_name (IonDraftRescue *self)
{
  return *self->draft->name != '\0' ? self->draft->name : _ ("New Campaign");
}

/* The window goes, and the program may. */
static void
end (IonDraftRescue *self)
{
  GApplication *application = g_application_get_default ();

  self->is_over = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (application != NULL && self->inhibit_cookie != 0)
    gtk_application_uninhibit (GTK_APPLICATION (application), self->inhibit_cookie);
  gtk_window_destroy (GTK_WINDOW (self));
  if (application != NULL)
    g_application_release (application);
}

static gboolean
timer_cb (gpointer user_data)
{
  IonDraftRescue *self = user_data;

  self->timer = 0;
  try (self);
  return G_SOURCE_REMOVE;
}

static void
come_up (IonDraftRescue *self)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *parent = NULL;

  if (application != NULL)
    {
      parent = gtk_application_get_active_window (GTK_APPLICATION (application));
      self->inhibit_cookie =
          gtk_application_inhibit (GTK_APPLICATION (application), NULL,
                                   GTK_APPLICATION_INHIBIT_LOGOUT, _ ("A campaign is not saved"));
    }
  if (parent != NULL && gtk_widget_get_mapped (GTK_WIDGET (parent)))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), parent);
      gtk_window_set_modal (GTK_WINDOW (self), TRUE);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->retry);
}

static void
show_error (IonDraftRescue *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);
  g_autofree char *text =
      /* Translators: %1$s is the campaign's name, %2$s a whole sentence that says why. */
      g_strdup_printf (_ ("What was written in “%1$s” could not be saved. %2$s It is kept in this "
                          "window and tried again every few seconds."),
                       get_name (self), sentence);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->status, markup);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    come_up (self);
}

static void
fail (IonDraftRescue *self, const GError *error)
{
  show_error (self, error);
  self->timer = g_timeout_add_seconds (RETRY_DELAY_S, timer_cb, self);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonDraftRescue *self = ION_DRAFT_RESCUE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraft) saved = ion_desk_run_finish (result, &error);

  self->is_trying = FALSE;
  if (saved != NULL)
    ion_desk_tell_office_changed (self->desk);
  if (self->is_over)
    return;
  if (saved != NULL || is_past (error))
    end (self);
  else
    fail (self, error);
}

static void
try (IonDraftRescue *self)
{
  if (self->is_trying)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->is_trying = TRUE;
  ion_draft_save_async (self->desk, self, self->draft, tried_cb, NULL);
}

static void
retry_cb (IonDraftRescue *self)
{
  try (self);
}

gboolean
ion_draft_rescue_copy (const IonDraft *draft, const char *path, GError **error)
{
  g_autofree char *table = g_strconcat (path, ".csv", NULL);

  g_return_val_if_fail (draft != NULL && path != NULL, FALSE);

  return ion_template_save_file (draft->template_, path, error) &&
         (draft->rows == NULL ||
          g_file_set_contents_full (table, draft->rows, -1, G_FILE_SET_CONTENTS_DURABLE, 0600,
                                    error));
}

typedef struct
{
  IonDraft *draft; /* (owned) */
  char *path;      /* (owned) */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *self = data;

  ion_draft_free (self->draft);
  g_free (self->path);
  g_free (self);
}

static gpointer
copy_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;

  return ion_draft_rescue_copy (copy->draft, copy->path, error) ? g_strdup (copy->path) : NULL;
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonDraftRescue *self = ION_DRAFT_RESCUE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (self->is_over)
    return;
  if (path == NULL)
    sentence = ion_office_error_explain (error);
  else if (self->draft->rows != NULL)
    sentence = g_strdup (_ ("A copy of the message was saved, which can be imported under "
                            "Templates, and the recipients in a table beside it."));
  else
    sentence =
        g_strdup (_ ("A copy of the message was saved, which can be imported under Templates."));
  gtk_label_set_label (self->copied, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->copied), TRUE);
}

static void
chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonDraftRescue *self = ION_DRAFT_RESCUE (widget);
  Copy *copy;

  if (file == NULL || self->is_over)
    return;
  copy = g_new0 (Copy, 1);
  copy->draft = ion_draft_copy (self->draft);
  copy->path = g_file_get_path (file);
  ion_desk_run_async (self->desk, self, copy_func, copy, copy_free, g_free, NULL, copied_cb, NULL);
}

static void
copy_cb (IonDraftRescue *self)
{
  g_autofree char *file_name = g_strdup_printf ("%s.json", get_name (self));

  g_strdelimit (file_name, "/", '-');
  ion_dialog_save_file (GTK_WIDGET (self), _ ("Save a Copy"), file_name, chosen_cb, NULL);
}

static gboolean
given_up_cb (gpointer user_data)
{
  if (!ION_DRAFT_RESCUE (user_data)->is_over)
    end (ION_DRAFT_RESCUE (user_data));
  return G_SOURCE_REMOVE;
}

/* The question is still being answered, and would go with its window: after that. */
static void
give_up_cb (GtkWidget *widget, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, given_up_cb, g_object_ref (widget), g_object_unref);
}

static gboolean
close_request_cb (IonDraftRescue *self)
{
  g_autofree char *body =
      g_strdup_printf (_ ("What was written in “%s” since it was last saved will be lost."),
                       get_name (self));

  ion_dialog_ask (GTK_WIDGET (self), _ ("Close without saving?"), body, _ ("Close _Without Saving"),
                  NULL, ION_DIALOG_DESTRUCTIVE, give_up_cb, NULL);
  return TRUE;
}

static void
ion_draft_rescue_finalize (GObject *object)
{
  IonDraftRescue *self = ION_DRAFT_RESCUE (object);

  g_clear_pointer (&self->draft, ion_draft_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_draft_rescue_parent_class)->finalize (object);
}

static void
ion_draft_rescue_class_init (IonDraftRescueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_draft_rescue_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/compose-model/"
                                                             "ion-draft-rescue.ui");
  gtk_widget_class_bind_template_child (widget_class, IonDraftRescue, status);
  gtk_widget_class_bind_template_child (widget_class, IonDraftRescue, copied);
  gtk_widget_class_bind_template_child (widget_class, IonDraftRescue, retry);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
}

static void
ion_draft_rescue_init (IonDraftRescue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_draft_rescue_begin (IonDesk *desk, const IonDraft *draft, const GError *error)
{
  GApplication *application = g_application_get_default ();
  IonDraftRescue *self;

  g_return_if_fail (ION_IS_DESK (desk));
  g_return_if_fail (draft != NULL);
  g_return_if_fail (error != NULL);

  if (is_past (error))
    return;
  self = g_object_new (ION_TYPE_DRAFT_RESCUE, NULL);
  self->desk = g_object_ref (desk);
  self->draft = ion_draft_copy (draft);
  if (application != NULL)
    g_application_hold (application);
  fail (self, error);
}
