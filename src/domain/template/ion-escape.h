/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a value is written: what is dangerous depends on it. */
typedef enum
{
  ION_ESCAPE_PLAIN,    /* title, buttons' words: no Markdown there, one line */
  ION_ESCAPE_MARKDOWN, /* the text of the message */
  ION_ESCAPE_ADDRESS,  /* within a web address, after the host */
} IonEscape;

/* Whether nothing of @value would be seen: blanks, controls and marks without width only. */
gboolean ion_escape_is_blank (const char *value);

/**
 * ion_escape_append:
 * @out: what has been written so far; what stands last in it is looked at
 * @value: a value of a row; never needs to be trusted
 * @escape: where it goes
 *
 * Writes @value so that it can be nothing but its own characters. Blanks and line breaks become one
 * blank, those at the ends are dropped, as are controls and marks that turn the writing's
 * direction. In Markdown a backtick becomes an apostrophe, and web and e-mail addresses are broken
 * by an invisible blank, since the app makes links of them whatever is escaped.
 */
void ion_escape_append (GString *out, const char *value, IonEscape escape);

/**
 * ion_escape_guard:
 * @out: what has been written so far; ends with a value
 * @next: what the template says right after it
 *
 * In Markdown, keeps the end of a value and what follows from meaning something together: "1" and
 * ". Porta", "info" and "@comune.it".
 */
void ion_escape_guard (GString *out, const char *next);

G_END_DECLS
