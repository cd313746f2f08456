/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What both kinds of workbook have in common when they are written. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-sheet.h"
#include "ion-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define NAME_MAX_LENGTH 31

gsize
ion_sheet_measure (const char *text)
{
  gsize length = strlen (text), units = 0;
  const char *p = text;

  /* As many units as bytes at most. */
  if (length <= ION_SHEET_CELL_MAX)
    return length;
  while (*p != '\0')
    {
      units += (guchar) *p >= 0xF0 ? 2 : 1;
      if (units > ION_SHEET_CELL_MAX)
        break;
      p = g_utf8_next_char (p);
    }
  return (gsize) (p - text);
}

gboolean
ion_sheet_check_row (gint64 row, GError **error)
{
  if (row <= ION_SHEET_ROWS_MAX)
    return TRUE;
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                       _ ("A workbook holds at most 1,048,576 rows: give the file a name that ends "
                          "in .csv."));
  return FALSE;
}

char *
ion_sheet_make_name (const char *name)
{
  g_autofree char *valid = NULL;
  char *start;

  if (name == NULL)
    /* Translators: the name of a sheet in a workbook */
    name = _ ("Sheet1");
  valid = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), NAME_MAX_LENGTH));
  g_strdelimit (valid, "[]:*?/\\\t\n\r", '_');
  start = valid + strspn (valid, "'");
  while (g_str_has_suffix (start, "'"))
    start[strlen (start) - 1] = '\0';
  return g_strdup (*start != '\0' ? start : "1");
}

char *
ion_sheet_quote_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  return g_markup_escape_text (doubled, -1);
}

void
ion_sheet_append_column (GString *text, gsize column)
{
  char name[8];
  gsize at = sizeof name;

  for (gsize n = column + 1; n > 0; n = (n - 1) / 26)
    name[--at] = (char) ('A' + (n - 1) % 26);
  g_string_append_len (text, name + at, (gssize) (sizeof name - at));
}
