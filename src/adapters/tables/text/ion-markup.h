/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text that begins with a tag may be. */
typedef enum
{
  ION_MARKUP_NONE,
  ION_MARKUP_HTML,
  ION_MARKUP_SPREADSHEET_2003, /* “XML spreadsheet 2003” */
  ION_MARKUP_FLAT_ODS,
  ION_MARKUP_MHTML,
} IonMarkup;

IonMarkup ion_markup_recognise (const guint8 *head, gsize size);
char *ion_markup_find_charset (const guint8 *head, gsize size);

G_END_DECLS
