/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A column's name taken apart into the words that offices use, however they were run together:
 * "CF_genitore", "codicefiscaleintestatario" and "PAGANTE - Cod. Fisc." say the same.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-column-kind.h"
#include "ion-column-words.h"
#include "ion-fields.h"

#include <string.h>

#define NAME_MAX_BYTES 80 /* folded; what is longer is a sentence */

typedef enum
{
  ROLE_NONE,
  ROLE_PAYER,
  ROLE_CHILD,
  ROLE_OTHER,
  ROLE_BODY,
} Role;

typedef struct
{
  const char *folded;
  const IonColumnWords *words;
  guint8 failed[NAME_MAX_BYTES + 1]; /* places from which there is no way, before and behind the
                                        head */
  Role role;                         /* the first one named: "CF genitore dell'alunno" */
} Parse;

static gboolean parse_from (Parse *self, gsize at, gboolean has_head);

/* Returns: the length of the word of @list at @cursor, which moves on; 0 at the end */
static gsize
next_word (const char **cursor, const char **word)
{
  gsize length;

  *word = *cursor + strspn (*cursor, " ");
  length = strcspn (*word, " ");
  *cursor = *word + length;
  return length;
}

static gboolean
is_listed (const char *list, const char *text)
{
  const char *word;
  gsize length;

  while ((length = next_word (&list, &word)) > 0)
    {
      if (strlen (text) == length && strncmp (word, text, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Tries each word of @list at @at, and the rest behind it. */
static gboolean
try_words (Parse *self, const char *list, gsize at, gboolean has_head, Role role)
{
  const char *word;
  gsize length;

  while ((length = next_word (&list, &word)) > 0)
    {
      if (strncmp (self->folded + at, word, length) != 0 ||
          !parse_from (self, at + length, has_head))
        continue;
      if (role != ROLE_NONE)
        self->role = role;
      return TRUE;
    }
  return FALSE;
}

/* A filler joins two words: it is never the last. */
static gboolean
try_fillers (Parse *self, gsize at, gboolean has_head)
{
  const char *list = ion_column_fillers, *word;
  gsize length;

  while ((length = next_word (&list, &word)) > 0)
    {
      if (strncmp (self->folded + at, word, length) == 0 && self->folded[at + length] != '\0' &&
          parse_from (self, at + length, has_head))
        return TRUE;
    }
  return FALSE;
}

static gboolean
parse_from (Parse *self, gsize at, gboolean has_head)
{
  const guint8 bit = has_head ? 2 : 1;

  if (self->folded[at] == '\0')
    return has_head;
  if ((self->failed[at] & bit) != 0)
    return FALSE;
  if ((!has_head && try_words (self, self->words->heads, at, TRUE, ROLE_NONE)) ||
      try_words (self, has_head ? self->words->after : self->words->before, at, has_head,
                 ROLE_NONE) ||
      try_words (self, ion_column_payers, at, has_head, ROLE_PAYER) ||
      try_words (self, ion_column_children, at, has_head, ROLE_CHILD) ||
      try_words (self, ion_column_others, at, has_head, ROLE_OTHER) ||
      try_words (self, ion_column_bodies, at, has_head, ROLE_BODY) ||
      try_fillers (self, at, has_head))
    return TRUE;
  self->failed[at] |= bit;
  return FALSE;
}

static gboolean
parse (const char *folded, const IonColumnWords *words, Role *role)
{
  Parse self = { .folded = folded, .words = words };

  if (*folded == '\0' || strlen (folded) > NAME_MAX_BYTES || !parse_from (&self, 0, FALSE))
    return FALSE;
  *role = self.role;
  return TRUE;
}

/* A plain beginning with something unknown behind it: codes, but who knows whose. */
static IonCodeColumn
rate_unknown (const char *folded)
{
  const char *list = ion_column_plain_codes, *word;
  gsize length;

  while ((length = next_word (&list, &word)) > 0)
    {
      if (strncmp (folded, word, length) == 0)
        return ION_CODE_COLUMN_OF_OTHERS;
    }
  return ION_CODE_COLUMN_NOT;
}

static IonCodeColumn
rate_folded (const char *folded)
{
  Role role;

  g_assert (ion_column_words[0].kind == ION_COLUMN_FISCAL_CODE);
  if (!parse (folded, &ion_column_words[0], &role))
    return rate_unknown (folded);
  switch (role)
    {
    case ROLE_NONE:
      return ION_CODE_COLUMN_PLAIN;
    case ROLE_PAYER:
      return ION_CODE_COLUMN_OF_PAYER;
    case ROLE_BODY:
      return ION_CODE_COLUMN_NOT;
    case ROLE_CHILD:
    case ROLE_OTHER:
    default:
      return ION_CODE_COLUMN_OF_OTHERS;
    }
}

/**
 * ion_column_kind_rate_fiscal_code:
 * @name: a column's name, as the file has it
 *
 * Returns: an #IonCodeColumn: whether the column holds people's fiscal codes, and whose
 */
guint
ion_column_kind_rate_fiscal_code (const char *name)
{
  g_autofree char *folded = ion_field_name_fold (name);

  return rate_folded (folded);
}

/* A name of somebody: whose it is decides. */
static IonColumnKind
choose_name (IonColumnKind kind, Role role)
{
  if (role == ROLE_NONE || role == ROLE_PAYER)
    return kind;
  if (role == ROLE_CHILD && kind != ION_COLUMN_SURNAME)
    return ION_COLUMN_PUPIL;
  return ION_COLUMN_OTHER;
}

static IonColumnKind
recognise_folded (const char *folded)
{
  for (gsize i = 1; i < ion_column_n_words; i++)
    {
      const IonColumnKind kind = ion_column_words[i].kind;
      Role role;

      if (!parse (folded, &ion_column_words[i], &role))
        continue;
      if (kind == ION_COLUMN_GIVEN_NAME || kind == ION_COLUMN_SURNAME ||
          kind == ION_COLUMN_FULL_NAME)
        return choose_name (kind, role);
      return kind;
    }
  if (is_listed (ion_column_bare_payers, folded))
    return ION_COLUMN_FULL_NAME;
  return is_listed (ion_column_children, folded) ? ION_COLUMN_PUPIL : ION_COLUMN_OTHER;
}

/**
 * ion_column_kind_recognise:
 * @name: the name of a column or of a template's field
 *
 * Returns: what stands in it, %ION_COLUMN_OTHER where the name does not say
 */
IonColumnKind
ion_column_kind_recognise (const char *name)
{
  g_autofree char *folded = ion_field_name_fold (name);

  if (*folded == '\0')
    return ION_COLUMN_OTHER;
  if (rate_folded (folded) != ION_CODE_COLUMN_NOT)
    return ION_COLUMN_FISCAL_CODE;
  return recognise_folded (folded);
}

/**
 * ion_column_kind_says_nothing:
 * @name: a column's name
 *
 * Returns: whether the name is none, a letter or two, or "colonna 3": only then may what stands
 *   below it decide about an amount or a date, of which a file may hold many
 */
gboolean
ion_column_kind_says_nothing (const char *name)
{
  g_autofree char *folded = ion_field_name_fold (name);
  gsize length = strlen (folded);

  while (length > 0 && g_ascii_isdigit (folded[length - 1]))
    length--;
  folded[length] = '\0';
  return length <= 2 || is_listed (ion_column_empty_names, folded);
}
