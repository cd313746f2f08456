/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A few rows of the source, wherever in it they stand.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-rows-window.h"

#include "ion-draft-look.h"
#include "ion-rows-view.h"

#include <glib/gi18n-lib.h>

struct _IonRowsWindow
{
  AdwWindow parent_instance;

  GtkLabel *why;
  GtkToggleButton *reveal;
  GtkStack *stack;
  IonRowsView *rows;
  GtkLabel *failure;

  IonDraftEditor *editor;    /* (owned) (nullable) */
  IonDraftLook *look;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonRowsWindow, ion_rows_window, ADW_TYPE_WINDOW)

/* What the thread needs. */
typedef struct
{
  IonDraft *draft; /* (owned) */
  GArray *rows;    /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ion_draft_free (job->draft);
  g_array_unref (job->rows);
  g_free (job);
}

static gpointer
look_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return ion_draft_look_new (job->draft, office, 0, job->rows, cancellable, error);
}

static void
free_look (gpointer look)
{
  ion_draft_look_free (look);
}

static void
show_rows (IonRowsWindow *self)
{
  g_autoptr (IonColumnList) columns = NULL;

  if (self->look == NULL)
    return;
  columns = ion_column_list_new (self->editor, self->look);
  ion_rows_view_show (self->rows, columns, self->look->look->asked,
                      gtk_toggle_button_get_active (self->reveal));
  gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraftLook) look = ion_desk_run_finish (result, &error);
  IonRowsWindow *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (look == NULL)
    {
      g_autofree char *sentence = ion_office_error_explain (error);

      gtk_label_set_label (self->failure, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  self->look = g_steal_pointer (&look);
  show_rows (self);
}

static void
ion_rows_window_dispose (GObject *object)
{
  IonRowsWindow *self = ION_ROWS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->look, ion_draft_look_free);
  G_OBJECT_CLASS (ion_rows_window_parent_class)->dispose (object);
}

static void
ion_rows_window_class_init (IonRowsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_rows_window_dispose;

  g_type_ensure (ION_TYPE_ROWS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-rows-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRowsWindow, why);
  gtk_widget_class_bind_template_child (widget_class, IonRowsWindow, reveal);
  gtk_widget_class_bind_template_child (widget_class, IonRowsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IonRowsWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, IonRowsWindow, failure);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
}

static void
ion_rows_window_init (IonRowsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_rows_window_present (GtkWidget *widget,
                         IonDraftEditor *editor,
                         const char *title,
                         const char *why,
                         GArray *rows)
{
  IonRowsWindow *self = g_object_new (ION_TYPE_ROWS_WINDOW, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);
  Job *job = g_new0 (Job, 1);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->editor = g_object_ref (editor);
  gtk_label_set_label (self->why, why);
  job->draft = ion_draft_copy (ion_draft_editor_get_draft (editor));
  job->rows = g_array_ref (rows);
  ion_desk_run_async (ion_draft_editor_get_desk (editor), NULL, look_func, job, job_free, free_look,
                      self->cancellable, looked_cb, self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
