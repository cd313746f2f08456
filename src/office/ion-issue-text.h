/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All that is said about a row, in one cell. Private to the office. */
GString *ion_issue_text_new (GPtrArray *issues, gint64 row);
void ion_issue_text_append (GString *self, const char *sentence);

G_END_DECLS
