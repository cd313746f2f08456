/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Workbooks of Office Open XML: what cells become, and where rows and sheets are. */

#include "config.h"

#include "ion-table-limits.h"
#include "table-dump.h"
#include "xlsx-parts.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_shared (void)
{
  const XlsxParts parts = {
    .strings = "<si><t>CF</t></si><si><t xml:space=\"preserve\"> a  b </t></si><si/><si><t/></si>"
               "<si><t>&lt;è&gt;</t></si>",
    .sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
             "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>4</v></c><c r=\"B2\" t=\"s\"><v>2</v></c>"
             "<c r=\"C2\" t=\"s\"><v>3</v></c></row>",
  };

  xlsx_assert (&parts, NULL, "1: CF| a  b \n2: <è>\n");
}

static void
test_shared_missing (void)
{
  const XlsxParts parts = {
    .strings = "<si><t>x</t></si>",
    .sheet = "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>-1</v></c>"
             "<c t=\"s\"><v>18446744073709551616</v></c></row>",
  };

  xlsx_assert (&parts, NULL, "1: x\n1/1 cell-error\n1/2 cell-error\n1/3 cell-error\n");
}

static void
test_rich_text (void)
{
  const XlsxParts parts = {
    .strings = "<si><r><rPr><b/></rPr><t>Ros</t></r><r><t>si</t></r><rPh sb=\"0\" eb=\"1\"><t>no"
               "</t></rPh><phoneticPr fontId=\"1\"/></si>",
    .sheet =
        "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>Bian</t></r><r><t>chi</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is></c></row>",
  };

  xlsx_assert (&parts, NULL, "1: Rossi|Bianchi\n");
}

static void
test_escapes (void)
{
  const XlsxParts parts = {
    .strings = "<si><t>a_x000D_\nb</t></si><si><t>_x005F_x000D_</t></si><si><t>_x00e8_</t></si>"
               "<si><t>_xD83D__xDE00_</t></si><si><t>_xD83D_x_x0000_y</t></si><si><t>_x12_ _X00E8_"
               "</t></si>",
    .sheet = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
             "<c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c><c t=\"s\"><v>5</v></c>"
             "<c t=\"str\"><v>_x0041_</v></c><c t=\"inlineStr\"><is><t>_x0041_</t></is></c></row>",
  };

  xlsx_assert (&parts, NULL,
               "1: a\r\nb|_x000D_|è|\360\237\230\200|\357\277\275xy|_x12_ _X00E8_|A|A\n");
}

static void
test_kinds (void)
{
  xlsx_assert_cells ("<row><c><v>42</v></c><c t=\"n\"><v>85.50</v></c><c t=\"b\"><v>1</v></c>"
                     "<c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><v>x</v></c>"
                     "<c t=\"inlineStr\"><is><t>y</t></is></c><c t=\"d\"><v>2026-12-31T10:30:00</v>"
                     "</c><c><v>no number</v></c><c t=\"new\"><v>7</v></c></row>",
                     "1: 42|85.5|VERO|FALSO|#N/D|x|y|2026-12-31 10:30|no number|7\n"
                     "1/4 cell-error\n");
}

static void
test_numbers (void)
{
  xlsx_assert_cells ("<row><c><v>301010000000000000</v></c><c><v>1.234</v></c></row>",
                     "1: 3.01010000000000E+17|1.2340\n");
}

static void
test_formats (void)
{
  XlsxParts parts = {
    .styles = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/>"
              "<numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts>"
              "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
              "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
              "<xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs>"
              "<dxfs><dxf><numFmt numFmtId=\"165\" formatCode=\"dd\"/></dxf></dxfs>",
    .sheet = "<row><c><v>46387</v></c><c s=\"1\"><v>46387</v></c><c s=\"2\"><v>46387.4375</v></c>"
             "<c s=\"3\"><v>42</v></c><c s=\"4\"><v>0.4375</v></c><c s=\"99\"><v>5</v></c>"
             "<c s=\"1\"><v>60</v></c></row>",
  };

  xlsx_assert (&parts, NULL, "1: 46387|2026-12-31|2026-12-31 10:30|00042|10:30|5|60\n");
  parts.book = "<workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets>";
  parts.sheet = "<row><c s=\"1\"><v>44925</v></c></row>";
  xlsx_assert (&parts, NULL, "1: 2026-12-31\n");
}

