/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* OpenDocument spreadsheets, packed and flat, as programs write them and as none should. */

#include "config.h"

#include "table-dump.h"
#include "zip-maker.h"

#include "ion-table-limits.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAMESPACES                                                   \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' " \
  "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "   \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "     \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "   \
  "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "  \
  "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"

#define CONTENT(styles, body)                                                                     \
  "<?xml version='1.0'?><office:document-content " NAMESPACES "><office:automatic-styles>" styles \
  "</office:automatic-styles><office:body><office:spreadsheet>" body                              \
  "</office:spreadsheet></office:body></office:document-content>"
#define SHEET(rows) CONTENT ("", "<table:table table:name='Dati'>" rows "</table:table>")
#define ROW(cells)  "<table:table-row>" cells "</table:table-row>"
#define TEXT(text) \
  "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define NUMBER(value, shown)                                                            \
  "<table:table-cell office:value-type='float' office:value='" value "'><text:p>" shown \
  "</text:p></table:table-cell>"

static char *
make_file (const char *content)
{
  const ZipPart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
    { NULL, NULL },
  };

  return zip_make (parts, NULL);
}

static void
assert_sheet_reads (const char *content, const char *sheet, const char *expected)
{
  g_autofree char *path = make_file (content), *got = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, &(IonTableOptions){ .sheet = sheet }, &error);

  g_unlink (path);
  g_assert_no_error (error);
  g_assert_cmpstr (ion_table_get_format (table), ==, "ods");
  got = table_dump (table);
  g_assert_cmpstr (got, ==, expected);
}

static void
assert_reads (const char *content, const char *expected)
{
  assert_sheet_reads (content, NULL, expected);
}

static void
assert_sheet_refuses (const char *content, const char *sheet, IonTableError code)
{
  g_autofree char *path = make_file (content), *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_unlink (path);
  table_dump_assert_refused (bytes, size, &(IonTableOptions){ .sheet = sheet }, code);
}

static void
assert_refuses (const char *content, IonTableError code)
{
  assert_sheet_refuses (content, NULL, code);
}

static void
test_values (void)
{
  assert_reads (SHEET (
                    ROW (TEXT ("nome") NUMBER ("85.5", "85,50") NUMBER ("123", "00123")
                             NUMBER ("12.345", "12,35")
                                 NUMBER ("301000000000000001", "301000000000000000"))
                        ROW ("<table:table-cell office:value-type='currency' office:currency='EUR' "
                             "office:value='1234.5'><text:p>1.234,50 \342\202\254</text:p>"
                             "</table:table-cell>"
                             "<table:table-cell office:value-type='percentage' office:value='0.22'>"
                             "<text:p>22%</text:p></table:table-cell>"
                             "<table:table-cell office:value-type='date' "
                             "office:date-value='2026-12-31'>"
                             "<text:p>31/12/26</text:p></table:table-cell>"
                             "<table:table-cell office:value-type='date' "
                             "office:date-value='2026-12-31T10:30:00'><text:p>x</text:p>"
                             "</table:table-cell>"
                             "<table:table-cell office:value-type='time' "
                             "office:time-value='PT10H30M00S'><text:p>10:30:00</text:p>"
                             "</table:table-cell>"
                             "<table:table-cell office:value-type='time' "
                             "office:time-value='PT36H05M09.5S'/>"
                             "<table:table-cell office:value-type='boolean' "
                             "office:boolean-value='true'>"
                             "<text:p>VERO</text:p></table:table-cell>"
                             "<table:table-cell office:value-type='string' "
                             "office:string-value='abc'/>"
                             "<table:table-cell office:value-type='float' office:value='molti'>"
                             "<text:p>molti</text:p></table:table-cell>")),
                "1: nome|85.5|00123|12.3450|3.01000000000000E+17\n"
                "2: 1234.5|0.22|2026-12-31|2026-12-31 10:30|10:30|36:05:09|VERO|abc|molti\n");
}

