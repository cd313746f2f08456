/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Services and their keys: the ledger knows the service, the keyring its key, and both are changed
 * together here. A practice office refuses what could be a real key.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-services.h"

#include "ion-ledger-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY_MIN 16
#define KEY_MAX 512

static char *
key_name (const char *service_id)
{
  return g_strconcat ("service:", service_id, NULL);
}

/* Says nothing of the key itself: an error message may end up in a log. */
static gboolean
check_key (IonOffice *office, IonSecret *key, GError **error)
{
  const char *text = ion_secret_get_text (key);
  gsize length = strlen (text);
  gboolean is_plain = length >= KEY_MIN && length <= KEY_MAX;

  for (const char *p = text; is_plain && *p != '\0'; p++)
    is_plain = g_ascii_isgraph (*p);
  if (!is_plain)
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                           _ ("This is not an API key: a key is one word of letters and digits. "
                              "Nothing was changed. Copy it again from IO's reserved area."));
      return FALSE;
    }
  if (!ion_office_is_practice (office) || g_str_has_prefix (text, ION_PRACTICE_KEY_PREFIX))
    return TRUE;
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE,
               _ ("A practice office never holds a real API key: keys for practice begin with %s. "
                  "Nothing was stored."),
               ION_PRACTICE_KEY_PREFIX);
  return FALSE;
}

/* What is remembered of the keyring */

#define MEMORY_HOLDS (30 * G_TIME_SPAN_SECOND)

typedef struct
{
  IonKeyPresence presence;
  gint64 asked_at; /* monotonic */
} Memory;

static GMutex memory_lock;

/* With the lock held. (transfer none): by service's id */
static GHashTable *
get_memories (IonOffice *office)
{
  static const char key[] = "ion-key-memories";
  GHashTable *memories = g_object_get_data (G_OBJECT (office), key);

  if (memories != NULL)
    return memories;
  memories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_object_set_data_full (G_OBJECT (office), key, memories, (GDestroyNotify) g_hash_table_unref);
  return memories;
}

static void
forget_presence (IonOffice *office, const char *id)
{
  g_mutex_lock (&memory_lock);
  g_hash_table_remove (get_memories (office), id);
  g_mutex_unlock (&memory_lock);
}

static gboolean
recall (IonOffice *office, const char *id, IonKeyPresence *presence)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&memory_lock);
  const Memory *memory = g_hash_table_lookup (get_memories (office), id);

  if (memory == NULL || g_get_monotonic_time () > memory->asked_at + MEMORY_HOLDS)
    return FALSE;
  *presence = memory->presence;
  return TRUE;
}

IonKeyPresence
ion_office_recall_key_presence (IonOffice *self, const char *service_id)
{
  IonKeyPresence presence;
  Memory *memory;

  g_return_val_if_fail (ION_IS_OFFICE (self) && service_id != NULL, ION_KEY_UNREADABLE);

  if (recall (self, service_id, &presence))
    return presence;
  memory = g_new0 (Memory, 1);
  memory->asked_at = g_get_monotonic_time ();
  presence = memory->presence = ion_office_get_key_presence (self, service_id, NULL);
  g_mutex_lock (&memory_lock);
  g_hash_table_replace (get_memories (self), g_strdup (service_id), memory);
  g_mutex_unlock (&memory_lock);
  return presence;
}

static gboolean
save_key (IonOffice *self, const char *id, const char *name, IonSecret *key, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (self);
  g_autofree char *keyring_name = key_name (id);
  /* Translators: how a key is called in the desktop's keyring; %s is the service */
  g_autofree char *label = g_strdup_printf (_ ("IO Notifier: API key of %s"), name);

  forget_presence (self, id);
  return ion_keyring_save (ion_office_get_keyring (self), ion_ledger_get_id (ledger), keyring_name,
                           label, key, error) &&
         ion_ledger_note_key_state (ledger, id, NULL, 0, error) &&
         ion_ledger_write_journal (ledger, "service-key", NULL, id, NULL, error);
}

gboolean
ion_office_add_service (IonOffice *self,
                        const char *id,
                        const char *name,
                        const char *department,
                        IonSecret *key,
                        GError **error)
{
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  ledger = ion_office_get_ledger (self);
  if (id == NULL || id[0] == '\0' || name == NULL || name[0] == '\0')
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                           _ ("A service has an id, as IO gave it, and a name."));
      return FALSE;
    }
  if (key != NULL && !check_key (self, key, error))
    return FALSE;
  if (!ion_ledger_add_service (ledger, id, name, department, error))
    return FALSE;
  if (key == NULL || save_key (self, id, name, key, error))
    return TRUE;
  ion_ledger_remove_service (ledger, id, NULL);
  return FALSE;
}

gboolean
ion_office_set_service_key (IonOffice *self, const char *id_or_name, IonSecret *key, GError **error)
{
  g_autoptr (IonService) service = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  service = ion_ledger_get_service (ion_office_get_ledger (self), id_or_name, error);
  return service != NULL && check_key (self, key, error) &&
         save_key (self, service->id, service->name, key, error);
}

static gboolean
load_key (IonOffice *self, const char *service_id, IonSecret **key, GError **error)
{
  g_autofree char *name = key_name (service_id);

  return ion_keyring_load (ion_office_get_keyring (self),
                           ion_ledger_get_id (ion_office_get_ledger (self)), name, key, error);
}

IonKeyPresence
ion_office_get_key_presence (IonOffice *self, const char *service_id, GError **error)
{
  g_autoptr (IonSecret) key = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), ION_KEY_UNREADABLE);

  if (!load_key (self, service_id, &key, error))
    return ION_KEY_UNREADABLE;
  return key != NULL ? ION_KEY_PRESENT : ION_KEY_ABSENT;
}

gboolean
ion_office_remove_service (IonOffice *self, const char *id_or_name, GError **error)
{
  IonLedger *ledger;
  g_autoptr (IonService) service = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  ledger = ion_office_get_ledger (self);
  service = ion_ledger_get_service (ledger, id_or_name, error);
  if (service == NULL || !ion_ledger_remove_service (ledger, service->id, error))
    return FALSE;
  forget_presence (self, service->id);
  name = key_name (service->id);
  return ion_keyring_forget (ion_office_get_keyring (self), ion_ledger_get_id (ledger), name,
                             error);
}
