/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonHtmlCell:
 *
 * The text of one cell of a web page, with its blanks as a browser shows them.
 */
typedef struct
{
  GString *text;
  gboolean has_space; /* before what comes next */
  gboolean has_break;
  char *number;    /* (owned) (nullable): the value behind what is shown */
  guint n_zeros;   /* digits that are shown at least */
  guint n_columns; /* that it takes */
  guint n_rows;
} IonHtmlCell;

void ion_html_cell_init (IonHtmlCell *self);
void ion_html_cell_clear (IonHtmlCell *self);
void ion_html_cell_begin (IonHtmlCell *self, const char *const *attributes);
void ion_html_cell_add (IonHtmlCell *self, const char *text, gsize size);
void ion_html_cell_add_break (IonHtmlCell *self);
void ion_html_cell_add_block (IonHtmlCell *self);
const char *ion_html_cell_finish (IonHtmlCell *self);

const char *ion_html_attribute_find (const char *const *attributes, const char *name);

G_END_DECLS
