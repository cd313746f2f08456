/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-repair.h"

G_BEGIN_DECLS

/**
 * ion_fiscal_code_repair:
 * @cell: what ion_fiscal_code_parse() has refused
 *
 * Marks among the characters are taken away (certain). Letters that look like others, other text
 * beside the code: what comes out must be a code to its check character, and is only proposed. Two
 * codes in a cell are refused: which of the two people is meant cannot be told.
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing to add to the parser's words
 */
IonRepair *ion_fiscal_code_repair (const char *cell);

/* Returns: (transfer full) (nullable): the code that @code, whose check character is wrong, becomes
 * when letters in digits' places are read as the digits that they look like; a guess */
char *ion_fiscal_code_guess_digits (const char *code);

G_END_DECLS
