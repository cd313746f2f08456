/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ion_amount_parse:
 * @text: "85,50", "1.234,50 €", "1234.50", "EUR 85": Italian and plain notation
 * @cents: (out): the amount in cents, never through floating point
 * @error: %ION_VALUE_ERROR: empty, amount-unreadable (more than two decimals, mixed signs, an
 *   ambiguous "1.234" is read as one thousand two hundred and thirty-four), amount-zero,
 *   amount-range (what else no payment can be: negative, above %ION_AMOUNT_MAX)
 *
 * Where a point and a comma both occur, the last one is the decimal mark. "1,234" could be two
 * amounts and is refused.
 */
gboolean ion_amount_parse (const char *text, gint64 *cents, GError **error);

/**
 * ion_amount_format:
 * @cents: an amount
 * @language: "it", "de", "en", "fr" or "es"
 *
 * Returns: (transfer full): as that language writes it: "1.234,50 €"
 */
char *ion_amount_format (gint64 cents, const char *language);

G_END_DECLS
