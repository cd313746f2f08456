/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* For the files of this folder only; inline, since every byte of a file passes here. */

/* Length of the well-formed UTF-8 sequence at @p (RFC 3629), 0 where there is none, -1 where
 * @size ends inside it. */
static inline int
ion_utf8_measure_sequence (const guint8 *p, gsize size)
{
  guint8 low = 0x80, high = 0xBF;
  int length;

  if (p[0] < 0x80)
    return 1;
  if (p[0] < 0xC2 || p[0] > 0xF4)
    return 0;
  length = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
  if (p[0] == 0xE0)
    low = 0xA0;
  else if (p[0] == 0xED)
    high = 0x9F;
  else if (p[0] == 0xF0)
    low = 0x90;
  else if (p[0] == 0xF4)
    high = 0x8F;
  for (int i = 1; i < length; i++)
    {
      if ((gsize) i >= size)
        return -1;
      if (p[i] < low || p[i] > high)
        return 0;
      low = 0x80;
      high = 0xBF;
    }
  return length;
}

/* The length of the run of bytes below 0x80 at the beginning of @p. */
static inline gsize
ion_utf8_measure_ascii (const guint8 *p, gsize size)
{
  gsize n = 0;

  while (n + sizeof (guint64) <= size)
    {
      guint64 word;

      memcpy (&word, p + n, sizeof word);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
      n += sizeof word;
    }
  while (n < size && p[n] < 0x80)
    n++;
  return n;
}

G_END_DECLS
