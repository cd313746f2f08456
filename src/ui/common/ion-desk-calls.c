/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Single questions to the platform: in the engine's thread where there is one.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-desk-private.h"

#include <glib/gi18n-lib.h>

static GTask *
new_task (IonDesk *self,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

static void
fail_without_engine (GTask *task)
{
  g_task_return_new_error (task, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED,
                           _ ("The program is not at work for this office just now. Try again."));
  g_object_unref (task);
}

static void
return_check (GTask *task, IonServiceCheck *check, GError *error)
{
  if (check != NULL)
    g_task_return_pointer (task, check, (GDestroyNotify) ion_service_check_free);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static void
hosted_check_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  GError *error = NULL;
  IonServiceCheck *check =
      ion_engine_host_check_service_finish (ION_ENGINE_HOST (source), result, &error);

  return_check (task, check, error);
}

static void
office_check_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  GError *error = NULL;
  IonServiceCheck *check = ion_office_check_service_finish (ION_OFFICE (source), result, &error);

  return_check (task, check, error);
}

void
ion_desk_check_service_async (IonDesk *self,
                              const char *service,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  IonEngineHost *host = ion_desk_get_host (self);
  GTask *task = new_task (self, ion_desk_check_service_async, cancellable, callback, user_data);

  if (host != NULL)
    ion_engine_host_check_service_async (host, service, cancellable, hosted_check_cb, task);
  else
    ion_office_check_service_async (ion_desk_get_office (self), service, cancellable,
                                    office_check_cb, task);
}

IonServiceCheck *
ion_desk_check_service_finish (IonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gint64 asked = ion_engine_host_follow_now_finish (ION_ENGINE_HOST (source), result, &error);

  if (error == NULL)
    g_task_return_int (task, asked);
  else
    g_task_return_error (task, ion_office_error_from_follow_up (error));
}

void
ion_desk_follow_now_async (IonDesk *self,
                           const char *campaign_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  IonEngineHost *host = ion_desk_get_host (self);
  GTask *task = new_task (self, ion_desk_follow_now_async, cancellable, callback, user_data);

  if (host != NULL)
    ion_engine_host_follow_now_async (host, campaign_id, cancellable, followed_cb, task);
  else
    fail_without_engine (task);
}

gint64
ion_desk_follow_now_finish (IonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ion_engine_host_decide_copy_finish (ION_ENGINE_HOST (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ion_desk_decide_copy_async (IonDesk *self,
                            gboolean nothing_was_sent,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  IonEngineHost *host = ion_desk_get_host (self);
  GTask *task = new_task (self, ion_desk_decide_copy_async, NULL, callback, user_data);

  if (host != NULL)
    ion_engine_host_decide_copy_async (host, nothing_was_sent, decided_cb, task);
  else
    fail_without_engine (task);
}

gboolean
ion_desk_decide_copy_finish (IonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
