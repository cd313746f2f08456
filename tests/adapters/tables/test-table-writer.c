/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is written is read again as it was, in every format, or is not there at all. */

#include "config.h"

#include "ion-encoding.h"
#include "ion-sheet.h"
#include "ion-table-writer.h"
#include "ion-zip-archive.h"
#include "ion-zip-member.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *source;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer ending)
{
  g_autofree char *name = g_strconcat ("out.", ending, NULL);

  f->folder = g_dir_make_tmp ("writer-XXXXXX", NULL);
  f->source = g_build_filename (f->folder, "in.csv", NULL);
  f->path = g_build_filename (f->folder, name, NULL);
}

static void
tear_down (Fixture *f, gconstpointer ending)
{
  g_unlink (f->source);
  g_unlink (f->path);
  /* Nothing else may be left in the folder. */
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->source);
  g_free (f->path);
}

/* Cells that formats, and those who read them, get wrong. */
static const char *const cells[] = {
  "301011100007347557",
  "00044",
  "",
  " two  blanks ",
  "a & b < c > d \"e\" 'f'",
  "two\nlines",
  "tab\there",
  "_x000D_ and _x0041_",
  "citt\303\240 \342\202\254 \342\200\234x\342\200\235",
  "=1+1",
  "85,50",
  "31/12/2026",
  "a;b,c|d",
};

static const IonTableLayout layout = {
  .header_row = 3,
  .n_columns = G_N_ELEMENTS (cells),
  .wide_column = 2,
};

/* Rows 1, 3, 4 and 7; the last cell of each is filled, so that all are read as wide. */
static void
write_sample (IonTableWriter *writer)
{
  static const gint64 rows[] = { 1, 3, 4, 7 };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ion_table_writer_write_row (writer, rows[i], cells, G_N_ELEMENTS (cells), &error);
      g_assert_no_error (error);
    }
  g_assert_true (ion_table_writer_finish (writer, &error));
  g_assert_no_error (error);
}

static void
assert_sample (const char *path, const char *format)
{
  static const gint64 rows[] = { 1, 3, 4, 7 };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, NULL, &error);
  const char *const *read;
  gint64 row;
  gsize n_cells, n = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (ion_table_get_format (table), ==, format);
  while (ion_table_next (table, &row, &read, &n_cells, &error))
    {
      g_assert_cmpint (row, ==, rows[n++]);
      g_assert_cmpuint (n_cells, ==, G_N_ELEMENTS (cells));
      for (gsize i = 0; i < n_cells; i++)
        g_assert_cmpstr (read[i], ==, cells[i]);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (rows));
}

static void
test_round_trip (Fixture *f, gconstpointer ending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTableWriter) writer = ion_table_writer_open (f->path, NULL, &layout, &error);

  g_assert_no_error (error);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  write_sample (writer);
  assert_sample (f->path, ending);
}

/* In every encoding, with every separator and line end, with and without a mark. */
static void
test_round_trip_like (Fixture *f, gconstpointer ending)
{
  static const IonEncoding encodings[] = {
    ION_ENCODING_UTF8,
    ION_ENCODING_UTF16LE,
    ION_ENCODING_UTF16BE,
    ION_ENCODING_WINDOWS_1252,
  };
  static const char separators[] = ";,\t|";
  static const char *const line_ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < 4 * 4 * 3 * 2; i++)
    {
      IonEncoding encoding = encodings[i % 4];
      char separator = separators[i / 4 % 4];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *text =
          g_strdup_printf ("Nome%cCitt\303\240%sAda%cForl\303\254%s", separator,
                           line_ends[i / 16 % 3], separator, line_ends[i / 16 % 3]);
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;
      g_autoptr (IonTableWriter) writer = NULL;

      if (i / 48 == 1)
        ion_encoding_append_bom (encoding, bytes);
      ion_encoding_encode (encoding, text, strlen (text), bytes);
      g_file_set_contents (f->source, (const char *) bytes->data, (gssize) bytes->len, NULL);
      table = ion_table_open (f->source, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ion_table_get_encoding (table), ==, ion_encoding_to_name (encoding));
      g_assert_cmpint (ion_table_get_separator (table), ==, separator);
      writer = ion_table_writer_open (f->path, table, &layout, &error);
      g_assert_no_error (error);
      write_sample (writer);
      g_clear_object (&table);
      assert_sample (f->path, "csv");
      table = ion_table_open (f->path, NULL, &error);
      g_assert_cmpstr (ion_table_get_encoding (table), ==, ion_encoding_to_name (encoding));
      g_assert_cmpint (ion_table_get_separator (table), ==, separator);
    }
}

