/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Damaged fiscal codes: what is mended, what is only proposed, and what is left alone.
 */

#include "ion-fiscal-code-repair.h"
#include "ion-fiscal-code.h"
#include "repair-check.h"

#include <string.h>

#define CODE  "RSSMRA85T10A562S"
#define OTHER "BNCLCU90A41H501W"

#define ASSERT_CODE(cell, expected) ASSERT_REPAIR (ion_fiscal_code_repair (cell), expected)
#define CERTAIN                     "repaired-fiscal-code=" CODE
#define LOOKALIKE                   "fiscal-code-lookalike?"

static void
test_marks (void)
{
  ASSERT_CODE ("rssmra85t10a562s", CERTAIN);
  ASSERT_CODE ("RSS MRA 85T10 A562S", CERTAIN);
  ASSERT_CODE ("RSS-MRA-85T10-A562S", CERTAIN);
  ASSERT_CODE ("RSS.MRA.85T10.A562S", CERTAIN);
  ASSERT_CODE ("RSS/MRA_85T10\342\200\223A562S", CERTAIN);
  ASSERT_CODE ("'" CODE, CERTAIN);
  ASSERT_CODE ("\"" CODE "\"", CERTAIN);
  ASSERT_CODE ("=\"" CODE "\"", CERTAIN);
  ASSERT_CODE ("\342\200\230" CODE "\342\200\231", CERTAIN);
  ASSERT_CODE ("*" CODE "*", CERTAIN);
  ASSERT_CODE ("RSS\302\240MRA\342\200\21385T10\357\273\277A562S", CERTAIN);
  ASSERT_CODE ("RSSMRA\302\25585T10\342\200\257A562S", CERTAIN);
  /* Which character is wrong cannot be told: the code stays as it is, and is warned about. */
  ASSERT_CODE ("RSS-MRA-85T10-A562T", "repaired-fiscal-code=RSSMRA85T10A562T");
  /* Omocodia is no damage. */
  ASSERT_CODE ("RSSMRA85T10A56N-X", "repaired-fiscal-code=RSSMRA85T10A56NX");
}

static void
test_lookalike_letters (void)
{
  /* Cyrillic С, А and Т among them; Greek Ρ and Μ; full width; an accent. */
  ASSERT_CODE ("RSSMR\320\22085T10A562S", LOOKALIKE CODE);
  ASSERT_CODE ("RSS\320\234R\320\26085\320\24210A562S", LOOKALIKE CODE);
  ASSERT_CODE ("RSS\316\234RA85\316\24410\316\221562S", LOOKALIKE CODE);
  ASSERT_CODE ("\357\274\262\357\274\263\357\274\263MRA\357\274\230\357\274\225T10A562S",
               LOOKALIKE CODE);
  ASSERT_CODE ("RSSMR\303\20085T10A562S", LOOKALIKE CODE);
  /* What does not fit its check character is nobody's. */
  ASSERT_CODE ("RSSMR\320\22085T10A562T", "");
  /* Two kinds of damage are one guess too many. */
  ASSERT_CODE ("RSSMR\320\22085TO0A562S", "");
}

static void
test_lookalike_digits (void)
{
  ASSERT_CODE ("RSSMRA85T1OA562S", LOOKALIKE CODE);
  ASSERT_CODE ("RSSMRA85TI0A562S", LOOKALIKE CODE);
  ASSERT_CODE ("RSSMRA85TIOA562S", LOOKALIKE CODE);
  ASSERT_CODE ("RSSMRAB5T10A562S", LOOKALIKE CODE);
  ASSERT_CODE ("RSSMRA85T10A56ZS", LOOKALIKE CODE);
  ASSERT_CODE ("RSSMRA85T10A5G2S", LOOKALIKE CODE);
  ASSERT_CODE ("R5SMRA85T10A562S", LOOKALIKE CODE);
  ASSERT_CODE ("R55MRA85T10A562S", LOOKALIKE CODE);
  ASSERT_CODE ("RSSMRA85T10A5625", LOOKALIKE CODE);
  ASSERT_CODE ("8NCLCU90A41H501W", LOOKALIKE OTHER);
  ASSERT_CODE ("BNCLCU9OA4IH5OIW", LOOKALIKE OTHER);
  ASSERT_CODE ("RSSMRA85T1OA562T", "");
  ASSERT_CODE ("RSSMRA85T1XA562S", "");
  ASSERT_CODE ("0123456789012345", "");
}

