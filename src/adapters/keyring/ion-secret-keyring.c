/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The desktop's keyring. Its simple calls answer "no such key" also where the keyring is locked,
 * and that mistake would make a new vault key for a ledger that is sealed with the old one. So keys
 * are searched for, whether one is locked is looked at, and where none is found the keyring itself
 * must be there and open before "there is none" is believed.
 */

#define G_LOG_DOMAIN "ion-keyring"

#include "config.h"

#include "ion-secret-keyring.h"
#include "ion-key-form.h"
#include "ion-keyrings.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#define NAME_OF_SCHEMA "org.comune.IONotifier.Key"

struct _IonSecretKeyring
{
  GObject parent_instance;
};

static const SecretSchema schema = {
  NAME_OF_SCHEMA,
  SECRET_SCHEMA_NONE,
  {
      { "ledger", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "name", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

static void ion_secret_keyring_iface_init (IonKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonSecretKeyring,
                               ion_secret_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_KEYRING,
                                                      ion_secret_keyring_iface_init))

static const char *
explain (IonKeyringError code)
{
  switch (code)
    {
    case ION_KEYRING_ERROR_NO_BUS:
      return _ ("There is no session bus, so the keyring cannot be reached. Start the program from "
                "a desktop session; on a server, give it its keys as systemd credentials.");
    case ION_KEYRING_ERROR_NO_PROVIDER:
      return _ ("No keyring service is running. Install and start one (gnome-keyring, KWallet, "
                "KeePassXC); on a server, give the program its keys as systemd credentials.");
    case ION_KEYRING_ERROR_NO_COLLECTION:
      return _ ("The keyring service has no default keyring. Make one with the desktop's program "
                "for passwords and keys, then try again.");
    case ION_KEYRING_ERROR_LOCKED:
      return _ ("The keyring is locked. Unlock it and try again: nothing is lost.");
    case ION_KEYRING_ERROR_READ_ONLY:
    case ION_KEYRING_ERROR_FORBIDDEN:
    case ION_KEYRING_ERROR_FAILED:
    default:
      return _ ("The keyring does not answer as it should.");
    }
}

static IonKeyringError
classify (const GError *cause)
{
  if (cause->domain == SECRET_ERROR && cause->code == SECRET_ERROR_IS_LOCKED)
    return ION_KEYRING_ERROR_LOCKED;
  if (cause->domain == SECRET_ERROR && cause->code == SECRET_ERROR_NO_SUCH_OBJECT)
    return ION_KEYRING_ERROR_NO_COLLECTION;
  if (cause->domain == G_DBUS_ERROR)
    {
      switch (cause->code)
        {
        case G_DBUS_ERROR_SERVICE_UNKNOWN:
        case G_DBUS_ERROR_NAME_HAS_NO_OWNER:
        case G_DBUS_ERROR_SPAWN_EXEC_FAILED:
        case G_DBUS_ERROR_SPAWN_CHILD_EXITED:
        case G_DBUS_ERROR_SPAWN_FAILED:
        case G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND:
          return ION_KEYRING_ERROR_NO_PROVIDER;
        case G_DBUS_ERROR_UNKNOWN_METHOD:
        case G_DBUS_ERROR_UNKNOWN_OBJECT:
          return ION_KEYRING_ERROR_NO_COLLECTION;
        default:
          return ION_KEYRING_ERROR_FAILED;
        }
    }
  if (cause->domain == G_IO_ERROR &&
      (cause->code == G_IO_ERROR_FAILED || cause->code == G_IO_ERROR_NOT_FOUND ||
       cause->code == G_IO_ERROR_CONNECTION_REFUSED || cause->code == G_IO_ERROR_CLOSED))
    return ION_KEYRING_ERROR_NO_BUS;
  return ION_KEYRING_ERROR_FAILED;
}

static gboolean
refuse (GError **error, const GError *cause)
{
  IonKeyringError code = classify (cause);

  if (code == ION_KEYRING_ERROR_FAILED)
    g_set_error (error, ION_KEYRING_ERROR, (int) code, "%s (%s)", explain (code), cause->message);
  else
    g_set_error_literal (error, ION_KEYRING_ERROR, (int) code, explain (code));
  return FALSE;
}

static gboolean
refuse_as (GError **error, IonKeyringError code)
{
  g_set_error_literal (error, ION_KEYRING_ERROR, (int) code, explain (code));
  return FALSE;
}

static GHashTable *
build_attributes (const char *ledger_id, const char *name)
{
  return secret_attributes_build (&schema, "ledger", ledger_id, "name", name, NULL);
}

/* Whether libsecret speaks to a service here, rather than to a file of its own (in a sandbox, with
 * the portal's key). */
static gboolean
has_service (void)
{
  const char *backend = g_getenv ("SECRET_BACKEND");

  if (backend != NULL)
    return g_str_equal (backend, "service");
  return !g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* Nothing was found: is there an open keyring in which it is not? */
static gboolean
check_open (GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;

  if (!has_service ())
    return TRUE;
  service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, &cause);
  if (service == NULL)
    return refuse (error, cause);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT,
                                                 SECRET_COLLECTION_NONE, NULL, &cause);
  if (cause != NULL)
    return refuse (error, cause);
  if (collection == NULL)
    return refuse_as (error, ION_KEYRING_ERROR_NO_COLLECTION);
  if (secret_collection_get_locked (collection))
    return refuse_as (error, ION_KEYRING_ERROR_LOCKED);
  return TRUE;
}

static GList *
search (GHashTable *attributes, GError **cause)
{
  return secret_password_searchv_sync (&schema, attributes,
                                       SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK |
                                           SECRET_SEARCH_LOAD_SECRETS,
                                       NULL, cause);
}

static void
free_items (GList *items)
{
  g_list_free_full (items, g_object_unref);
}

static gboolean
is_locked (GList *items)
{
  for (GList *l = items; l != NULL; l = l->next)
    {
      if (SECRET_IS_ITEM (l->data) && secret_item_get_locked (l->data))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_item (GList *items, const char *name, IonSecret **secret, GError **error)
{
  g_autoptr (GError) cause = NULL;
  SecretValue *value = secret_retrievable_retrieve_secret_sync (items->data, NULL, &cause);
  const char *data;
  gsize size;

  if (cause != NULL)
    return refuse (error, cause);
  if (value == NULL)
    return refuse_as (error, ION_KEYRING_ERROR_LOCKED);
  data = secret_value_get (value, &size);
  *secret = ion_key_form_from_bytes (name, (const guint8 *) data, size);
  secret_value_unref (value);
  if (*secret != NULL)
    return TRUE;
  g_set_error_literal (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FAILED,
                       _ ("What the keyring holds under this name is not a key of this kind."));
  return FALSE;
}

static gboolean
ion_secret_keyring_load (IonKeyring *keyring,
                         const char *ledger_id,
                         const char *name,
                         IonSecret **secret,
                         GError **error)
{
  g_autoptr (GHashTable) attributes = build_attributes (ledger_id, name);
  g_autoptr (GError) cause = NULL;
  GList *items = search (attributes, &cause);
  gboolean is_read;

  if (cause != NULL)
    return refuse (error, cause);
  if (items == NULL)
    return check_open (error);
  is_read = is_locked (items) ? refuse_as (error, ION_KEYRING_ERROR_LOCKED)
                              : read_item (items, name, secret, error);
  free_items (items);
  return is_read;
}

static gboolean
ion_secret_keyring_save (IonKeyring *keyring,
                         const char *ledger_id,
                         const char *name,
                         const char *label,
                         IonSecret *secret,
                         GError **error)
{
  g_autoptr (GHashTable) attributes = build_attributes (ledger_id, name);
  g_autoptr (GError) cause = NULL;
  char *text = ion_key_form_to_text (name, secret);
  gboolean is_stored = secret_password_storev_sync (&schema, attributes, SECRET_COLLECTION_DEFAULT,
                                                    label, text, NULL, &cause);

  ion_key_form_free_text (text);
  return is_stored || refuse (error, cause);
}

static gboolean
ion_secret_keyring_forget (IonKeyring *keyring,
                           const char *ledger_id,
                           const char *name,
                           GError **error)
{
  g_autoptr (GHashTable) attributes = build_attributes (ledger_id, name);
  g_autoptr (GError) cause = NULL;
  GList *items = search (attributes, &cause);
  gboolean is_gone = FALSE;

  if (cause != NULL)
    return refuse (error, cause);
  if (items == NULL)
    return check_open (error);
  if (is_locked (items))
    is_gone = refuse_as (error, ION_KEYRING_ERROR_LOCKED);
  else if (secret_password_clearv_sync (&schema, attributes, NULL, &cause))
    is_gone = TRUE;
  else if (cause != NULL)
    refuse (error, cause);
  else
    refuse_as (error, ION_KEYRING_ERROR_FAILED);
  free_items (items);
  return is_gone;
}

static const char *
ion_secret_keyring_describe (IonKeyring *keyring)
{
  return _ ("the desktop's keyring");
}

static void
ion_secret_keyring_iface_init (IonKeyringInterface *iface)
{
  iface->load = ion_secret_keyring_load;
  iface->save = ion_secret_keyring_save;
  iface->forget = ion_secret_keyring_forget;
  iface->describe = ion_secret_keyring_describe;
}

static void
ion_secret_keyring_class_init (IonSecretKeyringClass *klass)
{
}

static void
ion_secret_keyring_init (IonSecretKeyring *self)
{
}

/**
 * ion_secret_keyring_new:
 *
 * Returns: (transfer full): the desktop's keyring; nothing is asked of it yet
 */
IonKeyring *
ion_secret_keyring_new (void)
{
  return g_object_new (ION_TYPE_SECRET_KEYRING, NULL);
}
