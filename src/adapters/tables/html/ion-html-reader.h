/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonHtmlReader:
 *
 * The tables of a web page, which many programs save under the name of an old workbook.
 */
#define ION_TYPE_HTML_READER (ion_html_reader_get_type ())
G_DECLARE_FINAL_TYPE (IonHtmlReader, ion_html_reader, ION, HTML_READER, GObject)

IonTable *ion_html_reader_new (const char *path,
                               const guint8 *head,
                               gsize head_size,
                               const char *encoding,
                               GError **error);

G_END_DECLS