static void
test_formulas (void)
{
  xlsx_assert_cells ("<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v></v></c>"
                     "<c><f>A1</f></c><c><f>A1</f><v></v></c><c t=\"b\"><f>A1</f><v>1</v></c>"
                     "<c t=\"e\"><f>A1</f><v>#DIV/0!</v></c></row>",
                     "1: 2||||VERO|#DIV/0!\n1/2 formula-without-value\n1/3 formula-without-value\n"
                     "1/5 cell-error\n");
}

static void
test_places (void)
{
  /* Cells that skip columns, stand in the wrong order, twice, or nowhere. */
  xlsx_assert_cells ("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c><v>2</v></c>"
                     "<c r=\"AA1\"><v>27</v></c></row>"
                     "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>9</v></c></row>"
                     "<row r=\"4\"><c r=\"b4\"><v>7</v></c></row>",
                     "1: 1|2|3||||||||||||||||||||||||27\n2: 9\n4: |7\n3 empty-rows\n");
}

static void
test_row_numbers (void)
{
  xlsx_assert_cells ("<row><c><v>1</v></c></row><row r=\"5\"><c><v>5</v></c></row>"
                     "<row><c><v>6</v></c></row>",
                     "1: 1\n5: 5\n6: 6\n2 empty-rows\n");
  xlsx_assert_cells ("<row r=\"3\"><c><v>3</v></c></row><row r=\"2\"><c><v>4</v></c></row>"
                     "<row r=\"x\"><c><v>5</v></c></row><row r=\"0\"><c><v>6</v></c></row>"
                     "<row r=\"99999999999999999999\"><c><v>7</v></c></row>",
                     "3: 3\n4: 4\n5: 5\n6: 6\n7: 7\n1 empty-rows\n4 row-number\n5 row-number\n"
                     "6 row-number\n7 row-number\n");
}

static void
test_empty_rows (void)
{
  xlsx_assert_cells ("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"/><row r=\"3\"><c s=\"1\"/>"
                     "<c t=\"inlineStr\"><is><t> </t></is></c></row><row r=\"4\"><c><v>4</v></c>"
                     "</row><row r=\"5\"/>",
                     "1: 1\n4: 4\n2 empty-rows\n");
}

static void
test_hidden_rows (void)
{
  xlsx_assert_cells ("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c><v>2</v></c>"
                     "</row><row r=\"3\" hidden=\"true\"/><row r=\"4\" hidden=\"0\"><c><v>4</v></c>"
                     "</row>",
                     "1: 1\n2: 2\n4: 4\n2 hidden-row\n3 empty-rows\n");
}

static void
test_merged_cells (void)
{
  const XlsxParts parts = {
    .sheet = "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"
             "<row r=\"3\"><c><v>3</v></c></row>",
    .behind = "<mergeCells count=\"5\"><mergeCell ref=\"C3:D3\"/><mergeCell ref=\"B2:B3\"/>"
              "<mergeCell ref=\"A1\"/><mergeCell ref='ZZZZ1:B2'/><mergeCell/></mergeCells>",
  };

  xlsx_assert (&parts, NULL, "1: 1\n2: |2\n3: 3\n2/1 merged-cells\n3/2 merged-cells\n");
}

/* Wherever the pieces of the unpacked sheet are cut. */
static void
test_many_merged_cells (void)
{
  g_autoptr (GString) sheet = g_string_new (NULL), behind = g_string_new (NULL);
  XlsxParts parts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells, n = 0;

  for (guint i = 1; i <= 9000; i++)
    {
      g_string_append_printf (sheet, "<row r=\"%u\"><c><v>%u</v></c></row>", i, i);
      g_string_append_printf (behind, "<mergeCell ref=\"A%u:B%u\"/>", i, i);
    }
  parts.sheet = sheet->str;
  parts.behind = behind->str;
  table = xlsx_open (&parts, NULL, &error);
  g_assert_no_error (error);
  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      g_autoptr (GPtrArray) remarks = ion_table_take_remarks (table);

      n += remarks->len;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 9000);
}

static void
test_namespaces (void)
{
  XlsxParts parts = { 0 };

  parts.raw = "<x:worksheet xmlns:x=\"" XLSX_MAIN "\"><x:sheetData><x:row r=\"1\"><x:c><x:v>1</x:v>"
              "</x:c></x:row></x:sheetData></x:worksheet>";
  xlsx_assert (&parts, NULL, "1: 1\n");
  parts.raw = "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData><row>"
              "<c><v>1</v></c></row></sheetData></worksheet>";
  xlsx_assert (&parts, NULL, "1: 1\n");
  /* What other namespaces call the same is something else. */
  parts.raw = "<worksheet xmlns=\"" XLSX_MAIN "\" xmlns:o=\"urn:o\"><sheetData><row><c><v>1</v>"
              "<o:v>2</o:v></c><o:c><v>3</v></o:c></row></sheetData></worksheet>";
  xlsx_assert (&parts, NULL, "1: 1\n");
}