static void
test_guess_digits (void)
{
  static const struct
  {
    const char *code, *guess;
  } cases[] = {
    /* S, L and Q are what tells two people with one code apart, or a 5, a 1 and a 0. */
    { "RSSMRA8ST10A562S", CODE }, { "RSSMRA85TL0A562S", CODE }, { "RSSMRA85T1QA562S", CODE },
    { "RSSMRA8STLQA562S", CODE }, { "RSSMRA85T10A562T", NULL }, { "RSSMRA85T10A563S", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guess = ion_fiscal_code_guess_digits (cases[i].code);

      g_assert_cmpstr (guess, ==, cases[i].guess);
    }
}

static void
test_text_around (void)
{
  ASSERT_CODE ("CF: " CODE, "fiscal-code-in-text?" CODE);
  ASSERT_CODE ("C.F. rss mra 85t10 a562s", "fiscal-code-in-text?" CODE);
  ASSERT_CODE ("CF" CODE, "fiscal-code-in-text?" CODE);
  ASSERT_CODE (CODE " Rossi Mario", "fiscal-code-in-text?" CODE);
  ASSERT_CODE ("Nicol\303\262 (" CODE ")", "fiscal-code-in-text?" CODE);
  ASSERT_CODE (CODE ";", "fiscal-code-in-text?" CODE);
  ASSERT_CODE (CODE " / " CODE, "fiscal-code-in-text?" CODE);
  ASSERT_CODE (CODE " " OTHER, "fiscal-codes-several");
  ASSERT_CODE (CODE "/" OTHER, "fiscal-codes-several");
  ASSERT_CODE ("CF: RSSMRA85T10A562T", "");
  ASSERT_CODE ("presso il notaio Bianchi, via Roma 1", "");
}

static void
test_others (void)
{
  /* A VAT number that lost its zeros is still nobody whom IO knows. */
  ASSERT_CODE ("743110157", "fiscal-code-vat");
  ASSERT_CODE ("743110158", "");
  ASSERT_CODE ("", "");
  ASSERT_CODE ("RSSMRA85T10A562", "");
  ASSERT_CODE ("\377\376" CODE, "fiscal-code-in-text?" CODE);
  ASSERT_CODE ("n.d.", "");
}

/* No guess may be anything but a right code. */
static void
test_every_slip (void)
{
  for (guint place = 0; place < ION_FISCAL_CODE_LENGTH; place++)
    for (char c = '!'; c <= '~'; c++)
      {
        char text[] = CODE, code[ION_FISCAL_CODE_LENGTH + 1];
        g_autoptr (IonRepair) repair = NULL;

        text[place] = c;
        repair = ion_fiscal_code_repair (text);
        if (repair == NULL || repair->kind != ION_REPAIR_GUESS)
          continue;
        g_assert_null (strstr (repair->message, repair->value));
        g_assert_true (ion_fiscal_code_parse (repair->value, code, NULL));
        g_assert_true (ion_fiscal_code_is_check_character_right (code));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fiscal-code-repair/marks", test_marks);
  g_test_add_func ("/fiscal-code-repair/lookalike-letters", test_lookalike_letters);
  g_test_add_func ("/fiscal-code-repair/lookalike-digits", test_lookalike_digits);
  g_test_add_func ("/fiscal-code-repair/guess-digits", test_guess_digits);
  g_test_add_func ("/fiscal-code-repair/text-around", test_text_around);
  g_test_add_func ("/fiscal-code-repair/others", test_others);
  g_test_add_func ("/fiscal-code-repair/every-slip", test_every_slip);
  return g_test_run ();
}