static void
test_texts (void)
{
  assert_reads (SHEET (ROW (
                    "<table:table-cell office:value-type='string'><text:p>uno</text:p><text:p>"
                    "<text:span>du</text:span><text:a>e</text:a></text:p></table:table-cell>"
                    "<table:table-cell office:value-type='string'><text:p> a <text:s text:c='2'/>b"
                    "<text:tab/>c<text:line-break/>d\n  e &amp; &lt;f&gt; "
                    "</text:p></table:table-cell>"
                    "<table:table-cell "
                    "office:value-type='string'><office:annotation><text:p>nota</text:p>"
                    "</office:annotation><draw:frame><text:p>figura</text:p></"
                    "draw:frame><text:p>testo"
                    "<text:ruby><text:ruby-base>1</text:ruby-base><text:ruby-text>2</"
                    "text:ruby-text>"
                    "</text:ruby></text:p></table:table-cell>"
                    "<table:table-cell><text:p>senza tipo</text:p></table:table-cell>")),
                "1: uno\ndue|a   b\tc\nd e & <f>|testo1|senza tipo\n");
}

static void
test_repeated (void)
{
  assert_reads (SHEET ("<table:table-header-rows>" ROW (
                    TEXT ("a")) "</table:table-header-rows>"
                                "<table:table-row table:number-rows-repeated='3'><table:table-cell "
                                "table:number-columns-repeated='2' office:value-type='float' "
                                "office:value='7'/>"
                                "<table:table-cell table:number-columns-repeated='2'/>" TEXT (
                                    "z") "<table:table-cell "
                                         "table:number-columns-repeated='16379'/></table:table-row>"
                                         "<table:table-row-group>" ROW (
                                             TEXT ("b")) "</table:table-row-group>"
                                                         "<table:table-row "
                                                         "table:number-rows-repeated='1048571'><"
                                                         "table:table-cell "
                                                         "table:number-columns-repeated='16384'/></"
                                                         "table:table-row>" ROW ("")),
                "1: a\n2: 7|7|||z\n3: 7|7|||z\n4: 7|7|||z\n5: b\n");
}

/* Beyond what any spreadsheet has, but empty: it costs nothing and means nothing. */
static void
test_empty_for_ever (void)
{
  assert_reads (SHEET (
                    ROW (TEXT ("a")) "<table:table-row table:number-rows-repeated='2000000000'>"
                                     "<table:table-cell table:number-columns-repeated="
                                     "'4000000000'/></table:table-row>"
                                     "<table:table-row table:number-rows-repeated='2000000000'/>"),
                "1: a\n");
}

static void
test_hidden_and_merged (void)
{
  assert_reads (SHEET (ROW (
                    "<table:table-cell table:number-columns-spanned='3' "
                    "table:number-rows-spanned='2' office:value-type='string'><text:p>a</text:p>"
                    "</table:table-cell><table:covered-table-cell "
                    "table:number-columns-repeated='2'/>" TEXT ("d"))
                           ROW ("<table:covered-table-cell "
                                "office:value-type='string'><text:p>sotto</text:p>"
                                "</table:covered-table-cell><table:covered-table-cell "
                                "table:number-columns-repeated='2'/>" TEXT (
                                    "e")) "<table:table-row "
                                          "table:visibility='collapse'"
                                          ">" TEXT ("f") "</"
                                                         "table:table-"
                                                         "row>"
                                                         "<table:table-"
                                                         "row "
                                                         "table:"
                                                         "visibility='"
                                                         "filter'>" TEXT ("g") "</"
                                                                               "table:"
                                                                               "table-"
                                                                               "row>"
                                                                               "<table"
                                                                               ":table"
                                                                               "-row "
                                                                               "table:"
                                                                               "visibi"
                                                                               "lity='"
                                                                               "collap"
                                                                               "se'/"
                                                                               ">"),
                "1: a|||d\n2: |||e\n3: f\n4: g\n1/0 merged-cells\n3 hidden-row\n4 hidden-row\n");
}

static void
test_formulas_and_errors (void)
{
  assert_reads (SHEET (ROW (
                    "<table:table-cell table:formula='of:=1+1' office:value-type='float' "
                    "office:value='2'><text:p>2</text:p></table:table-cell>"
                    "<table:table-cell table:formula='of:=1/0' office:value-type='string' "
                    "office:string-value='' calcext:value-type='error'><text:p>#DIV/0!</text:p>"
                    "</table:table-cell>"
                    "<table:table-cell table:formula='of:=NA()' office:value-type='float' "
                    "office:value='0'><text:p>#N/A</text:p></table:table-cell>"
                    "<table:table-cell table:formula='of:=X()'><text:p>Err:508</text:p>"
                    "</table:table-cell><table:table-cell table:formula='of:=A1'/>" TEXT ("#N/D"))),
                "1: 2|#DIV/0!|#N/D|Err:508||#N/D\n1/1 cell-error\n1/2 cell-error\n1/3 cell-error\n"
                "1/4 formula-without-value\n");
}

