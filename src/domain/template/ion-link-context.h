/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a value that follows a piece of Markdown would be part of. */
typedef enum
{
  ION_LINK_CONTEXT_TEXT,
  ION_LINK_CONTEXT_PATH, /* of a web address, after its host: fine, once percent-encoded */
  ION_LINK_CONTEXT_HOST, /* of where a link leads: never */
} IonLinkContext;

/**
 * ion_link_context_at_end:
 * @markdown: (array length=length): what has been written so far
 *
 * Looks back from the end, as far as the last blank: cheap enough to ask for every value.
 */
IonLinkContext ion_link_context_at_end (const char *markdown, gsize length);

/**
 * ion_link_context_is_hidden:
 * @markdown: (array length=length): what a template says before a field
 *
 * Whether a value there would stand in a link's title or within an HTML tag, where no escape is
 * safe. Looks at the whole line: for templates, not for every value.
 */
gboolean ion_link_context_is_hidden (const char *markdown, gsize length);

G_END_DECLS
