/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "fake-keyring.h"

#include <glib/gstdio.h>

struct _FakeKeyring
{
  GObject parent_instance;

  char *folder;
  int load_error;
  int save_error;
  void (*load_hook) (gpointer data);
  gpointer load_hook_data;
};

static void fake_keyring_iface_init (IonKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeKeyring,
                               fake_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_KEYRING, fake_keyring_iface_init))

static char *
path_of (FakeKeyring *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
load (IonKeyring *keyring,
      const char *ledger_id,
      const char *name,
      IonSecret **secret,
      GError **error)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);
  g_autofree char *path = path_of (self, name);
  g_autofree char *text = NULL;
  gsize size;

  if (self->load_hook != NULL)
    self->load_hook (self->load_hook_data);
  if (self->load_error >= 0)
    {
      g_set_error_literal (error, ION_KEYRING_ERROR, self->load_error, "as the test wants it");
      return FALSE;
    }
  if (g_file_get_contents (path, &text, &size, NULL))
    *secret = ion_secret_new (text, size);
  return TRUE;
}

static gboolean
save (IonKeyring *keyring,
      const char *ledger_id,
      const char *name,
      const char *label,
      IonSecret *secret,
      GError **error)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);
  g_autofree char *path = path_of (self, name);
  const guint8 *data;
  gsize size;

  if (self->save_error >= 0)
    {
      g_set_error_literal (error, ION_KEYRING_ERROR, self->save_error, "as the test wants it");
      return FALSE;
    }
  data = ion_secret_get_data (secret, &size);
  return g_file_set_contents (path, (const char *) data, (gssize) size, error);
}

static gboolean
forget (IonKeyring *keyring, const char *ledger_id, const char *name, GError **error)
{
  g_autofree char *path = path_of (FAKE_KEYRING (keyring), name);

  g_unlink (path);
  return TRUE;
}

static const char *
describe (IonKeyring *keyring)
{
  return "a folder of the tests";
}

static void
fake_keyring_iface_init (IonKeyringInterface *iface)
{
  iface->load = load;
  iface->save = save;
  iface->forget = forget;
  iface->describe = describe;
}

static void
fake_keyring_finalize (GObject *object)
{
  g_free (FAKE_KEYRING (object)->folder);

  G_OBJECT_CLASS (fake_keyring_parent_class)->finalize (object);
}

static void
fake_keyring_class_init (FakeKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_keyring_finalize;
}

static void
fake_keyring_init (FakeKeyring *self)
{
  self->load_error = -1;
  self->save_error = -1;
}

FakeKeyring *
fake_keyring_new (const char *folder)
{
  FakeKeyring *self = g_object_new (FAKE_TYPE_KEYRING, NULL);

  g_mkdir_with_parents (folder, 0700);
  self->folder = g_strdup (folder);
  return self;
}

void
fake_keyring_set_load_error (FakeKeyring *self, int code)
{
  self->load_error = code;
}

void
fake_keyring_set_save_error (FakeKeyring *self, int code)
{
  self->save_error = code;
}

void
fake_keyring_set_load_hook (FakeKeyring *self, void (*hook) (gpointer), gpointer data)
{
  self->load_hook = hook;
  self->load_hook_data = data;
}

void
fake_keyring_put (FakeKeyring *self, const char *name, const char *text)
{
  g_autofree char *path = path_of (self, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

char *
fake_keyring_get (FakeKeyring *self, const char *name)
{
  g_autofree char *path = path_of (self, name);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}
