/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Texts in a workbook write as "_x000D_" what XML cannot hold, or would not keep. They come in
 * pieces, of any length: no more of one is kept than shows that it is too long.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-text.h"
#include "ion-table-limits.h"
#include "ion-text-append.h"

#include <string.h>

#define ESCAPE_SIZE 7 /* "_x000D_" */
#define KEPT_MAX    (ION_TABLE_CELL_MAX * (ESCAPE_SIZE + 1))

/**
 * ion_xlsx_text_append:
 * @text: where texts are gathered
 * @start: where in it this one begins
 * @piece: (array length=size): the next piece of it
 * @size: its length
 */
void
ion_xlsx_text_append (GString *text, gsize start, const char *piece, gsize size)
{
  gsize kept = text->len - start, n = size;

  if (G_UNLIKELY (kept + size > KEPT_MAX))
    {
      n = KEPT_MAX - kept;
      while (n > 0 && (piece[n] & 0xC0) == 0x80)
        n--;
    }
  ion_text_append (text, piece, n);
}

/* Returns: %FALSE where no escape stands at @p */
static gboolean
read_escape (const char *p, const char *end, gunichar *unit)
{
  if (end - p < ESCAPE_SIZE || p[0] != '_' || p[1] != 'x' || p[ESCAPE_SIZE - 1] != '_')
    return FALSE;
  *unit = 0;
  for (gsize i = 2; i < ESCAPE_SIZE - 1; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }
  return TRUE;
}

/* Writes the character that begins at @p, an escape, to @to. Returns: what follows it */
static const char *
decode_escape (const char *p, const char *end, gunichar unit, char **to)
{
  gunichar low;

  p += ESCAPE_SIZE;
  if (unit >= 0xD800 && unit < 0xDC00 && read_escape (p, end, &low) && low >= 0xDC00 &&
      low < 0xE000)
    {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      p += ESCAPE_SIZE;
    }
  if (unit >= 0xD800 && unit < 0xE000)
    unit = 0xFFFD;
  if (unit != 0)
    *to += g_unichar_to_utf8 (unit, *to);
  return p;
}

/**
 * ion_xlsx_text_finish:
 * @text: where texts are gathered
 * @start: where in it the one begins that is now whole
 *
 * Decodes its escapes, and cuts what is far too long, just beyond where that shows.
 */
void
ion_xlsx_text_finish (GString *text, gsize start)
{
  const char *end = text->str + text->len;
  const char *from = memmem (text->str + start, text->len - start, "_x", 2);
  gunichar unit;

  if (G_UNLIKELY (from != NULL))
    {
      char *to = text->str + (from - text->str);

      while (from < end)
        {
          if (*from == '_' && read_escape (from, end, &unit))
            from = decode_escape (from, end, unit, &to);
          else
            *to++ = *from++;
        }
      g_string_truncate (text, (gsize) (to - text->str));
    }
  if (G_UNLIKELY (text->len - start > ION_TABLE_CELL_MAX + 4))
    {
      gsize cut = start + ION_TABLE_CELL_MAX + 4;

      while ((text->str[cut] & 0xC0) == 0x80)
        cut--;
      g_string_truncate (text, cut);
    }
}
