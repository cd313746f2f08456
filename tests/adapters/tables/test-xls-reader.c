/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Old workbooks: every way in which their format keeps a value, and every way to be broken. */

#include "config.h"

#include "biff-maker.h"
#include "table-dump.h"

#include "ion-table-limits.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
assert_reads (const GByteArray *bytes, const char *sheet, const char *expected)
{
  table_dump_assert (bytes->data, bytes->len, &(IonTableOptions){ .sheet = sheet }, expected);
}

static void
assert_refuses (const GByteArray *bytes, const char *sheet, IonTableError code)
{
  table_dump_assert_refused (bytes->data, bytes->len, &(IonTableOptions){ .sheet = sheet }, code);
}

static void
test_values (void)
{
  const char *const strings[] = { "nome", "Citt\351", "", NULL };
  g_autoptr (GByteArray) bytes = biff_maker_begin (strings);

  biff_maker_begin_sheet (bytes);
  biff_maker_add (bytes, 0x00FD, "hhhi", 0, 0, 0, 0); /* shared texts */
  biff_maker_add (bytes, 0x00FD, "hhhi", 0, 1, 0, 1);
  biff_maker_add (bytes, 0x00FD, "hhhi", 0, 2, 0, 2);
  biff_maker_add (bytes, 0x0203, "hhhd", 2, 0, 0, 12.345);
  biff_maker_add (bytes, 0x0203, "hhhd", 2, 1, 2, 123.0);     /* "00000" */
  biff_maker_add (bytes, 0x0203, "hhhd", 2, 2, 1, 46387.0);   /* a date */
  biff_maker_add (bytes, 0x0203, "hhhd", 2, 3, 3, 46387.5);   /* with a time */
  biff_maker_add (bytes, 0x0203, "hhhd", 2, 4, 0, 3.0101e17); /* digits are lost */
  biff_maker_add (bytes, 0x027E, "hhhi", 3, 0, 0, 85 << 2 | 2);
  biff_maker_add (bytes, 0x027E, "hhhi", 3, 1, 0, 8550 << 2 | 3);
  biff_maker_add (bytes, 0x027E, "hhhi", 3, 2, 0, 0x40590000); /* the upper half of 100 */
  biff_maker_add (bytes, 0x00BD, "hhhihih", 3, 3, 2, 7 << 2 | 2, 0, (guint) -9 << 2 | 2, 4);
  biff_maker_add (bytes, 0x0204, "hhhhbs", 4, 0, 0, 4, 0, "Roma"); /* a text of its own */
  biff_maker_add (bytes, 0x0205, "hhhbb", 4, 1, 0, 1, 0);
  biff_maker_add (bytes, 0x0205, "hhhbb", 4, 2, 0, 0x2A, 1);
  biff_maker_end (bytes);
  assert_reads (bytes, NULL,
                "1: nome|Citté\n"
                "3: 12.3450|00123|2026-12-31|2026-12-31 12:00|3.01010000000000E+17\n"
                "4: 85|85.5|100|00007|-9\n"
                "5: Roma|VERO|#N/D\n"
                "2 empty-rows\n5/2 cell-error\n");
}

static void
test_formulas (void)
{
  g_autoptr (GByteArray) bytes = biff_maker_begin (NULL);

  biff_maker_begin_sheet (bytes);
  biff_maker_add (bytes, 0x0006, "hhhdhi", 0, 0, 0, 246.0, 0, 0);
  biff_maker_add (bytes, 0x0006, "hhhbbbbbbhhi", 0, 1, 0, 0, 0, 0, 0, 0, 0, 0xFFFF, 0, 0);
  biff_maker_add (bytes, 0x04BC, "hhi", 0, 0, 0); /* stands between a formula and its text */
  biff_maker_add (bytes, 0x0207, "hbs", 5, 0, "Maria");
  biff_maker_add (bytes, 0x0006, "hhhbbbbbbhhi", 0, 2, 0, 1, 0, 0, 0, 0, 0, 0xFFFF, 0, 0);
  biff_maker_add (bytes, 0x0006, "hhhbbbbbbhhi", 0, 3, 0, 2, 0, 0x17, 0, 0, 0, 0xFFFF, 0, 0);
  biff_maker_add (bytes, 0x0006, "hhhbbbbbbhhi", 0, 4, 0, 3, 0, 0, 0, 0, 0, 0xFFFF, 0, 0);
  biff_maker_add (bytes, 0x0006, "hhhbbbbbbhhi", 0, 5, 0, 0, 0, 0, 0, 0, 0, 0xFFFF, 0, 0);
  biff_maker_end (bytes);
  assert_reads (bytes, NULL,
                "1: 246|Maria|FALSO|#RIF!\n1/3 cell-error\n1/5 formula-without-value\n");
}

