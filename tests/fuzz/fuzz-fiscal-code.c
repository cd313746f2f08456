/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Fiscal and organisation codes: what is accepted is canonical, and all that is read out of it
 * holds.
 */

#include "fuzz.h"

#include "ion-fiscal-code.h"
#include "ion-organization-code.h"
#include "ion-value-error.h"

#include <string.h>

static void
check_code (const char *code)
{
  const IonDate today = { 2026, 11, 22 };
  char again[ION_FISCAL_CODE_LENGTH + 1], birthplace[5];
  IonDate birth;

  g_assert (strlen (code) == ION_FISCAL_CODE_LENGTH);
  g_assert (ion_fiscal_code_parse (code, again, NULL) && strcmp (code, again) == 0);
  ion_fiscal_code_is_check_character_right (code);
  ion_fiscal_code_get_sex (code);
  ion_fiscal_code_get_birthplace (code, birthplace);
  g_assert (strspn (birthplace + 1, "0123456789") == 3);
  if (ion_fiscal_code_get_birth_date (code, &today, &birth))
    g_assert (ion_date_is_valid (&birth) && ion_date_compare (&birth, &today) <= 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  char code[ION_FISCAL_CODE_LENGTH + 1], digits[ION_ORGANIZATION_CODE_LENGTH + 1];

  if (ion_fiscal_code_parse (text, code, &error))
    check_code (code);
  else
    g_assert (error->domain == ION_VALUE_ERROR);

  if (ion_organization_code_parse (text, digits, NULL))
    {
      g_assert (strspn (digits, "0123456789") == ION_ORGANIZATION_CODE_LENGTH);
      g_assert (!ion_fiscal_code_parse (text, code, NULL));
    }
  return 0;
}