static const char two_sheets[] =
    "<sheets><sheet name=\"Primo &amp; unico\" r:id=\"rId1\"/><sheet name=\"Altro\" "
    "r:id=\"rId2\"/></sheets>";

static void
test_sheets (void)
{
  XlsxParts parts = {
    .book = two_sheets,
    .sheet = "<row><c><v>1</v></c></row>",
    .second = "<row><c><v>2</v></c></row>",
  };

  xlsx_assert_refused (&parts, ION_TABLE_ERROR_SHEET, "“Primo & unico”, “Altro”");
  xlsx_assert (&parts, "Primo & unico", "1: 1\n");
  xlsx_assert (&parts, "altro", "1: 2\n");
  xlsx_assert (&parts, "2", "1: 2\n");
  parts.second = "<row><c s=\"1\"/></row>\n<row>\n</row>";
  xlsx_assert (&parts, NULL, "1: 1\n");
}

static void
test_hidden_sheets (void)
{
  const XlsxParts parts = {
    .book = "<sheets><sheet name=\"a\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"b\" "
            "state=\"visible\" r:id=\"rId2\"/></sheets>",
    .sheet = "<row><c><v>1</v></c></row>",
    .second = "<row><c><v>2</v></c></row>",
  };

  xlsx_assert (&parts, NULL, "1: 2\n");
  xlsx_assert (&parts, "1", "1: 2\n");
  xlsx_assert (&parts, "a", "1: 1\n");
}

