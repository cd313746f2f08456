/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"

G_BEGIN_DECLS

/**
 * IonHtmlRows:
 *
 * The rows of all tables of a web page, one after the other, as a spreadsheet that opens it lays
 * them out.
 */
typedef struct _IonHtmlRows IonHtmlRows;

IonHtmlRows *ion_html_rows_new (IonRowQueue *queue);
void ion_html_rows_free (IonHtmlRows *self);

/* @name in lower case; @attributes: (nullable): names and values by turns, up to %NULL */
void ion_html_rows_start (IonHtmlRows *self, const char *name, const char *const *attributes);
void ion_html_rows_end (IonHtmlRows *self, const char *name);
void ion_html_rows_text (IonHtmlRows *self, const char *text, gsize size);
/* The page has ended. */
void ion_html_rows_finish (IonHtmlRows *self);
/* Returns: (nullable) (transfer none): why there can be no more rows */
const GError *ion_html_rows_get_error (const IonHtmlRows *self);
gboolean ion_html_rows_has_table (const IonHtmlRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonHtmlRows, ion_html_rows_free)

G_END_DECLS
