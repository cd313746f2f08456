/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Workbooks that are broken, locked, none, or made to harm: refused, with the reason. */

#include "config.h"

#include "ion-table-limits.h"
#include "ion-xlsx-strings.h"
#include "table-dump.h"
#include "xlsx-parts.h"

#include <glib/gstdio.h>
#include <string.h>

#define MIB (1024 * 1024)

static const char one_row[] = "<row r=\"1\"><c><v>1</v></c></row>";

static void
assert_file_refused (const ZipPart *parts,
                     const ZipOptions *options,
                     IonTableError code,
                     const char *part)
{
  g_autofree char *path = zip_make (parts, options);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, NULL, &error);

  g_unlink (path);
  g_assert_null (table);
  g_assert_error (error, ION_TABLE_ERROR, (gint) code);
  if (part != NULL)
    g_assert_nonnull (strstr (error->message, part));
}

static void
test_encrypted (void)
{
  const XlsxParts parts = { .sheet = one_row, .options = { .password = "secret" } };

  xlsx_assert_refused (&parts, ION_TABLE_ERROR_ENCRYPTED, NULL);
}

static void
test_other_archives (void)
{
  const ZipPart plain[] = { { "elenco.csv", "a;b\n" }, { NULL } };
  const ZipPart letter[] = { { "[Content_Types].xml", "<Types/>" },
                             { "word/document.xml", "<document/>" },
                             { NULL } };
  const ZipPart binary[] = { { "[Content_Types].xml", "<Types/>" },
                             { "xl/workbook.bin", "x" },
                             { NULL } };
  const ZipPart text[] = { { "mimetype", "application/vnd.oasis.opendocument.text" }, { NULL } };
  const ZipPart empty[] = { { NULL } };

  assert_file_refused (plain, NULL, ION_TABLE_ERROR_FORMAT, "zip");
  assert_file_refused (letter, NULL, ION_TABLE_ERROR_FORMAT, "not a table");
  assert_file_refused (binary, NULL, ION_TABLE_ERROR_FORMAT, "xlsb");
  assert_file_refused (text, NULL, ION_TABLE_ERROR_FORMAT, "not a table");
  assert_file_refused (empty, NULL, ION_TABLE_ERROR_DAMAGED, NULL);
}

static void
test_missing_parts (void)
{
  const XlsxParts no_sheet = { .rels = "<Relationship Id=\"rId1\" Type=\"" XLSX_RELS
                                       "/worksheet\" Target=\"../../elsewhere.xml\"/>" };
  const XlsxParts no_rels = { .rels = "" };
  const XlsxParts no_sheets = { .book = "<sheets/>" };
  const XlsxParts outside = { .rels = "<Relationship Id=\"rId1\" Type=\"" XLSX_RELS
                                      "/worksheet\" TargetMode=\"External\" "
                                      "Target=\"file:///etc/passwd\"/>" };

  xlsx_assert_refused (&no_sheet, ION_TABLE_ERROR_DAMAGED, "elsewhere.xml");
  xlsx_assert_refused (&no_rels, ION_TABLE_ERROR_EMPTY, NULL);
  xlsx_assert_refused (&no_sheets, ION_TABLE_ERROR_EMPTY, NULL);
  xlsx_assert_refused (&outside, ION_TABLE_ERROR_EMPTY, NULL);
}

static void
test_broken_xml (void)
{
  const XlsxParts sheet = { .sheet = "<row></c>" };
  const XlsxParts strings = { .strings = "<si>", .sheet = one_row };
  const XlsxParts styles = { .styles = "<xf", .sheet = one_row };
  const XlsxParts book = { .book = "&x;", .sheet = one_row };

  xlsx_assert_refused (&sheet, ION_TABLE_ERROR_DAMAGED, "xl/worksheets/sheet1.xml");
  xlsx_assert_refused (&strings, ION_TABLE_ERROR_DAMAGED, "xl/sharedStrings.xml");
  xlsx_assert_refused (&styles, ION_TABLE_ERROR_DAMAGED, "xl/styles.xml");
  xlsx_assert_refused (&book, ION_TABLE_ERROR_DAMAGED, "xl/workbook.xml");
}

/* Whatever byte is missing or wrong. */
static void
test_damaged_file (void)
{
  const XlsxParts parts = { .strings = "<si><t>x</t></si>",
                            .sheet = "<row><c t=\"s\"><v>0</v></c><c><v>1.5</v></c></row>" };
  g_autofree char *path = xlsx_make (&parts);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_unlink (path);
  for (gsize cut = 5; cut + 22 < size; cut += 7)
    table_dump_assert_refused (bytes, cut, NULL, ION_TABLE_ERROR_DAMAGED);
  for (gsize i = 4; i < size; i += 3)
    {
      g_autofree char *wrong = g_memdup2 (bytes, size);

      wrong[i] ^= 0x55;
      table_dump_survive (wrong, size);
    }
}

static void
test_billion_laughs (void)
{
  const XlsxParts parts = {
    .raw = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
           "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet xmlns=\"" XLSX_MAIN
           "\"><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>",
  };

  xlsx_assert_refused (&parts, ION_TABLE_ERROR_DAMAGED, "sheet1.xml");
}

