/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * On a server nobody unlocks a keyring: systemd hands the keys to the service, in a folder that
 * only it can read and nothing can write to. What the program wants to keep there it cannot, and
 * says so.
 */

#define G_LOG_DOMAIN "ion-keyring"

#include "config.h"

#include "ion-credentials-keyring.h"
#include "ion-key-form.h"
#include "ion-keyrings.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _IonCredentialsKeyring
{
  GObject parent_instance;

  char *folder; /* (owned) */
};

static void ion_credentials_keyring_iface_init (IonKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonCredentialsKeyring,
                               ion_credentials_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_KEYRING,
                                                      ion_credentials_keyring_iface_init))

/* "io-notifier.LEDGER.service-ID", or without the ledger where @ledger_id is %NULL. systemd takes
 * no ':' in a name, and no name is a path. */
static char *
build_path (IonCredentialsKeyring *self, const char *ledger_id, const char *name)
{
  g_autofree char *file = ledger_id != NULL ? g_strdup_printf ("io-notifier.%s.%s", ledger_id, name)
                                            : g_strdup_printf ("io-notifier.%s", name);

  g_strdelimit (file, ":/", '-');
  return g_build_filename (self->folder, file, NULL);
}

/* Returns: FALSE with @error where it cannot be told; *@secret %NULL where there is no such file */
static gboolean
load_file (const char *path, const char *name, IonSecret **secret, GError **error)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autoptr (GError) local_error = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, &local_error))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_set_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FAILED,
                   _ ("The credential %1$s cannot be read: %2$s"), file, local_error->message);
      return FALSE;
    }
  *secret = ion_key_form_from_bytes (name, (const guint8 *) data, size);
  ion_key_form_wipe (data, size);
  g_free (data);
  if (*secret != NULL)
    return TRUE;
  g_set_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FAILED,
               _ ("The credential %s is empty or is not a key of this kind."), file);
  return FALSE;
}

static gboolean
ion_credentials_keyring_load (IonKeyring *keyring,
                              const char *ledger_id,
                              const char *name,
                              IonSecret **secret,
                              GError **error)
{
  IonCredentialsKeyring *self = ION_CREDENTIALS_KEYRING (keyring);
  g_autofree char *own = build_path (self, ledger_id, name);
  g_autofree char *common = build_path (self, NULL, name);

  if (!load_file (own, name, secret, error))
    return FALSE;
  return *secret != NULL || load_file (common, name, secret, error);
}

static gboolean
refuse_writing (IonCredentialsKeyring *self, const char *name, GError **error)
{
  g_autofree char *path = build_path (self, NULL, name);
  g_autofree char *file = g_path_get_basename (path);

  g_set_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_READ_ONLY,
               /* Translators: a file's name; LoadCredentialEncrypted= is a setting of systemd */
               _ ("Keys come from systemd credentials here, which the program cannot change: set "
                  "%s in the service's unit (LoadCredentialEncrypted=)."),
               file);
  return FALSE;
}

static gboolean
ion_credentials_keyring_save (IonKeyring *keyring,
                              const char *ledger_id,
                              const char *name,
                              const char *label,
                              IonSecret *secret,
                              GError **error)
{
  return refuse_writing (ION_CREDENTIALS_KEYRING (keyring), name, error);
}

static gboolean
ion_credentials_keyring_forget (IonKeyring *keyring,
                                const char *ledger_id,
                                const char *name,
                                GError **error)
{
  return refuse_writing (ION_CREDENTIALS_KEYRING (keyring), name, error);
}

static const char *
ion_credentials_keyring_describe (IonKeyring *keyring)
{
  return _ ("systemd credentials (read-only)");
}

static void
ion_credentials_keyring_iface_init (IonKeyringInterface *iface)
{
  iface->load = ion_credentials_keyring_load;
  iface->save = ion_credentials_keyring_save;
  iface->forget = ion_credentials_keyring_forget;
  iface->describe = ion_credentials_keyring_describe;
}

static void
ion_credentials_keyring_finalize (GObject *object)
{
  g_free (ION_CREDENTIALS_KEYRING (object)->folder);
  G_OBJECT_CLASS (ion_credentials_keyring_parent_class)->finalize (object);
}

static void
ion_credentials_keyring_class_init (IonCredentialsKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_credentials_keyring_finalize;
}

static void
ion_credentials_keyring_init (IonCredentialsKeyring *self)
{
}

/**
 * ion_credentials_keyring_new:
 * @folder: $CREDENTIALS_DIRECTORY
 *
 * Returns: (transfer full): a keyring that can only be read
 */
IonKeyring *
ion_credentials_keyring_new (const char *folder)
{
  IonCredentialsKeyring *self = g_object_new (ION_TYPE_CREDENTIALS_KEYRING, NULL);

  self->folder = g_strdup (folder);
  return ION_KEYRING (self);
}

/**
 * ion_keyring_new_default:
 *
 * Returns: (transfer full): where a real office's keys live on this machine
 */
IonKeyring *
ion_keyring_new_default (void)
{
  const char *folder = g_getenv ("CREDENTIALS_DIRECTORY");

  if (folder != NULL && *folder != '\0')
    return ion_credentials_keyring_new (folder);
  return ion_secret_keyring_new ();
}
