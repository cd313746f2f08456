/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* For the files of this folder only; inline, since every text of a workbook passes here several
 * times. @piece is no part of @text. */
static inline void
ion_text_append (GString *text, const char *piece, gsize size)
{
  if (G_UNLIKELY (size >= text->allocated_len - text->len))
    {
      g_string_append_len (text, piece, (gssize) size);
      return;
    }
  memcpy (text->str + text->len, piece, size);
  text->len += size;
  text->str[text->len] = '\0';
}

G_END_DECLS
