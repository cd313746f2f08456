/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-limits.h"

G_BEGIN_DECLS

/**
 * ion_organization_code_parse:
 *
 * The 11-digit fiscal code of a municipality, check digit included (the VAT number's algorithm).
 */
gboolean ion_organization_code_parse (const char *text,
                                      char out[ION_ORGANIZATION_CODE_LENGTH + 1],
                                      GError **error);

/* Whether the last of eleven digits is right: the check of organisation codes, VAT numbers and
 * provisional fiscal codes alike (Luhn's). */
gboolean
ion_organization_code_is_check_digit_right (const char digits[ION_ORGANIZATION_CODE_LENGTH]);

G_END_DECLS
