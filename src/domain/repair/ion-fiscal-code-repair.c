/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Fiscal codes that were typed on another keyboard, read from paper, or put in a cell together with
 * something else. A wrong guess would write to the wrong citizen, so that whatever is more than
 * taking marks away is only proposed, and only where the check character agrees.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-fiscal-code-repair.h"

#include "ion-blank.h"
#include "ion-fiscal-code.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHARACTERS_MAX 256 /* of a cell that are looked at */
#define CHANGES_MAX    4   /* characters that may have been mistaken */

/* Letters of other alphabets that look like a Latin one, in capitals. */
static const struct
{
  gunichar c;
  char latin;
} twins[] = {
  { 0x410, 'A' }, { 0x412, 'B' }, { 0x415, 'E' }, { 0x41A, 'K' }, { 0x41C, 'M' }, { 0x41D, 'H' },
  { 0x41E, 'O' }, { 0x420, 'P' }, { 0x421, 'C' }, { 0x422, 'T' }, { 0x423, 'Y' }, { 0x425, 'X' },
  { 0x405, 'S' }, { 0x406, 'I' }, { 0x408, 'J' }, { 0x391, 'A' }, { 0x392, 'B' }, { 0x395, 'E' },
  { 0x396, 'Z' }, { 0x397, 'H' }, { 0x399, 'I' }, { 0x39A, 'K' }, { 0x39C, 'M' }, { 0x39D, 'N' },
  { 0x39F, 'O' }, { 0x3A1, 'P' }, { 0x3A4, 'T' }, { 0x3A5, 'Y' }, { 0x3A7, 'X' }, { 0x3F9, 'C' },
};

/* What may have been meant by a character in the place of the other kind, the likeliest first. */
static const struct
{
  char found;
  const char *meant;
} mistakes[] = {
  { 'O', "0" },  { 'Q', "0" }, { 'D', "0" }, { 'I', "1" }, { 'L', "1" }, { '|', "1" },
  { '!', "1" },  { 'Z', "2" }, { 'S', "5" }, { 'G', "6" }, { 'B', "8" }, { '0', "ODQ" },
  { '1', "IL" }, { '2', "Z" }, { '5', "S" }, { '6', "G" }, { '8', "B" },
};

/* The characters of a cell that could belong to a code. */
typedef struct
{
  char text[CHARACTERS_MAX + 1];
  gsize n;
  gboolean has_twins; /* some were of another alphabet */
  gboolean has_words; /* something stood there that is no mark within a code */
} Characters;

static gboolean
is_mark (gunichar c)
{
  return c == 0xAD || g_unichar_combining_class (c) != 0 || c == 0xFE0F ||
         (c < 0x80 && strchr ("-._/'\"`=*", (int) c) != NULL) || (c >= 0x2010 && c <= 0x201F) ||
         c == 0xB4 || c == 0xB7 || c == 0xAB || c == 0xBB || (c >= 0x2060 && c <= 0x2064);
}

/* Returns: the Latin capital or the digit that @c is or looks like, 0 for none */
static char
to_latin (gunichar c)
{
  gunichar upper = g_unichar_toupper (c), parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c >= 0xFF01 && c <= 0xFF5E)
    return g_ascii_toupper ((char) (c - 0xFEE0));
  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    if (twins[i].c == upper)
      return twins[i].latin;
  if (g_unichar_digit_value (c) >= 0)
    return (char) ('0' + g_unichar_digit_value (c));
  g_unichar_fully_decompose (upper, FALSE, parts, G_N_ELEMENTS (parts));
  return parts[0] < 0x80 ? (char) parts[0] : '\0';
}

static void
add_character (Characters *self, gunichar c)
{
  char latin;

  if (is_mark (c))
    return;
  if (c < 0x80 && !g_ascii_isalnum ((char) c) && c != '|' && c != '!')
    {
      self->has_words = TRUE;
      return;
    }
  latin = c < 0x80 ? g_ascii_toupper ((char) c) : to_latin (c);
  self->has_twins = self->has_twins || c >= 0x80;
  self->has_words = self->has_words || latin == '\0';
  if (latin != '\0' && self->n < CHARACTERS_MAX)
    self->text[self->n++] = latin;
}

static void
read_characters (Characters *self, const char *cell)
{
  memset (self, 0, sizeof *self);
  for (const char *p = cell; *p != '\0' && self->n < CHARACTERS_MAX;)
    {
      gsize blank = ion_blank_length (p);
      gunichar c;

      if (blank > 0)
        {
          p += blank;
          continue;
        }
      c = g_utf8_get_char_validated (p, -1);
      if (c >= (gunichar) -2)
        {
          self->has_words = TRUE;
          p++;
          continue;
        }
      add_character (self, c);
      p = g_utf8_next_char (p);
    }
  self->text[self->n] = '\0';
}

/* Whether the sixteen characters at @text are a code to its check character, of a day that was. */
static gboolean
is_right (const char *text, char code[ION_FISCAL_CODE_LENGTH + 1])
{
  char cut[ION_FISCAL_CODE_LENGTH + 1];
  const IonDate late = { 2199, 12, 31 };
  IonDate birth;

  g_strlcpy (cut, text, sizeof cut);
  return ion_fiscal_code_parse (cut, code, NULL) &&
         ion_fiscal_code_is_check_character_right (code) &&
         ion_fiscal_code_get_birth_date (code, &late, &birth);
}

static const char *
list_meant (char found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    if (mistakes[i].found == found)
      return mistakes[i].meant;
  return "";
}

