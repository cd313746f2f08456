/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The importer's face: what to read and how, and the same work called for in place or in a worker
 * thread.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-importer.h"

#include "ion-import-pass.h"
#include "ion-template-json.h"

struct _IonImporter
{
  GObject parent_instance;

  IonOffice *office;      /* (owned) (nullable) */
  IonTemplate *template_; /* (owned) (nullable) */
  char *path;             /* (owned) (nullable) */
  IonTable *table;        /* (owned) (nullable) */
  char *source_name;      /* (owned) (nullable) */
  char *sheet;            /* (owned) (nullable) */
  char *encoding;         /* (owned) (nullable) */
  char separator;
  gint64 header_row;
  char **map;        /* (owned) (nullable) */
  char **constants;  /* (owned) (nullable) */
  char *output;      /* (owned) (nullable) */
  GArray *mends;     /* (owned) (nullable) (element-type IonCellMend) */
  char *mended_file; /* (owned) (nullable) */
  IonHeldPeople held_people;
  IonProgressFunc progress;
  gpointer progress_data;
  GMainContext *progress_context; /* (owned) (nullable): set while a worker reads */
};

G_DEFINE_FINAL_TYPE (IonImporter, ion_importer, G_TYPE_OBJECT)

/* What a worker needs of an #IonNewCampaign, copied; and what it gives back. */
typedef struct
{
  IonNewCampaign campaign;
  char *service; /* (owned) */
  char *name;    /* (owned) */
  char **accept; /* (owned) */
  char *follows_id;
  char *purpose;
  char *answers;
  char *draft_id;
  gboolean is_check;
  IonImportReport *report; /* (owned) (nullable) */
} ImportTask;

static void
import_task_free (gpointer data)
{
  ImportTask *task = data;

  g_free (task->service);
  g_free (task->name);
  g_strfreev (task->accept);
  g_free (task->follows_id);
  g_free (task->purpose);
  g_free (task->answers);
  g_free (task->draft_id);
  ion_import_report_free (task->report);
  g_free (task);
}

static ImportTask *
import_task_new (const IonNewCampaign *campaign)
{
  ImportTask *task = g_new0 (ImportTask, 1);

  task->is_check = campaign == NULL;
  if (campaign == NULL)
    return task;
  task->campaign = *campaign;
  task->campaign.service = task->service = g_strdup (campaign->service);
  task->campaign.name = task->name = g_strdup (campaign->name);
  task->accept = g_strdupv ((char **) campaign->accept_doubts);
  task->campaign.accept_doubts = (const char *const *) task->accept;
  task->campaign.follows_id = task->follows_id = g_strdup (campaign->follows_id);
  task->campaign.purpose = task->purpose = g_strdup (campaign->purpose);
  task->campaign.answers = task->answers = g_strdup (campaign->answers);
  task->campaign.draft_id = task->draft_id = g_strdup (campaign->draft_id);
  return task;
}

static void
ion_importer_finalize (GObject *object)
{
  IonImporter *self = ION_IMPORTER (object);

  g_clear_object (&self->office);
  g_clear_object (&self->table);
  g_clear_pointer (&self->template_, ion_template_free);
  g_clear_pointer (&self->progress_context, g_main_context_unref);
  g_free (self->path);
  g_free (self->source_name);
  g_free (self->sheet);
  g_free (self->encoding);
  g_strfreev (self->map);
  g_strfreev (self->constants);
  g_free (self->output);
  g_free (self->mended_file);
  g_clear_pointer (&self->mends, g_array_unref);
  G_OBJECT_CLASS (ion_importer_parent_class)->finalize (object);
}

static void
ion_importer_class_init (IonImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_importer_finalize;
}

static void
ion_importer_init (IonImporter *self)
{
}

IonImporter *
ion_importer_new (IonOffice *office, const IonTemplate *template_)
{
  IonImporter *self = g_object_new (ION_TYPE_IMPORTER, NULL);

  g_set_object (&self->office, office);
  if (template_ != NULL)
    {
      /* The stored form is the one way to copy a template whole. */
      g_autofree char *json = ion_template_to_json (template_);

      self->template_ = ion_template_from_json (json, -1, NULL);
    }
  return self;
}

void
ion_importer_set_file (IonImporter *self, const char *path, const IonTableOptions *options)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  self->path = g_strdup (path);
  self->source_name = g_path_get_basename (path);
  if (options != NULL)
    {
      self->sheet = g_strdup (options->sheet);
      self->encoding = g_strdup (options->encoding);
      self->separator = options->separator;
      self->header_row = options->header_row;
    }
}

void
ion_importer_set_table (IonImporter *self, IonTable *table, const char *source_name)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  g_set_object (&self->table, table);
  self->source_name = g_strdup (source_name);
}

void
ion_importer_set_map (IonImporter *self, const char *const *pairs)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  g_strfreev (self->map);
  self->map = g_strdupv ((char **) pairs);
}

void
ion_importer_set_constants (IonImporter *self, const char *const *pairs)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  g_strfreev (self->constants);
  self->constants = g_strdupv ((char **) pairs);
}

static void
mend_clear (gpointer data)
{
  IonCellMend *mend = data;

  g_free ((char *) mend->column);
  g_free ((char *) mend->value);
}

