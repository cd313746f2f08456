/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Single questions to the platform, asked in the engine's thread: the gate and its pace belong
 * there. A cancellable's handlers run in the thread that cancels, so each call has one of its own.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-engine-host-private.h"
#include "ion-ledger-deliveries.h"

typedef struct
{
  GTask *task; /* (owned) */
  IonEngineWork *work;
  char *id; /* (owned) (nullable): campaign or service */
  gboolean nothing_was_sent;
  GCancellable *inner; /* (owned): cancelled in the engine's thread only */
  gulong handler;
} Call;

static void
call_free (Call *call)
{
  g_cancellable_disconnect (g_task_get_cancellable (call->task), call->handler);
  g_clear_object (&call->inner);
  g_object_unref (call->task);
  g_free (call->id);
  g_free (call);
}

/* In the engine's thread: the call is over. */
static void
end_call (Call *call)
{
  IonEngineWork *work = call->work;

  call_free (call);
  ion_engine_work_count_call (work, -1);
}

static gboolean
cancel_cb (gpointer inner)
{
  g_cancellable_cancel (inner);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, Call *call)
{
  ion_engine_work_post (call->work, cancel_cb, g_object_ref (call->inner), g_object_unref);
}

/* Sends a call over; fails it where there is no thread. */
static void
post_call (IonEngineHost *self, GTask *task, const char *id, gboolean word, GSourceFunc func)
{
  IonEngineWork *work = ion_engine_host_get_work (self);
  Call *call;

  if (work == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The engine has ended");
      g_object_unref (task);
      return;
    }
  call = g_new0 (Call, 1);
  call->task = task;
  call->work = work;
  call->id = g_strdup (id);
  call->nothing_was_sent = word;
  call->inner = g_cancellable_new ();
  if (g_task_get_cancellable (task) != NULL)
    call->handler = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (cancelled_cb),
                                           call, NULL);
  ion_engine_work_post (work, func, call, NULL);
}

/* Following one campaign up */

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  GError *error = NULL;
  gint64 asked = ion_engine_follow_now_finish (ION_ENGINE (source), result, &error);

  if (error != NULL)
    g_task_return_error (call->task, error);
  else
    g_task_return_int (call->task, asked);
  end_call (call);
}

static gboolean
follow_cb (gpointer data)
{
  Call *call = data;
  IonEngineWork *work = call->work;
  GError *error = NULL;

  ion_engine_work_count_call (work, 1);
  if (work->engine != NULL && !work->is_stopping)
    {
      ion_engine_follow_now_async (work->engine, call->id, call->inner, followed_cb, call);
      return G_SOURCE_REMOVE;
    }
  if (ion_ledger_hasten_follow_up (ion_office_get_ledger (work->office), call->id,
                                   g_get_real_time () / G_USEC_PER_SEC, &error))
    g_task_return_int (call->task, 0);
  else
    g_task_return_error (call->task, error);
  end_call (call);
  return G_SOURCE_REMOVE;
}

void
ion_engine_host_follow_now_async (IonEngineHost *self,
                                  const char *campaign_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ION_IS_ENGINE_HOST (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ion_engine_host_follow_now_async);
  post_call (self, task, campaign_id, FALSE, follow_cb);
}

gint64
ion_engine_host_follow_now_finish (IonEngineHost *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

/* Checking a service's key */

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  GError *error = NULL;
  IonServiceCheck *check = ion_office_check_service_finish (ION_OFFICE (source), result, &error);

  if (check == NULL)
    g_task_return_error (call->task, error);
  else
    g_task_return_pointer (call->task, check, (GDestroyNotify) ion_service_check_free);
  end_call (call);
}

static gboolean
check_cb (gpointer data)
{
  Call *call = data;

  ion_engine_work_count_call (call->work, 1);
  ion_office_check_service_async (call->work->office, call->id, call->inner, checked_cb, call);
  return G_SOURCE_REMOVE;
}

void
ion_engine_host_check_service_async (IonEngineHost *self,
                                     const char *service,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ION_IS_ENGINE_HOST (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ion_engine_host_check_service_async);
  post_call (self, task, service, FALSE, check_cb);
}

IonServiceCheck *
ion_engine_host_check_service_finish (IonEngineHost *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Deciding about an older copy */

static gboolean
decide_cb (gpointer data)
{
  Call *call = data;
  GError *error = NULL;

  ion_engine_work_count_call (call->work, 1);
  if (ion_office_decide_copy (call->work->office, call->nothing_was_sent, &error))
    {
      g_task_return_boolean (call->task, TRUE);
      ion_engine_work_begin (call->work);
    }
  else
    g_task_return_error (call->task, error);
  end_call (call);
  return G_SOURCE_REMOVE;
}

void
ion_engine_host_decide_copy_async (IonEngineHost *self,
                                   gboolean nothing_was_sent,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ION_IS_ENGINE_HOST (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ion_engine_host_decide_copy_async);
  post_call (self, task, NULL, nothing_was_sent, decide_cb);
}

gboolean
ion_engine_host_decide_copy_finish (IonEngineHost *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
