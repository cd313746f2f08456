/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Nearly every value of a file is a name, a number or a date. That such a one can be written is
 * known from its length; of any other nothing is said here, and the message is made to see.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-value-measure.h"

#include <string.h>

/* Four counts in one word, so that a byte costs one addition: of letters, blanks, marks, others. */
#define LETTER G_GUINT64_CONSTANT (1)
#define BLANK  (LETTER << 16)
#define MARK   (LETTER << 32)
#define OTHER  (LETTER << 48)

#define LENGTH_MAX G_MAXUINT16

/* Others on purpose: what Markdown, addresses and quoted texts live on. Of two bytes, the letters
 * of the languages of Europe are plain; their second bytes need no counting in valid UTF-8. */
static const guint64 counts[256] = {
  [0 ... ' ' - 1] = OTHER,
  ['a' ... 'z'] = LETTER,
  ['A' ... 'Z'] = LETTER,
  ['0' ... '9'] = LETTER,
  ['\''] = LETTER,
  [','] = LETTER,
  [' '] = BLANK,
  ['.'] = MARK,
  ['-'] = MARK,
  ['/'] = MARK,
  [':'] = MARK,
  ['('] = MARK,
  [')'] = MARK,
  ['+'] = MARK,
  [';'] = MARK,
  ['%'] = MARK,
  ['?'] = MARK,
  ['!'] = OTHER,
  ['"'] = OTHER,
  ['#'] = OTHER,
  ['$'] = OTHER,
  ['&'] = OTHER,
  ['*'] = OTHER,
  ['<' ... '>'] = OTHER,
  ['@'] = OTHER,
  ['[' ... '`'] = OTHER,
  ['{' ... 0x7F] = OTHER,
  [0xC0 ... 0xC2] = OTHER,
  [0xC3 ... 0xC5] = LETTER,
  [0xC6 ... 0xFF] = OTHER,
};

/* In Markdown a mark may come with a backslash and be parted from its neighbours on both sides. */
#define MARK_MOST 4
/* At its start and at its end a value may be parted from what stands there. */
#define EDGES_MOST 2
/* What an amount, a date or a time may become, in any language; and in bytes. */
static const guint8 format_most[] = {
  [ION_FIELD_FORMAT_EURO] = 16,      /* "99.999.999,99 €" */
  [ION_FIELD_FORMAT_DATE] = 10,      /* "31/12/2026" */
  [ION_FIELD_FORMAT_LONG_DATE] = 24, /* "30 de septiembre de 2026" */
  [ION_FIELD_FORMAT_TIME] = 5,       /* "18:30" */
};
#define FORMAT_BYTES_MOST 40

static gboolean
is_tidy (const char *value, gsize length)
{
  return length > 0 && value[0] != ' ' && value[length - 1] != ' ' &&
         memmem (value, length, "  ", 2) == NULL;
}

/**
 * ion_value_measure_init:
 * @self: (out caller-allocates): what can be said of @value
 * @value: (array length=length): valid UTF-8
 */
void
ion_value_measure_init (IonValueMeasure *self, const char *value, gsize length)
{
  guint64 sum = 0;

  memset (self, 0, sizeof *self);
  if (length > LENGTH_MAX)
    return;
  for (gsize i = 0; i < length; i++)
    sum += counts[(guchar) value[i]];
  self->is_plain = sum < OTHER;
  self->n_blanks = sum / BLANK % (LENGTH_MAX + 1);
  self->n_letters = (guint) (sum % BLANK) + self->n_blanks;
  self->n_marks = (guint) (sum / MARK % (LENGTH_MAX + 1));
  self->n_bytes = (guint) length;
  self->is_tidy = self->is_plain && (self->n_blanks == 0 ? length > 0 : is_tidy (value, length));
}

/* Returns: how many units a plain value, which is not blank, becomes at least */
guint
ion_value_measure_least (const IonValueMeasure *self, IonFieldFormat format)
{
  if (format != ION_FIELD_FORMAT_NONE)
    return 1;
  return self->n_letters + self->n_marks - (self->is_tidy ? 0 : self->n_blanks);
}

/**
 * ion_value_measure_most:
 * @self: of a plain value, which is not blank
 * @format: how it is written; it is known to fit
 * @escape: where
 * @most: (out): how many units it becomes at most
 *
 * Returns: %FALSE where nothing can be said
 */
gboolean
ion_value_measure_most (const IonValueMeasure *self,
                        IonFieldFormat format,
                        IonEscape escape,
                        guint *most)
{
  const gboolean is_raw = format == ION_FIELD_FORMAT_NONE;

  switch (escape)
    {
    case ION_ESCAPE_PLAIN:
      *most = is_raw ? self->n_letters + self->n_marks : format_most[format];
      return TRUE;

    case ION_ESCAPE_MARKDOWN:
      *most = EDGES_MOST + (is_raw ? self->n_letters + MARK_MOST * self->n_marks
                                   : MARK_MOST * format_most[format]);
      return TRUE;

    case ION_ESCAPE_ADDRESS:
    default:
      /* A full stop stays one there, and "www." is the start of a host. */
      if (is_raw && self->n_marks > 0)
        return FALSE;
      *most = 3 * (is_raw ? self->n_bytes : FORMAT_BYTES_MOST);
      return TRUE;
    }
}
