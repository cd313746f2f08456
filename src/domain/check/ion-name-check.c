/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Is it the right person? A code's first six letters are made of surname and name, so that a column
 * that slipped by a row shows. Offices write names in many ways: double names in part, particles
 * apart or together or not at all, titles, a husband's surname beside the own, the two in either
 * order. All of these match, since a false alarm teaches people to ignore the true one.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-name-check.h"

#include "ion-name-words.h"

#include <string.h>

typedef enum
{
  SURNAME,
  GIVEN_NAME,
} Part;

/* How much may be missing in the file. */
typedef enum
{
  WHOLE, /* nothing but words that the code does not count */
  IN_PART,
} Strictness;

/* Some words of a name, from @from to @to (not included). */
typedef struct
{
  const IonNameWords *words;
  gsize from;
  gsize to;
} Stretch;

/* What counts of a name, in its order. */
typedef struct
{
  char consonants[4];
  char vowels[3];
  gsize n_consonants;
  gsize n_vowels;
} Letters;

static gboolean
is_vowel (char c)
{
  return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U';
}

static void
add_word (Letters *self, const char *word)
{
  for (const char *p = word; *p != '\0' && self->n_consonants < 4; p++)
    {
      if (!is_vowel (*p))
        self->consonants[self->n_consonants++] = *p;
      else if (self->n_vowels < 3)
        self->vowels[self->n_vowels++] = *p;
    }
}

static void
add_stretch (Letters *self, const Stretch *stretch)
{
  for (gsize i = stretch->from; i < stretch->to; i++)
    add_word (self, stretch->words->words[i]);
}

/* The three letters of the law: consonants, then vowels, then X; of four consonants or more in a
 * given name the first, the third and the fourth. */
static void
make_code (const Letters *letters, Part part, char out[3])
{
  gsize n = 0;

  for (gsize i = 0; i < letters->n_consonants && n < 3; i++)
    if (part == SURNAME || letters->n_consonants < 4 || i != 1)
      out[n++] = letters->consonants[i];
  for (gsize i = 0; i < letters->n_vowels && n < 3; i++)
    out[n++] = letters->vowels[i];
  while (n < 3)
    out[n++] = 'X';
}

static gboolean
gives (const Letters *letters, Part part, const char *code)
{
  char made[3];

  make_code (letters, part, made);
  return memcmp (made, code, 3) == 0;
}

/* Whether the letters give the code when a further word, which the file does not have, follows:
 * its consonants take the places that are left, the vowels come after them. */
static gboolean
begins (const Letters *letters, Part part, const char *code)
{
  const char *known = letters->consonants;
  const gsize n = letters->n_consonants;

  if (n == 0 || n == 4 || code[0] != known[0] || is_vowel (code[1]))
    return FALSE;
  if (is_vowel (code[2]))
    return n == 1 && letters->n_vowels > 0 && code[2] == letters->vowels[0];
  if (part == SURNAME)
    return n == 1 || (n == 2 && code[1] == known[1]);
  return n < 3 || code[1] == known[2];
}

/* What the file may lack in front: particles of surnames, first ones of two given names. */
static const char *const particles[] = {
  "DE",    "DI", "D",  "DA", "DEL", "DELLA", "DELLO", "DELLE", "DEGLI", "DEI", "DAL",
  "DALLA", "LA", "LO", "LI", "LE",  "EL",    "AL",    "BEN",   "VAN",   "VON", "VANDER",
};
static const char *const first_names[] = {
  "MARIA", "ANNA",     "ROSA",    "GIAN",     "GIOVANNI", "PIER",  "ANA",   "MARIE",
  "JOSE",  "MOHAMMED", "MOHAMED", "MOHAMMAD", "MD",       "ABDUL", "ABDEL",
};

