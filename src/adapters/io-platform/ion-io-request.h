/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-message.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bodies of IO's messages API, as JSON. (transfer full) */
GBytes *ion_io_request_profile (const char *fiscal_code);
GBytes *ion_io_request_message (const IonMessage *message);

G_END_DECLS
