/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Damaged cells: whatever a repair gives is what the cell's own parser takes, and a guess at a
 * fiscal code is right to its check character.
 */

#include "fuzz.h"

#include "ion-amount-repair.h"
#include "ion-amount.h"
#include "ion-date-repair.h"
#include "ion-fiscal-code-repair.h"
#include "ion-fiscal-code.h"
#include "ion-moment.h"
#include "ion-name-check.h"
#include "ion-notice-number-repair.h"
#include "ion-notice-number.h"
#include "ion-postcode-repair.h"

#include <string.h>

static void
check_code (const IonRepair *repair)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  if (repair == NULL || repair->value == NULL)
    return;
  g_assert (ion_fiscal_code_parse (repair->value, code, NULL));
  g_assert (strcmp (code, repair->value) == 0);
  g_assert (strstr (repair->message, code) == NULL);
  g_assert (repair->kind == ION_REPAIR_CERTAIN || ion_fiscal_code_is_check_character_right (code));
}

static void
check_number (const IonRepair *repair)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];

  g_assert (repair == NULL || repair->value == NULL ||
            ion_notice_number_parse (repair->value, number, NULL, NULL));
}

static void
check_date (const IonRepair *repair)
{
  gint64 moment;

  g_assert (repair == NULL || repair->value == NULL ||
            ion_moment_parse (repair->value, ION_DAY_END, &moment, NULL));
}

static void
check_amount (const IonRepair *repair)
{
  gint64 cents;

  g_assert (repair == NULL || repair->value == NULL ||
            ion_amount_parse (repair->value, &cents, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const IonDate today = { 2026, 11, 22 };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (IonRepair) code = ion_fiscal_code_repair (text);
  g_autoptr (IonRepair) number = ion_notice_number_repair (text);
  g_autoptr (IonRepair) date = ion_date_repair (text, &today);
  g_autoptr (IonRepair) amount = ion_amount_repair (text);
  g_autoptr (IonRepair) postcode = ion_postcode_repair (text);

  check_code (code);
  check_number (number);
  check_date (date);
  check_amount (amount);
  g_assert (postcode == NULL || strlen (postcode->value) == 5);
  ion_repair_is_spreadsheet_error (text);
  /* Names are text that a reader has made valid. */
  ion_name_check_full ("RSSMRA85T10A562S", valid);
  ion_name_check ("RSSMRA85T10A562S", valid, valid);
  return 0;
}
