/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Is it the right person? A code's first six letters are made of surname and name, so that a column
 * that slipped by a row shows. Offices write names in many ways: double names in part, particles
 * apart or together, accents as apostrophes, the two in either order. All of these match, since a
 * false alarm teaches people to ignore the true one.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-name-check.h"

#include <string.h>

#define WORDS_MAX   8
#define LETTERS_MAX 64

/* The words of a name, in capital Latin letters without signs. */
typedef struct
{
  char words[WORDS_MAX][LETTERS_MAX];
  gsize n;
} Words;

/* Letters that do not decompose into a Latin one and a sign. */
static const struct
{
  gunichar c;
  const char *latin;
} letters[] = {
  { 0xDF, "SS" },  { 0xC6, "AE" }, { 0xE6, "AE" }, { 0xD8, "O" },  { 0xF8, "O" },  { 0x152, "OE" },
  { 0x153, "OE" }, { 0x141, "L" }, { 0x142, "L" }, { 0x110, "D" }, { 0x111, "D" }, { 0xD0, "D" },
  { 0xF0, "D" },   { 0xDE, "TH" }, { 0xFE, "TH" }, { 0x131, "I" }, { 0x18F, "E" }, { 0x259, "E" },
};

static void
add_letter (Words *self, char letter)
{
  gsize length;

  if (self->n == 0 || self->n > WORDS_MAX)
    return;
  length = strlen (self->words[self->n - 1]);
  if (length + 1 < LETTERS_MAX)
    self->words[self->n - 1][length] = letter;
}

/* Returns: whether @c belongs to a word */
static gboolean
add_character (Words *self, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].c == c)
        {
          for (const char *p = letters[i].latin; *p != '\0'; p++)
            add_letter (self, *p);
          return TRUE;
        }
    }
  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  if (parts[0] >= 0x80 || !g_ascii_isalpha ((char) parts[0]))
    return FALSE;
  add_letter (self, g_ascii_toupper ((char) parts[0]));
  return TRUE;
}

static void
split (Words *self, const char *name)
{
  gboolean is_inside = FALSE;

  memset (self, 0, sizeof *self);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Apostrophes, as marks of an accent or of an elision, and combining signs. */
      if (c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 ||
          g_unichar_combining_class (c) != 0)
        continue;
      if (!g_unichar_isalpha (c))
        {
          is_inside = FALSE;
          continue;
        }
      if (!is_inside && self->n < WORDS_MAX)
        self->n++;
      is_inside = TRUE;
      add_character (self, c);
    }
}

static gboolean
is_vowel (char c)
{
  return strchr ("AEIOU", c) != NULL;
}

/* The three letters that the words from @from to @to (not included), joined, give. */
static void
make_letters (const Words *self, gsize from, gsize to, gboolean is_given_name, char out[4])
{
  char consonants[5] = "", vowels[4] = "";
  gsize n_consonants = 0, n_vowels = 0, n = 0;

  for (gsize w = from; w < to; w++)
    {
      for (const char *p = self->words[w]; *p != '\0'; p++)
        {
          if (is_vowel (*p) && n_vowels < 3)
            vowels[n_vowels++] = *p;
          else if (!is_vowel (*p) && n_consonants < 4)
            consonants[n_consonants++] = *p;
        }
    }
  if (is_given_name && n_consonants == 4)
    memmove (consonants + 1, consonants + 2, 3);
  for (gsize i = 0; consonants[i] != '\0' && n < 3; i++)
    out[n++] = consonants[i];
  for (gsize i = 0; vowels[i] != '\0' && n < 3; i++)
    out[n++] = vowels[i];
  while (n < 3)
    out[n++] = 'X';
  out[3] = '\0';
}

/* Whether some of the words from @from to @to (not included), joined, give the three letters. */
static gboolean
gives (const Words *self, gsize from, gsize to, gboolean is_given_name, const char *code)
{
  for (gsize start = from; start < to; start++)
    {
      for (gsize end = to; end > start; end--)
        {
          char made[4];

          make_letters (self, start, end, is_given_name, made);
          if (strncmp (made, code, 3) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * ion_name_check:
 * @fiscal_code: a canonical code
 * @surname: as the file has it
 * @given_name: as the file has it
 *
 * Returns: whether the name may be that of the code's person
 */
IonNameCheck
ion_name_check (const char *fiscal_code, const char *surname, const char *given_name)
{
  Words a, b;

  split (&a, surname);
  split (&b, given_name);
  if (a.n == 0 || b.n == 0 || a.words[0][0] == '\0' || b.words[0][0] == '\0')
    return ION_NAME_CHECK_CANNOT_TELL;
  if (gives (&a, 0, a.n, FALSE, fiscal_code) && gives (&b, 0, b.n, TRUE, fiscal_code + 3))
    return ION_NAME_CHECK_MATCHES;
  if (gives (&b, 0, b.n, FALSE, fiscal_code) && gives (&a, 0, a.n, TRUE, fiscal_code + 3))
    return ION_NAME_CHECK_MATCHES;
  return ION_NAME_CHECK_DIFFERS;
}

/**
 * ion_name_check_full:
 * @fiscal_code: a canonical code
 * @full_name: surname and name in one cell, in either order
 *
 * Returns: whether the name may be that of the code's person
 */
IonNameCheck
ion_name_check_full (const char *fiscal_code, const char *full_name)
{
  Words words;

  split (&words, full_name);
  if (words.n < 2 || words.words[0][0] == '\0')
    return ION_NAME_CHECK_CANNOT_TELL;
  for (gsize at = 1; at < words.n; at++)
    {
      if (gives (&words, 0, at, FALSE, fiscal_code) &&
          gives (&words, at, words.n, TRUE, fiscal_code + 3))
        return ION_NAME_CHECK_MATCHES;
      if (gives (&words, 0, at, TRUE, fiscal_code + 3) &&
          gives (&words, at, words.n, FALSE, fiscal_code))
        return ION_NAME_CHECK_MATCHES;
    }
  return ION_NAME_CHECK_DIFFERS;
}