static void
test_unfinished (Fixture *f, gconstpointer ending)
{
  g_autoptr (GError) error = NULL;
  IonTableWriter *writer = ion_table_writer_open (f->path, NULL, &layout, &error);

  g_assert_no_error (error);
  ion_table_writer_write_row (writer, 1, cells, G_N_ELEMENTS (cells), &error);
  g_assert_no_error (error);
  g_object_unref (writer);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

static void
test_nowhere (Fixture *f, gconstpointer ending)
{
  g_autofree char *path = g_strconcat (f->folder, "/none/x.", ending, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_table_writer_open (path, NULL, &layout, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* What a full disk does: it is said by the row that no longer fits, or at the end. */
static void
test_no_room (Fixture *f, gconstpointer ending)
{
  const struct rlimit small = { .rlim_cur = 100000, .rlim_max = RLIM_INFINITY };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTableWriter) writer = ion_table_writer_open (f->path, NULL, &layout, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  struct rlimit before;
  gboolean is_written = TRUE;

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  setrlimit (RLIMIT_FSIZE, &small);
  for (gint64 row = 1; row <= 20000 && is_written; row++)
    {
      g_autofree char *noise =
          g_strdup_printf ("%08x%08x", g_rand_int (random), g_rand_int (random));
      const char *const line[] = { noise, noise };

      is_written = ion_table_writer_write_row (writer, row, line, 2, &error);
    }
  is_written = is_written && ion_table_writer_finish (writer, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (is_written);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, f->path));
  g_clear_object (&writer);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

static char *
read_member (const char *path, const char *name)
{
  static const IonZipLimits limits = { 100, 1 << 20, 1 << 22, 1000, 1 << 20 };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = ion_zip_archive_open (path, &limits, &error);
  char *text;

  g_assert_no_error (error);
  text = ion_zip_member_read_whole (archive, name, 1 << 20, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_holds (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* What helps in a spreadsheet: texts stay texts, the header stays in sight, rows can be filtered.
 */
static void
test_xlsx_look (Fixture *f, gconstpointer ending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTableWriter) writer = ion_table_writer_open (f->path, NULL, &layout, &error);
  g_autofree char *sheet = NULL;
  g_autofree char *styles = NULL;
  g_autofree char *workbook = NULL;

  write_sample (writer);
  sheet = read_member (f->path, "xl/worksheets/sheet1.xml");
  styles = read_member (f->path, "xl/styles.xml");
  workbook = read_member (f->path, "xl/workbook.xml");
  assert_holds (sheet, "<pane ySplit=\"3\" topLeftCell=\"A4\"");
  assert_holds (sheet, "<autoFilter ref=\"A3:M7\"/>");
  assert_holds (sheet, "<col min=\"3\" max=\"3\" width=\"90\" style=\"1\"");
  assert_holds (sheet, "<c r=\"A3\" s=\"2\" t=\"inlineStr\">");
  assert_holds (sheet, "<c r=\"A4\" s=\"1\" t=\"inlineStr\">");
  assert_holds (sheet, "numberStoredAsText=\"1\"");
  assert_holds (styles, "numFmtId=\"49\"");
  assert_holds (workbook, "!$A$3:$M$7<");
}

/* The first member tells desktops what the file is: stored, and without an extra field. */
static void
test_ods_look (Fixture *f, gconstpointer ending)
{
  static const char mime_type[] = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTableWriter) writer = ion_table_writer_open (f->path, NULL, &layout, &error);
  g_autofree char *bytes = NULL;
  g_autofree char *content = NULL;
  g_autofree char *settings = NULL;
  gsize size;

  write_sample (writer);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 100);
  g_assert_cmpmem (bytes + 30, sizeof mime_type - 1, mime_type, sizeof mime_type - 1);
  content = read_member (f->path, "content.xml");
  settings = read_member (f->path, "settings.xml");
  assert_holds (content, "table:number-rows-repeated=\"2\"");
  assert_holds (content, ".A3:&apos;Sheet1&apos;.M7\"");
  assert_holds (content, "<number:text-content/>");
  assert_holds (settings, "config:name=\"VerticalSplitPosition\" config:type=\"int\">3<");
}

static void
test_losses (Fixture *f, gconstpointer ending)
{
  g_autofree char *longest = g_strnfill (ION_SHEET_CELL_MAX, 'x');
  g_autofree char *too_long = g_strnfill (ION_SHEET_CELL_MAX + 1, 'x');
  g_autoptr (GString) pairs = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTableWriter) writer = ion_table_writer_open (f->path, NULL, &layout, &error);

  /* Characters that count for two. */
  for (int i = 0; i < ION_SHEET_CELL_MAX / 2 + 1; i++)
    g_string_append (pairs, "\360\237\230\200");
  g_assert_no_error (error);
  g_assert_true (ion_table_writer_can_hold (writer, "citt\303\240 \342\202\254 \316\261\n\t"));
  g_assert_true (ion_table_writer_can_hold (writer, longest));
  g_assert_false (ion_table_writer_can_hold (writer, too_long));
  g_assert_false (ion_table_writer_can_hold (writer, pairs->str));
  g_string_truncate (pairs, pairs->len - 4);
  g_assert_true (ion_table_writer_can_hold (writer, pairs->str));
  g_assert_false (ion_table_writer_can_hold (writer, "\357\277\277"));
  g_assert_cmpint (ion_table_writer_can_hold (writer, "\001"), ==, g_str_equal (ending, "xlsx"));
}

static void
test_too_many_rows (Fixture *f, gconstpointer ending)
{
  const char *const line[] = { "x" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTableWriter) writer = ion_table_writer_open (f->path, NULL, &layout, &error);

  g_assert_true (ion_table_writer_write_row (writer, ION_SHEET_ROWS_MAX - 1, line, 1, &error));
  g_assert_true (ion_table_writer_write_row (writer, ION_SHEET_ROWS_MAX, line, 1, &error));
  g_assert_false (ion_table_writer_write_row (writer, ION_SHEET_ROWS_MAX + 1, line, 1, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
}

static void
test_sheet_name (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = {
    { "Rette", "Rette" },
    { "a/b:c[1]*?", "a_b_c_1___" },
    { "'x'", "x" },
    { "''", "1" },
    { "", "1" },
    { "un nome che non finisce mai e poi mai", "un nome che non finisce mai e p" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ion_sheet_make_name (cases[i].name);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_choose (Fixture *f, gconstpointer ending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;

  g_file_set_contents (f->source, "a;b\n", -1, NULL);
  table = ion_table_open (f->source, NULL, &error);
  g_assert_cmpstr (ion_table_writer_choose_format ("x.xlsx", table), ==, "xlsx");
  g_assert_cmpstr (ion_table_writer_choose_format ("x.ODS", table), ==, "ods");
  g_assert_cmpstr (ion_table_writer_choose_format ("x.csv", NULL), ==, "csv");
  g_assert_cmpstr (ion_table_writer_choose_format ("x.txt", table), ==, "csv");
  g_assert_cmpstr (ion_table_writer_choose_format ("dir.xlsx/x", table), ==, "csv");
  g_assert_cmpstr (ion_table_writer_choose_format ("x", NULL), ==, "csv");
}

#define ADD(name, ending, func) \
  g_test_add ("/table-writer/" ending "/" name, Fixture, ending, set_up, func, tear_down)

#define ADD_TO_ALL(name, func) \
  ADD (name, "csv", func);     \
  ADD (name, "xlsx", func);    \
  ADD (name, "ods", func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip-like", "csv", test_round_trip_like);
  ADD ("round-trip", "xlsx", test_round_trip);
  ADD ("round-trip", "ods", test_round_trip);
  ADD_TO_ALL ("unfinished", test_unfinished);
  ADD_TO_ALL ("nowhere", test_nowhere);
  ADD_TO_ALL ("no-room", test_no_room);
  ADD ("look", "xlsx", test_xlsx_look);
  ADD ("look", "ods", test_ods_look);
  ADD ("losses", "xlsx", test_losses);
  ADD ("losses", "ods", test_losses);
  ADD ("too-many-rows", "xlsx", test_too_many_rows);
  ADD ("too-many-rows", "ods", test_too_many_rows);
  g_test_add_func ("/table-writer/sheet-name", test_sheet_name);
  ADD ("choose", "csv", test_choose);
  return g_test_run ();
}
