/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-keyring.h"

G_BEGIN_DECLS

#define ION_TYPE_SECRET_KEYRING (ion_secret_keyring_get_type ())
G_DECLARE_FINAL_TYPE (IonSecretKeyring, ion_secret_keyring, ION, SECRET_KEYRING, GObject)

G_END_DECLS