/* Tries what may have been meant from @place on. Returns: how many right codes come out; the first
 * is in @found */
static guint
try_places (char text[ION_FISCAL_CODE_LENGTH + 1], guint place, guint n_changes, char *found)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  const char was = place < ION_FISCAL_CODE_LENGTH ? text[place] : '\0';
  guint n = 0;

  if (place == ION_FISCAL_CODE_LENGTH)
    {
      if (!is_right (text, code))
        return 0;
      if (*found == '\0')
        memcpy (found, code, sizeof code);
      return 1;
    }
  if (ion_fiscal_code_fits (was, place))
    return try_places (text, place + 1, n_changes, found);
  if (n_changes == CHANGES_MAX)
    return 0;
  for (const char *meant = list_meant (was); *meant != '\0'; meant++)
    {
      if (!ion_fiscal_code_fits (*meant, place))
        continue;
      text[place] = *meant;
      n += try_places (text, place + 1, n_changes + 1, found);
    }
  text[place] = was;
  return n;
}

char *
ion_fiscal_code_guess_digits (const char *code)
{
  static const guint digits[] = { 14, 13, 12, 10, 9, 7, 6 };
  char text[ION_FISCAL_CODE_LENGTH + 1], right[ION_FISCAL_CODE_LENGTH + 1];

  g_strlcpy (text, code, sizeof text);
  /* Letters there are legitimate where two people would share a code: all that can be taken for
   * digits are, or none. */
  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    if (strchr ("LQS", text[digits[i]]) != NULL)
      text[digits[i]] = *list_meant (text[digits[i]]);
  return strcmp (text, code) != 0 && is_right (text, right) ? g_strdup (right) : NULL;
}

static IonRepair *
repair_sixteen (const Characters *characters)
{
  char text[ION_FISCAL_CODE_LENGTH + 1], code[ION_FISCAL_CODE_LENGTH + 1] = "";

  memcpy (text, characters->text, sizeof text);
  if (!characters->has_twins && ion_fiscal_code_parse (text, code, NULL))
    return ion_repair_new (ION_REPAIR_CERTAIN, "repaired-fiscal-code",
                           _ ("The fiscal code was not written as it should be (small letters, "
                              "blanks or marks among its characters): it was put right."),
                           code);
  if (characters->has_twins && !is_right (text, code))
    return NULL;
  if (characters->has_twins)
    return ion_repair_new (ION_REPAIR_GUESS, "fiscal-code-lookalike",
                           _ ("The fiscal code holds letters of another alphabet that look like "
                              "the right ones: enter it again, or take the proposed one after "
                              "checking it."),
                           code);
  if (try_places (text, 0, 0, code) != 1)
    return NULL;
  return ion_repair_new (ION_REPAIR_GUESS, "fiscal-code-lookalike",
                         _ ("The fiscal code holds letters in the place of digits, or digits in "
                            "the place of letters, that look alike (such as O and 0): check it, "
                            "and enter the proposed one if it is right."),
                         code);
}

/* The codes within a longer text. */
typedef struct
{
  char first[ION_FISCAL_CODE_LENGTH + 1];
  guint n; /* different ones */
} Found;

static void
note_code (Found *self, const char *text)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  if (!is_right (text, code) || (self->n > 0 && strcmp (self->first, code) == 0))
    return;
  if (self->n++ == 0)
    memcpy (self->first, code, sizeof code);
}

static IonRepair *
look_for_codes (const Characters *characters)
{
  Found found = { "", 0 };

  for (gsize i = 0; i + ION_FISCAL_CODE_LENGTH <= characters->n; i++)
    note_code (&found, characters->text + i);
  if (found.n > 1)
    return ion_repair_new (ION_REPAIR_REFUSED, "fiscal-codes-several",
                           _ ("The cell holds more than one fiscal code: leave that of the person "
                              "to write to, and give the others rows of their own."),
                           NULL);
  if (found.n == 1)
    return ion_repair_new (ION_REPAIR_GUESS, "fiscal-code-in-text",
                           _ ("The cell holds more than the fiscal code: leave only the code in "
                              "it."),
                           found.first);
  return NULL;
}

/* "743110157": the zeros in front were taken for those of a number. */
static IonRepair *
look_for_vat_number (const Characters *characters)
{
  char padded[] = "00000000000", code[ION_FISCAL_CODE_LENGTH + 1];
  gsize n = characters->n;
  g_autoptr (GError) error = NULL;

  if (n < 8 || n > 10 || strspn (characters->text, "0123456789") != n)
    return NULL;
  memcpy (padded + 11 - n, characters->text, n);
  if (ion_fiscal_code_parse (padded, code, &error) ||
      !g_error_matches (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FISCAL_CODE_VAT))
    return NULL;
  return ion_repair_new (ION_REPAIR_REFUSED,
                         ion_value_error_get_name (ION_VALUE_ERROR_FISCAL_CODE_VAT),
                         _ ("This looks like a VAT number whose leading zeros a spreadsheet has "
                            "dropped: IO reaches people only, by the fiscal code of 16 "
                            "characters."),
                         NULL);
}

IonRepair *
ion_fiscal_code_repair (const char *cell)
{
  Characters characters;

  read_characters (&characters, cell);
  if (characters.n == ION_FISCAL_CODE_LENGTH && !characters.has_words)
    return repair_sixteen (&characters);
  if (characters.n >= ION_FISCAL_CODE_LENGTH)
    return look_for_codes (&characters);
  return characters.has_twins ? NULL : look_for_vat_number (&characters);
}