/* Suppliers' programs fill column by column. */
static void
test_any_order (void)
{
  g_autoptr (GByteArray) bytes = biff_maker_begin (NULL);

  biff_maker_begin_sheet (bytes);
  for (guint column = 0; column < 3; column++)
    for (guint row = 3; row-- > 0;)
      biff_maker_add (bytes, 0x0203, "hhhd", row, 2 - column, 0, row * 10.0 + 2 - column);
  biff_maker_add (bytes, 0x0203, "hhhd", 1, 1, 0, 99.0); /* the later one holds */
  biff_maker_end (bytes);
  assert_reads (bytes, NULL, "1: 0|1|2\n2: 10|99|12\n3: 20|21|22\n");
}

static void
test_hidden_and_merged (void)
{
  g_autoptr (GByteArray) bytes = biff_maker_begin (NULL);

  biff_maker_begin_sheet (bytes);
  biff_maker_add (bytes, 0x0208, "hhhhhhi", 1, 0, 1, 255, 0, 0, 0x20);
  biff_maker_add (bytes, 0x0208, "hhhhhhi", 7, 0, 1, 255, 0, 0, 0x20);
  biff_maker_add (bytes, 0x0203, "hhhd", 0, 0, 0, 1.0);
  biff_maker_add (bytes, 0x0203, "hhhd", 1, 0, 0, 2.0);
  /* A chart of its own among them. */
  biff_maker_add (bytes, 0x0809, "hhhhii", 0x0600, 0x0020, 0, 0, 0, 0);
  biff_maker_add (bytes, 0x0203, "hhhd", 0, 0, 0, 77.0);
  biff_maker_end (bytes);
  biff_maker_add (bytes, 0x00E5, "hhhhhhhhh", 2, 1, 2, 0, 0, 0, 0, 0, 3);
  biff_maker_end (bytes);
  assert_reads (bytes, NULL, "1: 1\n2: 2\n1/0 merged-cells\n2/0 merged-cells\n2 hidden-row\n");
}

/* A text that goes on in the next record, there with two bytes a letter. */
static void
test_continued (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  biff_maker_add (bytes, 0x0809, "hhhhii", 0x0600, 0x0005, 0, 0, 0, 0);
  biff_maker_add (bytes, 0x00FC, "iihbhs", 2, 2, 6, 0x08, 1, "Ro");
  biff_maker_add (bytes, 0x003C, "bhhhhi", 0x01, 'm', 0x20AC, 0xD83D, 0xDE00, 0);
  biff_maker_add (bytes, 0x003C, "hbs", 2, 0x00, "Si");
  biff_maker_add (bytes, 0x0085, "ibbbbs", bytes->len + 17 + 4, 0, 0, 5, 0, "Dati1");
  biff_maker_end (bytes);
  biff_maker_begin_sheet (bytes);
  biff_maker_add (bytes, 0x00FD, "hhhi", 0, 0, 0, 0);
  biff_maker_add (bytes, 0x00FD, "hhhi", 0, 1, 0, 1);
  biff_maker_end (bytes);
  assert_reads (bytes, NULL, "1: Rom€😀|Si\n");
}

/* What a few lines of PHP or Delphi write: no container, no workbook, no version. */
static void
test_bare (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  biff_maker_add (bytes, 0x0809, "hhhh", 0, 0x10, 0, 0);
  biff_maker_add (bytes, 0x0204, "hhhhs", 0, 0, 0, 5, "Citt\340");
  biff_maker_add (bytes, 0x0203, "hhhd", 1, 0, 0, 12.5);
  biff_maker_end (bytes);
  assert_reads (bytes, NULL, "1: Città\n2: 12.5\n");
}

static void
test_version_2 (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  biff_maker_add (bytes, 0x0009, "hh", 2, 0x10);
  biff_maker_add (bytes, 0x0042, "h", 850);
  biff_maker_add (bytes, 0x001E, "bs", 7, "General");
  biff_maker_add (bytes, 0x001E, "bs", 8, "dd/mm/yy");
  biff_maker_add (bytes, 0x0004, "hhbbbbs", 0, 0, 0, 0, 0, 5, "Citt\205");
  biff_maker_add (bytes, 0x0002, "hhbbbh", 1, 0, 0, 0, 0, 42);
  biff_maker_add (bytes, 0x0003, "hhbbbd", 1, 1, 0, 1, 0, 46387.0);
  biff_maker_add (bytes, 0x0005, "hhbbbbb", 1, 2, 0, 0, 0, 1, 0);
  biff_maker_end (bytes);
  assert_reads (bytes, NULL, "1: Città\n2: 42|2026-12-31|VERO\n");
}

