/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Offices' files say nowhere how their letters are written. What they are is told from the bytes
 * themselves, over the whole file: the first accent may stand in the last row.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-encoding-count.h"

#include "ion-utf8-measure.h"

#include <string.h>

/* Whether some byte of @word is below 0x20. */
static inline gboolean
has_control (guint64 word)
{
  return ((word - G_GUINT64_CONSTANT (0x2020202020202020)) & ~word &
          G_GUINT64_CONSTANT (0x8080808080808080)) != 0;
}

static void
count_controls (IonEncodingCount *self, const guint8 *data, gsize size)
{
  gsize i = 0;

  while (i < size)
    {
      guint64 word;
      gsize end = MIN (size, i + sizeof word);

      if (end - i == sizeof word)
        {
          memcpy (&word, data + i, sizeof word);
          if (!has_control (word))
            {
              i = end;
              continue;
            }
        }
      for (; i < end; i++)
        {
          if (data[i] == 0 && ((self->size + i) & 1) == 0)
            self->nul_even++;
          else if (data[i] == 0)
            self->nul_odd++;
          else if (data[i] < 0x20 && (data[i] < '\t' || data[i] > '\r') && data[i] != 0x1A)
            self->controls++;
        }
    }
}

/* Joins the sequence that the last piece has cut with the beginning of this one. */
static gsize
finish_pending (IonEncodingCount *self, const guint8 *data, gsize size)
{
  gsize used = 0;

  while (self->pending > 0)
    {
      int length = ion_utf8_measure_sequence (self->tail, self->pending);

      if (length < 0 && used < size)
        {
          self->tail[self->pending++] = data[used++];
          continue;
        }
      if (length < 0)
        return used;
      if (length > 1)
        self->sequences++;
      else if (length == 0)
        self->malformed++;
      /* What does not belong to it is looked at again. */
      used -= MIN (used, self->pending - MAX (length, 1));
      self->pending = 0;
    }
  return used;
}

/**
 * ion_encoding_count_add:
 * @self: the counts so far, all zero at the beginning
 * @data: the next piece of the file
 * @size: its length in bytes
 */
void
ion_encoding_count_add (IonEncodingCount *self, const guint8 *data, gsize size)
{
  gsize i;

  count_controls (self, data, size);
  i = finish_pending (self, data, size);
  while (i < size)
    {
      int length;

      i += ion_utf8_measure_ascii (data + i, size - i);
      if (i >= size)
        break;
      length = ion_utf8_measure_sequence (data + i, size - i);
      if (length < 0)
        {
          self->pending = size - i;
          memcpy (self->tail, data + i, self->pending);
          break;
        }
      if (length == 0)
        self->malformed++;
      else
        self->sequences++;
      i += MAX (length, 1);
    }
  self->size += size;
}

static gboolean
is_utf16 (guint64 nul_here, guint64 nul_there, guint64 size)
{
  /* Half of the bytes of Western text in UTF-16 are NUL, all on one side. */
  return size >= 4 && nul_here * 10 >= size * 3 && nul_there * 20 <= nul_here;
}

/**
 * ion_encoding_count_is_text:
 * @self: the counts of a whole file, or of its beginning
 *
 * Returns: whether the bytes may be text at all; a few NUL bytes or stray controls are forgiven
 */
gboolean
ion_encoding_count_is_text (const IonEncodingCount *self)
{
  guint64 nul = self->nul_even + self->nul_odd;

  if (is_utf16 (self->nul_odd, self->nul_even, self->size) ||
      is_utf16 (self->nul_even, self->nul_odd, self->size))
    return self->controls * 10 <= self->size; /* half of a typographic quotation mark is one */
  return self->controls * 50 <= self->size && nul * 10 <= self->size;
}

/**
 * ion_encoding_count_guess:
 * @self: the counts of a whole file
 *
 * Returns: the encoding in which the bytes make most sense
 */
IonEncoding
ion_encoding_count_guess (const IonEncodingCount *self)
{
  if (is_utf16 (self->nul_odd, self->nul_even, self->size))
    return ION_ENCODING_UTF16LE;
  if (is_utf16 (self->nul_even, self->nul_odd, self->size))
    return ION_ENCODING_UTF16BE;
  /* Some damaged letters do not make a UTF-8 file another one. */
  if (self->malformed + (self->pending > 0) == 0 || self->sequences >= self->malformed * 4 + 4)
    return ION_ENCODING_UTF8;
  return ION_ENCODING_WINDOWS_1252;
}
