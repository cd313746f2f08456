/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/* Markdown with the extensions that the app's parser has: tables, strikethrough, autolinks, tasks.
 * Returns: (transfer full): the document */
cmark_node *ion_markdown_parse (const char *text);
/* Whether @node is of an extension: "table", "strikethrough". */
gboolean ion_markdown_is (cmark_node *node, const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_node, cmark_node_free)

G_END_DECLS
