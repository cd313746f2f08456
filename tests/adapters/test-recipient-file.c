/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* From a file's bytes to recipients and to what is said about them. */

#include "config.h"

#include "ion-recipient-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOW  G_GINT64_CONSTANT (1790000000) /* 2026-09-21 */
#define CF_1 "RSSMRA85T10A562S"
#define CF_2 "BNCLCU90A41H501W"

static IonRecipientFile *
open_text (const char *text, const IonRecipientFileOptions *options, GError **error)
{
  g_autofree char *path = NULL;
  IonRecipientFile *file;
  int fd = g_file_open_tmp ("list-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = ion_recipient_file_open (path, NULL, options, error);
  g_unlink (path);
  return file;
}

/* "2+ 3- " for rows valid and not, then "4 code" for what is said. */
static char *
dump (const char *text, const IonRecipientFileOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRecipientFile) file = open_text (text, options, &error);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  GString *told = g_string_new (NULL);
  IonRecipient *recipient;
  const char *const *cells;
  gsize n_cells;

  g_assert_no_error (error);
  while (ion_recipient_file_next (file, &recipient, &cells, &n_cells, issues, &error))
    {
      g_assert_nonnull (cells[0]);
      g_string_append_printf (told, "%" G_GINT64_FORMAT "%c ", recipient->row,
                              recipient->is_valid ? '+' : '-');
      ion_recipient_free (recipient);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);

      g_string_append_printf (told, "| %" G_GINT64_FORMAT " %s ", issue->row, issue->code);
    }
  return g_strchomp (g_string_free (told, FALSE));
}

#define ASSERT_DUMPS(text, expected)                   \
  G_STMT_START                                         \
  {                                                    \
    IonRecipientFileOptions options_ = { .now = NOW }; \
    g_autofree char *got_ = dump (text, &options_);    \
    g_assert_cmpstr (got_, ==, expected);              \
  }                                                    \
  G_STMT_END

static void
test_header (void)
{
  ASSERT_DUMPS ("CF;Nota\n" CF_1 ";x\n" CF_2 ";y\n", "2+ 3+");
  ASSERT_DUMPS ("Elenco rette;\n\nCF;Nota\n" CF_1 ";x\n", "4+ | 1 preamble-rows");
  ASSERT_DUMPS (CF_1 ";x\n" CF_2 ";y\n", "1+ 2+ | 1 no-header");
  ASSERT_DUMPS ("Persona;Nota\n" CF_1 ";x\n" CF_2 ";y\n", "2+ 3+");
  ASSERT_DUMPS ("Codice fiscale ente: 00297110389\nCF;Nota;Z\n" CF_1 ";x;z\n" CF_2 ";y;z\n",
                "3+ 4+ | 1 preamble-rows");
  ASSERT_DUMPS ("CF\n" CF_1 "\n", "2+");
}

static void
test_rows_that_are_none (void)
{
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\n;;\n" CF_2 ";y;20\nTotale;;30\n;;\n",
                "2+ 4+ | 3 empty-rows | 5 totals-row | 6 empty-rows");
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\n;y;20\n", "2+ 3- | 3 empty");
}

static void
test_reader_errors (void)
{
  ASSERT_DUMPS ("CF;Nota\n" CF_1 ";x\n" CF_2 ";y;z\n", "2+ 3- | 3 ragged-row");
  ASSERT_DUMPS ("CF;Nota\n" CF_1 ";x\n" CF_2 "\n", "2+ 3+ | 3 short-row");
  ASSERT_DUMPS ("CF;Nota\n" CF_1 ";\"x\n" CF_2 ";y\n", "2- 3+ | 2 unclosed-quote");
}