#define SHEETS                                                                                  \
  CONTENT ("<style:style style:name='n' style:family='table'><style:table-properties "          \
           "table:display='false'/></style:style><style:style style:name='v' "                  \
           "style:family='table'><style:table-properties table:display='true'/></style:style>", \
           "<table:table table:name='Vuoto'><table:table-row><table:table-cell>"                \
           "<office:annotation><text:p>x</text:p></office:annotation></table:table-cell>"       \
           "</table:table-row></table:table>"                                                   \
           "<table:table table:name='Nascosto' table:style-name='n'>" ROW (                     \
               TEXT ("n")) "</table:table><table:table table:name='Marzo' "                     \
                           "table:style-name='v'>" ROW (TEXT ("m")) "</table:table>%s")

static void
test_sheets (void)
{
  g_autofree char *one = g_strdup_printf (SHEETS, "");
  g_autofree char *two =
      g_strdup_printf (SHEETS,
                       "<table:table table:name='2026'>" ROW (NUMBER ("1", "1")) "</table:table>");
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *path = make_file (two);

  assert_reads (one, "1: m\n");
  assert_reads (CONTENT ("",
                         "<table:table table:name='Dati'>" ROW (TEXT (
                             "a")) "</table:table>"
                                   "<table:dde-links><table:dde-link><table:table>" ROW (TEXT (
                                       "b")) "</table:table></table:dde-link></table:dde-links>"),
                "1: a\n");
  assert_sheet_reads (one, "nascosto", "1: n\n");
  assert_refuses (two, ION_TABLE_ERROR_SHEET);
  assert_sheet_refuses (two, "Aprile", ION_TABLE_ERROR_SHEET);
  assert_sheet_reads (two, "2", "1: m\n");
  assert_sheet_reads (two, "3", "1: 1\n");
  assert_sheet_reads (two, "2026", "1: 1\n");
  names = ion_table_list_sheets (path, NULL);
  g_unlink (path);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "Marzo");
  g_assert_cmpstr (g_ptr_array_index (names, 1), ==, "2026");
}

static void
test_flat (void)
{
  static const char flat[] =
      "<?xml version='1.0'?>\n<office:document " NAMESPACES
      " office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:body>"
      "<office:spreadsheet><table:table table:name='Dati'>" ROW (
          TEXT ("a")
              NUMBER ("1",
                      "001")) "</table:table></office:spreadsheet></office:body></office:document>";

  table_dump_assert (flat, sizeof flat - 1, NULL, "1: a|001\n");
}

static void
test_refused (void)
{
  const ZipPart encrypted[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", "\001\002\003" },
    { "META-INF/manifest.xml",
      "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry "
      "m:full-path='content.xml'><m:encryption-data/></m:file-entry></m:manifest>" },
    { NULL, NULL },
  };
  g_autofree char *path = zip_make (encrypted, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_table_open (path, NULL, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCRYPTED);
  g_unlink (path);
  assert_refuses (SHEET (""), ION_TABLE_ERROR_EMPTY);
  assert_refuses ("<?xml version='1.0'?><office:document-content " NAMESPACES "><office:body>",
                  ION_TABLE_ERROR_DAMAGED);
  assert_refuses ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
                  ION_TABLE_ERROR_DAMAGED);
}

static char *
make_row (guint n_cells, gsize cell_size, guint n_columns)
{
  GString *content = g_string_new (NULL);
  g_autofree char *filler = g_strnfill (cell_size, 'x');

  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (content,
                            "<table:table-cell table:number-columns-repeated='%u' "
                            "office:value-type='string'><text:p>%s</text:p></table:table-cell>",
                            n_columns, filler);
  return g_string_free (content, FALSE);
}

static void
assert_remarks (guint n_cells, gsize cell_size, guint n_columns, const char *expected)
{
  g_autofree char *cells = make_row (n_cells, cell_size, n_columns);
  g_autofree char *content = g_strdup_printf (SHEET (ROW ("%s")), cells);
  g_autofree char *path = make_file (content), *got = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, NULL, &error);

  g_unlink (path);
  g_assert_no_error (error);
  got = table_dump (table);
  g_assert_cmpstr (strchr (got, '\n') + 1, ==, expected);
}

