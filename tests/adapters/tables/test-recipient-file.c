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
      if (recipient == NULL)
        {
          g_string_append (told, "... ");
          continue;
        }
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
  /* Who made the list is not on it; and people without a header stay people. */
  ASSERT_DUMPS ("Operatore;" CF_2 "\n\nNome;CF;Nota;Z\nx;" CF_1 ";y;\nx;" CF_1 ";y;\n",
                "4+ 5+ | 1 preamble-rows | 5 duplicate");
  ASSERT_DUMPS (CF_2 ";x\n" CF_1 ";y\nCF;Nota\n" CF_1 ";z\n",
                "1+ 2+ 3- 4+ | 1 no-header | 3 fiscal-code-length | 4 duplicate");
}

static void
test_rows_that_are_none (void)
{
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\n;;\n" CF_2 ";y;20\nTotale;;30\n;;\n",
                "2+ 4+ | 3 empty-rows | 5 totals-row | 6 empty-rows");
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\n;y;20\n", "2+ 3- | 3 empty");
}

/* "85,50" in a file that parts its cells by commas: never 85 euros. */
static void
test_decimal_commas (void)
{
  ASSERT_DUMPS ("CF,Nome,Importo\n" CF_1 ",x,85,50\n" CF_2 ",y,20,00\n",
                "2- 3- | 2 ragged-row | 3 ragged-row");
  ASSERT_DUMPS ("CF,Importo,Nome\n" CF_1 ",85,50,x\n" CF_2 ",20,00,y\n",
                "2- 3- | 2 ragged-row | 3 ragged-row");
  ASSERT_DUMPS ("CF,Importo,Nome,\n" CF_1 ",85,50,x\n" CF_2 ",20,00,y\n",
                "2- 3- | 2 ragged-row | 3 ragged-row");
  ASSERT_DUMPS ("CF,Nome,Importo,Note\n" CF_1 ",x,85,50,\n" CF_2 ",y,20,00,\n",
                "2- 3- | 2 ragged-row | 3 ragged-row");
  ASSERT_DUMPS ("CF,Nome,Importo\n" CF_1 ",x,85,50\n" CF_2 ",y,20\n", "2- 3+ | 2 ragged-row");
  ASSERT_DUMPS ("CF,Nome,Importo\n" CF_1 ",x,\"85,50\"\n" CF_2 ",y,20,,\n", "2+ 3+");
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;85,50;nota\n" CF_2 ";y;20;nota\n", "2+ 3+");
}

/* The last line stands below two people; nobody is lost by it. */
static void
test_totals (void)
{
  static const char *const totals[] = {
    "Totale;;30,00",
    "TOTALE GENERALE;;30,00",
    "Tot.;;30,00",
    "tot;;30",
    "Totali:;;30",
    ";Totale;30",
    ";;Totale 30,00",
    "Subtotale;;30",
    "Somma;;30",
    "Sommano;;\342\202\254 30,00",
    "n. righe 120;;",
    "N. righe: 2;;30",
    "Numero record 2;;30",
    ";;30,00",
    ";2;30,00",
    ";;\342\202\254 1.230,00",
    "Totale;n. utenti 2;30",
    "A riportare;;30",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("CF;Nome;Importo\n" CF_1 ";x;10\n" CF_2 ";y;20\n%s\n", totals[i]);

      g_test_message ("%s", totals[i]);
      ASSERT_DUMPS (text, "2+ 3+ | 4 totals-row");
    }
}

/* Between people it is skipped as well, and what follows it is read. */
static void
test_subtotals (void)
{
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\nSubtotale;;10\n" CF_2 ";y;20\nTotale;;30\n",
                "2+ 4+ | 3 totals-row | 5 totals-row");
}

/* What looks like a sum and may be somebody. */
static void
test_no_totals (void)
{
  static const char *const people[] = {
    "Totaro;Ugo;30",          /* a surname in the column of the codes: an error, not skipped */
    ";Somma;30",              /* a surname, as a town */
    "RSSMRA85T10A562;Ugo;30", /* a letter is missing */
    ";Ugo;30",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("CF;Cognome;Importo\n" CF_1 ";x;10\n%s\n", people[i]);
      IonRecipientFileOptions options = { .now = NOW };
      g_autofree char *got = dump (text, &options);

      if (!g_str_has_prefix (got, "2+ 3- "))
        g_error ("%s: %s", people[i], got);
    }
  /* Two columns only, or a notice number: somebody whose code is missing. */
  ASSERT_DUMPS ("CF;Importo\n" CF_1 ";10\n;20\n", "2+ 3- | 3 empty");
  ASSERT_DUMPS ("CF;Avviso;Importo\n" CF_1 ";;10\n;301011100007347557;20\n", "2+ 3- | 3 empty");
}

