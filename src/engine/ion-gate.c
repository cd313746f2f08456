/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Calls are made with plain callbacks instead of tasks: this is the hot path, and the platform's
 * own task is enough. Every call accounts for its permit here, so that none can be forgotten. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-gate.h"

#include "ion-engine.h"
#include "ion-rate.h"

#include <glib/gi18n-lib.h>

struct _IonGate
{
  GObject parent_instance;

  IonLedger *ledger;     /* (owned) */
  IonPlatform *platform; /* (owned) */
  IonKeyring *keyring;   /* (owned) */
  IonGovernor *governor; /* (owned) */
  GHashTable *keys;      /* (owned) (element-type utf8 IonSecret) */
  GHashTable *doubted;   /* (owned) (element-type utf8): services whose key was refused */
};

G_DEFINE_FINAL_TYPE (IonGate, ion_gate, G_TYPE_OBJECT)

typedef struct
{
  IonGate *gate;     /* (owned) */
  IonPermit *permit; /* (owned) */
  IonGateFunc func;
  gpointer user_data;
} Call;

static void
departed_cb (gpointer data)
{
  Call *call = data;

  ion_permit_depart (call->permit);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  g_autoptr (IonAnswer) answer = ion_platform_call_finish (ION_PLATFORM (source), result);

  ion_permit_answer (g_steal_pointer (&call->permit), answer);
  call->func (answer, call->user_data);
  g_object_unref (call->gate);
  g_free (call);
}

static Call *
new_call (IonGate *self, IonPermit *permit, IonGateFunc func, gpointer data)
{
  Call *call = g_new (Call, 1);

  *call = (Call){ g_object_ref (self), permit, func, data };
  return call;
}

/* Whoever calls has loaded the key before; if not, nothing leaves. */
static IonSecret *
find_key (IonGate *self, IonPermit *permit, const char *service_id, IonGateFunc func, gpointer data)
{
  IonSecret *key = g_hash_table_lookup (self->keys, service_id);
  g_autoptr (IonAnswer) answer = NULL;

  if (key != NULL)
    return key;
  ion_permit_release (permit);
  answer = ion_answer_new (ION_ANSWER_NOTHING_LEFT, 0, "cancelled");
  func (answer, data);
  return NULL;
}

void
ion_gate_reach (IonGate *self,
                IonPermit *permit,
                const char *service_id,
                const char *fiscal_code,
                GCancellable *cancellable,
                IonGateFunc func,
                gpointer user_data)
{
  IonSecret *key = find_key (self, permit, service_id, func, user_data);

  if (key != NULL)
    ion_platform_reach_async (self->platform, key, fiscal_code, departed_cb, cancellable,
                              answered_cb, new_call (self, permit, func, user_data));
}

void
ion_gate_submit (IonGate *self,
                 IonPermit *permit,
                 const char *service_id,
                 const IonMessage *message,
                 IonGateFunc func,
                 gpointer user_data)
{
  IonSecret *key = find_key (self, permit, service_id, func, user_data);

  if (key != NULL)
    ion_platform_submit_async (self->platform, key, message, departed_cb, NULL, answered_cb,
                               new_call (self, permit, func, user_data));
}

void
ion_gate_status (IonGate *self,
                 IonPermit *permit,
                 const char *service_id,
                 const char *fiscal_code,
                 const char *message_id,
                 GCancellable *cancellable,
                 IonGateFunc func,
                 gpointer user_data)
{
  IonSecret *key = find_key (self, permit, service_id, func, user_data);

  if (key != NULL)
    ion_platform_status_async (self->platform, key, fiscal_code, message_id, departed_cb,
                               cancellable, answered_cb, new_call (self, permit, func, user_data));
}

/* Keys */

typedef struct
{
  IonKeyring *keyring; /* (owned) */
  char *ledger_id;     /* (owned) */
  char *service_id;    /* (owned) */
} KeyWish;

static void
key_wish_free (gpointer data)
{
  KeyWish *wish = data;

  g_object_unref (wish->keyring);
  g_free (wish->ledger_id);
  g_free (wish->service_id);
  g_free (wish);
}

static void
load_key_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KeyWish *wish = data;
  g_autofree char *name = g_strconcat ("service:", wish->service_id, NULL);
  g_autoptr (IonSecret) key = NULL;
  GError *error = NULL;

  if (!ion_keyring_load (wish->keyring, wish->ledger_id, name, &key, &error))
    g_task_return_error (task, error);
  else if (key == NULL)
    g_task_return_new_error (task, ION_ENGINE_ERROR, ION_ENGINE_ERROR_NO_KEY,
                             _ ("The service “%s” has no key: set it first."), wish->service_id);
  else
    g_task_return_pointer (task, g_steal_pointer (&key), (GDestroyNotify) ion_secret_unref);
}

