/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The interface through which the program reaches its keys. Kept apart from every implementation,
 * so that the engine never learns where a key lives.
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-keyring.h"

G_DEFINE_QUARK (ion_keyring_error, ion_keyring_error)

G_DEFINE_INTERFACE (IonKeyring, ion_keyring, G_TYPE_OBJECT)

static void
ion_keyring_default_init (IonKeyringInterface *iface)
{
}

/**
 * ion_keyring_load:
 * @self: a keyring
 * @ledger_id: the ledger that the key belongs to
 * @name: "service:SERVICE_ID", "vault" or "mark"
 * @secret: (out) (transfer full) (nullable): the key, %NULL where there certainly is none
 * @error: %ION_KEYRING_ERROR
 *
 * Returns: %FALSE where it cannot be told whether there is such a key
 */
gboolean
ion_keyring_load (IonKeyring *self,
                  const char *ledger_id,
                  const char *name,
                  IonSecret **secret,
                  GError **error)
{
  g_return_val_if_fail (ION_IS_KEYRING (self), FALSE);
  g_return_val_if_fail (ledger_id != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  *secret = NULL;
  return ION_KEYRING_GET_IFACE (self)->load (self, ledger_id, name, secret, error);
}

/**
 * ion_keyring_save:
 * @self: a keyring
 * @ledger_id: the ledger that the key belongs to
 * @name: "service:SERVICE_ID", "vault" or "mark"
 * @label: what the desktop's own program for keys shows to the person
 * @secret: the key; replaces one of the same name
 * @error: %ION_KEYRING_ERROR
 *
 * Returns: whether the key is kept
 */
gboolean
ion_keyring_save (IonKeyring *self,
                  const char *ledger_id,
                  const char *name,
                  const char *label,
                  IonSecret *secret,
                  GError **error)
{
  g_return_val_if_fail (ION_IS_KEYRING (self), FALSE);
  g_return_val_if_fail (ledger_id != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  return ION_KEYRING_GET_IFACE (self)->save (self, ledger_id, name, label, secret, error);
}

/**
 * ion_keyring_forget:
 * @self: a keyring
 * @ledger_id: the ledger that the key belongs to
 * @name: the key to remove; that there is none is no error
 * @error: %ION_KEYRING_ERROR
 *
 * Returns: whether the key is certainly gone
 */
gboolean
ion_keyring_forget (IonKeyring *self, const char *ledger_id, const char *name, GError **error)
{
  g_return_val_if_fail (ION_IS_KEYRING (self), FALSE);
  g_return_val_if_fail (ledger_id != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return ION_KEYRING_GET_IFACE (self)->forget (self, ledger_id, name, error);
}

/**
 * ion_keyring_describe:
 * @self: a keyring
 *
 * Returns: (transfer none): where keys are kept, in the person's words
 */
const char *
ion_keyring_describe (IonKeyring *self)
{
  g_return_val_if_fail (ION_IS_KEYRING (self), NULL);

  return ION_KEYRING_GET_IFACE (self)->describe (self);
}
