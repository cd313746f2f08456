/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the platform would refuse in the middle of the night is found now, while it can be mended.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-merge-group.h"

#include "ion-campaign-preview.h"
#include "ion-problem-row.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 100

struct _IonMergeGroup
{
  IonDraftGroup parent_instance;

  AdwActionRow *row;         /* (unowned) */
  GtkImage *mark;            /* (unowned) */
  GtkProgressBar *bar;       /* (unowned) */
  GtkButton *button;         /* (unowned) */
  GPtrArray *rows;           /* (owned) (element-type GtkWidget): unowned: of the problems */
  char *campaign_id;         /* (owned) (nullable): that was merged, or is being */
  GCancellable *cancellable; /* (owned) (nullable): while it is being merged */
  gint permille;             /* written by the worker thread */
  guint tick;
};

G_DEFINE_FINAL_TYPE (IonMergeGroup, ion_merge_group, ION_TYPE_DRAFT_GROUP)

/* What the worker thread needs. */
typedef struct
{
  IonMergeGroup *group; /* (owned) */
  char *campaign;       /* (owned) */
} Merge;

static void
merge_free (gpointer data)
{
  Merge *self = data;

  g_object_unref (self->group);
  g_free (self->campaign);
  g_free (self);
}

static void
progress_cb (gint64 done, double fraction, gpointer user_data)
{
  g_atomic_int_set (&((Merge *) user_data)->group->permille, (int) (fraction * 1000));
}

static gpointer
merge_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Merge *merge = data;

  return ion_office_check_campaign (office, merge->campaign, NULL, progress_cb, merge, cancellable,
                                    error);
}

static void
forget (IonMergeGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->campaign_id, g_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
}

static gboolean
tick_cb (gpointer data)
{
  IonMergeGroup *self = data;

  gtk_progress_bar_set_fraction (self->bar, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

/* Shape and words: as they stand between two merges, or while one goes on. */
static void
show (IonMergeGroup *self, const char *icon, const char *words)
{
  gboolean is_merging = self->cancellable != NULL;

  gtk_image_set_from_icon_name (self->mark, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_merging);
  adw_action_row_set_subtitle (self->row, words);
  gtk_button_set_label (self->button, is_merging ? _ ("S_top") : _ ("_Check All Rows"));
}

static void
show_problems (IonMergeGroup *self, GPtrArray *problems)
{
  IonDraftEditor *editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));

  for (guint i = 0; i < problems->len; i++)
    {
      GtkWidget *row = ion_problem_row_new (editor, g_ptr_array_index (problems, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  if (problems->len == 0)
    show (self, "ion-done-symbolic", _ ("Every row becomes a message that IO accepts."));
  else
    show (self, "ion-warning-symbolic",
          _ ("IO would not accept the messages of some rows. Mend them in the message or in the "
             "recipients."));
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonMergeGroup *self = ION_MERGE_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  /* Stopped, out of date or gone: somebody else has said so. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (problems != NULL)
    {
      show_problems (self, problems);
      return;
    }
  sentence = ion_office_error_explain (error);
  show (self, "ion-warning-symbolic", sentence);
}

static void
free_problems (gpointer problems)
{
  g_ptr_array_unref (problems);
}

static void
begin (IonMergeGroup *self, const char *campaign)
{
  IonDraftEditor *editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));
  Merge *merge = g_new0 (Merge, 1);

  forget (self);
  self->campaign_id = g_strdup (campaign);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->permille, 0);
  gtk_progress_bar_set_fraction (self->bar, 0);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  merge->group = g_object_ref (self);
  merge->campaign = g_strdup (campaign);
  ion_desk_run_async (ion_draft_editor_get_desk (editor), self, merge_func, merge, merge_free,
                      free_problems, self->cancellable, merged_cb, NULL);
  show (self, "ion-to-do-symbolic",
        _ ("The rows are being merged, in every language of the message."));
}

static void
rest (IonMergeGroup *self)
{
  forget (self);
  show (self, "ion-to-do-symbolic", _ ("Finds what IO would not accept, before anything leaves."));
}

static void
button_cb (IonMergeGroup *self)
{
  IonDraftEditor *editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));
  const char *campaign = ion_draft_editor_get_prepared (editor);

  if (self->cancellable != NULL)
    rest (self);
  else if (campaign != NULL)
    begin (self, campaign);
}

static void
ion_merge_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonMergeGroup *self = ION_MERGE_GROUP (group);
  const char *campaign = ion_draft_editor_get_prepared (ion_draft_group_get_editor (group));

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), campaign != NULL);
  if (self->campaign_id == NULL || g_strcmp0 (campaign, self->campaign_id) != 0)
    rest (self);
}

static void
ion_merge_group_dispose (GObject *object)
{
  IonMergeGroup *self = ION_MERGE_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  G_OBJECT_CLASS (ion_merge_group_parent_class)->dispose (object);
}

static void
ion_merge_group_finalize (GObject *object)
{
  IonMergeGroup *self = ION_MERGE_GROUP (object);

  g_free (self->campaign_id);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_merge_group_parent_class)->finalize (object);
}

static void
ion_merge_group_class_init (IonMergeGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_merge_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_merge_group_finalize;
  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_merge_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-merge-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonMergeGroup, row);
  gtk_widget_class_bind_template_child (widget_class, IonMergeGroup, mark);
  gtk_widget_class_bind_template_child (widget_class, IonMergeGroup, bar);
  gtk_widget_class_bind_template_child (widget_class, IonMergeGroup, button);
  gtk_widget_class_bind_template_callback (widget_class, button_cb);
}

static void
ion_merge_group_init (IonMergeGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
