/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ion_background_request:
 * @reason: shown by the desktop: why the program goes on without a window
 *
 * Asks the desktop's portal, where there is one, to let the program go on without a window. What it
 * answers changes nothing here: outside a sandbox nobody ends it.
 */
void ion_background_request (GDBusConnection *connection, const char *reason);

G_END_DECLS