static void
test_1904 (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  biff_maker_add (bytes, 0x0809, "hhhh", 0x0500, 0x10, 0, 0);
  biff_maker_add (bytes, 0x0022, "h", 1);
  biff_maker_add (bytes, 0x00E0, "hhiii", 0, 14, 0, 0, 0);
  biff_maker_add (bytes, 0x0203, "hhhd", 0, 0, 0, 46387.0 - 1462);
  biff_maker_end (bytes);
  assert_reads (bytes, NULL, "1: 2026-12-31\n");
}

static GByteArray *
make_three_sheets (guint hidden)
{
  static const char *const names[] = { "Vuoto", "Marzo", "2026" };
  GByteArray *bytes = g_byte_array_new ();
  guint at;

  biff_maker_add (bytes, 0x0809, "hhhhii", 0x0600, 0x0005, 0, 0, 0, 0);
  at = bytes->len + 3 * (4 + 8) + 5 + 5 + 4 + 4;
  for (guint i = 0; i < 3; i++)
    biff_maker_add (bytes, 0x0085, "ibbbbs",
                    at + (i == 0   ? 0
                          : i == 1 ? 24
                                   : 24 + 42),
                    i == hidden ? 1 : 0, 0, (guint) strlen (names[i]), 0, names[i]);
  biff_maker_end (bytes);
  for (guint i = 0; i < 3; i++)
    {
      biff_maker_begin_sheet (bytes);
      if (i > 0)
        biff_maker_add (bytes, 0x0203, "hhhd", 0, 0, 0, i * 1.0);
      biff_maker_end (bytes);
    }
  return bytes;
}

static void
test_sheets (void)
{
  g_autoptr (GByteArray) several = make_three_sheets (9);
  g_autoptr (GByteArray) hidden = make_three_sheets (2);

  assert_refuses (several, NULL, ION_TABLE_ERROR_SHEET);
  assert_refuses (several, "Aprile", ION_TABLE_ERROR_SHEET);
  assert_refuses (several, "4", ION_TABLE_ERROR_SHEET);
  assert_reads (several, "marzo", "1: 1\n");
  assert_reads (several, "2", "1: 1\n");
  assert_reads (several, "3", "1: 2\n");
  assert_reads (several, "2026", "1: 2\n");
  assert_reads (hidden, NULL, "1: 1\n");
  assert_reads (hidden, "2026", "1: 2\n");
  assert_refuses (hidden, "3", ION_TABLE_ERROR_SHEET);
}

static void
test_refused (void)
{
  g_autoptr (GByteArray) empty = biff_maker_begin (NULL);
  g_autoptr (GByteArray) locked = g_byte_array_new ();
  g_autoptr (GByteArray) word = biff_maker_wrap (empty, "WordDocument");
  g_autoptr (GByteArray) sealed = biff_maker_wrap (empty, "EncryptedPackage");
  g_autoptr (GByteArray) other = biff_maker_wrap (empty, "VisioDocument");

  biff_maker_begin_sheet (empty);
  biff_maker_end (empty);
  biff_maker_add (locked, 0x0809, "hhhhii", 0x0600, 0x0005, 0, 0, 0, 0);
  biff_maker_add (locked, 0x002F, "hii", 1, 0x10001, 0);
  assert_refuses (empty, NULL, ION_TABLE_ERROR_EMPTY);
  assert_refuses (locked, NULL, ION_TABLE_ERROR_ENCRYPTED);
  assert_refuses (sealed, NULL, ION_TABLE_ERROR_ENCRYPTED);
  assert_refuses (word, NULL, ION_TABLE_ERROR_FORMAT);
  assert_refuses (other, NULL, ION_TABLE_ERROR_FORMAT);
}

static GByteArray *
make_wrapped (void)
{
  const char *const strings[] = { "nome", "Maria", NULL };
  g_autoptr (GByteArray) bytes = biff_maker_begin (strings);

  biff_maker_begin_sheet (bytes);
  biff_maker_add (bytes, 0x00FD, "hhhi", 0, 0, 0, 0);
  biff_maker_add (bytes, 0x00FD, "hhhi", 1, 0, 0, 1);
  for (guint row = 2; row < 100; row++)
    biff_maker_add (bytes, 0x0203, "hhhd", row, 0, row % 5, row * 1.25);
  biff_maker_end (bytes);
  return biff_maker_wrap (bytes, "Workbook");
}

