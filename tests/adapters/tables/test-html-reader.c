/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Web pages under the name of a workbook, as suppliers' programs write them. */

#include "config.h"

#include "table-dump.h"

#include "ion-table-limits.h"

#include <string.h>
#include <unistd.h>

static void
assert_reads (const char *page, const char *expected)
{
  table_dump_assert (page, strlen (page), NULL, expected);
}

static void
assert_refuses (const char *page, IonTableError code)
{
  table_dump_assert_refused (page, strlen (page), NULL, code);
}

static void
test_plain (void)
{
  assert_reads ("<html><head><title>Elenco</title><style>td {color: red}</style></head><body>"
                "<p>Non \303\250 una riga</p>\n<table border=1>\n"
                "<tr><th>CODICE</th><th>Citt&agrave;</th></tr>\n"
                "<tr><td> AB\n  CD </td><td>Forl&#236; &amp; Cesena</td></tr>\n"
                "<tr><td>&nbsp;</td><td></td></tr>\n"
                "<tr><td>x</td><td>&lt;y&gt;</td></tr></table></body></html>",
                "1: CODICE|Citt\303\240\n2: AB CD|Forl\303\254 & Cesena\n4: x|<y>\n3 empty-rows\n");
}

static void
test_unclosed_tags (void)
{
  assert_reads ("<TABLE><TR><TD>a<TD>b<TR><TD>1<TD>2<br>3\n</TABLE>", "1: a|b\n2: 1|2\n3\n");
  assert_reads ("<table><td>a<td>b<tr><td>1<td><b>2<i>3</b>", "1: a|b\n2: 1|23\n");
}

static void
test_blocks (void)
{
  assert_reads ("<table><tr><td><p>uno</p><p>due</p></td><td><div>tre</div> quattro<br/><br/>"
                "cinque<script>var x = '<td>';</script></td></tr></table>",
                "1: uno\ndue|tre\nquattro\n\ncinque\n");
}

static void
test_spans (void)
{
  assert_reads ("<table><tr><td colspan=3>Elenco</td><td>x</td></tr>"
                "<tr><td rowspan=2>A</td><td>1</td><td>2</td></tr>"
                "<tr><td>3</td><td>4</td></tr><tr><td>B</td><td>5</td></tr></table>",
                "1: Elenco|||x\n2: A|1|2\n3: |3|4\n4: B|5\n"
                "1/0 merged-cells\n2/0 merged-cells\n");
}

/* A table a page, and tables within tables: nobody is left out. */
static void
test_several_tables (void)
{
  assert_reads ("<table><tr><td>a</td></tr></table><p>2</p><table><tr><td>b</td></tr></table>",
                "1: a\n2: b\n");
  assert_reads ("<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>"
                "</table></td></tr><tr><td>fine</td></tr></table>",
                "1: a|b\n2: 1|2\n4: fine\n3 empty-rows\n");
}

static void
test_hidden_rows (void)
{
  assert_reads ("<table><tr style='height:12pt; display:none'><td>a</td></tr>"
                "<tr hidden><td>b</td></tr><tr style='display: table-row'><td>c</td></tr></table>",
                "1: a\n2: b\n3: c\n1 hidden-row\n2 hidden-row\n");
}

/* What is shown counts, unless it has lost what the page still knows. */
static void
test_numbers (void)
{
  assert_reads ("<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr>"
                "<td x:num='301011000000012340'>3,01011E+17</td><td x:num='1234.5'>1.234,50</td>"
                "<td x:num>12</td><td x:num='46387'>31/12/2026</td><td x:num='123'>00123</td>"
                "<td style='mso-number-format:\"00000\"'>123</td>"
                "<td style=\"color:red;mso-number-format:'\\@'\">00123</td>"
                "<td x:num='1500'>####</td></tr></table>",
                "1: 301011000000012340|1.234,50|12|31/12/2026|00123|00123|00123|1500\n");
}

static void
assert_encoding (const char *page, gsize size, const char *encoding, const char *expected)
{
  g_autofree char *path = table_dump_write (page, size);
  g_autofree char *got = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, NULL, &error);

  g_assert_no_error (error);
  got = table_dump (table);
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpstr (ion_table_get_encoding (table), ==, encoding);
  g_assert_cmpstr (ion_table_get_format (table), ==, "html");
  unlink (path);
}

