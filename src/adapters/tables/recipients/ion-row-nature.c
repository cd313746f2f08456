/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Lists are printed before they are sent: sums stand below them, headers and page numbers between
 * their rows. To take such a row for a person costs a needless error; to take a person for such a
 * row would lose somebody: in doubt it is a person.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-row-nature.h"
#include "ion-blank.h"
#include "ion-column-kind.h"
#include "ion-notice-number.h"
#include "ion-row-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *message;
} natures[] = {
  [ION_ROW_TOTALS] = { "totals-row", N_ ("The row of the totals was skipped.") },
  [ION_ROW_HEADER_AGAIN] = { "repeated-header",
                             N_ ("The header stands here once more: the row was skipped.") },
  [ION_ROW_NOTE] = { "note-row",
                     N_ ("The row holds a note and nobody’s data: it was skipped. If it "
                         "is a person, fill in the fiscal code.") },
  [ION_ROW_EMPTY] = { "empty-rows", N_ ("The row is empty and was skipped.") },
};

/* Rows as nearly all are: six letters or digits and then digits, in the column of the codes. */
static gboolean
is_plain_person (const IonRowContext *context, const char *const *cells, gsize n_cells)
{
  const char *text;

  if (context->code < 0 || (gsize) context->code >= n_cells)
    return FALSE;
  text = cells[context->code];
  for (int i = 0; i < 6; i++)
    {
      if (!g_ascii_isalnum (text[i]))
        return FALSE;
    }
  return g_ascii_isdigit (text[6]) && g_ascii_isdigit (text[7]);
}

/* The row's filled cells. */
typedef struct
{
  const IonRowContext *context;
  const char *const *cells;
  gsize n_cells;
  gsize n_filled;
  gsize n_figures;
  gsize n_rules;
  gsize last; /* the last filled one */
} Row;

static const char *
get_text (const Row *self, gsize column)
{
  if ((gssize) column == self->context->errors_column)
    return "";
  return ion_blank_skip (self->cells[column]);
}

static void
measure (Row *self)
{
  for (gsize i = 0; i < self->n_cells; i++)
    {
      const char *text = get_text (self, i);

      if (*text == '\0')
        continue;
      self->n_filled++;
      self->last = i;
      self->n_figures += ion_row_words_is_figure (text);
      self->n_rules += ion_row_words_is_rule (text);
    }
}

static IonColumnKind
get_kind (const Row *self, gsize column)
{
  if (column >= self->context->n_columns)
    return ION_COLUMN_OTHER;
  return ion_column_kind_recognise (self->context->header[column]);
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *first = g_strstrip (g_utf8_casefold (ion_blank_skip (a), -1));
  g_autofree char *second = g_strstrip (g_utf8_casefold (ion_blank_skip (b), -1));

  return g_str_equal (first, second);
}

