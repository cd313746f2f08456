/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Tables as offices' programs write them, and as no program should. */

#include "config.h"

#include "ion-csv-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Two codes of nobody. */
#define CODE_1 "RSSMRA85T10A562S"
#define CODE_2 "BNCLCU90A41H501W"

static char *
write_file (const char *bytes, gssize size)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("table-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  return path;
}

static IonTable *
open_bytes (const char *bytes, gssize size, const IonTableOptions *options, GError **error)
{
  g_autofree char *path = write_file (bytes, size);
  IonTable *table = ion_table_open (path, options, error);

  g_unlink (path);
  return table;
}

/* Everything that a table says, as one text: "1: a|b\n" a row, "3 code\n" a remark. */
static char *
dump (IonTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  GString *text = g_string_new (NULL);
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      g_string_append_printf (text, "%" G_GINT64_FORMAT ": ", row);
      for (gsize i = 0; i < n_cells; i++)
        {
          g_assert_true (g_utf8_validate (cells[i], -1, NULL));
          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cells[i]);
        }
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  remarks = ion_table_take_remarks (table);
  for (guint i = 0; i < remarks->len; i++)
    {
      const IonTableRemark *remark = g_ptr_array_index (remarks, i);

      g_assert_cmpstr (remark->message, !=, "");
      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", remark->row, remark->code);
    }
  return g_string_free (text, FALSE);
}

