/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ion_row_union:
 * @shown: (element-type guint32): in any order
 * @listed: (element-type guint32): in any order
 *
 * Returns: (transfer full) (nullable) (element-type guint32): those of @shown where they are, then
 *   those of @listed that are not among them, in their order; %NULL where there are none
 */
GArray *ion_row_union (GArray *shown, GArray *listed);

G_END_DECLS
