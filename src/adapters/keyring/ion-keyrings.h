/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-keyring.h"

G_BEGIN_DECLS

/* The Secret Service (or the portal, or the test file backend) through libsecret. */
IonKeyring *ion_secret_keyring_new (void);
/* systemd credentials in @folder ($CREDENTIALS_DIRECTORY): read-only files
 * "io-notifier.LEDGER_ID.NAME" or "io-notifier.NAME", ':' written '-'. */
IonKeyring *ion_credentials_keyring_new (const char *folder);
/* The practice office's: files in the office's own folder, mode 0600; refuses names of real
 * services' keys. */
IonKeyring *ion_practice_keyring_new (const char *folder);

/* Chooses for a real office: $CREDENTIALS_DIRECTORY where set, else the Secret Service. */
IonKeyring *ion_keyring_new_default (void);

G_END_DECLS