void
ion_gate_load_key_async (IonGate *self,
                         const char *service_id,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  KeyWish *wish = g_new (KeyWish, 1);

  g_return_if_fail (ION_IS_GATE (self));

  *wish = (KeyWish){ g_object_ref (self->keyring), g_strdup (ion_ledger_get_id (self->ledger)),
                     g_strdup (service_id) };
  g_task_set_source_tag (task, ion_gate_load_key_async);
  g_task_set_task_data (task, wish, key_wish_free);
  g_task_run_in_thread (task, load_key_thread);
}

gboolean
ion_gate_load_key_finish (IonGate *self, GAsyncResult *result, GError **error)
{
  KeyWish *wish = g_task_get_task_data (G_TASK (result));
  IonSecret *key;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  key = g_task_propagate_pointer (G_TASK (result), error);
  if (key == NULL)
    return FALSE;
  g_hash_table_replace (self->keys, g_strdup (wish->service_id), key);
  g_hash_table_remove (self->doubted, wish->service_id);
  return TRUE;
}

void
ion_gate_doubt_key (IonGate *self, const char *service_id)
{
  g_return_if_fail (ION_IS_GATE (self));

  g_hash_table_add (self->doubted, g_strdup (service_id));
}

gboolean
ion_gate_has_key (IonGate *self, const char *service_id)
{
  g_return_val_if_fail (ION_IS_GATE (self), FALSE);

  return g_hash_table_contains (self->keys, service_id) &&
         !g_hash_table_contains (self->doubted, service_id);
}

/* One question */

typedef struct
{
  char *service_id;  /* (owned) */
  char *fiscal_code; /* (owned) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->service_id);
  g_free (question->fiscal_code);
  g_free (question);
}

static void
question_answered_cb (IonAnswer *answer, gpointer data)
{
  g_autoptr (GTask) task = data;

  g_task_return_pointer (task, ion_answer_ref (answer), (GDestroyNotify) ion_answer_unref);
}

static void
question_permit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Question *question = g_task_get_task_data (task);
  IonGate *self = g_task_get_source_object (task);
  GError *error = NULL;
  IonPermit *permit = ion_governor_acquire_finish (ION_GOVERNOR (source), result, &error);

  if (permit == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ion_gate_reach (self, permit, question->service_id, question->fiscal_code,
                  g_task_get_cancellable (task), question_answered_cb, task);
  g_steal_pointer (&task);
}

static void
question_key_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  IonGate *self = ION_GATE (source);
  GError *error = NULL;

  if (!ion_gate_load_key_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  ion_governor_acquire_async (self->governor, ION_PRIORITY_SEND, g_task_get_cancellable (task),
                              question_permit_cb, task);
  g_steal_pointer (&task);
}

void
ion_gate_ask_reach_async (IonGate *self,
                          const char *service_id,
                          const char *fiscal_code,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new (Question, 1);

  g_return_if_fail (ION_IS_GATE (self));

  *question = (Question){ g_strdup (service_id), g_strdup (fiscal_code) };
  g_task_set_source_tag (task, ion_gate_ask_reach_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, question_free);
  ion_gate_load_key_async (self, service_id, question_key_cb, task);
}

IonAnswer *
ion_gate_ask_reach_finish (IonGate *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The object */

static void
ion_gate_finalize (GObject *object)
{
  IonGate *self = ION_GATE (object);

  g_clear_object (&self->ledger);
  g_clear_object (&self->platform);
  g_clear_object (&self->keyring);
  g_clear_object (&self->governor);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->doubted, g_hash_table_unref);

  G_OBJECT_CLASS (ion_gate_parent_class)->finalize (object);
}

static void
ion_gate_class_init (IonGateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_gate_finalize;
}

static void
ion_gate_init (IonGate *self)
{
  self->doubted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ion_secret_unref);
}

IonGate *
ion_gate_new (IonLedger *ledger, IonPlatform *platform, IonKeyring *keyring)
{
  IonGate *self = g_object_new (ION_TYPE_GATE, NULL);
  int calls, seconds;

  self->ledger = g_object_ref (ledger);
  self->platform = g_object_ref (platform);
  self->keyring = g_object_ref (keyring);
  ion_rate_of_ledger (ledger, &calls, &seconds);
  self->governor = ion_governor_new (ledger, calls, seconds);
  return self;
}

IonGovernor *
ion_gate_get_governor (IonGate *self)
{
  g_return_val_if_fail (ION_IS_GATE (self), NULL);

  return self->governor;
}

void
ion_gate_refresh_rate (IonGate *self)
{
  int calls, seconds;

  g_return_if_fail (ION_IS_GATE (self));

  ion_rate_of_ledger (self->ledger, &calls, &seconds);
  ion_governor_set_rate (self->governor, calls, seconds);
}
