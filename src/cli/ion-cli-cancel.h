/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A cancellable that the first SIGINT or SIGTERM triggers, also while the main thread reads a file;
 * a second signal ends the program. (transfer full) */
GCancellable *ion_cli_cancel_on_signal (void);

G_END_DECLS
