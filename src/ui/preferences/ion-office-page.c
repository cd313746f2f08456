/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The office itself. The recovery key is asked for once more, shown, and wiped.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-office-page.h"

#include "ion-dialog.h"
#include "ion-setting-apply.h"
#include "ion-transfer-group.h"

#include <glib/gi18n-lib.h>

struct _IonOfficePage
{
  AdwPreferencesPage parent_instance;

  IonDesk *desk;                    /* (owned) (nullable) */
  AdwEntryRow *name_row;            /* (unowned) */
  AdwEntryRow *code_row;            /* (unowned) */
  AdwEntryRow *url_row;             /* (unowned) */
  GtkWidget *backup_row;            /* (unowned) */
  GtkWidget *recovery_row;          /* (unowned) */
  IonTransferGroup *transfer_group; /* (unowned) */
  GCancellable *cancellable;        /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonOfficePage, ion_office_page, ADW_TYPE_PREFERENCES_PAGE)

/* What a person is typing is left alone. */
static void
show_text (AdwEntryRow *row, const char *value)
{
  const char *before = g_object_get_data (G_OBJECT (row), "before");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  if (before == NULL || g_str_equal (typed, before))
    if (!g_str_equal (typed, value))
      gtk_editable_set_text (GTK_EDITABLE (row), value);
  g_object_set_data_full (G_OBJECT (row), "before", g_strdup (value), g_free);
}

void
ion_office_page_show (IonOfficePage *self, const char *key, const char *value)
{
  g_return_if_fail (ION_IS_OFFICE_PAGE (self));

  if (g_str_equal (key, "name"))
    show_text (self->name_row, value);
  else if (g_str_equal (key, "organization-code"))
    show_text (self->code_row, value);
  else if (g_str_equal (key, "api-url"))
    show_text (self->url_row, value);
}

static void
name_cb (IonOfficePage *self)
{
  ion_setting_apply (GTK_WIDGET (self->name_row), self->desk, "name",
                     gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
}

static void
code_cb (IonOfficePage *self)
{
  ion_setting_apply (GTK_WIDGET (self->code_row), self->desk, "organization-code",
                     gtk_editable_get_text (GTK_EDITABLE (self->code_row)));
}

static void
url_cb (IonOfficePage *self)
{
  ion_setting_apply (GTK_WIDGET (self->url_row), self->desk, "api-url",
                     gtk_editable_get_text (GTK_EDITABLE (self->url_row)));
}

static gpointer
back_up (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_backup (office, data, error);
  return NULL;
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonOfficePage *self = ION_OFFICE_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  ion_setting_say (self->backup_row, sentence);
  if (error == NULL)
    ion_toast_show (GTK_WIDGET (self), _ ("The backup was made"));
}

static void
backup_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonOfficePage *self = ION_OFFICE_PAGE (widget);

  if (file != NULL)
    ion_desk_run_async (self->desk, self, back_up, g_file_get_path (file), g_free, NULL,
                        self->cancellable, backed_up_cb, NULL);
}

static void
backup_cb (IonOfficePage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the suggested name of a file; the % stand for a date */
  g_autofree char *name = g_date_time_format (now, _ ("IO Notifier %Y-%m-%d.backup"));

  ion_dialog_save_file (GTK_WIDGET (self), _ ("Back up the office"), name, backup_chosen_cb, NULL);
}

static gpointer
get_recovery_key (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_get_recovery_key (office, error);
}

static void
recovery_key_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonOfficePage *self = ION_OFFICE_PAGE (source);
  g_autoptr (GError) error = NULL;
  char *key = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  ion_setting_say (self->recovery_row, sentence);
  if (key == NULL)
    return;
  ion_dialog_tell (GTK_WIDGET (self), _ ("Recovery key"), key);
  ion_wipe_free (key);
  ion_desk_tell_office_changed (self->desk);
}

static void
recovery_confirmed_cb (GtkWidget *widget, gpointer user_data)
{
  IonOfficePage *self = ION_OFFICE_PAGE (widget);

  ion_desk_run_async (self->desk, self, get_recovery_key, NULL, NULL,
                      (GDestroyNotify) ion_wipe_free, self->cancellable, recovery_key_cb, NULL);
}

static void
recovery_cb (IonOfficePage *self)
{
  ion_dialog_ask (GTK_WIDGET (self), _ ("Show the recovery key?"),
                  _ ("Whoever has this key and a copy of the office's data can read everybody in "
                     "it. Let nobody look on, write it on paper and lock it away. That it was "
                     "shown "
                     "goes to the journal."),
                  _ ("_Show the key"), NULL, ION_DIALOG_DESTRUCTIVE, recovery_confirmed_cb, NULL);
}

static void
ion_office_page_dispose (GObject *object)
{
  g_cancellable_cancel (ION_OFFICE_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_office_page_parent_class)->dispose (object);
}

static void
ion_office_page_finalize (GObject *object)
{
  g_clear_object (&ION_OFFICE_PAGE (object)->desk);
  g_clear_object (&ION_OFFICE_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_office_page_parent_class)->finalize (object);
}

static void
ion_office_page_class_init (IonOfficePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_office_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_office_page_finalize;
  g_type_ensure (ION_TYPE_TRANSFER_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-office-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonOfficePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, IonOfficePage, code_row);
  gtk_widget_class_bind_template_child (widget_class, IonOfficePage, url_row);
  gtk_widget_class_bind_template_child (widget_class, IonOfficePage, backup_row);
  gtk_widget_class_bind_template_child (widget_class, IonOfficePage, recovery_row);
  gtk_widget_class_bind_template_child (widget_class, IonOfficePage, transfer_group);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_cb);
  gtk_widget_class_bind_template_callback (widget_class, url_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, recovery_cb);
}

static void
ion_office_page_init (IonOfficePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_office_page_set_desk (IonOfficePage *self, IonDesk *desk)
{
  g_return_if_fail (ION_IS_OFFICE_PAGE (self));

  g_set_object (&self->desk, desk);
  ion_transfer_group_set_desk (self->transfer_group, desk);
}
