/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the office.
 * Returns: (transfer full) (nullable): "20 amounts that cannot be read"; %NULL for a code that has
 * no words of its own */
char *ion_import_words_for (const char *code, gint64 count);

/* Returns: (transfer full) (nullable): the same of one, without its number: "amount that cannot be
 * read" */
char *ion_import_words_bare (const char *code);

G_END_DECLS
