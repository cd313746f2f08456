/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * markdown_shape:
 * @markdown: a text
 * @words: (out) (optional) (transfer full): all its texts, one after the other
 *
 * Parses as the app does: GitHub's Markdown with tables, strikethrough, tasks and bare addresses.
 *
 * Returns: (transfer full): the kinds of its nodes, with addresses, without texts
 */
char *markdown_shape (const char *markdown, char **words);

G_END_DECLS
