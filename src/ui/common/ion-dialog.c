/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Questions, files and toasts, on the floor's widgets: AdwMessageDialog, GtkFileChooserNative,
 * AdwToast.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-dialog.h"

#include "ion-office-error.h"
#include "ion-recent.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget; /* (unowned) (nullable): weak */
  GCallback func;
  gpointer user_data;
} Asker;

static Asker *
asker_new (GtkWidget *widget, GCallback func, gpointer user_data)
{
  Asker *self = g_new0 (Asker, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->func = func;
  self->user_data = user_data;
  return self;
}

static void
asker_free (gpointer data, GClosure *closure)
{
  Asker *self = data;

  g_clear_weak_pointer (&self->widget);
  g_free (self);
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
yes_cb (AdwMessageDialog *dialog, const char *response, Asker *asker)
{
  if (asker->widget != NULL && asker->func != NULL)
    ((IonDialogFunc) asker->func) (asker->widget, asker->user_data);
}

GtkWidget *
ion_dialog_ask (GtkWidget *widget,
                const char *heading,
                const char *body,
                const char *verb,
                const char *refusal,
                IonDialogTone tone,
                IonDialogFunc func,
                gpointer user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (find_window (widget), heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (message, "no", refusal != NULL ? refusal : _ ("_Cancel"));
  adw_message_dialog_add_response (message, "yes", verb);
  if (tone != ION_DIALOG_PLAIN)
    adw_message_dialog_set_response_appearance (message, "yes",
                                                tone == ION_DIALOG_DESTRUCTIVE
                                                    ? ADW_RESPONSE_DESTRUCTIVE
                                                    : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "no");
  adw_message_dialog_set_close_response (message, "no");
  g_signal_connect_data (dialog, "response::yes", G_CALLBACK (yes_cb),
                         asker_new (widget, G_CALLBACK (func), user_data), asker_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
which_cb (AdwMessageDialog *dialog, const char *response, Asker *asker)
{
  if (asker->widget != NULL && !g_str_equal (response, "no"))
    ((IonDialogWhichFunc) asker->func) (asker->widget, response, asker->user_data);
}

GtkWidget *
ion_dialog_ask_which (GtkWidget *widget,
                      const char *heading,
                      const char *body,
                      const char *refusal,
                      const char *const *choices,
                      IonDialogWhichFunc func,
                      gpointer user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (find_window (widget), heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (message, "no", refusal);
  for (gsize i = 0; choices[i] != NULL; i += 2)
    adw_message_dialog_add_response (message, choices[i], choices[i + 1]);
  adw_message_dialog_set_default_response (message, "no");
  adw_message_dialog_set_close_response (message, "no");
  g_signal_connect_data (dialog, "response", G_CALLBACK (which_cb),
                         asker_new (widget, G_CALLBACK (func), user_data), asker_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

void
ion_dialog_set_extra (GtkWidget *dialog, GtkWidget *extra)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), extra);
}

void
ion_dialog_set_ready (GtkWidget *dialog, gboolean is_ready)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes", is_ready);
}

void
ion_dialog_set_verb (GtkWidget *dialog, const char *verb)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (dialog), "yes", verb);
}

void
ion_dialog_tell (GtkWidget *widget, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (find_window (widget), heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (message, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (message, "close");
  adw_message_dialog_set_close_response (message, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ion_dialog_tell_error (GtkWidget *widget, const char *heading, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  ion_dialog_tell (widget, heading, sentence);
}

void
ion_dialog_about (GtkWindow *window)
{
  adw_show_about_window (window, "application-name", "IO Notifier", "application-icon",
                         ION_APPLICATION_ID, "version", ION_VERSION, "developer-name",
                         _ ("The IO Notifier authors"), "copyright",
                         "© 2026 The IO Notifier authors", "license-type", GTK_LICENSE_CUSTOM,
                         "license", _ ("European Union Public Licence, version 1.2 (EUPL-1.2)"),
                         "comments",
                         _ ("Sends an Italian municipality’s messages to its citizens through the "
                            "app IO, and follows them until they are delivered."),
                         NULL);
}

static void
file_cb (GtkNativeDialog *dialog, int response, Asker *asker)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    ion_recent_keep_out (file);
  if (asker->widget != NULL)
    ((IonDialogFileFunc) asker->func) (asker->widget, file, asker->user_data);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
choose (GtkWidget *widget,
        const char *title,
        GtkFileChooserAction action,
        const char *verb,
        IonDialogFileFunc func,
        gpointer user_data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, find_window (widget), action, verb, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (file_cb),
                         asker_new (widget, G_CALLBACK (func), user_data), asker_free, 0);
  return dialog;
}

void
ion_dialog_open_file (GtkWidget *widget,
                      const char *title,
                      const IonDialogFilter *filter,
                      IonDialogFileFunc func,
                      gpointer user_data)
{
  GtkFileChooserNative *dialog =
      choose (widget, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), func, user_data);

  if (filter != NULL)
    {
      g_autoptr (GtkFileFilter) file_filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (file_filter, filter->name);
      for (gsize i = 0; filter->suffixes[i] != NULL; i++)
        gtk_file_filter_add_suffix (file_filter, filter->suffixes[i]);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), file_filter);
    }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
ion_dialog_save_file (GtkWidget *widget,
                      const char *title,
                      const char *suggested_name,
                      IonDialogFileFunc func,
                      gpointer user_data)
{
  GtkFileChooserNative *dialog =
      choose (widget, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), func, user_data);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  return ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY));
}

/* A toast takes its title for markup: names of people's things are none. */
static AdwToast *
toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

void
ion_toast_show (GtkWidget *widget, const char *text)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, toast_new (text));
}

void
ion_toast_offer (GtkWidget *widget,
                 const char *text,
                 const char *button,
                 GCallback undo,
                 gpointer user_data,
                 GClosureNotify free_data)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = toast_new (text);
  adw_toast_set_button_label (toast, button);
  g_signal_connect_data (toast, "button-clicked", undo, user_data, free_data, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}
