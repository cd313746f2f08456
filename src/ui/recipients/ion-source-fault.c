/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Encrypted, damaged, empty, of several sheets, gone: each has its words and its way out.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-source-fault.h"

#include "ion-mapping.h"
#include "ion-source-job.h"
#include "ion-table.h"

#include <glib/gi18n-lib.h>

struct _IonSourceFault
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkListBox *sheets;
  GtkWidget *again;
  GtkWidget *change;

  IonDraftEditor *editor;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonSourceFault, ion_source_fault, ADW_TYPE_BIN)

enum
{
  CHANGE,
  AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
ion_source_fault_is_of_columns (const GError *error)
{
  return error != NULL && error->domain == ION_MAPPING_ERROR;
}

/* The error's own sentence is about options of the command. */
const char *
ion_source_fault_describe_columns (const GError *error)
{
  switch (error->code)
    {
    case ION_MAPPING_ERROR_NO_FISCAL_CODE:
      return _ (
          "No column of the file is the one of the fiscal codes for certain: choose it below.");
    case ION_MAPPING_ERROR_AMBIGUOUS:
      return _ ("More than one column may be the same field: choose below which one it is.");
    case ION_MAPPING_ERROR_MISSING:
      return _ ("The message needs fields for which no column was found: choose the columns below, "
                "or write what is the same for everybody.");
    case ION_MAPPING_ERROR_UNKNOWN_COLUMN:
    default:
      return _ ("What was chosen of the columns does not fit this file: choose them again below.");
    }
}

static void
change_cb (IonSourceFault *self)
{
  g_signal_emit (self, signals[CHANGE], 0);
}

static void
again_cb (IonSourceFault *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
sheet_cb (IonSourceFault *self, GtkListBoxRow *row)
{
  IonDraft *draft = ion_draft_editor_get_draft (self->editor);

  g_free (draft->sheet);
  draft->sheet = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  ion_draft_editor_tell_source (self->editor);
}

static const char *
choose_table_title (int code)
{
  switch (code)
    {
    case ION_TABLE_ERROR_ENCRYPTED:
      return _ ("The file asks for a password");
    case ION_TABLE_ERROR_EMPTY:
      return _ ("There is nobody in the file");
    case ION_TABLE_ERROR_DAMAGED:
      return _ ("The file is damaged");
    case ION_TABLE_ERROR_TOO_LARGE:
      return _ ("The file is too large");
    case ION_TABLE_ERROR_SHEET:
      return _ ("Which sheet?");
    case ION_TABLE_ERROR_ENCODING:
      return _ ("The letters of the file cannot be read");
    case ION_TABLE_ERROR_NOT_TEXT:
    case ION_TABLE_ERROR_FORMAT:
    default:
      return _ ("This is no table");
    }
}

static const char *
choose_title (const GError *error)
{
  if (error->domain == ION_TABLE_ERROR)
    return choose_table_title (error->code);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return _ ("The rows were not read");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return _ ("The file is not there any more");
  return _ ("The recipients cannot be read");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = ion_source_sheets_finish (result, &error);
  IonSourceFault *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; sheets != NULL && sheets[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sheets[i]);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (self->sheets, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), sheets != NULL && sheets[0] != NULL);
}

static void
list_sheets (IonSourceFault *self, gboolean wanted)
{
  GtkWidget *row;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_list_box_remove (self->sheets, row);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), FALSE);
  if (wanted)
    ion_source_sheets_async (self->editor, self->cancellable, listed_cb, self);
}

void
ion_source_fault_show (IonSourceFault *self, const GError *error)
{
  const gboolean asks_sheet = g_error_matches (error, ION_TABLE_ERROR, ION_TABLE_ERROR_SHEET);
  const gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (ION_IS_SOURCE_FAULT (self) && error != NULL);

  if (cancelled)
    sentence = g_strdup (_ ("Reading was stopped before the end."));
  else if (asks_sheet)
    /* The error's own sentence is about options of the command. */
    sentence = g_strdup (_ ("Choose the one with the people in it."));
  else
    /* It says what is to be done too. */
    sentence = ion_office_error_explain (error);
  escaped = g_markup_escape_text (sentence, -1);
  adw_status_page_set_title (self->page, choose_title (error));
  adw_status_page_set_description (self->page, escaped);
  gtk_widget_set_visible (self->again, !asks_sheet);
  list_sheets (self, asks_sheet);
}

static void
ion_source_fault_dispose (GObject *object)
{
  IonSourceFault *self = ION_SOURCE_FAULT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (ion_source_fault_parent_class)->dispose (object);
}

static void
ion_source_fault_class_init (IonSourceFaultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_source_fault_dispose;

  signals[CHANGE] = g_signal_new ("change", ION_TYPE_SOURCE_FAULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[AGAIN] = g_signal_new ("again", ION_TYPE_SOURCE_FAULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-source-fault.ui");
  gtk_widget_class_bind_template_child (widget_class, IonSourceFault, page);
  gtk_widget_class_bind_template_child (widget_class, IonSourceFault, sheets);
  gtk_widget_class_bind_template_child (widget_class, IonSourceFault, again);
  gtk_widget_class_bind_template_child (widget_class, IonSourceFault, change);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
}

static void
ion_source_fault_init (IonSourceFault *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_source_fault_set_editor (IonSourceFault *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_SOURCE_FAULT (self));

  g_set_object (&self->editor, editor);
}
