/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Names as offices write them, taken apart into plain words: accents go, apostrophes join (an
 * elision, or an accent typed as one), everything else that is no letter parts.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-name-words.h"

#include <string.h>

/* Letters that do not decompose into a Latin one and a sign, or that are also written as two. */
static const struct
{
  gunichar c; /* in capitals, where there are two */
  const char *latin;
  const char *variant;
} letters[] = {
  { 0xDF, "SS", "S" },   { 0x1E9E, "SS", "S" }, { 0xC6, "AE", "AE" }, { 0xD8, "O", "OE" },
  { 0x152, "OE", "OE" }, { 0x141, "L", "L" },   { 0x110, "D", "DJ" }, { 0xD0, "D", "TH" },
  { 0xDE, "TH", "T" },   { 0x130, "I", "I" },   { 0x131, "I", "I" },  { 0x18F, "E", "A" },
  { 0xC4, "A", "AE" },   { 0xD6, "O", "OE" },   { 0xDC, "U", "UE" },  { 0xC5, "A", "AA" },
  { 0xD1, "N", "GN" },   { 0x126, "H", "H" },
};

static void
add_letter (IonNameWords *self, char letter)
{
  char *word;
  gsize length;

  if (self->n == 0)
    return;
  word = self->words[self->n - 1];
  length = strlen (word);
  if (length + 1 < ION_NAME_LETTERS_MAX)
    {
      word[length] = letter;
      word[length + 1] = '\0';
    }
}

static void
add_character (IonNameWords *self, gunichar c, gboolean is_variant)
{
  gunichar upper = g_unichar_toupper (c), parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].c != upper)
        continue;
      self->has_variants = TRUE;
      for (const char *p = is_variant ? letters[i].variant : letters[i].latin; *p != '\0'; p++)
        add_letter (self, *p);
      return;
    }
  g_unichar_fully_decompose (upper, FALSE, parts, G_N_ELEMENTS (parts));
  if (parts[0] < 0x80 && g_ascii_isalpha ((char) parts[0]))
    add_letter (self, g_ascii_toupper ((char) parts[0]));
}

/* Whether @c stands within a word without being a letter of it. */
static gboolean
is_joint (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2B9 || c == 0x2BC || c == 0x2018 ||
         c == 0x2019 || c == 0x2032 || g_unichar_combining_class (c) != 0;
}

static gboolean
is_hole (gunichar c)
{
  return c == 0xFFFD || c == '?';
}

/**
 * ion_name_words_split:
 * @self: filled
 * @name: as the file has it
 * @is_variant: whether letters that are written in two ways are taken in the rarer one
 */
void
ion_name_words_split (IonNameWords *self, const char *name, gboolean is_variant)
{
  gboolean is_inside = FALSE;

  self->n = 0;
  self->has_variants = self->has_holes = FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (is_joint (c))
        continue;
      self->has_holes = self->has_holes || (is_inside && is_hole (c));
      if (c < 0x80 ? !g_ascii_isalpha ((char) c) : !g_unichar_isalpha (c))
        {
          is_inside = FALSE;
          continue;
        }
      if (!is_inside)
        {
          if (self->n == ION_NAME_WORDS_MAX)
            return;
          self->words[self->n++][0] = '\0';
        }
      is_inside = TRUE;
      if (c < 0x80)
        add_letter (self, g_ascii_toupper ((char) c));
      else
        add_character (self, c, is_variant);
    }
}

void
ion_name_words_append (IonNameWords *self, const IonNameWords *other)
{
  for (gsize i = 0; i < other->n && self->n < ION_NAME_WORDS_MAX; i++)
    g_strlcpy (self->words[self->n++], other->words[i], ION_NAME_LETTERS_MAX);
  self->has_variants = self->has_variants || other->has_variants;
  self->has_holes = self->has_holes || other->has_holes;
}