static void
assert_reads (const char *bytes, gssize size, const IonTableOptions *options, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = open_bytes (bytes, size, options, &error);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  got = dump (table);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_separators (void)
{
  static const struct
  {
    char separator;
    const char *text;
  } cases[] = {
    { ';', "CF;Importo\n" CODE_1 ";85,50\n" CODE_2 ";10,00\n" },
    { ',', "CF,Importo\n" CODE_1 ",85.50\n" CODE_2 ",10.00\n" },
    { '\t', "CF\tImporto\n" CODE_1 "\t85,50\n" CODE_2 "\t10,00\n" },
    { '|', "CF|Importo\n" CODE_1 "|85,50\n" CODE_2 "|10,00\n" },
    { ';', "CF;Testo\n" CODE_1 ";Ciao, come va, bene, spero\n" CODE_2 ";Ciao, su, via, ora\n" },
    { ',', "CF,Testo\n" CODE_1 ",\"Ciao; come; va\"\n" CODE_2 ",\"Ciao; su; via\"\n" },
    { ';', "Elenco, stampato il 3/9, ufficio\n\nCF;Nome\n" CODE_1 ";Rita\n" CODE_2 ";Ugo\n" },
    { ';', CODE_1 "\n" CODE_2 "\n" },
    /* One comma in a row is none, whatever stands above the header. */
    { ';', "Elenco; x\n\nCF;N;I\n" CODE_1 ";a;2\nBNCLCU90;b;3\nVRDGPP75;c;4\n" CODE_2 ";c;1,5\n" },
    { '\t', "sep=\t\nCF\tX\n" CODE_1 "\t1\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = open_bytes (cases[i].text, -1, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ion_table_get_separator (table), ==, cases[i].separator);
      g_assert_cmpstr (ion_table_get_format (table), ==, "csv");
    }
}

static void
test_separator_override (void)
{
  IonTableOptions options = { .separator = ',' };

  assert_reads ("a;b,c\nd;e,f\n", -1, &options, "1: a;b|c\n2: d;e|f\n");
}

static void
test_declared_separator (void)
{
  IonTableOptions options = { .separator = ';' };

  assert_reads ("sep=,\r\na,b\r\n1,2\r\n", -1, NULL, "1: a|b\n2: 1|2\n");
  /* Behind a mark, against the look of the rows, and against a person's word. */
  assert_reads ("\357\273\277SEP=|\na;b|c;d\n1;2|3;4\n", -1, NULL, "1: a;b|c;d\n2: 1;2|3;4\n");
  assert_reads ("\377\376s\0e\0p\0=\0;\0\n\0a\0;\0b\0\n\0", 22, NULL, "1: a|b\n");
  assert_reads ("sep=,\na;b,c\n", -1, &options, "1: a|b,c\n");
}

static void
test_line_ends (void)
{
  static const char *texts[] = {
    "a;b\nc;d\n", "a;b\r\nc;d\r\n", "a;b\rc;d\r", "a;b\nc;d", "a;b\r\nc;d", "a;b\rc;d",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_reads (texts[i], -1, NULL, "1: a|b\n2: c|d\n");
}

static void
test_mixed_line_ends (void)
{
  assert_reads ("a;b\r\nc;d\ne;f\rg;h\n\r\ni;j", -1, NULL,
                "1: a|b\n2: c|d\n3: e|f\n4: g|h\n6: i|j\n5 empty-rows\n");
}

/* The same table in each way of writing it, recognised and by name. */
static void
test_encodings (void)
{
  static const char text[] = "Nome;Citt\303\240\nAda;Forl\303\254 \342\202\254\n";
  static const struct
  {
    IonEncoding encoding;
    gboolean has_bom;
    const char *name; /* (nullable): that a person gives */
    const char *shown;
  } cases[] = {
    { ION_ENCODING_UTF8, FALSE, NULL, "UTF-8" },
    { ION_ENCODING_UTF8, TRUE, NULL, "UTF-8" },
    { ION_ENCODING_UTF16LE, FALSE, NULL, "UTF-16LE" },
    { ION_ENCODING_UTF16LE, TRUE, NULL, "UTF-16LE" },
    { ION_ENCODING_UTF16BE, FALSE, NULL, "UTF-16BE" },
    { ION_ENCODING_UTF16BE, TRUE, NULL, "UTF-16BE" },
    { ION_ENCODING_WINDOWS_1252, FALSE, NULL, "windows-1252" },
    { ION_ENCODING_UTF8, FALSE, "utf-8", "UTF-8" },
    { ION_ENCODING_UTF8, TRUE, "UTF8", "UTF-8" },
    { ION_ENCODING_UTF16LE, TRUE, "utf-16", "UTF-16LE" },
    { ION_ENCODING_UTF16BE, TRUE, "utf-16", "UTF-16BE" },
    { ION_ENCODING_UTF16BE, FALSE, "utf-16be", "UTF-16BE" },
    { ION_ENCODING_WINDOWS_1252, FALSE, "iso-8859-1", "windows-1252" },
    { ION_ENCODING_WINDOWS_1252, FALSE, "cp1252", "windows-1252" },
    { ION_ENCODING_ISO_8859_15, FALSE, "iso-8859-15", "ISO-8859-15" },
    { ION_ENCODING_ISO_8859_15, FALSE, "latin9", "ISO-8859-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IonTableOptions options = { .encoding = cases[i].name };
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (IonTable) table = NULL;
      g_autofree char *got = NULL;

      if (cases[i].has_bom)
        ion_encoding_append_bom (cases[i].encoding, bytes);
      ion_encoding_encode (cases[i].encoding, text, strlen (text), bytes);
      table = open_bytes ((const char *) bytes->data, (gssize) bytes->len, &options, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ion_table_get_encoding (table), ==, cases[i].shown);
      got = dump (table);
      g_assert_cmpstr (got, ==, "1: Nome|Citt\303\240\n2: Ada|Forl\303\254 \342\202\254\n");
    }
}

static void
test_unknown_encoding (void)
{
  IonTableOptions options = { .encoding = "EBCDIC" };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_bytes ("a;b\n", -1, &options, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCODING);
}

static void
test_quotes (void)
{
  assert_reads ("a;b\n\"x;y\";\"he said \"\"no\"\"\"\n\"two\nlines\";z\n\"\";\"\"\"\"\n", -1, NULL,
                "1: a|b\n2: x;y|he said \"no\"\n3: two\nlines|z\n4: |\"\n");
  /* Blanks around the quotation marks, and quotation marks within a text. */
  assert_reads ("a, b\nx, \"y, z\" \n5\" pipe,q\"r\n", -1, NULL,
                "1: a| b\n2: x|y, z\n3: 5\" pipe|q\"r\n");
  assert_reads ("a;b\n\"Da Gino\" srl;z\n", -1, NULL, "1: a|b\n2: Da Gino srl|z\n2 stray-quote\n");
}

static void
test_unclosed_quote (void)
{
  /* Up to the end of the file ... */
  assert_reads ("a;b\n1;\"x\n2;y\n3;z\n", -1, NULL,
                "1: a|b\n2: 1|\"x\n3: 2|y\n4: 3|z\n2 unclosed-quote\n");
  /* ... and up to the next quotation mark: one row is odd, none is swallowed. */
  assert_reads ("a;b\n\"1;x\n2;y\n3;\"z\"\n4;w\n", -1, NULL,
                "1: a|b\n2: \"1|x\n3: 2|y\n4: 3|z\n5: 4|w\n2 unclosed-quote\n");
  assert_reads ("\"", -1, NULL, "1: \"\n1 unclosed-quote\n");
}

/* Closed by chance, by a mark at the end of a cell: whoever stands between is no part of a text. */
static void
test_unclosed_quote_well_formed (void)
{
  assert_reads ("CF;N;T\n" CODE_1 ";\"a;x\n" CODE_2 ";b;tubo 5\"\n" CODE_1 ";c;z\n", -1, NULL,
                "1: CF|N|T\n2: " CODE_1 "|\"a|x\n3: " CODE_2 "|b|tubo 5\"\n4: " CODE_1
                "|c|z\n2 unclosed-quote\n");
  /* The last of them is not closed either. */
  assert_reads ("CF;N\n" CODE_1 ";\"a\n" CODE_2 ";\"b\"\n" CODE_1 ";c\n", -1, NULL,
                "1: CF|N\n2: " CODE_1 "|\"a\n3: " CODE_2 "|b\n4: " CODE_1 "|c\n2 unclosed-quote\n");
  /* All cells are quoted. */
  assert_reads ("\"CF\";\"N\"\n\"" CODE_1 "\";\"a\n\"" CODE_2 "\";\"b\"\n\"" CODE_1 "\";\"\"\n", -1,
                NULL,
                "1: CF|N\n2: " CODE_1 "|\"a\n3: " CODE_2 "|b\n4: " CODE_1 "|\n2 unclosed-quote\n");
  /* A text of several lines with separators in it is one. */
  assert_reads ("CF;N\n" CODE_1 ";\"Via Po; 3\nint; 4; c/o Rossi\"\n", -1, NULL,
                "1: CF|N\n2: " CODE_1 "|Via Po; 3\nint; 4; c/o Rossi\n");
}

static void
test_unclosed_quote_far (void)
{
  g_autoptr (GString) text = g_string_new ("a;b\n\"1;x\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells;
  guint n = 0;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (text, "%u;qualcosa\n", i);
  table = open_bytes (text->str, (gssize) text->len, NULL, &error);
  g_assert_no_error (error);
  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      g_assert_cmpuint (n_cells, ==, 2);
      g_assert_cmpint (row, ==, ++n);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 60002);
  remarks = ion_table_take_remarks (table);
  g_assert_cmpuint (remarks->len, ==, 1);
}

static void
test_ragged (void)
{
  assert_reads ("a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n", -1, NULL,
                "1: a|b|c\n2: 1|2|3\n3: 1|2\n4: 1|2|3|4\n5: 1|2|3||\n3 short-row\n4 ragged-row\n");
}

static void
test_empty_rows (void)
{
  assert_reads ("\na;b\n\n;\n1;2\n\n3;4\n;;;\n", -1, NULL,
                "2: a|b\n5: 1|2\n7: 3|4\n1 empty-rows\n3 empty-rows\n6 empty-rows\n8 empty-rows\n");
}

static void
test_nul_bytes (void)
{
  static const char text[] = "aaaaaaaaaaaa;bbbbbbbbbb\n1\0001;2\n3;4\n";

  assert_reads (text, sizeof text - 1, NULL,
                "1: aaaaaaaaaaaa|bbbbbbbbbb\n2: 11|2\n3: 3|4\n2 nul-bytes\n");
}

static void
assert_refused (const char *bytes, gssize size, IonTableError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = open_bytes (bytes, size, NULL, &error);

  g_assert_null (table);
  g_assert_error (error, ION_TABLE_ERROR, (int) code);
}

static void
test_refused (void)
{
  guint8 noise[4096];
  guint32 state = 1;

  for (gsize i = 0; i < sizeof noise; i++)
    {
      state = state * 1664525 + 1013904223;
      noise[i] = (guint8) (state >> 24);
    }
  assert_refused ("", 0, ION_TABLE_ERROR_EMPTY);
  assert_refused ("\357\273\277", 3, ION_TABLE_ERROR_EMPTY);
  assert_refused (" \r\n\n", -1, ION_TABLE_ERROR_EMPTY);
  assert_refused ((const char *) noise, sizeof noise, ION_TABLE_ERROR_NOT_TEXT);
  assert_refused ("\211PNG\r\n\032\n", 8, ION_TABLE_ERROR_NOT_TEXT);
  assert_refused ("\037\213\010\000\000", 5, ION_TABLE_ERROR_NOT_TEXT);
  assert_refused ("PK\003\004\024\000", 6, ION_TABLE_ERROR_DAMAGED);
  assert_refused ("\320\317\021\340\241\261\032\341\000", 9, ION_TABLE_ERROR_DAMAGED);
  assert_refused ("%PDF-1.7\n", -1, ION_TABLE_ERROR_FORMAT);
}

static void
test_no_such_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;

  g_assert_null (ion_table_open ("/no/such/file.csv", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (ion_table_open ("/", NULL, &folder_error));
  g_assert_error (folder_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_late_accent (void)
{
  g_autoptr (GString) text = g_string_new ("a;b\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;

  while (text->len < 1024 * 1024)
    g_string_append (text, "uno;due\n");
  g_string_append (text, "citt\340;x\n");
  table = open_bytes (text->str, (gssize) text->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ion_table_get_encoding (table), ==, "windows-1252");
}

static void
test_unreadable (void)
{
  IonTableOptions options = { .encoding = "utf-8" };

  assert_reads ("a;b\nx;citt\340\ny;z\n", -1, &options,
                "1: a|b\n2: x|citt\357\277\275\n3: y|z\n2 unreadable-characters\n");
}

/* What cannot be read twice is still read. */
static void
test_pipe (void)
{
  static const char text[] = "a;b\nx;citt\303\240\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = NULL;
  g_autofree char *path = NULL;
  g_autofree char *all = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], text, sizeof text - 1), ==, sizeof text - 1);
  close (ends[1]);
  path = g_strdup_printf ("/proc/self/fd/%d", ends[0]);
  table = ion_table_open (path, NULL, &error);
  g_assert_no_error (error);
  all = dump (table);
  g_assert_cmpstr (all, ==, "1: a|b\n2: x|citt\303\240\n");
  g_assert_cmpfloat (ion_table_get_fraction (table), ==, -1.0);
  close (ends[0]);
}

static void
test_fraction (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = open_bytes ("a;b\n1;2\n", -1, NULL, &error);
  g_autofree char *all = dump (table);

  g_assert_cmpfloat (ion_table_get_fraction (table), ==, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/separators", test_separators);
  g_test_add_func ("/csv-reader/separator-override", test_separator_override);
  g_test_add_func ("/csv-reader/declared-separator", test_declared_separator);
  g_test_add_func ("/csv-reader/line-ends", test_line_ends);
  g_test_add_func ("/csv-reader/line-ends/mixed", test_mixed_line_ends);
  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/encodings/unknown", test_unknown_encoding);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/unclosed-quote/well-formed", test_unclosed_quote_well_formed);
  g_test_add_func ("/csv-reader/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/csv-reader/unclosed-quote/far", test_unclosed_quote_far);
  g_test_add_func ("/csv-reader/ragged", test_ragged);
  g_test_add_func ("/csv-reader/empty-rows", test_empty_rows);
  g_test_add_func ("/csv-reader/nul-bytes", test_nul_bytes);
  g_test_add_func ("/csv-reader/refused", test_refused);
  g_test_add_func ("/csv-reader/no-such-file", test_no_such_file);
  g_test_add_func ("/csv-reader/late-accent", test_late_accent);
  g_test_add_func ("/csv-reader/unreadable", test_unreadable);
  g_test_add_func ("/csv-reader/pipe", test_pipe);
  g_test_add_func ("/csv-reader/fraction", test_fraction);
  return g_test_run ();
}
