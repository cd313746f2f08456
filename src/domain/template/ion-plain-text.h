/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-template.h"

G_BEGIN_DECLS

/* Where a text goes that is no message of IO. */
typedef enum
{
  ION_PLAIN_TEXT_SITE,     /* no marks at all */
  ION_PLAIN_TEXT_WHATSAPP, /* *bold*, _italic_, ~struck~, `code` */
} IonPlainTextStyle;

/**
 * ion_plain_text_from_markdown:
 * @markdown: a text as templates hold it, without fields
 *
 * Headings become bold lines, links "text: address", lists stay lists; lines that IO joins are
 * joined.
 *
 * Returns: (transfer full): without blanks around
 */
char *ion_plain_text_from_markdown (const char *markdown, IonPlainTextStyle style);

/**
 * ion_plain_text_from_template:
 *
 * Title and text of what @text says, for everybody: each field is its name in square brackets, and
 * what only some rows get is there too.
 *
 * Returns: (transfer full)
 */
char *ion_plain_text_from_template (const IonTemplateText *text, IonPlainTextStyle style);

/* Of the title alone: "Retta di [mese]". Returns: (transfer full) */
char *ion_plain_text_from_subject (const IonTemplateText *text);

G_END_DECLS
