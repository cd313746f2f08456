/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The window never waits: whatever asks the ledger, the keyring or a file for more than a page goes
 * through here.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-desk.h"

typedef struct
{
  IonOffice *office; /* (owned) */
  IonDeskFunc func;
  gpointer data;            /* (owned) */
  GDestroyNotify free_data; /* (nullable) */
  GDestroyNotify free_result;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  g_object_unref (self->office);
  g_free (self);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gpointer result = work->func (work->office, work->data, cancellable, &error);

  if (error != NULL)
    {
      if (result != NULL && work->free_result != NULL)
        work->free_result (result);
      g_task_return_error (task, error);
    }
  else
    g_task_return_pointer (task, result, work->free_result);
}

void
ion_desk_run_async (IonDesk *self,
                    gpointer source,
                    IonDeskFunc func,
                    gpointer data,
                    GDestroyNotify free_data,
                    GDestroyNotify free_result,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->office = g_object_ref (ion_desk_get_office (self));
  work->func = func;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  g_task_set_source_tag (task, ion_desk_run_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_thread);
}

gpointer
ion_desk_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