static gboolean
is_header_again (const Row *self)
{
  gsize n_names = 0;

  for (gsize i = 0; i < self->context->n_columns; i++)
    n_names += self->context->header[i][0] != '\0';
  if (n_names == 0 || self->n_filled * 2 < n_names)
    return FALSE;
  for (gsize i = 0; i < self->n_cells; i++)
    {
      const char *text = get_text (self, i);

      if (*text != '\0' &&
          (i >= self->context->n_columns || !is_same_text (text, self->context->header[i])))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_of_names (const Row *self, gsize column)
{
  IonColumnKind kind = get_kind (self, column);

  return kind == ION_COLUMN_GIVEN_NAME || kind == ION_COLUMN_SURNAME ||
         kind == ION_COLUMN_FULL_NAME || kind == ION_COLUMN_PUPIL;
}

/* "Totale TARI 2026" may be what everybody owes: where somebody has such a word in the same column,
 * it says nothing about the row. */
static gboolean
is_usual (const Row *self, gsize column)
{
  const char *const *person = self->context->person;
  const char *text = "";

  for (gsize i = 0; person != NULL && person[i] != NULL && i <= column; i++)
    text = i == column ? ion_blank_skip (person[i]) : "";
  return ion_row_words_begin (text, ION_ROW_WORDS_TOTAL) ||
         ion_row_words_begin (text, ION_ROW_WORDS_SUM) ||
         ion_row_words_begin (text, ION_ROW_WORDS_NOTE);
}

/* Somma is a surname too: in a column of names it takes more than the word. */
static gboolean
is_sum (const Row *self, gsize column)
{
  const char *text = get_text (self, column);

  return ion_row_words_begin (text, ION_ROW_WORDS_SUM) && !is_usual (self, column) &&
         (!is_of_names (self, column) || strpbrk (text, ":0123456789") != NULL);
}

static gboolean
is_word (const Row *self, gsize column)
{
  const char *text = get_text (self, column);

  if (ion_row_words_begin (text, ION_ROW_WORDS_TOTAL) ||
      ion_row_words_begin (text, ION_ROW_WORDS_NOTE))
    return !is_usual (self, column);
  return is_sum (self, column);
}

/* Whether somebody's name, or what may be a code, stands in the row. */
static gboolean
names_somebody (const Row *self)
{
  for (gsize i = 0; i < self->n_cells; i++)
    {
      const char *text = get_text (self, i);

      if (*text == '\0' || ion_row_words_is_figure (text) || is_word (self, i))
        continue;
      if ((gssize) i == self->context->code ? ion_row_words_may_be_code (text)
                                            : is_of_names (self, i))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_word (const Row *self, IonRowWords kind)
{
  for (gsize i = 0; i < self->n_cells; i++)
    {
      if (ion_row_words_begin (get_text (self, i), kind) && !is_usual (self, i))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_code (const Row *self)
{
  gssize code = self->context->code;

  return code >= 0 && (gsize) code < self->n_cells && *get_text (self, (gsize) code) != '\0';
}

/* A notice is somebody's. */
static gboolean
has_notice (const Row *self)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];

  for (gsize i = 0; i < self->n_cells; i++)
    {
      const char *text = get_text (self, i);

      if (*text != '\0' && get_kind (self, i) == ION_COLUMN_NOTICE_NUMBER &&
          ion_notice_number_parse (text, number, NULL, NULL))
        return TRUE;
    }
  return FALSE;
}

/* Sums without a word. With only two columns it may as well be somebody whose code is missing. */
static gboolean
is_bare_sums (const Row *self)
{
  if (self->n_figures != self->n_filled || self->n_filled > 2 || self->context->n_columns < 3 ||
      has_code (self))
    return FALSE;
  for (gsize i = 0; i < self->n_cells; i++)
    {
      if (*get_text (self, i) != '\0' && get_kind (self, i) == ION_COLUMN_NOTICE_NUMBER)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_totals (const Row *self)
{
  gsize n_sums = 0;

  if (has_notice (self))
    return FALSE;
  if (has_word (self, ION_ROW_WORDS_TOTAL) && !names_somebody (self))
    return TRUE;
  for (gsize i = 0; i < self->n_cells; i++)
    n_sums += is_sum (self, i);
  if (n_sums > 0 && n_sums + self->n_figures >= self->n_filled)
    return TRUE;
  return is_bare_sums (self);
}

static gboolean
is_note (const Row *self)
{
  const char *text = get_text (self, self->last);

  if (self->n_rules == self->n_filled)
    return TRUE;
  if (self->context->n_columns < 3 || self->n_filled > 2)
    return FALSE;
  if (has_word (self, ION_ROW_WORDS_NOTE) && !names_somebody (self))
    return TRUE;
  if (self->n_filled > 1)
    return FALSE;
  if ((gssize) self->last == self->context->code)
    return !ion_row_words_may_be_code (text);
  return get_kind (self, self->last) == ION_COLUMN_OTHER &&
         (self->last >= self->context->n_columns ||
          ion_mapping_get_field (self->context->mapping, self->last) == NULL);
}

/**
 * ion_row_nature_tell:
 * @context: what is known of the table
 * @cells: (array length=n_cells): a row below the header
 * @n_cells: their number
 *
 * Returns: what the row is; a person wherever that is possible
 */
IonRowNature
ion_row_nature_tell (const IonRowContext *context, const char *const *cells, gsize n_cells)
{
  Row row = { .context = context, .cells = cells, .n_cells = n_cells };

  if (G_LIKELY (is_plain_person (context, cells, n_cells)))
    return ION_ROW_PERSON;
  measure (&row);
  if (row.n_filled == 0)
    return ION_ROW_EMPTY;
  if (is_header_again (&row))
    return ION_ROW_HEADER_AGAIN;
  if (is_totals (&row))
    return ION_ROW_TOTALS;
  return is_note (&row) ? ION_ROW_NOTE : ION_ROW_PERSON;
}

const char *
ion_row_nature_get_code (IonRowNature nature)
{
  g_return_val_if_fail (nature != ION_ROW_PERSON, NULL);

  return natures[nature].code;
}

const char *
ion_row_nature_get_message (IonRowNature nature)
{
  g_return_val_if_fail (nature != ION_ROW_PERSON, NULL);

  return _ (natures[nature].message);
}