static void
test_many_rows (void)
{
  g_autoptr (GString) text = g_string_new ("CF;Nota\n");
  g_autoptr (GString) expected = g_string_new (NULL);

  /* More rows than are looked at for the header. */
  for (int i = 2; i < 200; i++)
    {
      g_string_append (text, i == 150 ? CF_1 ";x;z\n" : "AAAAAA00A00A000A;x\n");
      g_string_append_printf (expected, "%d%c ", i, i == 150 ? '-' : '+');
    }
  g_string_append (expected, "|");
  {
    IonRecipientFileOptions options = { .now = NOW };
    g_autofree char *got = dump (text->str, &options);

    g_assert_true (g_str_has_prefix (got, expected->str));
    g_assert_nonnull (strstr (got, "| 150 ragged-row"));
  }
}

static IonTemplate *
make_template (void)
{
  IonTemplate *template_ = ion_template_new ("Avviso", ION_TEMPLATE_NEWS);

  g_free (template_->main->subject);
  g_free (template_->main->markdown);
  template_->main->subject = g_strdup ("Un avviso per te");
  template_->main->markdown = g_strdup (
      "Ciao {{nome}}, {{saluto | altrimenti: buongiorno}}. Sei tra le persone che la biblioteca "
      "di {{quartiere}} invita alla lettura di questa sera.");
  return template_;
}

static void
test_constants (void)
{
  static const char *const constants[] = { "quartiere=Centro", NULL };
  g_autoptr (IonTemplate) template_ = make_template ();
  IonRecipientFileOptions options = { .template_ = template_, .now = NOW };
  g_autoptr (GError) error = NULL;
  g_autofree char *got = NULL;

  g_assert_null (open_text ("CF;Nome\n" CF_1 ";x\n", &options, &error));
  g_assert_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_MISSING);
  options.constants = constants;
  got = dump ("CF;Nome\n" CF_1 ";x\n" CF_2 ";\n", &options);
  g_assert_cmpstr (got, ==, "2+ 3- | 3 missing-field");
}

static void
test_columns (void)
{
  static const char *const map[] = { "quartiere=Zona", NULL };
  g_autoptr (IonTemplate) template_ = make_template ();
  IonRecipientFileOptions options = { .template_ = template_, .map = map, .now = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRecipientFile) file =
      open_text ("cod. fisc.; Nome ;Telefono;Zona\n" CF_1 ";;0532;Barco\n" CF_2 ";Ada;1;x\n",
                 &options, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ion_recipient_file_get_header_row (file), ==, 1);
  g_assert_cmpuint (ion_recipient_file_get_n_columns (file), ==, 4);
  g_assert_cmpstr (ion_recipient_file_get_column_name (file, 1), ==, "Nome");
  g_assert_cmpstr (ion_recipient_file_get_field (file, 0), ==, ION_FIELD_FISCAL_CODE);
  g_assert_cmpstr (ion_recipient_file_get_field (file, 1), ==, "nome");
  g_assert_null (ion_recipient_file_get_field (file, 2));
  g_assert_cmpstr (ion_recipient_file_get_field (file, 3), ==, "quartiere");
  g_assert_cmpstr (ion_recipient_file_get_sample (file, 1), ==, "Ada");
  g_assert_cmpstr (ion_table_get_encoding (ion_recipient_file_get_table (file)), ==, "UTF-8");
}

static void
test_no_codes (void)
{
  IonRecipientFileOptions options = { .now = NOW };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_text ("Nome;Importo\nUgo;3\n", &options, &error));
  g_assert_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_NO_FISCAL_CODE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipient-file/header", test_header);
  g_test_add_func ("/recipient-file/rows-that-are-none", test_rows_that_are_none);
  g_test_add_func ("/recipient-file/reader-errors", test_reader_errors);
  g_test_add_func ("/recipient-file/many-rows", test_many_rows);
  g_test_add_func ("/recipient-file/constants", test_constants);
  g_test_add_func ("/recipient-file/columns", test_columns);
  g_test_add_func ("/recipient-file/no-codes", test_no_codes);
  return g_test_run ();
}
