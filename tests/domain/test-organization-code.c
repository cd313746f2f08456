/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Organisation codes and the check digit that they share with VAT numbers.
 */

#include "ion-organization-code.h"
#include "ion-value-error.h"

static void
assert_fails (const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  char out[ION_ORGANIZATION_CODE_LENGTH + 1];

  g_assert_false (ion_organization_code_parse (text, out, &error));
  g_assert_error (error, ION_VALUE_ERROR, code);
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  char code[ION_ORGANIZATION_CODE_LENGTH + 1];

  g_assert_true (ion_organization_code_parse (" 00743 110157 ", code, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (code, ==, "00743110157");
  assert_fails ("", ION_VALUE_ERROR_EMPTY);
  assert_fails ("0074311015", ION_VALUE_ERROR_ORGANIZATION_CODE);
  assert_fails ("007431101570", ION_VALUE_ERROR_ORGANIZATION_CODE);
  assert_fails ("IT00743110157", ION_VALUE_ERROR_ORGANIZATION_CODE);
  assert_fails ("0074311015A", ION_VALUE_ERROR_ORGANIZATION_CODE);
  assert_fails ("00000000000", ION_VALUE_ERROR_ORGANIZATION_CODE);
}

/* Every single wrong digit is noticed. */
static void
test_check_digit (void)
{
  for (guint place = 0; place < ION_ORGANIZATION_CODE_LENGTH; place++)
    for (char c = '0'; c <= '9'; c++)
      {
        char digits[] = "00743110157";
        const gboolean is_same = digits[place] == c;

        digits[place] = c;
        g_assert_cmpint (ion_organization_code_is_check_digit_right (digits), ==, is_same);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/organization-code/parse", test_parse);
  g_test_add_func ("/organization-code/check-digit", test_check_digit);
  return g_test_run ();
}
