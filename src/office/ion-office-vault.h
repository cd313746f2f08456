/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-keyring.h"
#include "ion-ledger.h"

G_BEGIN_DECLS

/* How the vault key comes to the ledger. Private to the office. */

#define ION_KEY_NAME_VAULT "vault"

/* Loads the key and unlocks the ledger with it. A first key is made only for a ledger that never
 * had one. Errors: %ION_KEYRING_ERROR (locked is never lost), %ION_OFFICE_ERROR_KEY_LOST */
gboolean ion_office_vault_open (IonLedger *ledger, IonKeyring *keyring, GError **error);

/* Puts back a key that a person kept, after it has opened the ledger. */
gboolean ion_office_vault_restore (IonLedger *ledger,
                                   IonKeyring *keyring,
                                   IonSecret *recovery_key,
                                   GError **error);

G_END_DECLS