static void
test_limits (void)
{
  assert_remarks (1, ION_TABLE_CELL_MAX - 1, 1, "");
  assert_remarks (1, ION_TABLE_CELL_MAX, 1, "");
  assert_remarks (1, ION_TABLE_CELL_MAX + 1, 1, "1 cell-too-long\n");
  assert_remarks (1, 1, ION_TABLE_COLUMNS_MAX - 1, "");
  assert_remarks (1, 1, ION_TABLE_COLUMNS_MAX, "");
  assert_remarks (1, 1, ION_TABLE_COLUMNS_MAX + 1, "1 too-many-columns\n");
  assert_remarks (1, 1, G_MAXUINT32, "1 too-many-columns\n");
  assert_remarks (1, 4000, 256, "");
  assert_remarks (1, 4000, 300, "1 row-too-long\n");
}

static void
assert_rows (gint64 n, gint64 expected, gboolean is_whole)
{
  g_autofree char *content =
      g_strdup_printf (SHEET ("<table:table-row table:number-rows-repeated='%" G_GINT64_FORMAT
                              "'>" TEXT ("x") "</table:table-row>"),
                       n);
  g_autofree char *path = make_file (content);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, NULL, &error);
  const char *const *cells;
  gint64 row = 0;
  gsize n_cells;

  g_unlink (path);
  g_assert_no_error (error);
  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    continue;
  if (is_whole)
    g_assert_no_error (error);
  else
    g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
  g_assert_cmpint (row, ==, expected);
}

static void
test_rows_limit (void)
{
  assert_rows (ION_TABLE_ROWS_MAX - 1, ION_TABLE_ROWS_MAX - 1, TRUE);
  assert_rows (ION_TABLE_ROWS_MAX, ION_TABLE_ROWS_MAX, TRUE);
  assert_rows (ION_TABLE_ROWS_MAX + G_GINT64_CONSTANT (1), 0, FALSE);
}

static void
assert_sheets (guint n, IonTableError code)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *content = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "<table:table table:name='F%u'>%s</table:table>", i,
                            i < 2 ? ROW (TEXT ("x")) : "");
  content = g_strdup_printf (CONTENT ("", "%s"), body->str);
  assert_refuses (content, code);
}

static void
test_sheets_limit (void)
{
  assert_sheets (ION_TABLE_SHEETS_MAX - 1, ION_TABLE_ERROR_SHEET);
  assert_sheets (ION_TABLE_SHEETS_MAX, ION_TABLE_ERROR_SHEET);
  assert_sheets (ION_TABLE_SHEETS_MAX + 1, ION_TABLE_ERROR_TOO_LARGE);
}

static void
test_damaged (void)
{
  static const char content[] = SHEET (ROW (TEXT ("a") NUMBER ("1", "001")) ROW (TEXT ("b")));
  g_autofree char *path = make_file (content), *bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_unlink (path);
  for (gsize cut = 4; cut < size; cut += 3)
    table_dump_survive (bytes, cut);
  for (guint round = 0; round < 1500; round++)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);
      guint n = (guint) g_rand_int_range (random, 1, 6);

      for (guint i = 0; i < n; i++)
        copy[g_rand_int_range (random, 4, (gint32) size)] =
            (char) g_rand_int_range (random, 0, 256);
      table_dump_survive (copy, size);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ods/values", test_values);
  g_test_add_func ("/ods/texts", test_texts);
  g_test_add_func ("/ods/repeated", test_repeated);
  g_test_add_func ("/ods/empty-for-ever", test_empty_for_ever);
  g_test_add_func ("/ods/hidden-and-merged", test_hidden_and_merged);
  g_test_add_func ("/ods/formulas-and-errors", test_formulas_and_errors);
  g_test_add_func ("/ods/sheets", test_sheets);
  g_test_add_func ("/ods/flat", test_flat);
  g_test_add_func ("/ods/refused", test_refused);
  g_test_add_func ("/ods/limit/row", test_limits);
  g_test_add_func ("/ods/limit/rows", test_rows_limit);
  g_test_add_func ("/ods/limit/sheets", test_sheets_limit);
  g_test_add_func ("/ods/damaged", test_damaged);

  return g_test_run ();
}
