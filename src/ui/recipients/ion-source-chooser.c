/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where the people come from.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-source-chooser.h"

#include "ion-dialog.h"
#include "ion-source-change.h"

#include <glib/gi18n-lib.h>

struct _IonSourceChooser
{
  AdwBin parent_instance;

  GtkWidget *file_row;
  GtkWidget *paste_row;
  GtkWidget *person_row;
  GtkWidget *earlier_row;
  GtkWidget *cancel_button;

  IonDraftEditor *editor; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonSourceChooser, ion_source_chooser, ADW_TYPE_BIN)

enum
{
  PERSON,
  EARLIER,
  PASTE,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
file_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonSourceChooser *self = ION_SOURCE_CHOOSER (widget);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->editor != NULL)
    ion_source_change_to_file (widget, self->editor, path);
}

void
ion_source_chooser_choose_file (IonSourceChooser *self)
{
  static const char *const suffixes[] = { "csv",  "xlsx", "ods", "xls",  "txt", "tsv",
                                          "html", "htm",  "xml", "fods", NULL };
  const IonDialogFilter filter = { _ ("Tables"), suffixes };

  g_return_if_fail (ION_IS_SOURCE_CHOOSER (self));

  ion_dialog_open_file (GTK_WIDGET (self), _ ("Choose a file of recipients"), &filter, file_cb,
                        NULL);
}

static void
row_activated_cb (IonSourceChooser *self, GtkListBoxRow *row)
{
  GtkWidget *widget = GTK_WIDGET (row);

  if (widget == self->file_row)
    ion_source_chooser_choose_file (self);
  else if (widget == self->paste_row)
    g_signal_emit (self, signals[PASTE], 0);
  else if (widget == self->person_row)
    g_signal_emit (self, signals[PERSON], 0);
  else if (widget == self->earlier_row)
    g_signal_emit (self, signals[EARLIER], 0);
}

static void
cancel_cb (IonSourceChooser *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
ion_source_chooser_dispose (GObject *object)
{
  g_clear_object (&ION_SOURCE_CHOOSER (object)->editor);
  G_OBJECT_CLASS (ion_source_chooser_parent_class)->dispose (object);
}

static void
ion_source_chooser_class_init (IonSourceChooserClass *klass)
{
  static const char *const names[] = { "person", "earlier", "paste", "cancelled" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_source_chooser_dispose;

  for (gsize i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], ION_TYPE_SOURCE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-source-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, IonSourceChooser, file_row);
  gtk_widget_class_bind_template_child (widget_class, IonSourceChooser, paste_row);
  gtk_widget_class_bind_template_child (widget_class, IonSourceChooser, person_row);
  gtk_widget_class_bind_template_child (widget_class, IonSourceChooser, earlier_row);
  gtk_widget_class_bind_template_child (widget_class, IonSourceChooser, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ion_source_chooser_init (IonSourceChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_source_chooser_set_editor (IonSourceChooser *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_SOURCE_CHOOSER (self));

  g_set_object (&self->editor, editor);
}

void
ion_source_chooser_set_has_source (IonSourceChooser *self, gboolean has_source)
{
  g_return_if_fail (ION_IS_SOURCE_CHOOSER (self));

  gtk_widget_set_visible (self->cancel_button, has_source);
}
