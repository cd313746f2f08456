/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Fiscal codes: what is taken, what is refused and why, and what a code says about its person.
 */

#include "ion-fiscal-code.h"
#include "ion-value-error.h"

#include <string.h>

static void
assert_parses (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char code[ION_FISCAL_CODE_LENGTH + 1];

  ion_fiscal_code_parse (text, code, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (code, ==, expected);
}

static void
assert_fails (const char *text, int code, const char *saying)
{
  g_autoptr (GError) error = NULL;
  char out[ION_FISCAL_CODE_LENGTH + 1] = "untouched";

  g_assert_false (ion_fiscal_code_parse (text, out, &error));
  g_assert_error (error, ION_VALUE_ERROR, code);
  g_assert_cmpstr (out, ==, "untouched");
  if (saying != NULL && strstr (error->message, saying) == NULL)
    g_error ("“%s” does not say “%s”", error->message, saying);
  /* What is personal is not repeated. */
  if (strlen (text) > 3)
    g_assert_null (strstr (error->message, text));
}

static void
test_parse (void)
{
  assert_parses ("RSSMRA85T10A562S", "RSSMRA85T10A562S");
  assert_parses ("rssmra85t10a562s", "RSSMRA85T10A562S");
  assert_parses (" RSS MRA 85T10 A562S\t\r\n", "RSSMRA85T10A562S");
  /* A no-break space and the byte order mark of a file. */
  assert_parses ("\302\240RSSMRA85T10A562S", "RSSMRA85T10A562S");
  assert_parses ("\357\273\277RSSMRA85T10A562S", "RSSMRA85T10A562S");
  /* Letters in all seven places of digits. */
  assert_parses ("RSSMRAUR T MLARSNS", "RSSMRAURTMLARSNS");
}

static void
test_length (void)
{
  assert_fails ("", ION_VALUE_ERROR_EMPTY, NULL);
  assert_fails (" \302\240 ", ION_VALUE_ERROR_EMPTY, NULL);
  assert_fails ("RSSMRA85T10A562", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "15");
  assert_fails ("RSSMRA85T10A562SS", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "17");
  assert_fails ("Maria Rossi", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "10");
  /* Characters are counted, not bytes. */
  assert_fails ("R\303\240SMRA85T10A562", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "15");
  assert_fails ("123456789012", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "12");
}

static void
test_shape (void)
{
  assert_fails ("R5SMRA85T10A562S", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "Character 2 ");
  assert_fails ("RSSMRA8AT10A562S", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "Character 8 ");
  assert_fails ("RSSMRA85F10A562S", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "month");
  assert_fails ("RSSMRA85TO0A562S", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "zero");
  assert_fails ("RSSMRA85TI0A562S", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "one");
  assert_fails ("RSSMRA85T10A5620", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "Character 16 ");
  assert_fails ("RSSMRA85T10\303\200562S", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "Character 12 ");
  assert_fails ("RSS-MRA-85T10-AS", ION_VALUE_ERROR_FISCAL_CODE_SHAPE, "Character 4 ");
}

/* The shape as the platform's regular expression has it, place by place. */
static void
test_shape_as_the_platform (void)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}"
                   "[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$",
                   0, 0, NULL);

  for (guint place = 0; place < ION_FISCAL_CODE_LENGTH; place++)
    for (char c = '!'; c <= '`'; c++)
      {
        char text[] = "RSSMRA85T10A562S", out[ION_FISCAL_CODE_LENGTH + 1];

        text[place] = c;
        g_assert_cmpint (ion_fiscal_code_parse (text, out, NULL), ==,
                         g_regex_match (regex, text, 0, NULL));
      }
}

static void
test_eleven_digits (void)
{
  /* VAT numbers, of provinces and of the offices that came later. */
  assert_fails ("00743110157", ION_VALUE_ERROR_FISCAL_CODE_VAT, "VAT number");
  assert_fails ("00140869991", ION_VALUE_ERROR_FISCAL_CODE_VAT, "VAT number");
  assert_fails ("0314 7560 122", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "cannot be told");
  /* Bodies without one: an association, a province. */
  assert_fails ("80007580279", ION_VALUE_ERROR_FISCAL_CODE_VAT, "association");
  /* Numbers given to people by the offices of direct taxes, the intendancies, the first lists. */
  assert_fails ("12345674019", ION_VALUE_ERROR_FISCAL_CODE_PROVISIONAL, "provisional");
  assert_fails ("12345672005", ION_VALUE_ERROR_FISCAL_CODE_PROVISIONAL, "provisional");
  assert_fails ("12345679109", ION_VALUE_ERROR_FISCAL_CODE_PROVISIONAL, "provisional");
  assert_fails ("00012340005", ION_VALUE_ERROR_FISCAL_CODE_PROVISIONAL, "provisional");
  /* A right check digit and an office that never was. */
  assert_fails ("12345678903", ION_VALUE_ERROR_FISCAL_CODE_VAT, "no known office");
  /* Wrong check digit, no number at all. */
  assert_fails ("00743110158", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "cannot be told");
  assert_fails ("00000000000", ION_VALUE_ERROR_FISCAL_CODE_LENGTH, "cannot be told");
}

