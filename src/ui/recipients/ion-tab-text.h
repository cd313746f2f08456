/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows as spreadsheets copy them: cells with tabs between, quoted where they hold one. */

/* Appends a tab and @cell. */
void ion_tab_text_append (GString *text, const char *cell);
/* Returns: whether @text may be rows that were copied from a spreadsheet */
gboolean ion_tab_text_is_rows (const char *text);

G_END_DECLS
