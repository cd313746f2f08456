/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What counts as blank in a cell: besides ASCII the spaces that word processors and web pages leave
 * behind (no-break, thin, zero-width), direction marks and the byte order mark. Bytes and not
 * characters, since the parsers that use it run once a row and stop at the first thing they refuse,
 * valid UTF-8 or not.
 */

/* Returns: how many bytes the blank at @text has, 0 where there is none */
static inline gsize
ion_blank_length (const char *text)
{
  const guchar *s = (const guchar *) text;

  if (s[0] == ' ' || (s[0] >= '\t' && s[0] <= '\r'))
    return 1;
  if (G_LIKELY (s[0] < 0xC2))
    return 0;
  if (s[0] == 0xC2 && s[1] == 0xA0)
    return 2;
  if (s[0] == 0xE2 && s[1] == 0x80 &&
      ((s[2] >= 0x80 && s[2] <= 0x8F) || (s[2] >= 0xA8 && s[2] <= 0xAF)))
    return 3;
  if (s[0] == 0xE2 && s[1] == 0x81 && (s[2] == 0x9F || s[2] == 0xA0))
    return 3;
  if ((s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80) ||
      (s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF))
    return 3;
  return 0;
}

/* Returns: @text behind its leading blanks */
static inline const char *
ion_blank_skip (const char *text)
{
  gsize length;

  while ((length = ion_blank_length (text)) > 0)
    text += length;
  return text;
}

G_END_DECLS
