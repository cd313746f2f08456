/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The fiscal code of a person, read as the platform reads it and explained where it is not one.
 * Tables instead of a regular expression: this runs once a row, a million times in an import.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-fiscal-code.h"

#include "ion-blank.h"
#include "ion-organization-code.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEST_CODE "AAAAAA00A00A000A"

/* What a place of the code may hold. */
enum
{
  LETTER = 1 << 0,
  DIGIT = 1 << 1, /* or the letter that stands for one where two people would share a code */
  MONTH = 1 << 2,
};

static const guint8 places[ION_FISCAL_CODE_LENGTH] = {
  LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, DIGIT, DIGIT,
  MONTH,  DIGIT,  DIGIT,  LETTER, DIGIT,  DIGIT,  DIGIT, LETTER,
};

static const char months[] = "ABCDEHLMPRST";

/* By letter: what it may be, its digit (omocodia), its weight at odd places. Digits weigh as the
 * first ten letters do. */
static const guint8 letter_classes['Z' - 'A' + 1] = {
  ['A' - 'A'] = LETTER | MONTH,
  ['B' - 'A'] = LETTER | MONTH,
  ['C' - 'A'] = LETTER | MONTH,
  ['D' - 'A'] = LETTER | MONTH,
  ['E' - 'A'] = LETTER | MONTH,
  ['F' - 'A'] = LETTER,
  ['G' - 'A'] = LETTER,
  ['H' - 'A'] = LETTER | MONTH,
  ['I' - 'A'] = LETTER,
  ['J' - 'A'] = LETTER,
  ['K' - 'A'] = LETTER,
  ['L' - 'A'] = LETTER | MONTH | DIGIT,
  ['M' - 'A'] = LETTER | MONTH | DIGIT,
  ['N' - 'A'] = LETTER | DIGIT,
  ['O' - 'A'] = LETTER,
  ['P' - 'A'] = LETTER | MONTH | DIGIT,
  ['Q' - 'A'] = LETTER | DIGIT,
  ['R' - 'A'] = LETTER | MONTH | DIGIT,
  ['S' - 'A'] = LETTER | MONTH | DIGIT,
  ['T' - 'A'] = LETTER | MONTH | DIGIT,
  ['U' - 'A'] = LETTER | DIGIT,
  ['V' - 'A'] = LETTER | DIGIT,
  ['W' - 'A'] = LETTER,
  ['X' - 'A'] = LETTER,
  ['Y' - 'A'] = LETTER,
  ['Z' - 'A'] = LETTER,
};

static const char omocodia[] = "LMNPQRSTUV";

static const guint8 odd_weights['Z' - 'A' + 1] = {
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
};

static guint8
classify (char c)
{
  if (c >= 'A' && c <= 'Z')
    return letter_classes[c - 'A'];
  return g_ascii_isdigit (c) ? DIGIT : 0;
}

gboolean
ion_fiscal_code_fits (char c, guint place)
{
  return (classify (c) & places[place]) != 0;
}

static int
digit_value (char c)
{
  return g_ascii_isdigit (c) ? c - '0' : (int) (strchr (omocodia, c) - omocodia);
}

typedef enum
{
  ELEVEN_DIGITS_UNKNOWN,
  ELEVEN_DIGITS_PROVISIONAL,
  ELEVEN_DIGITS_VAT,
  ELEVEN_DIGITS_BODY,
  ELEVEN_DIGITS_NO_OFFICE,
} ElevenDigits;

/*
 * Seven digits of a running number, three of the office that gave it, a check digit; the office
 * tells who was given the number. This is the rule of the revenue agency's own checking program:
 * VAT offices (001-100, 120, 121, 888, 999) number firms and bodies, those from 8000000 on being
 * bodies without VAT; the offices that served people gave provisional codes (151-245, 301-766,
 * 900-950, and 000 for the first lists of 1974-75, of which the oldest have no check digit). Where
 * the check digit is wrong nothing can be told; where it is right and the office is none of these,
 * a VAT number is likelier, as the offices of people have long ceased to number.
 */
static ElevenDigits
classify_eleven_digits (const char *digits)
{
  guint number = 0, office;

  for (guint i = 0; i < 7; i++)
    number = number * 10 + (digits[i] - '0');
  office = (digits[7] - '0') * 100 + (digits[8] - '0') * 10 + (digits[9] - '0');

  if (number == 0)
    return ELEVEN_DIGITS_UNKNOWN;
  if (office == 0 && number <= 273960)
    return ELEVEN_DIGITS_PROVISIONAL;
  if (!ion_organization_code_is_check_digit_right (digits))
    return ELEVEN_DIGITS_UNKNOWN;
  if (office == 0 || (office >= 151 && office <= 245) || (office >= 301 && office <= 766) ||
      (office >= 900 && office <= 950))
    return ELEVEN_DIGITS_PROVISIONAL;
  if (office <= 100 || office == 120 || office == 121 || office == 888 || office == 999)
    return number < 8000000 ? ELEVEN_DIGITS_VAT : ELEVEN_DIGITS_BODY;
  return ELEVEN_DIGITS_NO_OFFICE;
}

