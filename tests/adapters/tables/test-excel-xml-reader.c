/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Excel's XML of 2003, under whatever name. */

#include "config.h"

#include "table-dump.h"

#include "ion-table-limits.h"

#include <string.h>

#define HEAD                                                            \
  "<?xml version='1.0'?>\n<?mso-application progid=\"Excel.Sheet\"?>\n" \
  "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "     \
  "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet' "            \
  "xmlns:x='urn:schemas-microsoft-com:office:excel' xmlns:html='http://www.w3.org/TR/REC-html40'>"
#define SHEET(name, rows) "<Worksheet ss:Name='" name "'><Table>" rows "</Table></Worksheet>"
#define TEXT(text)        "<Cell><Data ss:Type='String'>" text "</Data></Cell>"

static void
assert_sheet_reads (const char *text, const char *sheet, const char *expected)
{
  table_dump_assert (text, strlen (text), &(IonTableOptions){ .sheet = sheet }, expected);
}

static void
assert_refuses (const char *text, IonTableError code)
{
  table_dump_assert_refused (text, strlen (text), NULL, code);
}

static void
test_values (void)
{
  assert_sheet_reads (HEAD
                      "<Styles><Style ss:ID='d'><NumberFormat ss:Format='Short Date'/></Style>"
                      "<Style ss:ID='z'><NumberFormat ss:Format='00000'/></Style></Styles>" SHEET (
                          "Dati",
                          "<Row>" TEXT ("a") TEXT (
                              "<html:B>gra</html:B>s&#10;so") "</Row><Row>"
                                                              "<Cell><Data "
                                                              "ss:Type='Number'>12.345</Data></"
                                                              "Cell>"
                                                              "<Cell ss:StyleID='z'><Data "
                                                              "ss:Type='Number'>123</Data></Cell>"
                                                              "<Cell ss:StyleID='d'><Data "
                                                              "ss:Type='DateTime'>2026-12-31T00:00:"
                                                              "00.000</Data>"
                                                              "</Cell><Cell><Data "
                                                              "ss:Type='DateTime'>2026-12-31T10:30:"
                                                              "00.000</Data></Cell>"
                                                              "<Cell><Data "
                                                              "ss:Type='DateTime'>1899-12-31T10:30:"
                                                              "00.000</Data></Cell>"
                                                              "<Cell><Data "
                                                              "ss:Type='Boolean'>1</Data></Cell>"
                                                              "<Cell ss:Formula='=NA()'><Data "
                                                              "ss:Type='Error'>#N/A</Data></Cell>"
                                                              "<Cell ss:Formula='=A1'/><Cell "
                                                              "ss:StyleID='d'><Data "
                                                              "ss:Type='Number'>46387</Data>"
                                                              "</Cell><Cell><Data "
                                                              "ss:Type='Number'>3.0101E+17</Data></"
                                                              "Cell></Row>") "</Workbook>",
                      NULL,
                      "1: a|gras\nso\n2: 12.3450|00123|2026-12-31|2026-12-31 "
                      "10:30|10:30|VERO|#N/D||2026-12-31|"
                      "3.01010000000000E+17\n2/6 cell-error\n2/7 formula-without-value\n");
}

static void
test_places (void)
{
  assert_sheet_reads (HEAD SHEET ("Dati",
                                  "<Row ss:Index='3'><Cell ss:Index='2' ss:MergeAcross='1'>"
                                  "<Data "
                                  "ss:Type='String'>b</Data><Comment><Data>nota</Data></Comment>"
                                  "</Cell>" TEXT (
                                      "d") "</Row>"
                                           "<Row ss:Span='2' ss:Hidden='1'>" TEXT (
                                               "e") "</Row>"
                                                    "<Row ss:Hidden='1'>" TEXT (
                                                        "f") "</Row>"
                                                             "<Row ss:Index='2'>" TEXT (
                                                                 "mai indietro") "</Row>") "</"
                                                                                           "Workboo"
                                                                                           "k>",
                      NULL,
                      "3: |b||d\n4: e\n7: f\n8: mai indietro\n1 empty-rows\n3/1 merged-cells\n4 "
                      "hidden-row\n"
                      "5 empty-rows\n7 hidden-row\n");
}

static void
test_sheets (void)
{
  static const char text[] = HEAD SHEET ("Vuoto", "")
      SHEET ("Marzo", "<Row>" TEXT ("m") "</Row>") "<Worksheet ss:Name='N'><Table><Row>" TEXT (
          "n") "</Row></Table><WorksheetOptions "
               "xmlns='urn:schemas-microsoft-com:office:excel'><Visible>SheetHidden</Visible>"
               "</WorksheetOptions></Worksheet>";
  g_autofree char *one = g_strconcat (text, "</Workbook>", NULL);
  g_autofree char *two =
      g_strconcat (text, SHEET ("Aprile", "<Row>" TEXT ("a") "</Row>"), "</Workbook>", NULL);

  assert_sheet_reads (one, NULL, "1: m\n");
  assert_sheet_reads (one, "N", "1: n\n");
  assert_refuses (two, ION_TABLE_ERROR_SHEET);
  assert_sheet_reads (two, "3", "1: a\n");
}

static void
test_damaged (void)
{
  static const char text[] =
      HEAD SHEET ("Dati", "<Row ss:Index='3'>" TEXT ("a") TEXT ("b") "</Row>") "</Workbook>";
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  assert_refuses (HEAD SHEET ("Dati", ""), ION_TABLE_ERROR_DAMAGED);
  assert_refuses ("<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?>"
                  "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><Workbook>&a;</Workbook>",
                  ION_TABLE_ERROR_DAMAGED);
  for (gsize size = 1; size < sizeof text; size++)
    table_dump_survive (text, size);
  for (guint round = 0; round < 1000; round++)
    {
      char copy[sizeof text];

      memcpy (copy, text, sizeof text);
      for (guint i = 0; i < 3; i++)
        copy[g_rand_int_range (random, 60, sizeof text - 1)] =
            "<>/'&;= 9\377x:!"[g_rand_int_range (random, 0, 13)];
      table_dump_survive (copy, sizeof copy - 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excel-xml/values", test_values);
  g_test_add_func ("/excel-xml/places", test_places);
  g_test_add_func ("/excel-xml/sheets", test_sheets);
  g_test_add_func ("/excel-xml/damaged", test_damaged);

  return g_test_run ();
}
