/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whether a key works is asked without harm: the documented test code belongs to nobody, and the
 * answer to a reach call about it tells what the platform thinks of the sender.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-services.h"

#include <glib/gi18n-lib.h>

#define TEST_FISCAL_CODE "AAAAAA00A00A000A"

typedef struct
{
  char *id;   /* (owned) */
  char *name; /* (owned) */
} CheckedService;

static void
checked_service_free (gpointer data)
{
  CheckedService *service = data;

  g_free (service->id);
  g_free (service->name);
  g_free (service);
}

void
ion_service_check_free (IonServiceCheck *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->sentence);
  g_free (self);
}

static IonResult
result_of (IonAnswerKind kind)
{
  switch (kind)
    {
    case ION_ANSWER_REACHABLE:
    case ION_ANSWER_SWITCHED_OFF:
    case ION_ANSWER_NOT_ON_IO:
    case ION_ANSWER_RECIPIENT_FORBIDDEN:
      return ION_RESULT_DONE;
    case ION_ANSWER_SENDER_REFUSED:
      return ION_RESULT_SENDER_REFUSED;
    case ION_ANSWER_NOTHING_LEFT:
    case ION_ANSWER_NOT_PLATFORM:
      return ION_RESULT_NO_CONNECTION;
    default:
      return ION_RESULT_FAILED;
    }
}

static IonServiceCheck *
judge (const CheckedService *service, const IonAnswer *answer)
{
  IonServiceCheck *check = g_new0 (IonServiceCheck, 1);

  check->result = result_of (answer->kind);
  if (check->result == ION_RESULT_DONE)
    {
      check->code = g_strdup ("ok");
      check->sentence =
          g_strdup_printf (_ ("The platform accepts the API key of %s."), service->name);
    }
  else
    {
      check->code = g_strdup (answer->code);
      check->sentence = ion_answer_explain (answer);
    }
  return check;
}

/* Only what the platform itself said of the key is worth remembering. */
static void
remember (IonOffice *office, const CheckedService *service, IonResult result)
{
  const char *state = result == ION_RESULT_DONE ? "ok" : "refused";
  g_autoptr (GError) error = NULL;

  if (result != ION_RESULT_DONE && result != ION_RESULT_SENDER_REFUSED)
    return;
  if (!ion_ledger_note_key_state (ion_office_get_ledger (office), service->id, state,
                                  g_get_real_time () / G_USEC_PER_SEC, &error))
    g_message ("The answer about a key could not be noted: %s", error->message);
}

static void
set_no_key_error (GTask *task, const CheckedService *service)
{
  g_task_return_new_error (task, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NO_KEY,
                           _ ("The service %s has no API key, so nothing can be sent with it. Set "
                              "its key, then try again."),
                           service->name);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CheckedService *service = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonAnswer) answer = ion_gate_ask_reach_finish (ION_GATE (source), result, &error);
  IonServiceCheck *check;

  if (g_error_matches (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_NO_KEY))
    set_no_key_error (task, service);
  else if (answer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      check = judge (service, answer);
      remember (g_task_get_source_object (task), service, check->result);
      g_task_return_pointer (task, check, (GDestroyNotify) ion_service_check_free);
    }
}

void
ion_office_check_service_async (IonOffice *self,
                                const char *id_or_name,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (IonService) service = NULL;
  CheckedService *checked;
  IonGate *gate = NULL;
  GError *error = NULL;

  g_return_if_fail (ION_IS_OFFICE (self));

  g_task_set_source_tag (task, ion_office_check_service_async);
  service = ion_ledger_get_service (ion_office_get_ledger (self), id_or_name, &error);
  if (service != NULL)
    gate = ion_office_get_gate (self, &error);
  if (gate == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  checked = g_new0 (CheckedService, 1);
  checked->id = g_strdup (service->id);
  checked->name = g_strdup (service->name);
  g_task_set_task_data (task, checked, checked_service_free);
  ion_gate_ask_reach_async (gate, service->id, TEST_FISCAL_CODE, cancellable, answered_cb,
                            g_steal_pointer (&task));
}

IonServiceCheck *
ion_office_check_service_finish (IonOffice *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
