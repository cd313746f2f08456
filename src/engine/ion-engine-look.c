/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine-look.h"

/* The engine's own thread never waits for a query that grows with the ledger. */

#define CONCURRENCY     16
#define CONCURRENCY_MAX 256

void
ion_engine_look_free (IonEngineLook *self)
{
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  ion_schedule_clear (&self->schedule);
  g_free (self);
}

static gint64
get_number (IonLedger *ledger, const char *key, gint64 fallback, gint64 most)
{
  g_autofree char *text = ion_ledger_get_setting (ledger, key, NULL);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, most, &number, NULL))
    return fallback;
  return (gint64) number;
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  IonLedger *ledger = source;
  gint64 now = *(gint64 *) data;
  g_autoptr (IonEngineLook) look = g_new0 (IonEngineLook, 1);
  g_autoptr (GError) step_error = NULL;
  GError *error = NULL;

  /* A ledger that cannot be written can still be looked at. */
  if (ion_ledger_advance_campaigns (ledger, now, &step_error) < 0)
    g_info ("Campaigns could not be moved on: %s", step_error->message);
  look->is_stopped = ion_ledger_is_stopped (ledger);
  look->concurrency = (guint) get_number (ledger, "concurrency", CONCURRENCY, CONCURRENCY_MAX);
  look->connection_patience =
      get_number (ledger, "connection-patience", 0, 24 * 3600) * G_TIME_SPAN_SECOND;
  look->campaigns = ion_ledger_list_running_campaigns (ledger, &error);
  ion_schedule_read (&look->schedule, ledger, look->campaigns, now);
  if (look->campaigns == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&look), (GDestroyNotify) ion_engine_look_free);
}

void
ion_engine_look_async (IonLedger *ledger,
                       gint64 now,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (ledger, NULL, callback, user_data);

  g_task_set_source_tag (task, ion_engine_look_async);
  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  g_task_run_in_thread (task, look_thread);
}

IonEngineLook *
ion_engine_look_finish (IonLedger *ledger, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, ledger), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
