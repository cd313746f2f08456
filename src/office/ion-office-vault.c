/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The vault key decides whether people's data can ever be read again. The rule here: a new key is
 * made once in the life of a ledger; whatever else is missing, locked or different is an error with
 * a way out, never a second key.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-vault.h"

#include "ion-office-error.h"

#include <glib/gi18n-lib.h>

#define VAULT_KEY_SIZE 32

static gboolean
unlock (IonLedger *ledger, IonSecret *key, GError **error)
{
  g_autoptr (IonVault) vault = ion_vault_new (key);

  return ion_ledger_unlock (ledger, vault, error);
}

static gboolean
save (IonLedger *ledger, IonKeyring *keyring, IonSecret *key, GError **error)
{
  return ion_keyring_save (keyring, ion_ledger_get_id (ledger), ION_KEY_NAME_VAULT,
                           /* Translators: how the key is called in the desktop's keyring */
                           _ ("IO Notifier: key that seals citizens' data"), key, error);
}

/* A server's keys are given from outside: nothing can be put there from here. */
static void
explain_read_only (GError **error)
{
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NO_KEY,
                       _ ("Keys come from systemd credentials here, and the one that seals "
                          "citizens' data is missing. Make it once (head -c 32 /dev/urandom | "
                          "base64), give it to the unit as the credential io-notifier.vault, keep "
                          "a copy of it in a safe place, then try again."));
}

static gboolean
make_first_key (IonLedger *ledger, IonKeyring *keyring, GError **error)
{
  g_autoptr (IonSecret) key = ion_vault_generate_key ();
  g_autoptr (GError) local_error = NULL;

  /* First outside, then inside: a crash between leaves a key without a use, not data without a key.
   */
  if (save (ledger, keyring, key, &local_error))
    return unlock (ledger, key, error);
  if (g_error_matches (local_error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_READ_ONLY))
    explain_read_only (error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A server's credential may hold what a person has on paper. */
static gboolean
read_paper (IonSecret **key, GError **error)
{
  IonSecret *read;
  gsize size = 0;

  ion_secret_get_data (*key, &size);
  if (size == VAULT_KEY_SIZE)
    return TRUE;
  read = ion_vault_key_from_recovery (ion_secret_get_text (*key), error);
  if (read == NULL)
    return FALSE;
  ion_secret_unref (*key);
  *key = read;
  return TRUE;
}

gboolean
ion_office_vault_open (IonLedger *ledger, IonKeyring *keyring, GError **error)
{
  g_autoptr (IonSecret) key = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!ion_keyring_load (keyring, ion_ledger_get_id (ledger), ION_KEY_NAME_VAULT, &key, error))
    return FALSE;
  if (key == NULL && !ion_ledger_has_vault_check (ledger))
    return make_first_key (ledger, keyring, error);
  if (key == NULL)
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_KEY_LOST,
                           _ ("The key that opens this office's data is no longer in the keyring. "
                              "Nothing was sent and nothing is lost: open it with the recovery "
                              "key: io-notifier-cli office restore --recovery-key-file FILE."));
      return FALSE;
    }
  if (!read_paper (&key, error))
    return FALSE;
  if (unlock (ledger, key, &local_error))
    return TRUE;
  if (g_error_matches (local_error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED))
    g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_KEY_LOST,
                         _ ("The key in the keyring does not open this office's data. Nothing was "
                            "sent and nothing is lost: open it with the recovery key: "
                            "io-notifier-cli office restore --recovery-key-file FILE."));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
ion_office_vault_restore (IonLedger *ledger,
                          IonKeyring *keyring,
                          IonSecret *recovery_key,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (IonSecret) key = NULL;

  key = ion_vault_key_from_recovery (ion_secret_get_text (recovery_key), error);
  if (key == NULL)
    {
      g_prefix_error (error, "%s ", _ ("The recovery key cannot be read."));
      return FALSE;
    }
  if (!ion_ledger_has_vault_check (ledger))
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                           _ ("This office holds nothing that a key has sealed: there is nothing "
                              "to restore. Open it as usual."));
      return FALSE;
    }
  if (!unlock (ledger, key, &local_error))
    {
      if (g_error_matches (local_error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED))
        g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                             _ ("This recovery key belongs to another office. Nothing was changed. "
                                "Look for the one that was shown when this office was made."));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return save (ledger, keyring, key, error);
}
