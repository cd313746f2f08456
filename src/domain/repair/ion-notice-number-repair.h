/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-repair.h"

G_BEGIN_DECLS

/**
 * ion_notice_number_repair:
 * @cell: what ion_notice_number_parse() has refused
 *
 * Marks and a decimal zero are taken away, lost leading zeros put back where the check digits
 * agree (certain); look-alike letters, and zeros that nothing vouches for, are proposed.
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing to add to the parser's words
 */
IonRepair *ion_notice_number_repair (const char *cell);

G_END_DECLS
