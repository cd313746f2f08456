/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Looks into the source that take as long as the disk does.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-source-job.h"

#define FIRST_ROWS 5

typedef struct
{
  IonDraft *draft; /* (owned) */
  char *path;      /* (owned) (nullable) */
} Job;

static Job *
job_new (IonDraftEditor *editor, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->draft = ion_draft_copy (ion_draft_editor_get_draft (editor));
  job->path = g_strdup (path);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  ion_draft_free (job->draft);
  g_free (job->path);
  g_free (job);
}

static gpointer
look_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_draft_look_new (((Job *) data)->draft, office, FIRST_ROWS, NULL, cancellable, error);
}

static void
free_look (gpointer look)
{
  ion_draft_look_free (look);
}

void
ion_source_look_async (IonDraftEditor *editor,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ion_desk_run_async (ion_draft_editor_get_desk (editor), NULL, look_func, job_new (editor, NULL),
                      job_free, free_look, cancellable, callback, user_data);
}

IonDraftLook *
ion_source_look_finish (GAsyncResult *result, GError **error)
{
  return ion_desk_run_finish (result, error);
}

static gpointer
sheets_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_draft_list_sheets (((Job *) data)->draft, error);
}

static void
free_strv (gpointer strv)
{
  g_strfreev (strv);
}

void
ion_source_sheets_async (IonDraftEditor *editor,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  ion_desk_run_async (ion_draft_editor_get_desk (editor), NULL, sheets_func, job_new (editor, NULL),
                      job_free, free_strv, cancellable, callback, user_data);
}

GStrv
ion_source_sheets_finish (GAsyncResult *result, GError **error)
{
  return ion_desk_run_finish (result, error);
}

static gpointer
copy_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return GINT_TO_POINTER (ion_draft_write_copy (job->draft, office, job->path, cancellable, error));
}

void
ion_source_copy_async (IonDraftEditor *editor,
                       const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ion_desk_run_async (ion_draft_editor_get_desk (editor), NULL, copy_func, job_new (editor, path),
                      job_free, NULL, cancellable, callback, user_data);
}

gboolean
ion_source_copy_finish (GAsyncResult *result, GError **error)
{
  return ion_desk_run_finish (result, error) != NULL;
}