#define PAGE(charset, text)                                                                     \
  "<meta http-equiv=Content-Type content='text/html; charset=" charset "'><table><tr><td>" text \
  "</table>"

static void
test_encodings (void)
{
  static const char wide[] = "\377\376<\0t\0a\0b\0l\0e\0>\0<\0t\0d\0>\0\340\0\254\040<\0";
  IonTableOptions options = { .encoding = "iso-8859-15" };

  assert_encoding (PAGE ("utf-8", "\303\240"), strlen (PAGE ("utf-8", "\303\240")), "UTF-8",
                   "1: \303\240\n");
  /* Claims are copied from page to page. */
  assert_encoding (PAGE ("windows-1252", "\303\240"), strlen (PAGE ("windows-1252", "\303\240")),
                   "UTF-8", "1: \303\240\n");
  assert_encoding (PAGE ("utf-8", "\340 \200"), strlen (PAGE ("utf-8", "\340 \200")),
                   "windows-1252", "1: \303\240 \342\202\254\n");
  assert_encoding (PAGE ("ISO-8859-15", "\244"), strlen (PAGE ("ISO-8859-15", "\244")),
                   "ISO-8859-15", "1: \342\202\254\n");
  assert_encoding (wide, sizeof wide - 3, "UTF-16LE", "1: \303\240\342\202\254\n");
  table_dump_assert ("<table><td>\244", 12, &options, "1: \342\202\254\n");
}

static const char *
format_of (const char *text)
{
  g_autofree char *path = table_dump_write (text, strlen (text));
  g_autoptr (IonTable) table = ion_table_open (path, NULL, NULL);

  unlink (path);
  return table != NULL ? ion_table_get_format (table) : NULL;
}

static void
test_recognised (void)
{
  g_assert_cmpstr (format_of ("\357\273\277 \r\n<!-- x --><HTML><table><td>1"), ==, "html");
  g_assert_cmpstr (format_of ("<?xml version='1.0'?><!DOCTYPE html><table><td>1"), ==, "html");
  g_assert_cmpstr (format_of ("<tr><td>1</td></tr><table><td>1"), ==, "html");
  /* A comma-separated file whose first cell begins so. */
  g_assert_cmpstr (format_of ("<nome>;<cf>\nx;y\n"), ==, "csv");
  g_assert_cmpstr (format_of ("<tabella>;x\n1;2\n"), ==, "csv");
  g_assert_cmpstr (format_of ("<;x\n1;2\n"), ==, "csv");
  assert_refuses ("<html><body>Sessione scaduta</body></html>", ION_TABLE_ERROR_EMPTY);
  assert_refuses ("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<table>",
                  ION_TABLE_ERROR_FORMAT);
  assert_refuses ("<?xml version='1.0'?><fatture><a/></fatture>", ION_TABLE_ERROR_FORMAT);
}

/* Entities of its own, other files: a page of tags only, nothing of it is looked up. */
static void
test_nothing_fetched (void)
{
  assert_reads ("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><table><td>a&x;b</table>",
                "1: a&x;b\n");
}

static char *
make_deep (guint depth)
{
  GString *page = g_string_new ("<table>");

  /* The page, its body, the table and its cell count as well. */
  g_string_append (page, "<tr><td>");
  for (guint i = 0; i < depth; i++)
    g_string_append (page, "<span>");
  g_string_append (page, "x</table>");
  return g_string_free (page, FALSE);
}

static void
test_depth_limit (void)
{
  g_autofree char *below = make_deep (ION_TABLE_HTML_DEPTH_MAX - 6);
  g_autofree char *at = make_deep (ION_TABLE_HTML_DEPTH_MAX - 5);
  g_autofree char *above = make_deep (ION_TABLE_HTML_DEPTH_MAX - 4);

  assert_reads (below, "1: x\n");
  assert_reads (at, "1: x\n");
  assert_refuses (above, ION_TABLE_ERROR_TOO_LARGE);
}

static char *
make_comment (gsize size)
{
  g_autofree char *filler = g_strnfill (size, 'x');

  return g_strconcat ("<table><td>1</td><!--", filler, "--><td>2</table>", NULL);
}