static void
test_external_entity (void)
{
  g_autofree char *secret = zip_make_raw ("not-to-be-read", 14);
  g_autofree char *raw =
      g_strdup_printf ("<!DOCTYPE w [<!ENTITY f SYSTEM "
                       "\"file://%s\">]><worksheet xmlns=\"" XLSX_MAIN "\"><sheetData><row><c "
                       "t=\"str\"><v>&f;</v></c></row></sheetData></worksheet>",
                       secret);
  const XlsxParts parts = { .raw = raw };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = xlsx_open (&parts, NULL, &error);
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  g_assert_no_error (error);
  g_assert_false (ion_table_next (table, &row, &cells, &n_cells, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
  g_assert_null (strstr (error->message, "not-to-be-read"));
  g_unlink (secret);
}

static void
test_bomb (void)
{
  XlsxParts parts = {
    .raw = "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData><row><c><v>1</v></c></row></sheetData>"
           "</worksheet>",
    .options = { .padded = "xl/worksheets/sheet1.xml", .padding = 15 * MIB },
  };

  xlsx_assert (&parts, NULL, "1: 1\n");
  parts.options.padding = 17 * MIB;
  xlsx_assert_refused (&parts, ION_TABLE_ERROR_TOO_LARGE, NULL);
}

/* A few bytes of a sheet that name the longest of texts again and again. */
static void
test_amplified (void)
{
  g_autofree char *text = g_strnfill (ION_TABLE_CELL_MAX, 'x');
  g_autofree char *strings = g_strdup_printf ("<si><t>%s</t></si>", text);
  g_autoptr (GString) sheet = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;
  XlsxParts parts = { .strings = strings };
  const char *const *cells;
  gint64 row, n_rows = 0;
  gsize n_cells;

  for (guint i = 0; i < 300; i++)
    {
      g_string_append (sheet, "<row>");
      for (guint k = 0; k < 15; k++)
        g_string_append (sheet, "<c t=\"s\"><v>0</v></c>");
      g_string_append (sheet, "</row>");
    }
  parts.sheet = sheet->str;
  table = xlsx_open (&parts, NULL, &error);
  g_assert_no_error (error);
  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    n_rows++;
  g_assert_no_error (error);
  g_assert_cmpint (n_rows, ==, 300);
}

/* What the program has as ION_TABLE_STRINGS_MAX. */
static void
test_strings_limit (void)
{
  const ZipPart parts[] = { { "s.xml", "<sst><si><t>12345678</t></si><si><t>1234</t></si></sst>" },
                            { NULL } };
  /* Two texts, and four bytes for where each begins and the last ends. */
  const gsize exact = 12 + 3 * 4;

  for (gsize max = exact - 1; max <= exact + 1; max++)
    {
      g_autofree char *path = zip_make (parts, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IonZipArchive) archive = ion_zip_archive_open (path, NULL, &error);
      g_autoptr (IonXlsxStrings) strings = ion_xlsx_strings_read (archive, "s.xml", max, &error);

      g_unlink (path);
      g_assert_cmpint (strings != NULL, ==, max >= exact);
      if (strings == NULL)
        g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
    }
}

static void
test_depth_limit (void)
{
  for (guint depth = ION_TABLE_XML_DEPTH_MAX - 3; depth <= ION_TABLE_XML_DEPTH_MAX - 1; depth++)
    {
      g_autoptr (GString) sheet = g_string_new ("<row>");
      XlsxParts parts = { 0 };

      /* Within <worksheet>, <sheetData> and <row>. */
      for (guint i = 0; i < depth - 1; i++)
        g_string_append (sheet, "<x>");
      for (guint i = 0; i < depth - 1; i++)
        g_string_append (sheet, "</x>");
      g_string_append (sheet, "<c><v>1</v></c></row>");
      parts.sheet = sheet->str;
      if (depth + 2 <= ION_TABLE_XML_DEPTH_MAX)
        xlsx_assert (&parts, NULL, "1: 1\n");
      else
        xlsx_assert_refused (&parts, ION_TABLE_ERROR_TOO_LARGE, "sheet1.xml");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-reader/encrypted", test_encrypted);
  g_test_add_func ("/xlsx-reader/other-archives", test_other_archives);
  g_test_add_func ("/xlsx-reader/missing-parts", test_missing_parts);
  g_test_add_func ("/xlsx-reader/broken-xml", test_broken_xml);
  g_test_add_func ("/xlsx-reader/damaged-file", test_damaged_file);
  g_test_add_func ("/xlsx-reader/billion-laughs", test_billion_laughs);
  g_test_add_func ("/xlsx-reader/external-entity", test_external_entity);
  g_test_add_func ("/xlsx-reader/bomb", test_bomb);
  g_test_add_func ("/xlsx-reader/amplified", test_amplified);
  g_test_add_func ("/xlsx-reader/limit/strings", test_strings_limit);
  g_test_add_func ("/xlsx-reader/limit/depth", test_depth_limit);
  return g_test_run ();
}
