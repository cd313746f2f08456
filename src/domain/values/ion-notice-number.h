/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-limits.h"

G_BEGIN_DECLS

/**
 * ion_notice_number_parse:
 * @text: 18 digits, blanks as on paper accepted
 * @unusual: (out) (optional): set where the auxiliary digit is 0, 1 or 2: the platform takes it,
 *   but such notices "must no longer be used" (SACI 3.2.1): a warning, not an error
 * @error: %ION_VALUE_ERROR: empty, length, shape, check digits (aux 3: the first sixteen digits
 *   modulo 93), rounded by a spreadsheet
 */
gboolean ion_notice_number_parse (const char *text,
                                  char out[ION_NOTICE_NUMBER_LENGTH + 1],
                                  gboolean *unusual,
                                  GError **error);

G_END_DECLS
