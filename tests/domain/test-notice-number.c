/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Notice numbers: as on paper, as a spreadsheet mangles them.
 */

#include "ion-notice-number.h"
#include "ion-value-error.h"

static void
assert_parses (const char *text, const char *expected, gboolean expected_unusual)
{
  g_autoptr (GError) error = NULL;
  char number[ION_NOTICE_NUMBER_LENGTH + 1];
  gboolean unusual = !expected_unusual;

  ion_notice_number_parse (text, number, &unusual, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, expected);
  g_assert_cmpint (unusual, ==, expected_unusual);
}

static void
assert_fails (const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  char number[ION_NOTICE_NUMBER_LENGTH + 1];

  g_assert_false (ion_notice_number_parse (text, number, NULL, &error));
  g_assert_error (error, ION_VALUE_ERROR, code);
}

static void
test_parse (void)
{
  assert_parses ("301011100007347557", "301011100007347557", FALSE);
  assert_parses ("3010 1110 0007 3475 57", "301011100007347557", FALSE);
  assert_parses ("\302\2403010\302\24011100007347557 ", "301011100007347557", FALSE);
  /* The auxiliary digits of old: taken, and marked. */
  assert_parses ("001011100007347557", "001011100007347557", TRUE);
  assert_parses ("112345678901234567", "112345678901234567", TRUE);
  assert_parses ("212345678901234567", "212345678901234567", TRUE);
}

static void
test_refused (void)
{
  assert_fails (" ", ION_VALUE_ERROR_EMPTY);
  assert_fails ("30101110000734755", ION_VALUE_ERROR_NOTICE_NUMBER_LENGTH);
  assert_fails ("3010111000073475570", ION_VALUE_ERROR_NOTICE_NUMBER_LENGTH);
  assert_fails ("401011100007347557", ION_VALUE_ERROR_NOTICE_NUMBER_SHAPE);
  assert_fails ("30101110000734755A", ION_VALUE_ERROR_NOTICE_NUMBER_SHAPE);
  assert_fails ("RSSMRA85T10A562S", ION_VALUE_ERROR_NOTICE_NUMBER_SHAPE);
}

static void
test_check_digits (void)
{
  guint n_right = 0;

  for (guint check = 0; check < 100; check++)
    {
      g_autofree char *text = g_strdup_printf ("3010111000073475%02u", check);
      char number[ION_NOTICE_NUMBER_LENGTH + 1];

      n_right += ion_notice_number_parse (text, number, NULL, NULL) ? 1 : 0;
    }
  g_assert_cmpuint (n_right, ==, 1);
  assert_fails ("301011100007347558", ION_VALUE_ERROR_NOTICE_NUMBER_CHECK);
}

static void
test_rounded (void)
{
  assert_fails ("3,01011E+17", ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED);
  assert_fails ("3.01011100007348E+17", ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED);
  assert_fails (" 3,01011e17 ", ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED);
  /* Fifteen digits kept, zeros written for the rest. */
  assert_fails ("301011100007347000", ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice-number/parse", test_parse);
  g_test_add_func ("/notice-number/refused", test_refused);
  g_test_add_func ("/notice-number/check-digits", test_check_digits);
  g_test_add_func ("/notice-number/rounded", test_rounded);
  return g_test_run ();
}