static void
test_tag_limit (void)
{
  g_autofree char *below = make_comment (ION_TABLE_HTML_TAG_MAX - 64 * 1024);
  g_autofree char *above = make_comment (ION_TABLE_HTML_TAG_MAX + 64 * 1024);

  assert_reads (below, "1: 1|2\n");
  assert_refuses (above, ION_TABLE_ERROR_TOO_LARGE);
}

static void
assert_cell (gsize size, const char *remarks)
{
  g_autofree char *filler = g_strnfill (size, 'x');
  g_autofree char *cut = g_strndup (filler, ION_TABLE_CELL_MAX);
  g_autofree char *page = g_strdup_printf ("<table><td>a</td><td>%s</table>", filler);
  g_autofree char *expected = g_strdup_printf ("1: a|%s\n%s", cut, remarks);

  assert_reads (page, expected);
}

static void
test_cell_limit (void)
{
  assert_cell (ION_TABLE_CELL_MAX - 1, "");
  assert_cell (ION_TABLE_CELL_MAX, "");
  assert_cell (ION_TABLE_CELL_MAX + 1, "1 cell-too-long\n");
}

static void
assert_columns (guint n, guint kept, const char *remarks)
{
  g_autoptr (GString) page = g_string_new ("<table><tr>"), expected = g_string_new ("1: ");

  for (guint i = 0; i < n; i++)
    g_string_append (page, "<td>x");
  for (guint i = 0; i < kept; i++)
    g_string_append (expected, i > 0 ? "|x" : "x");
  g_string_append_printf (expected, "\n%s", remarks);
  assert_reads (page->str, expected->str);
}

static void
test_columns_limit (void)
{
  assert_columns (ION_TABLE_COLUMNS_MAX - 1, ION_TABLE_COLUMNS_MAX - 1, "");
  assert_columns (ION_TABLE_COLUMNS_MAX, ION_TABLE_COLUMNS_MAX, "");
  assert_columns (ION_TABLE_COLUMNS_MAX + 1, ION_TABLE_COLUMNS_MAX, "1 too-many-columns\n");
  assert_columns (10 * ION_TABLE_COLUMNS_MAX, ION_TABLE_COLUMNS_MAX, "1 too-many-columns\n");
}

static void
test_damaged (void)
{
  static const char page[] =
      "<html><!-- a --><head><meta charset=utf-8></head><table><tr style='display:none'>"
      "<td rowspan=3 colspan=2 x:num='12'>a&egrave;</td><th>b<br>c<p>d</th></tr><tr><td><table>"
      "<tr><td>e</table></td></tr></table><table><tr><td colspan='99999'>f</table></html>";
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (gsize size = 0; size < sizeof page; size++)
    table_dump_survive (page, size);
  for (guint round = 0; round < 2000; round++)
    {
      char copy[sizeof page];
      guint n = (guint) g_rand_int_range (random, 1, 8);

      memcpy (copy, page, sizeof page);
      for (guint i = 0; i < n; i++)
        copy[g_rand_int_range (random, 6, sizeof page)] =
            "<>/\"'&;= \0\377x-!"[g_rand_int_range (random, 0, 15)];
      table_dump_survive (copy, sizeof copy - 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html/plain", test_plain);
  g_test_add_func ("/html/unclosed-tags", test_unclosed_tags);
  g_test_add_func ("/html/blocks", test_blocks);
  g_test_add_func ("/html/spans", test_spans);
  g_test_add_func ("/html/several-tables", test_several_tables);
  g_test_add_func ("/html/hidden-rows", test_hidden_rows);
  g_test_add_func ("/html/numbers", test_numbers);
  g_test_add_func ("/html/encodings", test_encodings);
  g_test_add_func ("/html/recognised", test_recognised);
  g_test_add_func ("/html/nothing-fetched", test_nothing_fetched);
  g_test_add_func ("/html/limit/depth", test_depth_limit);
  g_test_add_func ("/html/limit/tag", test_tag_limit);
  g_test_add_func ("/html/limit/cell", test_cell_limit);
  g_test_add_func ("/html/limit/columns", test_columns_limit);
  g_test_add_func ("/html/damaged", test_damaged);

  return g_test_run ();
}
