/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What spreadsheets take; longer cells are cut, more rows are refused. */
#define ION_SHEET_ROWS_MAX      1048576
#define ION_SHEET_CELL_MAX      32767 /* UTF-16 units */
#define ION_SHEET_FREEZE_MAX    20    /* rows above the table that may stay in sight */
#define ION_SHEET_WIDTH         18    /* characters, of a column */
#define ION_SHEET_WIDTH_OF_TEXT 90

/* Returns: how many bytes of @text a cell holds; all of them where it holds @text whole */
gsize ion_sheet_measure (const char *text);
/* Returns: FALSE with %ION_TABLE_ERROR_TOO_LARGE where a sheet has no such row */
gboolean ion_sheet_check_row (gint64 row, GError **error);
/* Returns: (transfer full): a name that every spreadsheet takes */
char *ion_sheet_make_name (const char *name);
/* Returns: (transfer full): it as formulas name the sheet, without the quotation marks, for XML */
char *ion_sheet_quote_name (const char *name);
/* Column 0 is "A". */
void ion_sheet_append_column (GString *text, gsize column);

/* Returns: whether the three bytes at @p are one of the two letters that XML cannot have */
static inline gboolean
ion_sheet_is_no_letter (const char *p)
{
  return (guchar) p[0] == 0xEF && (guchar) p[1] == 0xBF && (guchar) p[2] >= 0xBE;
}

G_END_DECLS