void
ion_importer_set_mends (IonImporter *self, const IonCellMend *mends, gsize n_mends)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  g_clear_pointer (&self->mends, g_array_unref);
  if (n_mends == 0)
    return;
  self->mends = g_array_new (FALSE, FALSE, sizeof (IonCellMend));
  g_array_set_clear_func (self->mends, mend_clear);
  for (gsize i = 0; i < n_mends; i++)
    {
      IonCellMend copy = { mends[i].row, g_strdup (mends[i].column), g_strdup (mends[i].value) };

      g_array_append_val (self->mends, copy);
    }
}

void
ion_importer_set_mended_file (IonImporter *self, const char *file_print)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  g_free (self->mended_file);
  self->mended_file = g_strdup (file_print);
}

void
ion_importer_set_held_people (IonImporter *self, IonHeldPeople people)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  self->held_people = people;
}

void
ion_importer_set_output (IonImporter *self, const char *path)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  g_free (self->output);
  self->output = g_strdup (path);
}

void
ion_importer_set_progress (IonImporter *self, IonProgressFunc func, gpointer user_data)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  self->progress = func;
  self->progress_data = user_data;
}

/* One word about the progress on its way to the caller's thread. */
typedef struct
{
  IonImporter *importer; /* (owned) */
  gint64 done;
  double fraction;
} ProgressWord;

static gboolean
tell_progress_cb (gpointer data)
{
  ProgressWord *word = data;

  word->importer->progress (word->done, word->fraction, word->importer->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_word_free (gpointer data)
{
  ProgressWord *word = data;

  g_object_unref (word->importer);
  g_free (word);
}

static void
forward_progress (gint64 done, double fraction, gpointer user_data)
{
  IonImporter *self = user_data;
  ProgressWord *word;

  if (self->progress_context == NULL)
    {
      self->progress (done, fraction, self->progress_data);
      return;
    }
  word = g_new0 (ProgressWord, 1);
  word->importer = g_object_ref (self);
  word->done = done;
  word->fraction = fraction;
  g_main_context_invoke_full (self->progress_context, G_PRIORITY_DEFAULT_IDLE, tell_progress_cb,
                              word, progress_word_free);
}

static gboolean
run (IonImporter *self,
     const IonNewCampaign *campaign,
     IonImportReport **report,
     char **id,
     GCancellable *cancellable,
     GError **error)
{
  IonTableOptions options = { self->sheet, self->encoding, self->separator, self->header_row };
  IonImportJob job = {
    .office = self->office,
    .path = self->table == NULL ? self->path : NULL,
    .table_options = &options,
    .table = self->table,
    .options = {
      .template_ = self->template_,
      .map = (const char *const *) self->map,
      .constants = (const char *const *) self->constants,
      .now = g_get_real_time () / G_USEC_PER_SEC,
    },
    .source_name = self->source_name,
    .output = self->output,
    .mends = self->mends,
    .mended_file = self->mended_file,
    .held_people = self->held_people,
    .campaign = campaign,
    .progress = self->progress != NULL ? forward_progress : NULL,
    .progress_data = self,
  };

  return ion_import_pass_run (&job, report, id, cancellable, error);
}

IonImportReport *
ion_importer_check (IonImporter *self, GCancellable *cancellable, GError **error)
{
  IonImportReport *report = NULL;

  g_return_val_if_fail (ION_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (self->table != NULL || self->path != NULL, NULL);

  if (run (self, NULL, &report, NULL, cancellable, error))
    return report;
  ion_import_report_free (report);
  return NULL;
}

char *
ion_importer_create (IonImporter *self,
                     const IonNewCampaign *campaign,
                     IonImportReport **report,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *id = NULL;
  IonImportReport *made = NULL;
  gboolean is_stored;

  g_return_val_if_fail (ION_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (self->office != NULL && self->template_ != NULL, NULL);
  g_return_val_if_fail (self->table != NULL || self->path != NULL, NULL);

  is_stored = run (self, campaign, &made, &id, cancellable, error);
  if (report != NULL)
    *report = made;
  else
    ion_import_report_free (made);
  return is_stored ? g_steal_pointer (&id) : NULL;
}

static void
import_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ImportTask *import = task_data;
  GError *error = NULL;
  char *id = NULL;

  if (!run (source, import->is_check ? NULL : &import->campaign, &import->report, &id, cancellable,
            &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, id, g_free);
}

static void
run_async (IonImporter *self,
           const IonNewCampaign *campaign,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_clear_pointer (&self->progress_context, g_main_context_unref);
  self->progress_context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, run_async);
  /* What was stored is told even if the cancelling came a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, import_task_new (campaign), import_task_free);
  g_task_run_in_thread (task, import_thread);
}

void
ion_importer_check_async (IonImporter *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (ION_IS_IMPORTER (self));

  run_async (self, NULL, cancellable, callback, user_data);
}

IonImportReport *
ion_importer_check_finish (IonImporter *self, GAsyncResult *result, GError **error)
{
  ImportTask *import;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  import = g_task_get_task_data (G_TASK (result));
  g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error == NULL)
    return g_steal_pointer (&import->report);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

void
ion_importer_create_async (IonImporter *self,
                           const IonNewCampaign *campaign,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (ION_IS_IMPORTER (self));
  g_return_if_fail (self->office != NULL && self->template_ != NULL);
  g_return_if_fail (campaign != NULL);

  run_async (self, campaign, cancellable, callback, user_data);
}

char *
ion_importer_create_finish (IonImporter *self,
                            GAsyncResult *result,
                            IonImportReport **report,
                            GError **error)
{
  ImportTask *import;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  import = g_task_get_task_data (G_TASK (result));
  if (report != NULL)
    *report = g_steal_pointer (&import->report);
  return g_task_propagate_pointer (G_TASK (result), error);
}
