/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-keyring.h"

G_BEGIN_DECLS

#define ION_TYPE_PRACTICE_KEYRING (ion_practice_keyring_get_type ())
G_DECLARE_FINAL_TYPE (IonPracticeKeyring, ion_practice_keyring, ION, PRACTICE_KEYRING, GObject)

G_END_DECLS