static void
test_no_such_sheet (void)
{
  const XlsxParts parts = { .sheet = "<row><c><v>1</v></c></row>" };
  g_autoptr (GError) error = NULL;

  g_assert_null (xlsx_open (&parts, "Dicembre", &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_SHEET);
  g_assert_nonnull (strstr (error->message, "Foglio1"));
}

static void
test_list_sheets (void)
{
  const XlsxParts parts = {
    .book = two_sheets,
    .sheet = "<row><c><v>1</v></c></row>",
    .second = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>",
  };
  g_autofree char *path = xlsx_make (&parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = ion_table_list_sheets (path, &error);

  g_unlink (path);
  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "Primo & unico");
  g_assert_cmpstr (names->pdata[1], ==, "Altro");
}

static void
test_about (void)
{
  const XlsxParts parts = { .sheet = "<row><c><v>1</v></c></row>" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = xlsx_open (&parts, NULL, &error);
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  g_assert_null (ion_table_get_encoding (table));
  g_assert_cmpint (ion_table_get_separator (table), ==, 0);
  g_assert_cmpstr (ion_table_get_sheet (table), ==, "Foglio1");
  g_assert_cmpfloat (ion_table_get_fraction (table), ==, 0);
  rows = table_dump (table);
  g_assert_cmpfloat (ion_table_get_fraction (table), ==, 1);
}

/* One cell of @size bytes in each of the three places where texts are. */
static void
assert_cell_limit (gsize size, gboolean is_within)
{
  g_autofree char *text = g_strnfill (size, 'x');
  g_autofree char *strings = g_strdup_printf ("<si><t>%s</t></si>", text);
  g_autofree char *sheet = g_strdup_printf ("<row><c t=\"s\"><v>0</v></c></row><row><c "
                                            "t=\"inlineStr\"><is><t>%1$s</t></is></c></row>"
                                            "<row><c t=\"str\"><v>%1$s</v></c></row>",
                                            text);
  const XlsxParts parts = { .strings = strings, .sheet = sheet };
  g_autofree char *shown = g_strnfill (MIN (size, ION_TABLE_CELL_MAX), 'x');
  g_autofree char *expected =
      g_strdup_printf ("1: %1$s\n2: %1$s\n3: %1$s\n%2$s", shown,
                       is_within ? "" : "1 cell-too-long\n2 cell-too-long\n3 cell-too-long\n");

  xlsx_assert (&parts, NULL, expected);
}

static void
test_cell_limit (void)
{
  assert_cell_limit (ION_TABLE_CELL_MAX - 1, TRUE);
  assert_cell_limit (ION_TABLE_CELL_MAX, TRUE);
  assert_cell_limit (ION_TABLE_CELL_MAX + 1, FALSE);
  assert_cell_limit (ION_TABLE_CELL_MAX * 20, FALSE);
}

static void
test_column_limit (void)
{
  /* AMI is column 1,023, AMJ the last. */
  xlsx_assert_cells ("<row><c><v>1</v></c><c r=\"AMK1\"><v>2</v></c></row>"
                     "<row><c><v>1</v></c><c r=\"XFE2\"><v>2</v></c></row>"
                     "<row><c><v>1</v></c><c r=\"ZZZZZZZZZZZZZZZZZZZ3\"><v>2</v></c></row>"
                     "<row><c><v>1</v></c><c r=\"AMK1\"/></row>",
                     "1: 1\n2: 1\n3: 1\n4: 1\n1 too-many-columns\n2 too-many-columns\n"
                     "3 too-many-columns\n");
  for (guint i = 0; i < 2; i++)
    {
      const XlsxParts parts = { .sheet = i == 0 ? "<row><c r=\"AMI1\"><v>2</v></c></row>"
                                                : "<row><c r=\"AMJ1\"><v>2</v></c></row>" };
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = xlsx_open (&parts, NULL, &error);
      const char *const *cells;
      gint64 row;
      gsize n_cells;

      g_assert_true (ion_table_next (table, &row, &cells, &n_cells, &error));
      g_assert_cmpuint (n_cells, ==, ION_TABLE_COLUMNS_MAX - 1 + i);
    }
}

/* None of them may be passed over in silence: it might be the one with the people. */
static void
assert_sheets (guint n, IonTableError code)
{
  g_autoptr (GString) book = g_string_new ("<sheets>");
  XlsxParts parts = { .sheet = "<row><c><v>1</v></c></row>" };

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (book, "<sheet name=\"%u\" r:id=\"rId1\"/>", i);
  g_string_append (book, "</sheets>");
  parts.book = book->str;
  xlsx_assert_refused (&parts, code, NULL);
}

static void
test_sheets_limit (void)
{
  assert_sheets (ION_TABLE_SHEETS_MAX - 1, ION_TABLE_ERROR_SHEET);
  assert_sheets (ION_TABLE_SHEETS_MAX, ION_TABLE_ERROR_SHEET);
  assert_sheets (ION_TABLE_SHEETS_MAX + 1, ION_TABLE_ERROR_TOO_LARGE);
}

static void
test_rows_limit (void)
{
  XlsxParts parts = { .sheet =
                          "<row r=\"4999999\"><c><v>1</v></c></row><row><c><v>2</v></c></row>" };

  xlsx_assert (&parts, NULL, "4999999: 1\n5000000: 2\n1 empty-rows\n");
  parts.sheet = "<row r=\"5000000\"><c><v>1</v></c></row><row><c><v>2</v></c></row>";
  xlsx_assert_refused (&parts, ION_TABLE_ERROR_TOO_LARGE, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-reader/shared", test_shared);
  g_test_add_func ("/xlsx-reader/shared-missing", test_shared_missing);
  g_test_add_func ("/xlsx-reader/rich-text", test_rich_text);
  g_test_add_func ("/xlsx-reader/escapes", test_escapes);
  g_test_add_func ("/xlsx-reader/kinds", test_kinds);
  g_test_add_func ("/xlsx-reader/numbers", test_numbers);
  g_test_add_func ("/xlsx-reader/formats", test_formats);
  g_test_add_func ("/xlsx-reader/formulas", test_formulas);
  g_test_add_func ("/xlsx-reader/places", test_places);
  g_test_add_func ("/xlsx-reader/row-numbers", test_row_numbers);
  g_test_add_func ("/xlsx-reader/empty-rows", test_empty_rows);
  g_test_add_func ("/xlsx-reader/hidden-rows", test_hidden_rows);
  g_test_add_func ("/xlsx-reader/merged-cells", test_merged_cells);
  g_test_add_func ("/xlsx-reader/many-merged-cells", test_many_merged_cells);
  g_test_add_func ("/xlsx-reader/namespaces", test_namespaces);
  g_test_add_func ("/xlsx-reader/sheets", test_sheets);
  g_test_add_func ("/xlsx-reader/hidden-sheets", test_hidden_sheets);
  g_test_add_func ("/xlsx-reader/no-such-sheet", test_no_such_sheet);
  g_test_add_func ("/xlsx-reader/list-sheets", test_list_sheets);
  g_test_add_func ("/xlsx-reader/about", test_about);
  g_test_add_func ("/xlsx-reader/limit/cell", test_cell_limit);
  g_test_add_func ("/xlsx-reader/limit/columns", test_column_limit);
  g_test_add_func ("/xlsx-reader/limit/rows", test_rows_limit);
  g_test_add_func ("/xlsx-reader/limit/sheets", test_sheets_limit);
  return g_test_run ();
}