static void
set_error_eleven_digits (GError **error, const char *digits)
{
  switch (classify_eleven_digits (digits))
    {
    case ELEVEN_DIGITS_PROVISIONAL:
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_PROVISIONAL,
                           _ ("This is a provisional fiscal code of a person (11 digits): IO only "
                              "knows people by the final code of 16 characters."));
      break;
    case ELEVEN_DIGITS_VAT:
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_VAT,
                           _ ("This is a VAT number (11 digits), of a firm or a body: IO reaches "
                              "people only, by the fiscal code of 16 characters."));
      break;
    case ELEVEN_DIGITS_BODY:
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_VAT,
                           _ ("This is the fiscal code of a body without VAT number (11 digits), "
                              "such as an association: IO reaches people only, by the fiscal code "
                              "of 16 characters."));
      break;
    case ELEVEN_DIGITS_NO_OFFICE:
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_VAT,
                           _ ("These 11 digits look like a VAT number, although of no known "
                              "office: "
                              "IO reaches people only, by the fiscal code of 16 characters."));
      break;
    case ELEVEN_DIGITS_UNKNOWN:
    default:
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_LENGTH,
                           _ ("A fiscal code has 16 characters. These 11 digits could be a VAT "
                              "number or the provisional code of a person, but one of them is "
                              "wrong, so it cannot be told which."));
      break;
    }
}

static void
set_error_length (GError **error, gsize length)
{
  g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_LENGTH,
               g_dngettext (GETTEXT_PACKAGE, "A fiscal code has 16 characters, this one has %u.",
                            "A fiscal code has 16 characters, this one has %u.", (gulong) length),
               (guint) length);
}

/* Says which place is wrong and what belongs there; the code itself is personal and not repeated.
 */
static void
set_error_shape (GError **error, guint place, char found)
{
  if (places[place] == DIGIT && found == 'O')
    g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_SHAPE,
                 _ ("Character %u of the fiscal code is the letter O where a digit belongs: "
                    "perhaps it is a zero."),
                 place + 1);
  else if (places[place] == DIGIT && found == 'I')
    g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_SHAPE,
                 _ ("Character %u of the fiscal code is the letter I where a digit belongs: "
                    "perhaps it is a one."),
                 place + 1);
  else if (places[place] == DIGIT)
    g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_SHAPE,
                 _ ("Character %u of the fiscal code should be a digit."), place + 1);
  else if (places[place] == MONTH)
    g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_SHAPE,
                 _ ("Character %u of the fiscal code should be the letter of a month (A, B, C, D, "
                    "E, H, L, M, P, R, S or T)."),
                 place + 1);
  else
    g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_SHAPE,
                 _ ("Character %u of the fiscal code should be a letter."), place + 1);
}

/* Copies what is not blank, in upper case; stops counting bytes where a character goes on, so that
 * the length said to the person is theirs. */
static gsize
read_characters (const char *text, char code[ION_FISCAL_CODE_LENGTH])
{
  gsize n = 0;

  for (;;)
    {
      gsize blank;

      while (G_UNLIKELY ((blank = ion_blank_length (text)) > 0))
        text += blank;
      if (*text == '\0')
        return n;
      if (((guchar) *text & 0xC0) != 0x80)
        {
          if (n < ION_FISCAL_CODE_LENGTH)
            code[n] = g_ascii_toupper (*text);
          n++;
        }
      text++;
    }
}

gboolean
ion_fiscal_code_parse (const char *text, char out[ION_FISCAL_CODE_LENGTH + 1], GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH];
  gsize n;

  g_return_val_if_fail (text != NULL, FALSE);

  n = read_characters (text, code);
  if (G_UNLIKELY (n != ION_FISCAL_CODE_LENGTH))
    {
      gsize digits = 0;

      while (digits < MIN (n, sizeof code) && g_ascii_isdigit (code[digits]))
        digits++;
      if (n == 0)
        g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_EMPTY,
                             _ ("The fiscal code is missing."));
      else if (n == ION_ORGANIZATION_CODE_LENGTH && digits == n)
        set_error_eleven_digits (error, code);
      else
        set_error_length (error, n);
      return FALSE;
    }

  for (guint i = 0; i < ION_FISCAL_CODE_LENGTH; i++)
    if (G_UNLIKELY ((classify (code[i]) & places[i]) == 0))
      {
        set_error_shape (error, i, code[i]);
        return FALSE;
      }

  memcpy (out, code, sizeof code);
  out[ION_FISCAL_CODE_LENGTH] = '\0';
  return TRUE;
}

gboolean
ion_fiscal_code_is_test (const char *code)
{
  return strcmp (code, TEST_CODE) == 0;
}

gboolean
ion_fiscal_code_is_check_character_right (const char *code)
{
  guint sum = 0;

  for (guint i = 0; i < ION_FISCAL_CODE_LENGTH - 1; i++)
    {
      guint index = code[i] - (g_ascii_isdigit (code[i]) ? '0' : 'A');

      /* The first place is odd to the decree, which counts from one. */
      sum += i % 2 == 0 ? odd_weights[index] : index;
    }
  return code[ION_FISCAL_CODE_LENGTH - 1] == (char) ('A' + sum % 26) ||
         ion_fiscal_code_is_test (code);
}

static int
day_and_sex (const char *code)
{
  return digit_value (code[9]) * 10 + digit_value (code[10]);
}

gboolean
ion_fiscal_code_get_birth_date (const char *code, const IonDate *today, IonDate *out)
{
  int day = day_and_sex (code);
  IonDate date;

  date.month = (int) (strchr (months, code[8]) - months) + 1;
  date.day = day > 40 ? day - 40 : day;
  date.year = today->year - today->year % 100 + digit_value (code[6]) * 10 + digit_value (code[7]);
  if (ion_date_compare (&date, today) > 0)
    date.year -= 100;
  if (!ion_date_is_valid (&date))
    return FALSE;

  *out = date;
  return TRUE;
}

IonSex
ion_fiscal_code_get_sex (const char *code)
{
  return day_and_sex (code) > 40 ? ION_SEX_FEMALE : ION_SEX_MALE;
}

void
ion_fiscal_code_get_birthplace (const char *code, char out[5])
{
  out[0] = code[11];
  for (guint i = 1; i < 4; i++)
    out[i] = (char) ('0' + digit_value (code[11 + i]));
  out[4] = '\0';
}
