/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The code by which the platform knows an ente, checked before a typing error reaches a payment.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-organization-code.h"

#include "ion-blank.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
ion_organization_code_is_check_digit_right (const char digits[ION_ORGANIZATION_CODE_LENGTH])
{
  guint sum = 0;

  for (guint i = 0; i < ION_ORGANIZATION_CODE_LENGTH; i++)
    {
      guint digit = digits[i] - '0';

      if (i % 2 == 1)
        digit = digit < 5 ? digit * 2 : digit * 2 - 9;
      sum += digit;
    }
  return sum % 10 == 0;
}

gboolean
ion_organization_code_parse (const char *text,
                             char out[ION_ORGANIZATION_CODE_LENGTH + 1],
                             GError **error)
{
  char digits[ION_ORGANIZATION_CODE_LENGTH];
  gsize n = 0;
  gboolean only_digits = TRUE;

  g_return_val_if_fail (text != NULL, FALSE);

  for (text = ion_blank_skip (text); *text != '\0'; text = ion_blank_skip (text + 1))
    {
      only_digits = only_digits && g_ascii_isdigit (*text);
      if (n < sizeof digits)
        digits[n] = *text;
      n++;
    }

  if (n == 0)
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_EMPTY,
                           _ ("The organisation code is missing."));
      return FALSE;
    }
  if (n != ION_ORGANIZATION_CODE_LENGTH || !only_digits)
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_ORGANIZATION_CODE,
                           _ ("An organisation code is made of 11 digits."));
      return FALSE;
    }
  if (!ion_organization_code_is_check_digit_right (digits) || memcmp (digits, "0000000", 7) == 0)
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_ORGANIZATION_CODE,
                           _ ("The check digit of the organisation code is wrong: one of its "
                              "digits "
                              "must have been mistyped."));
      return FALSE;
    }

  memcpy (out, digits, sizeof digits);
  out[ION_ORGANIZATION_CODE_LENGTH] = '\0';
  return TRUE;
}
