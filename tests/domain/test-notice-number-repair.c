/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Notice numbers that went through a spreadsheet as numbers.
 */

#include "ion-notice-number-repair.h"
#include "ion-notice-number.h"
#include "ion-value-error.h"
#include "repair-check.h"

#define NUMBER "301011100007347557"

#define ASSERT_NUMBER(cell, expected) ASSERT_REPAIR (ion_notice_number_repair (cell), expected)
#define CERTAIN                       "repaired-notice-number="

static void
test_marks (void)
{
  ASSERT_NUMBER ("'" NUMBER, CERTAIN NUMBER);
  ASSERT_NUMBER ("=\"" NUMBER "\"", CERTAIN NUMBER);
  ASSERT_NUMBER ("3010-1110-0007-3475-57", CERTAIN NUMBER);
  ASSERT_NUMBER ("3010.1110.0007.3475.57", CERTAIN NUMBER);
  ASSERT_NUMBER (NUMBER ",00", CERTAIN NUMBER);
  ASSERT_NUMBER (NUMBER ".0", CERTAIN NUMBER);
  ASSERT_NUMBER ("n. " NUMBER, "");
  ASSERT_NUMBER ("'301011100007347558", "");
  ASSERT_NUMBER ("", "");
}

static void
test_lost_zeros (void)
{
  /* The check digits vouch for the zeros, one lost or two. */
  ASSERT_NUMBER ("10000000000001"
                 "18",
                 "");
  ASSERT_NUMBER ("12345678901234569", "");
  ASSERT_NUMBER ("12000000000007388", "repaired-notice-number=012000000000007388");
  ASSERT_NUMBER ("1200000000000755", "repaired-notice-number=001200000000000755");
  /* More likely a digit is missing somewhere. */
  ASSERT_NUMBER ("30000000000000084", "notice-number-zeros?030000000000000084");
  /* Rounded besides. */
  ASSERT_NUMBER ("12000000000012300", "notice-number-rounded");
  ASSERT_NUMBER ("120000000000007", "");
}

static void
test_letters (void)
{
  ASSERT_NUMBER ("3O1O11100007347557", "notice-number-lookalike?" NUMBER);
  ASSERT_NUMBER ("30I011100007347S57", "notice-number-lookalike?" NUMBER);
  ASSERT_NUMBER ("30I011100007347558", "");
}

static void
assert_rounded (const char *text)
{
  g_autoptr (GError) error = NULL;
  char number[ION_NOTICE_NUMBER_LENGTH + 1];

  g_assert_false (ion_notice_number_parse (text, number, NULL, &error));
  g_assert_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED);
}

static void
test_rounded (void)
{
  ASSERT_NUMBER ("3,01011E+17", "");
  assert_rounded ("3,01011E+17");
  assert_rounded ("3.01011E+17");
  assert_rounded ("3.01000010000000E+17");
  assert_rounded ("301011000000000000");
  assert_rounded ("301011100007347000");
  /* What floating point makes of 301011100007347557. */
  assert_rounded ("301011100007347584");
}

/* Zeros at the end are no damage where the check digits vouch for them. */
static void
test_right_zeros (void)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];
  guint n = 0;

  for (guint base = 0; base < 93 * 2; base++)
    {
      g_autofree char *text = g_strdup_printf ("301%012u000", base);

      n += ion_notice_number_parse (text, number, NULL, NULL) ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice-number-repair/marks", test_marks);
  g_test_add_func ("/notice-number-repair/lost-zeros", test_lost_zeros);
  g_test_add_func ("/notice-number-repair/letters", test_letters);
  g_test_add_func ("/notice-number-repair/rounded", test_rounded);
  g_test_add_func ("/notice-number-repair/right-zeros", test_right_zeros);
  return g_test_run ();
}
