/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Amounts: exact to the cent, refused where they could be read in two ways.
 */

#include "ion-amount.h"
#include "ion-limits.h"
#include "ion-value-error.h"

static void
assert_parses (const char *text, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 cents = -1;

  if (!ion_amount_parse (text, &cents, &error))
    g_error ("“%s”: %s", text, error->message);
  g_assert_cmpint (cents, ==, expected);
}

static void
assert_fails (const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  gint64 cents = -1;

  if (ion_amount_parse (text, &cents, &error))
    g_error ("“%s” was read as %" G_GINT64_FORMAT, text, cents);
  g_assert_error (error, ION_VALUE_ERROR, code);
  g_assert_cmpint (cents, ==, -1);
}

static void
test_notations (void)
{
  assert_parses ("85", 8500);
  assert_parses ("85,5", 8550);
  assert_parses ("85,50", 8550);
  assert_parses ("85.50", 8550);
  assert_parses ("1.234", 123400);
  assert_parses ("1.234,50", 123450);
  assert_parses ("1.234.567,89", 123456789);
  assert_parses ("1234,50", 123450);
  assert_parses ("1234.50", 123450);
  assert_parses ("1,234.50", 123450);
  assert_parses ("1,234,567", 123456700);
  assert_parses ("1 234,50", 123450);
  assert_parses ("1\302\240234,50", 123450);
  assert_parses ("1'234.50", 123450);
  assert_parses ("1’234’567", 123456700);
  assert_parses ("0,01", 1);
  assert_parses ("007,50", 750);
  assert_parses ("+5", 500);
  /* What floating point makes 1998 of. */
  assert_parses ("19.99", 1999);
}

static void
test_currency (void)
{
  assert_parses ("€ 85,50", 8550);
  assert_parses ("85,50 €", 8550);
  assert_parses ("85,50€", 8550);
  assert_parses ("EUR 85", 8500);
  assert_parses ("85 eur", 8500);
  assert_parses ("Euro 1.234,50", 123450);
  assert_parses (" \302\240€\302\24085,50 ", 8550);
  assert_fails ("€ 85 €", ION_VALUE_ERROR_AMOUNT_UNREADABLE);
  assert_fails ("85 $", ION_VALUE_ERROR_AMOUNT_UNREADABLE);
  assert_fails ("euros 85", ION_VALUE_ERROR_AMOUNT_UNREADABLE);
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "abc",      "8S,50",   "85,",      ",50",        ".5",        "85,505",   "1,234",
    "1234.567", "1.23.4",  "1.2345,5", "12.34,50",   "1.234,5.",  "1,234,50", "1.234.50",
    "0.123",    "0.123,5", "1 23",     "1 234.567",  "1'234 567", "--5",      "5-",
    "+-5",      "1e3",     "1,5E+3",   "85,50,00",   "1..234",    "85 50",    "12 345 6",
    "€",        "-",       "85,50 x",  "31/12/2026", "85;50",     "0x10",
  };

  assert_fails ("", ION_VALUE_ERROR_EMPTY);
  assert_fails (" \302\240", ION_VALUE_ERROR_EMPTY);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_fails (texts[i], ION_VALUE_ERROR_AMOUNT_UNREADABLE);
}

static void
test_range (void)
{
  assert_parses ("99.999.999,99", ION_AMOUNT_MAX);
  assert_fails ("100.000.000,00", ION_VALUE_ERROR_AMOUNT_RANGE);
  assert_fails ("99999999999999999999999999999999999999", ION_VALUE_ERROR_AMOUNT_RANGE);
  assert_fails ("99999999999999999999999999999999999,99", ION_VALUE_ERROR_AMOUNT_RANGE);
  assert_fails ("0", ION_VALUE_ERROR_AMOUNT_ZERO);
  assert_fails ("0,00", ION_VALUE_ERROR_AMOUNT_ZERO);
  assert_fails ("-5", ION_VALUE_ERROR_AMOUNT_RANGE);
  assert_fails ("€ -5,00", ION_VALUE_ERROR_AMOUNT_RANGE);
  assert_fails ("−5,00", ION_VALUE_ERROR_AMOUNT_RANGE);
}

static void
assert_formats (gint64 cents, const char *language, const char *expected)
{
  g_autofree char *text = ion_amount_format (cents, language);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_formats (123450, "it", "1.234,50 €");
  assert_formats (123450, "de", "1.234,50 €");
  assert_formats (123450, "de_DE", "1.234,50 €");
  assert_formats (123450, "en", "€1,234.50");
  assert_formats (123450, "fr", "1\302\240234,50 €");
  assert_formats (123450, "es", "1234,50 €");
  assert_formats (1234550, "es", "12.345,50 €");
  assert_formats (123450, NULL, "1.234,50 €");
  assert_formats (123450, "deutsch", "1.234,50 €");
  assert_formats (5, "it", "0,05 €");
  assert_formats (99999, "it", "999,99 €");
  assert_formats (ION_AMOUNT_MAX, "it", "99.999.999,99 €");
  assert_formats (-123450, "en", "-€1,234.50");
  assert_formats (G_MININT64, "it", "-92.233.720.368.547.758,08 €");
}

static void
check_round_trip (gint64 cents)
{
  static const char *const languages[] = { "it", "de", "en", "fr", "es" };
  char plain[32];

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = ion_amount_format (cents, languages[i]);

      assert_parses (text, cents);
    }
  g_snprintf (plain, sizeof plain, "%d.%02d", (int) (cents / 100), (int) (cents % 100));
  assert_parses (plain, cents);
}

/* Every amount of a school fee, and some thousand of any size. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (gint64 cents = 1; cents < 12000; cents++)
    check_round_trip (cents);
  for (guint i = 0; i < 5000; i++)
    {
      const guint64 wide = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

      check_round_trip (ION_AMOUNT_MIN + (gint64) (wide % ION_AMOUNT_MAX));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/notations", test_notations);
  g_test_add_func ("/amount/currency", test_currency);
  g_test_add_func ("/amount/unreadable", test_unreadable);
  g_test_add_func ("/amount/range", test_range);
  g_test_add_func ("/amount/format", test_format);
  g_test_add_func ("/amount/round-trip", test_round_trip);
  return g_test_run ();
}
