/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What numbers, dates and formats of a workbook's cells become as text. */

#include "config.h"

#include "ion-cell-text.h"

#include <string.h>

static void
assert_literal (const char *literal, const char *code, gboolean is_1904, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  IonCellFormat format;

  ion_cell_format_from_code (&format, code);
  g_assert_true (ion_cell_text_append_literal (text, literal, strlen (literal), &format, is_1904));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_whole (void)
{
  assert_literal ("0", "General", FALSE, "0");
  assert_literal ("-0", "General", FALSE, "0");
  assert_literal ("42", "General", FALSE, "42");
  assert_literal ("-42", "General", FALSE, "-42");
  assert_literal ("42.0", "General", FALSE, "42");
  assert_literal ("007", "General", FALSE, "7");
  assert_literal ("1E3", "General", FALSE, "1000");
  assert_literal ("999999999999999", "General", FALSE, "999999999999999");
  assert_literal ("1000000000000000", "General", FALSE, "1.00000000000000E+15");
  assert_literal ("301000010000000000", "General", FALSE, "3.01000010000000E+17");
  assert_literal ("3.0101E+17", "0", FALSE, "3.01010000000000E+17");
  assert_literal ("-3.0101E+17", "General", FALSE, "-3.01010000000000E+17");
}

static void
test_decimal (void)
{
  assert_literal ("85.5", "General", FALSE, "85.5");
  assert_literal ("85.50", "General", FALSE, "85.5");
  assert_literal ("-85.25", "#,##0.00", FALSE, "-85.25");
  assert_literal (".5", "General", FALSE, "0.5");
  assert_literal ("0.1", "General", FALSE, "0.1");
  assert_literal ("0.30000000000000004", "General", FALSE, "0.3");
  assert_literal ("84.999999999999986", "General", FALSE, "85");
  /* Three decimals would read as thousands. */
  assert_literal ("1.234", "General", FALSE, "1.2340");
  assert_literal ("1.2345", "General", FALSE, "1.2345");
  assert_literal ("1.23400", "General", FALSE, "1.2340");
  assert_literal ("0.00001", "General", FALSE, "0.00001");
  assert_literal ("0.001", "General", FALSE, "0.0010");
  assert_literal ("1.5e-7", "General", FALSE, "0.00000015");
  assert_literal ("1e-20", "General", FALSE, "1e-20");
}

static void
test_no_number (void)
{
  static const char *const texts[] = { "", "abc", "1,5", "0x10", "nan", "inf", "1e999", "12 34" };
  static const IonCellFormat general = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_false (
          ion_cell_text_append_literal (text, texts[i], strlen (texts[i]), &general, FALSE));
      g_assert_cmpuint (text->len, ==, 0);
    }
}

static void
test_zeros (void)
{
  assert_literal ("42", "00000", FALSE, "00042");
  assert_literal ("44121", "00000", FALSE, "44121");
  assert_literal ("441210", "00000", FALSE, "441210");
  assert_literal ("-42", "00000", FALSE, "-00042");
  assert_literal ("42", "[$-410]00000", FALSE, "00042");
  assert_literal ("42", "00000;@", FALSE, "00042");
  assert_literal ("42", "0", FALSE, "42");
  assert_literal ("42", "0.00", FALSE, "42");
  assert_literal ("42", "\"IT\"00000", FALSE, "42");
  assert_literal ("42.5", "00000", FALSE, "42.5");
  assert_literal ("3.0101E+17", "000000000000000000", FALSE, "3.01010000000000E+17");
}

