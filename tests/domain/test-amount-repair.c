/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Damaged amounts: each kind named, and money never guessed at.
 */

#include "ion-amount-repair.h"
#include "ion-amount.h"
#include "ion-value-error.h"
#include "repair-check.h"

#include <string.h>

#define ASSERT_AMOUNT(cell, expected) ASSERT_REPAIR (ion_amount_repair (cell), expected)

static void
test_marks (void)
{
  ASSERT_AMOUNT ("'85,50", "repaired-amount=85,50");
  ASSERT_AMOUNT ("=\"85,50\"", "repaired-amount=85,50");
  ASSERT_AMOUNT ("85,--", "repaired-amount=85");
  ASSERT_AMOUNT ("85,-", "repaired-amount=85");
  ASSERT_AMOUNT ("\342\202\254 85,00=", "repaired-amount=\342\202\254 85,00");
  ASSERT_AMOUNT ("1.234,50.=", "repaired-amount=1.234,50");
  ASSERT_AMOUNT ("x", "");
  ASSERT_AMOUNT ("", "");
  ASSERT_AMOUNT ("8S,50", "");
}

static void
assert_refused (const char *cell, const char *code, const char *saying)
{
  g_autoptr (IonRepair) repair = ion_amount_repair (cell);

  g_test_message ("%s", cell);
  g_assert_nonnull (repair);
  g_assert_cmpint (repair->kind, ==, ION_REPAIR_REFUSED);
  g_assert_cmpstr (repair->code, ==, code);
  g_assert_nonnull (strstr (repair->message, saying));
}

static void
test_refused (void)
{
  assert_refused ("85,50-", "amount-range", "credit");
  assert_refused ("(85,50)", "amount-range", "credit");
  assert_refused ("85,50 CR", "amount-range", "credit");
  assert_refused ("85,505", "amount-unreadable", "two ways");
  assert_refused ("1,234", "amount-unreadable", "two ways");
  assert_refused ("0.123", "amount-unreadable", "two decimals");
  assert_refused ("1.2340", "amount-unreadable", "two decimals");
  assert_refused ("1.234,567", "amount-unreadable", "two decimals");
  assert_refused ("1E+3", "amount-unreadable", "powers of ten");
  assert_refused ("1,5E+03", "amount-unreadable", "powers of ten");
}

static void
assert_parses (const char *text, gint64 expected)
{
  gint64 cents;

  g_test_message ("%s", text);
  g_assert_true (ion_amount_parse (text, &cents, NULL));
  g_assert_cmpint (cents, ==, expected);
}

/* Thousands both ways, signs and words before or behind, blanks of all kinds: no damage. */
static void
test_parsed_as_they_are (void)
{
  assert_parses ("1.234,56", 123456);
  assert_parses ("1,234.56", 123456);
  assert_parses ("1'234,56", 123456);
  assert_parses ("1\342\200\257234,56 \342\202\254", 123456);
  assert_parses ("1\302\240234,56", 123456);
  assert_parses ("EUR 1.234,56", 123456);
  assert_parses ("1.234,56 euro", 123456);
  assert_parses ("\342\202\2541.234,56", 123456);
}

static void
test_writing (void)
{
  g_assert_true (ion_amount_is_bare_thousand ("1.234"));
  g_assert_true (ion_amount_is_bare_thousand ("1.234 \342\202\254"));
  g_assert_false (ion_amount_is_bare_thousand ("1.234,00"));
  g_assert_false (ion_amount_is_bare_thousand ("1.234.567"));
  g_assert_false (ion_amount_is_bare_thousand ("12.34"));
  g_assert_true (ion_amount_has_decimal_point ("12.34"));
  g_assert_true (ion_amount_has_decimal_point ("1,234.5"));
  g_assert_false (ion_amount_has_decimal_point ("1.234"));
  g_assert_false (ion_amount_has_decimal_point ("12,34"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount-repair/marks", test_marks);
  g_test_add_func ("/amount-repair/refused", test_refused);
  g_test_add_func ("/amount-repair/parsed-as-they-are", test_parsed_as_they_are);
  g_test_add_func ("/amount-repair/writing", test_writing);
  return g_test_run ();
}