/* Either the table is read or it is refused with the reason: nothing else, wherever it is cut. */
static void
test_truncated (void)
{
  g_autoptr (GByteArray) bytes = make_wrapped ();

  for (guint size = 8; size < bytes->len; size += 7)
    table_dump_survive (bytes->data, size);
}

static void
test_mutated (void)
{
  g_autoptr (GByteArray) bytes = make_wrapped ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes->data, bytes->len);
      guint n = (guint) g_rand_int_range (random, 1, 12);

      for (guint i = 0; i < n; i++)
        {
          static const guint8 values[] = { 0, 1, 0x7F, 0xFF };
          gint32 at = g_rand_int_range (random, 8, (gint32) bytes->len);

          copy[at] = g_rand_boolean (random) ? values[g_rand_int_range (random, 0, 4)]
                                             : (guint8) g_rand_int_range (random, 0, 256);
        }
      table_dump_survive (copy, bytes->len);
    }
}

static void
write_sized (const GByteArray *bytes, gint64 size, int expected)
{
  g_autofree char *path = table_dump_write (bytes->data, bytes->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;

  /* The rest is a hole. */
  g_assert_cmpint (truncate (path, size), ==, 0);
  table = ion_table_open (path, NULL, &error);
  if (expected < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, ION_TABLE_ERROR, expected);
  g_unlink (path);
}

static void
test_file_limit (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  biff_maker_add (bytes, 0x0809, "hhhh", 0x0500, 0x10, 0, 0);
  biff_maker_add (bytes, 0x0203, "hhhd", 0, 0, 0, 1.0);
  biff_maker_end (bytes);
  write_sized (bytes, ION_TABLE_XLS_SIZE_MAX - 1, -1);
  write_sized (bytes, ION_TABLE_XLS_SIZE_MAX, -1);
  write_sized (bytes, ION_TABLE_XLS_SIZE_MAX + 1, ION_TABLE_ERROR_TOO_LARGE);
}

/* Texts of 4,096 bytes each, with their ends; the last one is longer by @more. */
static GByteArray *
make_texts (int more)
{
  g_autofree char *letters = g_strnfill (2048, '\351');
  GByteArray *bytes = g_byte_array_new ();
  guint n = ION_TABLE_XLS_TEXT_MAX / 4096;

  letters[2047] = '\0';
  biff_maker_add (bytes, 0x0809, "hhhhii", 0x0600, 0x0005, 0, 0, 0, 0);
  biff_maker_add (bytes, 0x00FC, "ii", 0, 0);
  for (guint i = 0; i < n; i++)
    biff_maker_add (bytes, 0x003C, "hbss", i + 1 < n ? 2048 : 2048 + more, 0, letters,
                    &"xx"[i + 1 < n ? 1 : 1 - more]);
  biff_maker_add (bytes, 0x0085, "ibbbbs", bytes->len + 17 + 4, 0, 0, 5, 0, "Dati1");
  biff_maker_end (bytes);
  biff_maker_begin_sheet (bytes);
  biff_maker_add (bytes, 0x00FD, "hhhi", 0, 0, 0, 0);
  biff_maker_end (bytes);
  return bytes;
}

static void
test_text_limit (void)
{
  for (int more = -1; more <= 1; more++)
    {
      g_autoptr (GByteArray) bytes = make_texts (more);

      if (more == 1)
        assert_refuses (bytes, NULL, ION_TABLE_ERROR_TOO_LARGE);
      else
        table_dump_survive (bytes->data, bytes->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xls/values", test_values);
  g_test_add_func ("/xls/formulas", test_formulas);
  g_test_add_func ("/xls/any-order", test_any_order);
  g_test_add_func ("/xls/hidden-and-merged", test_hidden_and_merged);
  g_test_add_func ("/xls/continued", test_continued);
  g_test_add_func ("/xls/bare", test_bare);
  g_test_add_func ("/xls/version-2", test_version_2);
  g_test_add_func ("/xls/1904", test_1904);
  g_test_add_func ("/xls/sheets", test_sheets);
  g_test_add_func ("/xls/refused", test_refused);
  g_test_add_func ("/xls/truncated", test_truncated);
  g_test_add_func ("/xls/mutated", test_mutated);
  g_test_add_func ("/xls/limit/file", test_file_limit);
  g_test_add_func ("/xls/limit/texts", test_text_limit);

  return g_test_run ();
}