/* Words of totals that stand in everybody's row, notices, and codes among other words. */
static void
test_nobody_passed_over (void)
{
  ASSERT_DUMPS ("CF;Causale;Importo\n" CF_1 ";Totale TARI;10\n;Totale TARI;20\nTotale;;30\n",
                "2+ 3- | 3 empty | 4 totals-row");
  ASSERT_DUMPS ("CF;Importo;Causale\n" CF_1 ";10\n;Somma dovuta;20\n" CF_2 ";1;Somma dovuta\n",
                "2+ 4+ | 2 short-row | 3 totals-row");
  ASSERT_DUMPS ("CF;Importo;Causale\n" CF_1 ";10;Somma dovuta\n;20;Somma dovuta\n",
                "2+ 3- | 3 empty");
  ASSERT_DUMPS ("CF;Avviso;Importo;Causale\n" CF_1 ";;10;x\n;301011100007347557;20;Totale TARI\n",
                "2+ 3- | 3 empty");
  ASSERT_DUMPS ("CF;Causale;Importo\n" CF_1 ";x;10\n" CF_1 " e " CF_2 ";Totale;\n",
                "2+ 3- | 3 fiscal-codes-several");
}

static void
test_repeated_header (void)
{
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\nCF;Nome;Importo\n" CF_2 ";y;20\n",
                "2+ 4+ | 3 repeated-header");
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\n cf ;NOME;importo;\n" CF_2 ";y;20\n",
                "2+ 4+ | 3 repeated-header");
  ASSERT_DUMPS ("CF\n" CF_1 "\nCF\n" CF_2 "\n", "2+ 4+ | 3 repeated-header");
  /* A page of a printed report: title, page number, empty line, header. */
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1
                ";x;10\n\nComune di Prova;;Pag. 2\n\nCF;Nome;Importo\n" CF_2 ";y;20\n",
                "2+ 7+ | 3 empty-rows | 4 note-row | 5 empty-rows | 6 repeated-header");
}

static void
test_notes (void)
{
  static const char *const notes[] = {
    "Fonte: ufficio tributi;;",
    "(*) importo con mora;;",
    "---------;;",
    "-----;-----;-----",
    "Stampato il 3/9/2026;;",
    "Il responsabile;;Dott. Rossi",
    "Elenco aggiornato al 31 agosto;;",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("CF;Nome;Importo\n" CF_1 ";x;10\n" CF_2 ";y;20\n\n%s\n", notes[i]);

      g_test_message ("%s", notes[i]);
      ASSERT_DUMPS (text, "2+ 3+ | 4 empty-rows | 5 note-row");
    }
  /* A name alone, and a damaged code alone, are somebody. */
  ASSERT_DUMPS ("CF;Nominativo;Importo\n" CF_1 ";x;10\n;Rossi Ugo;\n", "2+ 3- | 3 empty");
  ASSERT_DUMPS ("CF;Nome;Importo\n" CF_1 ";x;10\nRSS MRA85T10 A562;;\n",
                "2+ 3- | 3 fiscal-code-length");
}

/* What an earlier check has said is no field, whatever it says, and is not asked for. */
static void
test_errors_column (void)
{
  static const char *const map[] = { "nome=Nome", NULL };
  IonRecipientFileOptions options = { .map = map, .now = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRecipientFile) file =
      open_text ("CF;Nome;errori\n" CF_1 ";Ada;" CF_2 "\n", &options, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ion_recipient_file_get_errors_column (file), ==, 2);
  g_assert_null (ion_recipient_file_get_field (file, 2));
  g_assert_null (ion_recipient_file_get_sample (file, 2));
  g_assert_cmpstr (ion_recipient_file_get_column_name (file, 2), ==, "errori");
  ASSERT_DUMPS ("CF;Nome;errori\n" CF_1 ";x;\n;;Totale: 3\n", "2+ | 3 empty-rows");
}

static void
note_beside_cb (gint64 row,
                const char *const *cells,
                gsize n_cells,
                GPtrArray *issues,
                gpointer user_data)
{
  g_string_append_printf (user_data, "%" G_GINT64_FORMAT ":%s ", row, n_cells > 0 ? cells[0] : "");
}