static void
test_dates (void)
{
  assert_literal ("46387", "dd/mm/yyyy", FALSE, "2026-12-31");
  assert_literal ("46387", "[$-410]d mmmm yyyy;@", FALSE, "2026-12-31");
  assert_literal ("46387", "mmm-yy", FALSE, "2026-12-31");
  assert_literal ("44925", "dd/mm/yyyy", TRUE, "2026-12-31");
  assert_literal ("46387.4375", "dd/mm/yyyy", FALSE, "2026-12-31");
  assert_literal ("46387.4375", "dd/mm/yyyy hh:mm", FALSE, "2026-12-31 10:30");
  assert_literal ("46387", "dd/mm/yyyy hh:mm", FALSE, "2026-12-31");
  assert_literal ("46387.437511574075", "yyyy-mm-dd h:mm:ss", FALSE, "2026-12-31 10:30:01");
  /* What rounds up to midnight is the next day. */
  assert_literal ("46386.999999999993", "dd/mm/yyyy hh:mm", FALSE, "2026-12-31");
  assert_literal ("46386.999999999993", "dd/mm/yyyy", FALSE, "2026-12-31");
}

static void
test_leap_bug (void)
{
  assert_literal ("1", "dd/mm/yyyy", FALSE, "1900-01-01");
  assert_literal ("59", "dd/mm/yyyy", FALSE, "1900-02-28");
  /* 29 February 1900 never was: the number stays. */
  assert_literal ("60", "dd/mm/yyyy", FALSE, "60");
  assert_literal ("60.5", "dd/mm/yyyy hh:mm", FALSE, "60.5");
  assert_literal ("61", "dd/mm/yyyy", FALSE, "1900-03-01");
  assert_literal ("0", "dd/mm/yyyy", FALSE, "0");
  assert_literal ("-1", "dd/mm/yyyy", FALSE, "-1");
  assert_literal ("0", "dd/mm/yyyy", TRUE, "1904-01-01");
  assert_literal ("60", "dd/mm/yyyy", TRUE, "1904-03-01");
  assert_literal ("2958465", "dd/mm/yyyy", FALSE, "9999-12-31");
  assert_literal ("2958466", "dd/mm/yyyy", FALSE, "2958466");
  assert_literal ("1e300", "dd/mm/yyyy", FALSE, "1.00000000000000E+300");
}

static void
test_times (void)
{
  assert_literal ("0.4375", "hh:mm", FALSE, "10:30");
  assert_literal ("46387.4375", "hh:mm", FALSE, "10:30");
  assert_literal ("0.4375", "h:mm AM/PM", FALSE, "10:30");
  assert_literal ("0.437511574075", "hh:mm:ss", FALSE, "10:30:01");
  assert_literal ("0", "hh:mm", FALSE, "00:00");
  assert_literal ("1.5", "[h]:mm", FALSE, "36:00");
  assert_literal ("0.5", "[hh]:mm:ss", FALSE, "12:00");
  assert_literal ("0.0104166666666667", "mm:ss", FALSE, "00:15");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    IonCellKind kind;
  } cases[] = {
    { "General", ION_CELL_KIND_NUMBER },
    { "Standard", ION_CELL_KIND_NUMBER },
    { "0.00E+00", ION_CELL_KIND_NUMBER },
    { "#,##0.00 \"€ dovuti\"", ION_CELL_KIND_NUMBER },
    { "[Red]0.00", ION_CELL_KIND_NUMBER },
    { "#,##0\\ \\d", ION_CELL_KIND_NUMBER },
    { "_-* #,##0.00\\ [$€-410]_-", ION_CELL_KIND_NUMBER },
    { "0;dd", ION_CELL_KIND_NUMBER },
    { "@", ION_CELL_KIND_NUMBER },
    { "", ION_CELL_KIND_NUMBER },
    { "\"unclosed", ION_CELL_KIND_NUMBER },
    { "[unclosed", ION_CELL_KIND_NUMBER },
    { "\\", ION_CELL_KIND_NUMBER },
    { "dd/mm/yy", ION_CELL_KIND_DATE },
    { "[$-F800]dddd, mmmm dd, yyyy", ION_CELL_KIND_DATE },
    { "mmmm", ION_CELL_KIND_DATE },
    { "dd/mm/yyyy\\ hh:mm", ION_CELL_KIND_DATE_TIME },
    { "[$-F400]h:mm:ss\\ AM/PM", ION_CELL_KIND_TIME },
    { "mm:ss.0", ION_CELL_KIND_TIME },
    { "[mm]:ss", ION_CELL_KIND_DURATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IonCellFormat format;

      g_test_message ("%s", cases[i].code);
      ion_cell_format_from_code (&format, cases[i].code);
      g_assert_cmpint (format.kind, ==, cases[i].kind);
      g_assert_cmpuint (format.n_zeros, ==, 0);
    }
}

