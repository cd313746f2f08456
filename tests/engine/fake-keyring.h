/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-keyring.h"

G_BEGIN_DECLS

/**
 * FakeKeyring:
 *
 * An #IonKeyring in a folder, one plain file an entry: for tests only. It outlives a process that
 * is killed.
 */
#define FAKE_TYPE_KEYRING (fake_keyring_get_type ())
G_DECLARE_FINAL_TYPE (FakeKeyring, fake_keyring, FAKE, KEYRING, GObject)

FakeKeyring *fake_keyring_new (const char *folder);
/* Every loading fails with that error of %ION_KEYRING_ERROR; -1 = none. */
void fake_keyring_set_load_error (FakeKeyring *self, int code);
void fake_keyring_set_save_error (FakeKeyring *self, int code);
/* Called before each loading. */
void fake_keyring_set_load_hook (FakeKeyring *self, void (*hook) (gpointer), gpointer data);
void fake_keyring_put (FakeKeyring *self, const char *name, const char *text);
/* Returns: (transfer full) (nullable) */
char *fake_keyring_get (FakeKeyring *self, const char *name);

G_END_DECLS
