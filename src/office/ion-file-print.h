/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-vault.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The keyed fingerprint of a file's bytes, to recognise it again. */
gboolean ion_file_print_read (IonPrint *print,
                              const char *path,
                              IonVault *vault,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
