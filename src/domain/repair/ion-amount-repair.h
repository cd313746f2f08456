/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-repair.h"

G_BEGIN_DECLS

/**
 * ion_amount_repair:
 * @cell: what ion_amount_parse() has refused
 *
 * Quotes around it and what stands for "and no cents" ("85,--", "85,00=") are taken away (certain);
 * for the rest, says which damage it is: a credit, three decimals, two readings, scientific.
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing to add to the parser's words
 */
IonRepair *ion_amount_repair (const char *cell);

/* Whether the amount is written with a point and three digits behind it, "1.234": read as a
 * thousand and more, unless the column's decimals are written with points. */
gboolean ion_amount_is_bare_thousand (const char *cell);
/* Whether the amount's decimals are written with a point: "12.50". */
gboolean ion_amount_has_decimal_point (const char *cell);

G_END_DECLS
