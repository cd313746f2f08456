/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ION_ROW_WORDS_TOTAL,
  ION_ROW_WORDS_SUM, /* some of them are surnames too */
  ION_ROW_WORDS_NOTE,
} IonRowWords;

/* Returns: whether @text begins with one of the words as a whole word */
gboolean ion_row_words_begin (const char *text, IonRowWords words);
/* Returns: whether @text is a number, with or without its currency, and nothing else */
gboolean ion_row_words_is_figure (const char *text);
/* Returns: whether @text is a line drawn with characters */
gboolean ion_row_words_is_rule (const char *text);
/* Returns: whether @text may be a code, however damaged */
gboolean ion_row_words_may_be_code (const char *text);

G_END_DECLS