static void
test_check_character (void)
{
  static const char *const right[] = { "RSSMRA85T10A562S", "MRARSS75P14H501I", "RSSMRA83A12H501D" };
  char code[] = "RSSMRA85T10A562S";
  guint n_right = 0;

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    g_assert_true (ion_fiscal_code_is_check_character_right (right[i]));
  for (char c = 'A'; c <= 'Z'; c++)
    {
      code[15] = c;
      n_right += ion_fiscal_code_is_check_character_right (code) ? 1 : 0;
    }
  g_assert_cmpuint (n_right, ==, 1);
  /* The contract's own example is wrong. */
  g_assert_false (ion_fiscal_code_is_check_character_right ("SPNDNL80R13C555X"));
}

static void
test_test_code (void)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  g_assert_true (ion_fiscal_code_parse ("aaaaaa00a00a000a", code, NULL));
  g_assert_true (ion_fiscal_code_is_test (code));
  g_assert_true (ion_fiscal_code_is_check_character_right (code));
  g_assert_false (ion_fiscal_code_is_test ("AAAAAA00A00A000I"));
  g_assert_true (ion_fiscal_code_is_check_character_right ("AAAAAA00A00A000I"));
  g_assert_false (ion_fiscal_code_is_check_character_right ("AAAAAA00A00A000B"));
}

static void
assert_born (const char *code, const IonDate *today, const char *expected)
{
  IonDate birth;
  g_autofree char *iso = NULL;

  if (ion_fiscal_code_get_birth_date (code, today, &birth))
    iso = ion_date_to_iso (&birth);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_birth_date (void)
{
  const IonDate today = { 2026, 11, 22 };
  const IonDate new_century = { 2000, 1, 15 };

  assert_born ("RSSMRA85T10A562S", &today, "1985-12-10");
  assert_born ("RSSMRA85T50A562W", &today, "1985-12-10");
  /* Born today, and tomorrow a hundred years ago. */
  assert_born ("RSSMRA26S22A562X", &today, "2026-11-22");
  assert_born ("RSSMRA26S23A562X", &today, "1926-11-23");
  assert_born ("RSSMRA00A15A562X", &new_century, "2000-01-15");
  assert_born ("RSSMRA99T31A562X", &new_century, "1999-12-31");
  /* 2000 had a 29 February, 1900 had not. */
  assert_born ("RSSMRA00B29A562X", &today, "2000-02-29");
  assert_born ("RSSMRA00B29A562X", &new_century, NULL);
  assert_born ("RSSMRA85B30A562X", &today, NULL);
  assert_born ("RSSMRA85B00A562X", &today, NULL);
  assert_born ("RSSMRA85B40A562X", &today, NULL);
  assert_born ("RSSMRA85B72A562X", &today, NULL);
  /* Omocodia in year and day: U = 8, R = 5, M = 1, L = 0. */
  assert_born ("RSSMRAURTMLARSNS", &today, "1985-12-10");
}

static void
test_sex_and_birthplace (void)
{
  char place[5];

  g_assert_cmpint (ion_fiscal_code_get_sex ("RSSMRA85T10A562S"), ==, ION_SEX_MALE);
  g_assert_cmpint (ion_fiscal_code_get_sex ("RSSMRA85T50A562W"), ==, ION_SEX_FEMALE);
  g_assert_cmpint (ion_fiscal_code_get_sex ("RSSMRA85TRLA562W"), ==, ION_SEX_FEMALE);
  ion_fiscal_code_get_birthplace ("RSSMRA85T10A562S", place);
  g_assert_cmpstr (place, ==, "A562");
  ion_fiscal_code_get_birthplace ("RSSMRAURTMLARSNS", place);
  g_assert_cmpstr (place, ==, "A562");
  ion_fiscal_code_get_birthplace ("RSSMRA85T10Z129X", place);
  g_assert_cmpstr (place, ==, "Z129");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fiscal-code/parse", test_parse);
  g_test_add_func ("/fiscal-code/length", test_length);
  g_test_add_func ("/fiscal-code/shape", test_shape);
  g_test_add_func ("/fiscal-code/shape-as-the-platform", test_shape_as_the_platform);
  g_test_add_func ("/fiscal-code/eleven-digits", test_eleven_digits);
  g_test_add_func ("/fiscal-code/check-character", test_check_character);
  g_test_add_func ("/fiscal-code/test-code", test_test_code);
  g_test_add_func ("/fiscal-code/birth-date", test_birth_date);
  g_test_add_func ("/fiscal-code/sex-and-birthplace", test_sex_and_birthplace);
  return g_test_run ();
}
