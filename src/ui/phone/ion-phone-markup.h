/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-markdown.h"
#include "ion-phone-text.h"

G_BEGIN_DECLS

/* Writes what stands within @parent (a paragraph, a heading) as Pango markup; pictures are left
 * out. Returns: mask of #IonPhoneUnseen */
guint ion_phone_markup_append (GString *out, cmark_node *parent, const char *link_colour);
/* Whether a tag is one of those that the app breaks the line for. */
gboolean ion_phone_markup_is_line_break (const char *html);

G_END_DECLS
