/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The corrected file: everything of the file where it was, and what is wrong beside it. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "ion-importer.h"
#include "ion-issue-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define CF_1 "RSSMRA85T10A562S"
#define CF_2 "BNCLCU90A41H501W"

typedef struct
{
  char *folder;
  char *source;
  char *output;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("output-XXXXXX", NULL);
  f->source = g_build_filename (f->folder, "in.csv", NULL);
  f->output = g_build_filename (f->folder, "out.csv", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_unlink (f->source);
  g_unlink (f->output);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->source);
  g_free (f->output);
}

static gboolean
check (Fixture *f, const char *text, gssize size, GError **error)
{
  g_autoptr (IonImporter) importer = ion_importer_new (NULL, NULL);
  g_autoptr (IonImportReport) report = NULL;

  g_assert_true (g_file_set_contents (f->source, text, size, NULL));
  ion_importer_set_file (importer, f->source, NULL);
  ion_importer_set_output (importer, f->output);
  report = ion_importer_check (importer, NULL, error);
  return report != NULL;
}

/* Checks @text. Returns: (transfer full): the corrected file's */
static char *
correct (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *corrected = NULL;

  check (f, text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (f->output, &corrected, NULL, NULL));
  return corrected;
}

/* Rows stand where they stood, titles, empty ones and sums too. */
static void
test_rows_stay (Fixture *f, gconstpointer data)
{
  g_autofree char *text =
      correct (f, "Elenco delle rette\n\nCF;Nome;Importo\n" CF_1 ";Ada;10\n;;\n\n" CF_2
                  ";Ugo;20\nTotale;;30\n\nFonte: noi;;\n");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 11);
  g_assert_cmpstr (lines[0], ==, "Elenco delle rette");
  g_assert_cmpstr (lines[1], ==, "");
  g_assert_cmpstr (lines[2], ==, "CF;Nome;Importo;errori");
  g_assert_cmpstr (lines[3], ==, CF_1 ";Ada;10;");
  g_assert_cmpstr (lines[4], ==, "");
  g_assert_cmpstr (lines[5], ==, "");
  g_assert_cmpstr (lines[6], ==, CF_2 ";Ugo;20;");
  g_assert_true (g_str_has_prefix (lines[7], "Totale;;30;"));
  g_assert_cmpuint (strlen (lines[7]), >, strlen ("Totale;;30;"));
  g_assert_cmpstr (lines[8], ==, "");
  g_assert_true (g_str_has_prefix (lines[9], "Fonte: noi;;;"));
}

/* A file that comes back half mended: no second column, and only what is still wrong. */
static void
test_comes_back (Fixture *f, gconstpointer data)
{
  g_autofree char *first = correct (f, "CF;Nome\nXXXX;Ada\nYYYY;Ugo\n" CF_1 ";Pia\n");
  g_autofree char *again = correct (f, first);
  g_auto (GStrv) lines = g_strsplit (first, "\n", -1);
  g_autofree char *mended = NULL;
  g_autofree char *last = NULL;
  g_auto (GStrv) left = NULL;

  g_assert_cmpstr (lines[0], ==, "CF;Nome;errori");
  g_assert_true (g_str_has_prefix (lines[1], "XXXX;Ada;CF: "));
  g_assert_true (g_str_has_prefix (lines[2], "YYYY;Ugo;CF: "));
  g_assert_cmpstr (lines[3], ==, CF_1 ";Pia;");
  g_assert_cmpstr (again, ==, first);
  mended = g_strdup_printf ("%s\n" CF_2 "%s\n%s\n%s\n", lines[0], lines[1] + 4, lines[2], lines[3]);
  last = correct (f, mended);
  left = g_strsplit (last, "\n", -1);
  g_assert_cmpstr (left[1], ==, CF_2 ";Ada;");
  g_assert_cmpstr (left[2], ==, lines[2]);
}

/* The column may have been moved: it stays where it is. */
static void
test_moved_column (Fixture *f, gconstpointer data)
{
  g_autofree char *text = correct (f, "CF;errori;Nome\nXXXX;old;Ada\n" CF_1 ";older;Ugo\n");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpstr (lines[0], ==, "CF;errori;Nome");
  g_assert_true (g_str_has_prefix (lines[1], "XXXX;CF: "));
  g_assert_true (g_str_has_suffix (lines[1], ";Ada"));
  g_assert_cmpstr (lines[2], ==, CF_1 ";;Ugo");
}

/* A row that has slipped keeps all that it has, also on its way back. */
static void
test_ragged (Fixture *f, gconstpointer data)
{
  g_autofree char *text = correct (f, "CF;Nome\n" CF_1 ";Ada;Via Po\n" CF_2 "\n");
  g_autofree char *again = correct (f, text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) lines_again = g_strsplit (again, "\n", -1);

  g_assert_true (g_str_has_prefix (lines[1], CF_1 ";Ada;Via Po;"));
  g_assert_cmpuint (strlen (lines[1]), >, 40);
  g_assert_true (g_str_has_prefix (lines[2], CF_2 ";;"));
  g_assert_cmpstr (lines_again[1], ==, lines[1]);
}