static void
test_builtin (void)
{
  static const struct
  {
    guint id;
    IonCellKind kind;
  } cases[] = {
    { 0, ION_CELL_KIND_NUMBER },    { 1, ION_CELL_KIND_NUMBER },  { 4, ION_CELL_KIND_NUMBER },
    { 13, ION_CELL_KIND_NUMBER },   { 14, ION_CELL_KIND_DATE },   { 17, ION_CELL_KIND_DATE },
    { 18, ION_CELL_KIND_TIME },     { 21, ION_CELL_KIND_TIME },   { 22, ION_CELL_KIND_DATE_TIME },
    { 23, ION_CELL_KIND_NUMBER },   { 44, ION_CELL_KIND_NUMBER }, { 45, ION_CELL_KIND_TIME },
    { 46, ION_CELL_KIND_DURATION }, { 47, ION_CELL_KIND_TIME },   { 49, ION_CELL_KIND_NUMBER },
    { 163, ION_CELL_KIND_NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IonCellFormat format;

      ion_cell_format_from_builtin (&format, cases[i].id);
      g_assert_cmpint (format.kind, ==, cases[i].kind);
    }
}

static void
test_iso (void)
{
  static const struct
  {
    const char *iso;
    const char *expected; /* NULL: refused */
  } cases[] = {
    { "2026-12-31", "2026-12-31" },
    { "2026-12-31T00:00:00", "2026-12-31" },
    { "2026-12-31T10:30:00", "2026-12-31 10:30" },
    { "2026-12-31T10:30:15.250", "2026-12-31 10:30:15" },
    { "2026-12-31T10:30:15Z", "2026-12-31 10:30:15" },
    { "10:30:00", "10:30" },
    { "T10:30", "10:30" },
    { "00:00:00", "00:00" },
    { "2026-02-29", NULL },
    { "2026-13-01", NULL },
    { "2026-12-31T25:00:00", NULL },
    { "2026-12-31 nonsense", NULL },
    { "31/12/2026", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");

      g_test_message ("%s", cases[i].iso);
      g_assert_cmpint (ion_cell_text_append_iso (text, cases[i].iso), ==,
                       cases[i].expected != NULL);
      g_assert_cmpstr (text->str + 1, ==, cases[i].expected != NULL ? cases[i].expected : "");
    }
}

static void
test_words (void)
{
  g_assert_cmpstr (ion_cell_text_from_boolean (TRUE), ==, "VERO");
  g_assert_cmpstr (ion_cell_text_from_boolean (FALSE), ==, "FALSO");
  g_assert_cmpstr (ion_cell_text_from_error ("#N/A"), ==, "#N/D");
  g_assert_cmpstr (ion_cell_text_from_error ("#DIV/0!"), ==, "#DIV/0!");
  g_assert_cmpstr (ion_cell_text_from_error ("#SPILL!"), ==, "#SPILL!");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-text/whole", test_whole);
  g_test_add_func ("/cell-text/decimal", test_decimal);
  g_test_add_func ("/cell-text/no-number", test_no_number);
  g_test_add_func ("/cell-text/zeros", test_zeros);
  g_test_add_func ("/cell-text/dates", test_dates);
  g_test_add_func ("/cell-text/leap-bug", test_leap_bug);
  g_test_add_func ("/cell-text/times", test_times);
  g_test_add_func ("/cell-text/formats", test_formats);
  g_test_add_func ("/cell-text/builtin", test_builtin);
  g_test_add_func ("/cell-text/iso", test_iso);
  g_test_add_func ("/cell-text/words", test_words);
  return g_test_run ();
}