static void
test_beside (void)
{
  IonRecipientFileOptions options = { .now = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  g_autoptr (IonRecipientFile) file = open_text ("Elenco\n\nCF;Nome;Importo\n" CF_1
                                                 ";x;10\nTotale;;10\n" CF_2 ";y;1\nFonte: noi;;\n",
                                                 &options, &error);
  IonRecipient *recipient;

  g_assert_no_error (error);
  ion_recipient_file_set_beside_func (file, note_beside_cb, told);
  g_assert_cmpstr (told->str, ==, "1:Elenco 3:CF ");
  while (ion_recipient_file_next (file, &recipient, NULL, NULL, issues, &error))
    {
      g_string_append_printf (told, "(%" G_GINT64_FORMAT ") ", recipient->row);
      ion_recipient_free (recipient);
    }
  g_assert_no_error (error);
  g_assert_cmpstr (told->str, ==, "1:Elenco 3:CF (4) 5:Totale (6) 7:Fonte: noi ");
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

/* However many rows are nobody, whoever reads gets a word in, and nobody is lost behind them. */
static void
test_long_run (void)
{
  g_autoptr (GString) text = g_string_new ("CF;Nome;Nota\n" CF_1 ";x;y\n");
  IonRecipientFileOptions options = { .now = NOW };
  g_autofree char *got = NULL;

  for (guint i = 0; i < 2 * ION_RECIPIENT_FILE_PASSED_MAX + 1; i++)
    g_string_append (text, ";;Pagina 1\n");
  g_string_append (text, CF_2 ";x;y\n");
  got = dump (text->str, &options);
  g_assert_true (g_str_has_prefix (got, "2+ ... ... 2052+ | 3 note-row | 4 note-row"));
  g_assert_true (g_str_has_suffix (got, "| 2051 note-row"));
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

#define FODS_CELL(text) \
  "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"

/* A flat OpenDocument sheet of @n rows "CF;Nome;Quartiere;Saluto" and @n_formulas columns behind;
 * the greeting and those are formulas that were never calculated. */
static char *
make_sheet (guint n, guint n_formulas, guint n_repeated)
{
  GString *text = g_string_new (
      "<?xml version='1.0'?><office:document office:mimetype="
      "'application/vnd.oasis.opendocument.spreadsheet' "
      "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
      "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body>"
      "<office:spreadsheet><table:table table:name='Dati'><table:table-row>" FODS_CELL ("CF")
          FODS_CELL ("Nome") FODS_CELL ("Quartiere") FODS_CELL ("Saluto") "</table:table-row>");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text,
                              "<table:table-row table:number-rows-repeated='%u'>" FODS_CELL (CF_1)
                                  FODS_CELL ("Ada") FODS_CELL ("Barco"),
                              n_repeated);
      for (guint k = 0; k <= n_formulas; k++)
        g_string_append (text, "<table:table-cell table:formula='of:=[.A1]'/>");
      g_string_append (text, "</table:table-row>");
    }
  g_string_append (text, "</table:table></office:spreadsheet></office:body></office:document>");
  return g_string_free (text, FALSE);
}

/* What tells that a cell has no value is not lost among much else that is said, nor where the same
 * row comes again: the message would go out without it. */
static void
assert_all_invalid (guint n, guint n_formulas, guint n_repeated)
{
  g_autoptr (IonTemplate) template_ = make_template ();
  IonRecipientFileOptions options = { .template_ = template_, .now = NOW };
  g_autofree char *text = make_sheet (n, n_formulas, n_repeated);
  g_autofree char *got = dump (text, &options);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < n * n_repeated; i++)
    g_string_append_printf (expected, "%u- ", i + 2);
  g_string_append (expected, "|");
  g_assert_true (g_str_has_prefix (got, expected->str));
}

static void
test_no_value (void)
{
  assert_all_invalid (3, 0, 1);
  assert_all_invalid (1, 0, 3);
  assert_all_invalid (100, 40, 1);
  assert_all_invalid (2, 1500, 2);
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
  g_test_add_func ("/recipient-file/long-run", test_long_run);
  g_test_add_func ("/recipient-file/no-value", test_no_value);
  g_test_add_func ("/recipient-file/decimal-commas", test_decimal_commas);
  g_test_add_func ("/recipient-file/header", test_header);
  g_test_add_func ("/recipient-file/rows-that-are-none", test_rows_that_are_none);
  g_test_add_func ("/recipient-file/totals", test_totals);
  g_test_add_func ("/recipient-file/totals/between", test_subtotals);
  g_test_add_func ("/recipient-file/totals/none", test_no_totals);
  g_test_add_func ("/recipient-file/totals/nobody-passed-over", test_nobody_passed_over);
  g_test_add_func ("/recipient-file/repeated-header", test_repeated_header);
  g_test_add_func ("/recipient-file/notes", test_notes);
  g_test_add_func ("/recipient-file/errors-column", test_errors_column);
  g_test_add_func ("/recipient-file/beside", test_beside);
  g_test_add_func ("/recipient-file/reader-errors", test_reader_errors);
  g_test_add_func ("/recipient-file/many-rows", test_many_rows);
  g_test_add_func ("/recipient-file/constants", test_constants);
  g_test_add_func ("/recipient-file/columns", test_columns);
  g_test_add_func ("/recipient-file/no-codes", test_no_codes);
  return g_test_run ();
}