static gboolean
gives_with_prefix (const Stretch *stretch, Part part, const char *code)
{
  const char *const *prefixes = part == SURNAME ? particles : first_names;
  const gsize n = part == SURNAME ? G_N_ELEMENTS (particles) : G_N_ELEMENTS (first_names);

  for (gsize i = 0; i < n; i++)
    {
      Letters letters = { .n_consonants = 0 };

      add_word (&letters, prefixes[i]);
      add_stretch (&letters, stretch);
      if (gives (&letters, part, code))
        return TRUE;
    }
  return FALSE;
}

/* "A." tells nothing that the code has. */
static gboolean
is_vowel_alone (const Stretch *stretch)
{
  const char *word = stretch->words->words[stretch->from];

  return stretch->to - stretch->from == 1 && is_vowel (word[0]) && word[1] == '\0';
}

static gboolean
fits_in_part (const Stretch *stretch, Part part, const char *code)
{
  if (part == GIVEN_NAME && is_vowel_alone (stretch))
    return TRUE;
  for (gsize from = stretch->from; from < stretch->to; from++)
    {
      const Stretch rest = { stretch->words, from, stretch->to };
      Letters letters = { .n_consonants = 0 };

      add_stretch (&letters, &rest);
      if (begins (&letters, part, code) || gives_with_prefix (&rest, part, code))
        return TRUE;
    }
  return FALSE;
}

/* Whether some words of the stretch, one after the other, give the three letters. */
static gboolean
fits (const Stretch *stretch, Part part, Strictness strictness, const char *code)
{
  for (gsize from = stretch->from; from < stretch->to; from++)
    {
      Letters letters = { .n_consonants = 0 };

      for (gsize to = from; to < stretch->to; to++)
        {
          add_word (&letters, stretch->words->words[to]);
          if (gives (&letters, part, code))
            return TRUE;
        }
    }
  return strictness == IN_PART && fits_in_part (stretch, part, code);
}

static gboolean
fit (const Stretch *surname, const Stretch *given, Strictness strictness, const char *code)
{
  return fits (surname, SURNAME, strictness, code) &&
         fits (given, GIVEN_NAME, strictness, code + 3);
}

/* Surname and given name among the words, in either order, wherever the one ends. */
static gboolean
fit_somewhere (const IonNameWords *words, Strictness strictness, const char *code)
{
  for (gsize at = 1; at < words->n; at++)
    {
      const Stretch left = { words, 0, at }, right = { words, at, words->n };

      if (fit (&left, &right, strictness, code) || fit (&right, &left, strictness, code))
        return TRUE;
    }
  return FALSE;
}

/* Whether the words of two cells match, each cell one of the two. */
static gboolean
fit_apart (const IonNameWords *a, const IonNameWords *b, Strictness strictness, const char *code)
{
  const Stretch left = { a, 0, a->n }, right = { b, 0, b->n };

  return a->n > 0 && b->n > 0 &&
         (fit (&left, &right, strictness, code) || fit (&right, &left, strictness, code));
}

static gboolean
is_foreign (const IonNameWords *words)
{
  return words->n > 0 && words->words[0][0] == '\0';
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
  for (gboolean is_variant = FALSE;; is_variant = TRUE)
    {
      IonNameWords a, b;

      ion_name_words_split (&a, surname, is_variant);
      ion_name_words_split (&b, given_name, is_variant);
      if (a.n + b.n < 2 || is_foreign (&a) || is_foreign (&b))
        return ION_NAME_CHECK_CANNOT_TELL;
      if (fit_apart (&a, &b, WHOLE, fiscal_code) || fit_apart (&a, &b, IN_PART, fiscal_code))
        return ION_NAME_CHECK_MATCHES;
      /* One of the cells may hold all of the name, the other a part or something else. */
      ion_name_words_append (&a, &b);
      if (fit_somewhere (&a, WHOLE, fiscal_code) || fit_somewhere (&a, IN_PART, fiscal_code))
        return ION_NAME_CHECK_MATCHES;
      if (a.has_holes)
        return ION_NAME_CHECK_CANNOT_TELL;
      if (is_variant || !a.has_variants)
        return ION_NAME_CHECK_DIFFERS;
    }
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
  return ion_name_check (fiscal_code, full_name, "");
}
