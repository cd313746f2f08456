/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-date.h"
#include "ion-limits.h"

G_BEGIN_DECLS

typedef enum
{
  ION_SEX_MALE,
  ION_SEX_FEMALE,
} IonSex;

/**
 * ion_fiscal_code_parse:
 * @text: what a person or a file wrote: lower case and blanks are accepted
 * @out: (out caller-allocates): the canonical code, upper case, NUL-terminated
 * @error: %ION_VALUE_ERROR: empty, length, shape, provisional, VAT number
 *
 * Accepts what the platform accepts: the shape (omocodia included), not the check character,
 * which ion_fiscal_code_is_check_character_right() answers for. Eleven digits are told apart by the
 * office that gave the number and by the check digit: a person's provisional code and a VAT number
 * have their own errors; where the check digit is wrong it is the length that is, and the message
 * says that it cannot be told which of the two was meant.
 *
 * Returns: whether @text is a fiscal code of 16 characters
 */
gboolean
ion_fiscal_code_parse (const char *text, char out[ION_FISCAL_CODE_LENGTH + 1], GError **error);

/* All further below take a canonical code as ion_fiscal_code_parse() gives it. */

/* Whether @c, a capital or a digit, may stand in a place (0-15) of a code. */
gboolean ion_fiscal_code_fits (char c, guint place);

/* PagoPA's documented test code AAAAAA00A00A000A, whose check character is wrong by intent. */
gboolean ion_fiscal_code_is_test (const char *code);

/* TRUE also for the test code, which is exempt. */
gboolean ion_fiscal_code_is_check_character_right (const char *code);

/**
 * ion_fiscal_code_get_birth_date:
 * @today: the day from which the century is chosen: the latest birth that is not after @today
 *
 * Returns: FALSE where the code's day or month is of no calendar (@out is then untouched)
 */
gboolean ion_fiscal_code_get_birth_date (const char *code, const IonDate *today, IonDate *out);

IonSex ion_fiscal_code_get_sex (const char *code);

/* The cadastral code of the birthplace, four characters ("D548"), omocodia undone; Z... is abroad.
 */
void ion_fiscal_code_get_birthplace (const char *code, char out[5]);

G_END_DECLS