/* What only the whole file shows stands in its row all the same. */
static void
test_late (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) source = g_string_new ("CF;Importo\n");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (int i = 2; i <= 60; i++)
    g_string_append_printf (source, CF_1 ";%s\n", i == 7 ? "9850,00" : "98,50");
  g_string_append (source, "Totale;\n");
  text = correct (f, source->str);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 62);
  g_assert_nonnull (strstr (lines[6], "[note] Importo: "));
  g_assert_null (strstr (lines[7], "Importo: "));
  g_assert_true (g_str_has_prefix (lines[60], "Totale;;"));
}

static void
test_no_header (Fixture *f, gconstpointer data)
{
  g_autofree char *text =
      correct (f, CF_1 ";Ada\nXXXX;Ugo\n" CF_2 ";Pia\n" CF_2 ";Eva\n" CF_2 ";Ivo\n");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_str_has_prefix (lines[0], CF_1 ";Ada;"));
  g_assert_true (g_str_has_prefix (lines[1], "XXXX;Ugo;"));
}

/* Their formulas are theirs; ours there are none. */
static void
test_formulas (Fixture *f, gconstpointer data)
{
  g_autofree char *text =
      correct (f, "=CF;+Nome\n" CF_2 "XX;=1+1\n" CF_1 ";+39 0532\n" CF_2 ";@x\n" CF_2 ";-1\n");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpstr (lines[0], ==, "=CF;+Nome;errori");
  g_assert_true (g_str_has_prefix (lines[1], CF_2 "XX;=1+1;\302\253\302\273 =CF: "));
  g_assert_cmpstr (lines[2], ==, CF_1 ";+39 0532;");
}

static void
test_keeps_dialect (Fixture *f, gconstpointer data)
{
  static const char *const heads[] = {
    "sep=|\r\nCF|Citt\340\r\n" CF_1 "|Forl\354\r\n",
    "CF\tCitt\340\n" CF_1 "\tForl\354\n",
    "\357\273\277CF,Citt\303\240\r" CF_1 ",Forl\303\254\r",
  };
  static const char *const expected[] = {
    "sep=|\r\nCF|Citt\340|errori\r\n" CF_1 "|Forl\354|\r\n",
    "CF\tCitt\340\terrori\n" CF_1 "\tForl\354\t\n",
    "\357\273\277CF,Citt\303\240,errori\r" CF_1 ",Forl\303\254,\r",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = correct (f, heads[i]);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_not_over_itself (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_free (f->output);
  f->output = g_strdup (f->source);
  g_assert_false (check (f, "CF\n" CF_1 "\n", -1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (f->source, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "CF\n" CF_1 "\n");
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (IonImporter) importer = ion_importer_new (NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->source, "CF\n" CF_1 "\n", -1, NULL));
  ion_importer_set_file (importer, f->source, NULL);
  ion_importer_set_output (importer, f->output);
  g_cancellable_cancel (cancellable);
  g_assert_null (ion_importer_check (importer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (f->output, G_FILE_TEST_EXISTS));
}

static void
test_issue_text (void)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  g_autoptr (GString) text = NULL;
  g_autoptr (GString) none = NULL;

  g_ptr_array_add (issues, ion_issue_new (6, "Via", "odd", "Another row.", FALSE));
  g_ptr_array_add (issues, ion_issue_new (7, "Nome", "odd", "Odd.", TRUE));
  g_ptr_array_add (issues, ion_issue_new_with_proposal (7, "CF", "bad", "Wrong.", FALSE,
                                                        "RSSMRA85T10A562S"));
  g_ptr_array_add (issues, ion_issue_new (7, NULL, "bad", "The row is wrong", FALSE));
  text = ion_issue_text_new (issues, 7);
  g_assert_cmpstr (text->str, ==,
                   "CF: Wrong. (proposal: RSSMRA85T10A562S) The row is wrong; [note] Nome: Odd.");
  none = ion_issue_text_new (issues, 8);
  g_assert_cmpstr (none->str, ==, "");
}

#define ADD(name, func) g_test_add ("/import-output/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows-stay", test_rows_stay);
  ADD ("comes-back", test_comes_back);
  ADD ("moved-column", test_moved_column);
  ADD ("ragged", test_ragged);
  ADD ("late", test_late);
  ADD ("no-header", test_no_header);
  ADD ("formulas", test_formulas);
  ADD ("keeps-dialect", test_keeps_dialect);
  ADD ("not-over-itself", test_not_over_itself);
  ADD ("cancelled", test_cancelled);
  g_test_add_func ("/import-output/issue-text", test_issue_text);
  return g_test_run ();
}
