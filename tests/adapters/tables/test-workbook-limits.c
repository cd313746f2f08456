/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is counted in a workbook beside its cells: below, at and above each limit. */

#include "config.h"

#include "ion-table-limits.h"
#include "xlsx-parts.h"

#include <string.h>

/* A day as the last of all formats; what lies beyond the limit is read as the number it is. */
static void
test_styles_limit (void)
{
  for (int by = -1; by <= 1; by++)
    {
      g_autoptr (GString) styles = g_string_new ("<cellXfs>");
      g_autofree char *sheet =
          g_strdup_printf ("<row r=\"1\"><c r=\"A1\" s=\"%d\"><v>46357</v></c></row>",
                           ION_TABLE_STYLES_MAX + by - 1);
      XlsxParts parts = { .styles = NULL, .sheet = sheet };

      for (int i = 1; i < ION_TABLE_STYLES_MAX + by; i++)
        g_string_append (styles, "<xf numFmtId=\"0\"/>");
      g_string_append (styles, "<xf numFmtId=\"14\"/></cellXfs>");
      parts.styles = styles->str;
      xlsx_assert (&parts, NULL, by > 0 ? "1: 46357\n" : "1: 2026-12-01\n");
    }
}

/* Each row has two cells in one; so many of them are said. */
static void
test_merges_limit (void)
{
  for (int by = -1; by <= 1; by++)
    {
      int n = ION_TABLE_MERGES_MAX + by;
      g_autoptr (GString) sheet = g_string_new (NULL);
      g_autoptr (GString) behind = g_string_new ("<mergeCells>");
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;
      XlsxParts parts = { 0 };
      const char *const *cells;
      gsize n_cells, n_merged = 0;
      gint64 row;

      for (int i = 1; i <= n; i++)
        {
          g_string_append_printf (sheet, "<row r=\"%d\"><c r=\"A%d\"><v>1</v></c></row>", i, i);
          g_string_append_printf (behind, "<mergeCell ref=\"A%d:B%d\"/>", i, i);
        }
      g_string_append (behind, "</mergeCells>");
      parts.sheet = sheet->str;
      parts.behind = behind->str;
      table = xlsx_open (&parts, NULL, &error);
      g_assert_no_error (error);
      while (ion_table_next (table, &row, &cells, &n_cells, &error))
        {
          g_autoptr (GPtrArray) remarks = ion_table_take_remarks (table);

          n_merged += remarks->len;
        }
      g_assert_no_error (error);
      g_assert_cmpint (row, ==, n);
      g_assert_cmpuint (n_merged, ==, MIN (n, ION_TABLE_MERGES_MAX));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/limits/styles", test_styles_limit);
  g_test_add_func ("/workbook/limits/merges", test_merges_limit);
  return g_test_run ();
}
