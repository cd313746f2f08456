/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Drag and drop, and the clipboard.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-source-intake.h"

#include "ion-dialog.h"
#include "ion-source-change.h"
#include "ion-tab-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who waits for the clipboard. */
typedef struct
{
  GtkWidget *widget;      /* (nullable): weak */
  IonDraftEditor *editor; /* (owned) */
} Waiter;

static Waiter *
waiter_new (GtkWidget *widget, IonDraftEditor *editor)
{
  Waiter *self = g_new0 (Waiter, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->editor = g_object_ref (editor);
  return self;
}

static void
waiter_free (Waiter *self)
{
  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->editor);
  g_free (self);
}

static gboolean
take_file (GtkWidget *widget, IonDraftEditor *editor, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      ion_toast_show (widget, _ ("This file is not on this computer: save it here first"));
      return FALSE;
    }
  ion_source_change_to_file (widget, editor, path);
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, IonDraftEditor *editor)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (G_VALUE_HOLDS (value, G_TYPE_FILE) && g_value_get_object (value) != NULL)
    return take_file (widget, editor, g_value_get_object (value));
  return FALSE;
}

void
ion_source_intake_take_drops (GtkWidget *widget, IonDraftEditor *editor)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), editor, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* What is more is better saved as a file, and kept there. */
static gboolean
is_too_much (const char *text)
{
  guint n = 0;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;
  return n > ION_DRAFT_ROWS_MAX;
}

static void
take_text (GtkWidget *widget, IonDraftEditor *editor, const char *text)
{
  if (text == NULL || !ion_tab_text_is_rows (text))
    ion_toast_show (widget, _ ("There are no rows to paste: copy them in the spreadsheet, with the "
                               "names of the columns"));
  else if (is_too_much (text))
    ion_toast_show (widget, _ ("These are too many rows to paste: save them as a file"));
  else
    ion_source_change_to_rows (widget, editor, text);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiter *waiter = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (waiter->widget != NULL)
    take_text (waiter->widget, waiter->editor, text);
  waiter_free (waiter);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiter *waiter = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (waiter->widget != NULL && value != NULL && g_value_get_object (value) != NULL)
    take_file (waiter->widget, waiter->editor, g_value_get_object (value));
  waiter_free (waiter);
}

void
ion_source_intake_paste (GtkWidget *widget, IonDraftEditor *editor)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, G_TYPE_FILE))
    gdk_clipboard_read_value_async (clipboard, G_TYPE_FILE, G_PRIORITY_DEFAULT, NULL, file_cb,
                                    waiter_new (widget, editor));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_cb, waiter_new (widget, editor));
}
