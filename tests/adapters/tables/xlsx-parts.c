/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Workbooks for tests: each test writes the part that it is about. */

#include "config.h"

#include "xlsx-parts.h"
#include "table-dump.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static char *
wrap (const char *element, const char *space, const char *content, const char *behind)
{
  return g_strdup_printf (HEAD "<%1$s xmlns=\"%2$s\" xmlns:r=\"" XLSX_RELS "\">%3$s%4$s</%1$s>",
                          element, space, content, behind);
}

static const char *
otherwise (const char *text, const char *usual)
{
  return text != NULL ? text : usual;
}

static char *
make_sheet (const char *data, const char *behind)
{
  g_autofree char *whole = g_strdup_printf ("<sheetData>%s</sheetData>", data);

  return wrap ("worksheet", XLSX_MAIN, whole, behind);
}

char *
xlsx_make (const XlsxParts *parts)
{
  g_autofree char *root = wrap ("Relationships", XLSX_PACKAGE,
                                "<Relationship Id=\"rId1\" Type=\"" XLSX_RELS
                                "/officeDocument\" Target=\"xl/workbook.xml\"/>",
                                "");
  g_autofree char *book =
      wrap ("workbook", XLSX_MAIN,
            otherwise (parts->book, "<sheets><sheet name=\"Foglio1\" sheetId=\"1\" r:id=\"rId1\"/>"
                                    "</sheets>"),
            "");
  g_autofree char *rels =
      wrap ("Relationships", XLSX_PACKAGE,
            otherwise (parts->rels, "<Relationship Id=\"rId1\" Type=\"" XLSX_RELS
                                    "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                    "<Relationship Id=\"rId2\" Type=\"" XLSX_RELS
                                    "/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
                                    "<Relationship Id=\"rId3\" Type=\"" XLSX_RELS
                                    "/styles\" Target=\"styles.xml\"/>"
                                    "<Relationship Id=\"rId4\" Type=\"" XLSX_RELS
                                    "/sharedStrings\" Target=\"sharedStrings.xml\"/>"),
            "");
  g_autofree char *styles = wrap ("styleSheet", XLSX_MAIN, otherwise (parts->styles, ""), "");
  g_autofree char *strings = wrap ("sst", XLSX_MAIN, otherwise (parts->strings, ""), "");
  g_autofree char *sheet = make_sheet (otherwise (parts->sheet, ""), otherwise (parts->behind, ""));
  g_autofree char *second = make_sheet (otherwise (parts->second, ""), "");
  const ZipPart all[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "_rels/.rels", root },
    { "xl/workbook.xml", book },
    { "xl/_rels/workbook.xml.rels", rels },
    { "xl/styles.xml", styles },
    { "xl/sharedStrings.xml", strings },
    { "xl/worksheets/sheet1.xml", otherwise (parts->raw, sheet) },
    { "xl/worksheets/sheet2.xml", second },
    { NULL },
  };

  return zip_make (all, &parts->options);
}

IonTable *
xlsx_open (const XlsxParts *parts, const char *sheet, GError **error)
{
  g_autofree char *path = xlsx_make (parts);
  IonTableOptions options = { .sheet = sheet };
  IonTable *table = ion_table_open (path, &options, error);

  g_unlink (path);
  return table;
}

void
xlsx_assert (const XlsxParts *parts, const char *sheet, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = xlsx_open (parts, sheet, &error);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (ion_table_get_format (table), ==, "xlsx");
  got = table_dump (table);
  g_assert_cmpstr (got, ==, expected);
}

void
xlsx_assert_cells (const char *sheet, const char *expected)
{
  const XlsxParts parts = { .sheet = sheet };

  xlsx_assert (&parts, NULL, expected);
}

void
xlsx_assert_refused (const XlsxParts *parts, IonTableError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = xlsx_open (parts, NULL, &error);
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  while (table != NULL && ion_table_next (table, &row, &cells, &n_cells, &error))
    continue;
  g_assert_error (error, ION_TABLE_ERROR, (gint) code);
  if (part != NULL)
    g_assert_nonnull (strstr (error->message, part));
}
