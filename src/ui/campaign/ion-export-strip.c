/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Exporting a campaign, a million rows if need be, without the window waiting for it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-export-strip.h"

#include "ion-campaign-export.h"
#include "ion-dialog.h"
#include "ion-format.h"

#include <glib/gi18n-lib.h>

#define LOOK 100 /* ms between two looks at the progress */

/* Shared with the worker: how far it is, in thousandths. */
typedef struct
{
  gatomicrefcount references;
  int thousandths;
} Progress;

struct _IonExportStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkProgressBar *bar;

  IonDesk *desk;     /* (owned) (nullable): while where to is asked */
  char *campaign_id; /* (owned) (nullable): likewise */
  guint states;
  GCancellable *cancellable; /* (owned) (nullable): while it writes */
  Progress *progress;        /* (owned) (nullable) */
  guint timer;
};

G_DEFINE_FINAL_TYPE (IonExportStrip, ion_export_strip, GTK_TYPE_WIDGET)

/* What the worker has of it. */
typedef struct
{
  char *campaign_id; /* (owned) */
  char *path;        /* (owned) */
  guint states;
  Progress *progress; /* (owned) */
} Export;

static void
progress_unref (Progress *progress)
{
  if (g_atomic_ref_count_dec (&progress->references))
    g_free (progress);
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->campaign_id);
  g_free (export->path);
  progress_unref (export->progress);
  g_free (export);
}

static void
progress_cb (gint64 rows, double fraction, gpointer user_data)
{
  Progress *progress = user_data;

  g_atomic_int_set (&progress->thousandths, (int) (fraction * 1000));
}

/* One more than was written: %NULL is a failure. */
static gpointer
export_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;
  gint64 n_rows =
      ion_office_export_campaign (office, export->campaign_id, export->states, export->path,
                                  progress_cb, export->progress, cancellable, error);

  return GSIZE_TO_POINTER (n_rows + 1);
}

static void
end (IonExportStrip *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, progress_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonExportStrip *self = ION_EXPORT_STRIP (source);
  g_autoptr (GError) error = NULL;
  gsize written = GPOINTER_TO_SIZE (ion_desk_run_finish (result, &error));

  end (self);
  if (written > 0)
    {
      g_autofree char *count = ion_format_count ((gint64) written - 1);
      g_autofree char *text =
          g_strdup_printf (ngettext ("%s row exported.", "%s rows exported.", (gulong) written - 1),
                           count);

      ion_toast_show (GTK_WIDGET (self), text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
           gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ion_dialog_tell_error (GTK_WIDGET (self), _ ("The export was not written"), error);
}

static gboolean
look_cb (gpointer user_data)
{
  IonExportStrip *self = user_data;

  gtk_progress_bar_set_fraction (self->bar,
                                 g_atomic_int_get (&self->progress->thousandths) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (IonExportStrip *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
ion_export_strip_dispose (GObject *object)
{
  IonExportStrip *self = ION_EXPORT_STRIP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_export_strip_parent_class)->dispose (object);
}

static void
ion_export_strip_finalize (GObject *object)
{
  IonExportStrip *self = ION_EXPORT_STRIP (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, progress_unref);
  g_free (self->campaign_id);
  G_OBJECT_CLASS (ion_export_strip_parent_class)->finalize (object);
}

static void
ion_export_strip_class_init (IonExportStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_export_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_export_strip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaign/"
                                                             "ion-export-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, IonExportStrip, box);
  gtk_widget_class_bind_template_child (widget_class, IonExportStrip, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ion_export_strip_init (IonExportStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_export_strip_write (IonExportStrip *self,
                        IonDesk *desk,
                        const char *campaign_id,
                        guint states,
                        GFile *file)
{
  Export *export;

  g_return_if_fail (ION_IS_EXPORT_STRIP (self) && G_IS_FILE (file));

  /* One after the other. */
  if (self->cancellable != NULL)
    return;
  self->progress = g_new0 (Progress, 1);
  g_atomic_ref_count_init (&self->progress->references);
  g_atomic_ref_count_inc (&self->progress->references);
  self->cancellable = g_cancellable_new ();
  export = g_new0 (Export, 1);
  export->campaign_id = g_strdup (campaign_id);
  export->path = g_file_get_path (file);
  export->states = states;
  export->progress = self->progress;
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->timer = g_timeout_add (LOOK, look_cb, self);
  ion_desk_run_async (desk, self, export_func, export, export_free, NULL, self->cancellable,
                      written_cb, NULL);
}

static void
file_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonExportStrip *self = ION_EXPORT_STRIP (widget);

  if (file != NULL && self->desk != NULL)
    ion_export_strip_write (self, self->desk, self->campaign_id, self->states, file);
}

void
ion_export_strip_begin (IonExportStrip *self,
                        IonDesk *desk,
                        const char *campaign_id,
                        guint states,
                        const char *name)
{
  g_return_if_fail (ION_IS_EXPORT_STRIP (self));

  g_set_object (&self->desk, desk);
  g_free (self->campaign_id);
  self->campaign_id = g_strdup (campaign_id);
  self->states = states;
  ion_dialog_save_file (GTK_WIDGET (self), _ ("Export Messages"), name, file_cb, NULL);
}
