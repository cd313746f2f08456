/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-repair.h"

G_BEGIN_DECLS

/**
 * ion_postcode_repair:
 * @cell: what stands in a column of Italian postcodes
 *
 * Returns: (transfer full) (nullable): "118" becomes 00118 (certain: no other country has such
 *   ones); "1010" may be 01010 or an Austrian, a Swiss one, and is only pointed out; %NULL where
 *   nothing is odd
 */
IonRepair *ion_postcode_repair (const char *cell);

G_END_DECLS
