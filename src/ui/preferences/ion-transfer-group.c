/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Export asks whether people go with it, import says first what it would change.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-transfer-group.h"

#include "ion-dialog.h"
#include "ion-office-transfer.h"
#include "ion-setting-apply.h"

#include <glib/gi18n-lib.h>

struct _IonTransferGroup
{
  AdwPreferencesGroup parent_instance;

  IonDesk *desk;               /* (unowned) (nullable): weak: the window has it, and may go first */
  GtkWidget *export_row;       /* (unowned) */
  GtkWidget *import_row;       /* (unowned) */
  IonOfficeTransfer *transfer; /* (owned) (nullable): what is being asked about */
  GCancellable *cancellable;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonTransferGroup, ion_transfer_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  char *path; /* (owned) */
  gboolean with_people;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->path);
  g_free (export);
}

static void
free_transfer (gpointer transfer)
{
  ion_office_transfer_free (transfer);
}

/* FALSE where it did not go well, or nobody is there any more to hear of it. */
static gboolean
is_well (GtkWidget *row, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  ion_setting_say (row, sentence);
  return error == NULL;
}

static gpointer
export_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *export = data;

  ion_office_export (office, export->with_people, export->path, error);
  return NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTransferGroup *self = ION_TRANSFER_GROUP (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (!is_well (self->export_row, error))
    return;
  ion_toast_show (GTK_WIDGET (self), _ ("The office was exported"));
  ion_desk_tell_office_changed (self->desk);
}

void
ion_transfer_group_export (IonTransferGroup *self, gboolean with_people, GFile *file)
{
  Export *export;

  g_return_if_fail (ION_IS_TRANSFER_GROUP (self) && G_IS_FILE (file));

  export = g_new0 (Export, 1);
  export->path = g_file_get_path (file);
  export->with_people = with_people;
  ion_desk_run_async (self->desk, self, export_func, export, export_free, NULL, self->cancellable,
                      exported_cb, NULL);
}

static void
export_file_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  if (file != NULL)
    ion_transfer_group_export (ION_TRANSFER_GROUP (widget), GPOINTER_TO_INT (user_data), file);
}

static void
export_which_cb (GtkWidget *widget, const char *which, gpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the suggested name of a file; the % stand for a date */
  g_autofree char *name = g_date_time_format (now, _ ("IO Notifier office %Y-%m-%d.json"));

  ion_dialog_save_file (widget, _ ("Export the office"), name, export_file_cb,
                        GINT_TO_POINTER (g_str_equal (which, "people")));
}

static void
export_cb (IonTransferGroup *self)
{
  const char *const choices[] = { "plain", _ ("_Without People"), "people",
                                  _ ("With the _Lists of People"), NULL };

  ion_dialog_ask_which (GTK_WIDGET (self), _ ("Export the office?"),
                        _ ("Settings, services and templates go into one file. API Keys and what "
                           "was sent never do. "
                           "Named lists and test recipients are personal data: whoever has the "
                           "file can read them."),
                        _ ("_Cancel"), choices, export_which_cb, NULL);
}

static gpointer
import_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_import (office, data, error);
  return NULL;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTransferGroup *self = ION_TRANSFER_GROUP (source);
  g_autoptr (IonDesk) desk = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  /* Also where it stopped in the middle: what was done is done. */
  ion_desk_tell_office_changed (desk);
  if (!g_cancellable_is_cancelled (self->cancellable) && is_well (self->import_row, error))
    ion_toast_show (GTK_WIDGET (self), _ ("The file was imported"));
}

static void
confirmed_cb (GtkWidget *widget, gpointer user_data)
{
  IonTransferGroup *self = ION_TRANSFER_GROUP (widget);

  /* Without the group's end: once begun, it is made whole. */
  if (self->transfer != NULL && self->desk != NULL)
    ion_desk_run_async (self->desk, self, import_func, g_steal_pointer (&self->transfer),
                        free_transfer, NULL, NULL, imported_cb, g_object_ref (self->desk));
}

static GtkWidget *
list_new (const GPtrArray *changes)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What changes"), -1);
  for (guint i = 0; i < changes->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (changes, i));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  return window;
}

static void
ask (IonTransferGroup *self)
{
  const GPtrArray *changes = ion_office_transfer_get_changes (self->transfer);
  g_autofree char *verb = NULL;
  GtkWidget *dialog;

  if (changes->len == 0)
    {
      ion_toast_show (GTK_WIDGET (self), _ ("The office is already as the file has it"));
      return;
    }
  verb = g_strdup_printf (ngettext ("_Make %d Change", "_Make %d Changes", changes->len),
                          (int) changes->len);
  dialog = ion_dialog_ask (GTK_WIDGET (self), _ ("Import this file?"),
                           _ ("Nothing is removed. API Keys are not in the file: each new service "
                              "needs its own."),
                           verb, NULL, ION_DIALOG_SUGGESTED, confirmed_cb, NULL);
  ion_dialog_set_extra (dialog, list_new (changes));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTransferGroup *self = ION_TRANSFER_GROUP (source);
  g_autoptr (GError) error = NULL;
  IonOfficeTransfer *transfer = ion_desk_run_finish (result, &error);

  if (!is_well (self->import_row, error))
    return;
  g_clear_pointer (&self->transfer, ion_office_transfer_free);
  self->transfer = transfer;
  ask (self);
}

static gpointer
read_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_read_transfer (office, data, error);
}

void
ion_transfer_group_import (IonTransferGroup *self, GFile *file)
{
  g_return_if_fail (ION_IS_TRANSFER_GROUP (self) && G_IS_FILE (file));

  ion_desk_run_async (self->desk, self, read_func, g_file_get_path (file), g_free, free_transfer,
                      self->cancellable, read_cb, NULL);
}

static void
import_file_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  if (file != NULL)
    ion_transfer_group_import (ION_TRANSFER_GROUP (widget), file);
}

static void
import_cb (IonTransferGroup *self)
{
  const char *const suffixes[] = { "json", NULL };
  const IonDialogFilter filter = { _ ("Exported offices"), suffixes };

  ion_dialog_open_file (GTK_WIDGET (self), _ ("Import an office"), &filter, import_file_cb, NULL);
}

static void
ion_transfer_group_dispose (GObject *object)
{
  g_cancellable_cancel (ION_TRANSFER_GROUP (object)->cancellable);
  G_OBJECT_CLASS (ion_transfer_group_parent_class)->dispose (object);
}

static void
ion_transfer_group_finalize (GObject *object)
{
  IonTransferGroup *self = ION_TRANSFER_GROUP (object);

  g_clear_weak_pointer (&self->desk);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->transfer, ion_office_transfer_free);
  G_OBJECT_CLASS (ion_transfer_group_parent_class)->finalize (object);
}

static void
ion_transfer_group_class_init (IonTransferGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_transfer_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_transfer_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-transfer-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTransferGroup, export_row);
  gtk_widget_class_bind_template_child (widget_class, IonTransferGroup, import_row);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
ion_transfer_group_init (IonTransferGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_transfer_group_set_desk (IonTransferGroup *self, IonDesk *desk)
{
  g_return_if_fail (ION_IS_TRANSFER_GROUP (self));

  g_set_weak_pointer (&self->desk, desk);
}
