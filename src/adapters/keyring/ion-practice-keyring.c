/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The keys of an office that only practises: files in its own folder, so that trying the program
 * needs no keyring. That is safe because nothing in it is secret, and it stays so because a key
 * that could open the real platform is refused.
 */

#define G_LOG_DOMAIN "ion-keyring"

#include "config.h"

#include "ion-practice-keyring.h"
#include "ion-key-form.h"
#include "ion-keyrings.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SERVICE_PREFIX "service:"

struct _IonPracticeKeyring
{
  GObject parent_instance;

  char *folder; /* (owned) */
};

static void ion_practice_keyring_iface_init (IonKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonPracticeKeyring,
                               ion_practice_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_KEYRING,
                                                      ion_practice_keyring_iface_init))

static char *
build_path (IonPracticeKeyring *self, const char *ledger_id, const char *name)
{
  g_autofree char *joined = g_strconcat (ledger_id, ".", name, NULL);
  g_autofree char *safe = g_uri_escape_string (joined, NULL, FALSE);

  return g_build_filename (self->folder, safe, NULL);
}

static gboolean
refuse (GError **error, int code, const GError *cause)
{
  g_set_error (error, ION_KEYRING_ERROR, code,
               _ ("The practice office's key file cannot be used: %s"), cause->message);
  return FALSE;
}

static gboolean
ion_practice_keyring_load (IonKeyring *keyring,
                           const char *ledger_id,
                           const char *name,
                           IonSecret **secret,
                           GError **error)
{
  g_autofree char *path = build_path (ION_PRACTICE_KEYRING (keyring), ledger_id, name);
  g_autoptr (GError) local_error = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, &local_error))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      return refuse (error, ION_KEYRING_ERROR_FAILED, local_error);
    }
  *secret = ion_key_form_from_bytes (name, (const guint8 *) data, size);
  ion_key_form_wipe (data, size);
  g_free (data);
  if (*secret != NULL)
    return TRUE;
  g_set_error_literal (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FAILED,
                       _ ("The practice office's key file is damaged. Make the practice office "
                          "anew."));
  return FALSE;
}

/* Whether the key can open nothing but the practice platform. */
static gboolean
is_harmless (const char *name, IonSecret *secret)
{
  return !g_str_has_prefix (name, SERVICE_PREFIX) ||
         g_str_has_prefix (ion_secret_get_text (secret), ION_PRACTICE_KEY_PREFIX);
}

static gboolean
ion_practice_keyring_save (IonKeyring *keyring,
                           const char *ledger_id,
                           const char *name,
                           const char *label,
                           IonSecret *secret,
                           GError **error)
{
  IonPracticeKeyring *self = ION_PRACTICE_KEYRING (keyring);
  g_autofree char *path = build_path (self, ledger_id, name);
  g_autoptr (GError) local_error = NULL;
  gboolean is_written;
  char *text;

  if (!is_harmless (name, secret))
    {
      g_set_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FORBIDDEN,
                   _ ("A practice office never holds a real key: practice keys begin with “%s”."),
                   ION_PRACTICE_KEY_PREFIX);
      return FALSE;
    }
  text = ion_key_form_to_text (name, secret);
  g_mkdir_with_parents (self->folder, 0700);
  is_written =
      g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local_error);
  ion_key_form_free_text (text);
  return is_written || refuse (error, ION_KEYRING_ERROR_FAILED, local_error);
}

static gboolean
ion_practice_keyring_forget (IonKeyring *keyring,
                             const char *ledger_id,
                             const char *name,
                             GError **error)
{
  g_autofree char *path = build_path (ION_PRACTICE_KEYRING (keyring), ledger_id, name);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FAILED,
               _ ("The practice office's key file cannot be removed: %s."), g_strerror (errno));
  return FALSE;
}

static const char *
ion_practice_keyring_describe (IonKeyring *keyring)
{
  return _ ("the practice office's own folder");
}

static void
ion_practice_keyring_iface_init (IonKeyringInterface *iface)
{
  iface->load = ion_practice_keyring_load;
  iface->save = ion_practice_keyring_save;
  iface->forget = ion_practice_keyring_forget;
  iface->describe = ion_practice_keyring_describe;
}

static void
ion_practice_keyring_finalize (GObject *object)
{
  g_free (ION_PRACTICE_KEYRING (object)->folder);
  G_OBJECT_CLASS (ion_practice_keyring_parent_class)->finalize (object);
}

static void
ion_practice_keyring_class_init (IonPracticeKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_practice_keyring_finalize;
}

static void
ion_practice_keyring_init (IonPracticeKeyring *self)
{
}

/**
 * ion_practice_keyring_new:
 * @folder: the practice office's folder
 *
 * Returns: (transfer full): a keyring that holds no real key
 */
IonKeyring *
ion_practice_keyring_new (const char *folder)
{
  IonPracticeKeyring *self = g_object_new (ION_TYPE_PRACTICE_KEYRING, NULL);

  self->folder = g_build_filename (folder, "keys", NULL);
  return ION_KEYRING (self);
}
