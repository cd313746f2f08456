/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The list goes back to the office that made it, which is where it is best corrected.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-copy-button.h"

#include "ion-dialog.h"
#include "ion-source-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _IonCopyButton
{
  AdwBin parent_instance;

  GtkWidget *button;

  IonDraftEditor *editor;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonCopyButton, ion_copy_button, ADW_TYPE_BIN)

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  IonCopyButton *self = user_data;

  ion_source_copy_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->button, TRUE);
  if (error != NULL)
    ion_dialog_tell_error (GTK_WIDGET (self), _ ("The copy was not saved"), error);
  else
    ion_toast_show (GTK_WIDGET (self), _ ("The copy with the errors was saved"));
}

void
ion_copy_button_save (IonCopyButton *self, const char *path)
{
  g_return_if_fail (ION_IS_COPY_BUTTON (self) && self->editor != NULL);

  gtk_widget_set_sensitive (self->button, FALSE);
  ion_source_copy_async (self->editor, path, self->cancellable, copied_cb, self);
}

static void
copy_to_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    ion_copy_button_save (ION_COPY_BUTTON (widget), path);
}

static void
copy_cb (IonCopyButton *self)
{
  const IonDraft *draft = ion_draft_editor_get_draft (self->editor);
  g_autofree char *base = NULL;
  g_autofree char *ending = NULL;
  g_autofree char *name = NULL;
  const char *dot;

  base = draft->source == ION_DRAFT_SOURCE_FILE ? g_path_get_basename (draft->path)
                                                : g_strdup (_ ("recipients.csv"));
  dot = strrchr (base, '.');
  ending = g_strdup (dot != NULL && dot != base ? dot : "");
  base[strlen (base) - strlen (ending)] = '\0';
  /* Translators: a copy of a file with its errors: its name, and its ending (".csv") */
  name = g_strdup_printf (_ ("%1$s to correct%2$s"), base, ending);
  ion_dialog_save_file (GTK_WIDGET (self), _ ("Save a copy with the errors"), name, copy_to_cb,
                        NULL);
}

static void
ion_copy_button_dispose (GObject *object)
{
  IonCopyButton *self = ION_COPY_BUTTON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (ion_copy_button_parent_class)->dispose (object);
}

static void
ion_copy_button_class_init (IonCopyButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_copy_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-copy-button.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCopyButton, button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
ion_copy_button_init (IonCopyButton *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_copy_button_set_editor (IonCopyButton *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_COPY_BUTTON (self));

  g_set_object (&self->editor, editor);
}
