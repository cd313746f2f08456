/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a setting is called on screen: "Sending hours". The key itself where it is not known.
 * (transfer none) */
const char *ion_setting_get_label (const char *key);

G_END_DECLS
