/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Columns find their fields: by the person's word, by name, by content; and where they cannot, the
 * person is asked. */

#include "config.h"

#include "ion-column-kind.h"
#include "ion-mapping.h"

#include <string.h>

/* What a mapping comes to, as "FIELD=COLUMN FIELD=COLUMN", or "!CODE" where it is refused. */
static char *
map_full (const char *header,
          const char *wanted,
          const char *rows,
          const char *explicit,
          const char *may_miss)
{
  g_auto (GStrv) names = g_strsplit (header, ";", -1);
  g_auto (GStrv) fields = g_strsplit (wanted, " ", -1);
  g_auto (GStrv) optional = g_strsplit (may_miss, " ", -1);
  g_auto (GStrv) lines = g_strsplit (rows, "/", -1);
  g_auto (GStrv) pairs = g_strsplit (explicit, " ", -1);
  g_autoptr (GPtrArray) wanted_list = g_ptr_array_new ();
  g_autoptr (GPtrArray) optional_list = g_ptr_array_new ();
  g_autoptr (GPtrArray) sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonMapping) mapping = NULL;

  for (gsize i = 0; fields[i] != NULL; i++)
    g_ptr_array_add (wanted_list, fields[i]);
  for (gsize i = 0; optional[i] != NULL; i++)
    g_ptr_array_add (optional_list, optional[i]);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (sample, g_strsplit (lines[i], ";", -1));
  mapping =
      ion_mapping_new_full ((const char *const *) names, g_strv_length (names), sample, wanted_list,
                            optional_list, (const char *const *) pairs, NULL, &error);
  if (mapping == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == ION_MAPPING_ERROR);
      return g_strdup_printf ("!%d", error->code);
    }
  g_assert_no_error (error);
  for (gsize i = 0; i < g_strv_length (names); i++)
    {
      if (ion_mapping_get_field (mapping, i) != NULL)
        g_string_append_printf (text, "%s%s=%" G_GSIZE_FORMAT, text->len > 0 ? " " : "",
                                ion_mapping_get_field (mapping, i), i + 1);
    }
  return g_strdup (text->str);
}

#define ASSERT_MAPS(header, wanted, rows, explicit, expected)             \
  G_STMT_START                                                            \
  {                                                                       \
    g_autofree char *got = map_full (header, wanted, rows, explicit, ""); \
    g_assert_cmpstr (got, ==, expected);                                  \
  }                                                                       \
  G_STMT_END

static void
test_fiscal_code_names (void)
{
  static const char *const names[] = {
    "codice fiscale",
    "CODICE FISCALE",
    "Cod. Fisc.",
    "cod.fisc",
    "CF",
    "C.F.",
    "c_f",
    "codicefiscale intestatario",
    "CF pagante",
    "Codice_Fiscale",
    "C.F. genitore",
    "fiscal_code",
    "Codice fiscale del contribuente",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *header = g_strdup_printf ("numero;%s;altro", names[i]);
      ASSERT_MAPS (header, "", "", "", "fiscal_code=2");
    }
}

static void
test_whose_fiscal_code (void)
{
  ASSERT_MAPS ("CF alunno;CF genitore", "", "", "", "fiscal_code=2");
  ASSERT_MAPS ("codice fiscale;codice fiscale alunno", "", "", "", "fiscal_code=1");
  ASSERT_MAPS ("CF ente;CF", "", "", "", "fiscal_code=2");
  ASSERT_MAPS ("CF alunno", "", "", "", "fiscal_code=1");
  ASSERT_MAPS ("CF padre;CF madre", "", "", "", "!3");
  ASSERT_MAPS ("CF;c.f.", "", "", "", "!3");
  ASSERT_MAPS ("CF padre;CF madre", "", "", "fiscal_code=CF_madre", "fiscal_code=2");
}

static void
test_by_content (void)
{
  const char *rows = "1;RSSMRA85T10A562S;x/2;BNCLCU90A41H501W;y/3;;z";

  ASSERT_MAPS ("a;b;c", "", rows, "", "fiscal_code=2");
  ASSERT_MAPS (";;", "", rows, "", "fiscal_code=2");
  ASSERT_MAPS ("a;b;c", "", "1;2;3", "", "!0");
  ASSERT_MAPS ("a;b", "", "RSSMRA85T10A562S;BNCLCU90A41H501W", "", "!3");
  ASSERT_MAPS ("CF;a;b", "avviso", "RSSMRA85T10A562S;301000000000100020;7", "",
               "fiscal_code=1 avviso=2");
}

static void
test_synonyms (void)
{
  ASSERT_MAPS ("CF;Importo dovuto;Data scadenza;N. avviso;Mensilit\303\240",
               "importo scadenza avviso mese", "", "",
               "fiscal_code=1 importo=2 scadenza=3 avviso=4 mese=5");
  /* The same name is better than the same meaning. */
  ASSERT_MAPS ("CF;Totale;Importo", "importo", "", "", "fiscal_code=1 importo=3");
  ASSERT_MAPS ("CF;Totale;Dovuto", "importo", "", "", "!3");
  /* The pupil's name is not the payer's. */
  ASSERT_MAPS ("CF;Nome;Nome alunno", "nome alunno", "", "", "fiscal_code=1 nome=2 alunno=3");
  /* Only what is asked for is used. */
  ASSERT_MAPS ("CF;Telefono;Importo", "importo", "", "", "fiscal_code=1 importo=3");
}

static void
test_explicit (void)
{
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo=b", "fiscal_code=1 importo=3");
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo=3", "fiscal_code=1 importo=3");
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo=C", "fiscal_code=1 importo=3");
  ASSERT_MAPS ("CF;Importo;b", "importo", "", "IMPORTO=b", "fiscal_code=1 importo=3");
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo=z", "!2");
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo=9", "!2");
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo", "!2");
  ASSERT_MAPS ("CF;a;b", "importo", "", "imporot=a", "!2");
  ASSERT_MAPS ("CF;a;a", "importo", "", "importo=a", "!3");
  /* Two words that contradict each other: never the last one in silence. */
  ASSERT_MAPS ("CF;a;Importo;q", "importo quota", "", "importo=a quota=a", "!3");
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo=a importo=b", "!3");
  ASSERT_MAPS ("CF;a;b", "importo", "", "importo=a importo=2", "fiscal_code=1 importo=2");
}

static void
test_missing (void)
{
  g_autofree char *optional = map_full ("CF;nome", "nome saluto", "", "", "saluto");
  const char *const header[] = { "CF", "x" };
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (optional, ==, "fiscal_code=1 nome=2");
  ASSERT_MAPS ("CF;x", "importo", "", "", "!1");
  g_ptr_array_add (wanted, (gpointer) "importo");
  g_ptr_array_add (wanted, (gpointer) "scadenza");
  g_assert_null (ion_mapping_new (header, 2, NULL, wanted, NULL, &error));
  g_assert_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "importo"));
  g_assert_nonnull (strstr (error->message, "scadenza"));
}

/* What stands under names as they are really written. */
static void
test_kinds (void)
{
  static const struct
  {
    IonColumnKind kind;
    const char *names;
  } cases[] = {
    { ION_COLUMN_FISCAL_CODE,
      "codice fiscale|CODICE FISCALE|Cod. Fisc.|cod fiscale|Cod.Fiscale|CF|C.F.|c_f|codfisc|"
      "codicefiscale intestatario|CodiceFiscale|Codice_Fiscale|CF genitore|CF pagante|CF tutore|"
      "CF versante|CF contribuente|CF debitore|CF titolare|CF richiedente|C.F. alunno|CF figlio|"
      "CF bambino|CF minore|CF studente|Codice fiscale del soggetto pagatore|"
      "Codice fiscale / Partita IVA|C.F./P.IVA|CF o P.IVA|PAGANTE_CF|Genitore1 - Cod. Fisc.|"
      "Intestatario C.F.|cod_fisc_dichiarante|Codice fiscale genitore richiedente|"
      "CF genitore dell\342\200\231alunno|fiscal_code|N. codice fiscale|Steuernummer" },
    { ION_COLUMN_AMOUNT,
      "importo|IMPORTO|Importo dovuto|Importo da pagare|Importo (\342\202\254)|Importo in euro|"
      "importo_totale|Tot. da pagare|Totale|Totale dovuto|Totale complessivo|Totale \342\202\254|"
      "Quota|Quota mensa|Quota annuale|Da pagare|Da versare|Dovuto|Somma dovuta|"
      "Somma da versare|Ammontare|Euro|EUR|Imp.|Importo avviso|Importo rata unica|"
      "Importo della sanzione|Importo bollettino|Betrag" },
    { ION_COLUMN_DUE_DATE,
      "scadenza|Data scadenza|Data di scadenza|DATA_SCAD|Scad.|dt_scadenza|Scadenza pagamento|"
      "Scadenza avviso|Scadenza rata unica|Entro il|entro|Da pagare entro il|Pagare entro|"
      "Data limite|Data limite di pagamento|Termine di pagamento|Termine per il pagamento|"
      "Termine ultimo|Pagabile entro il|F\303\244lligkeit" },
    { ION_COLUMN_NOTICE_NUMBER,
      "codice avviso|numero avviso|n. avviso|N\302\260 avviso|Nr. avviso|n\302\272avviso|"
      "Num. avviso|Numero di avviso|Codice dell\342\200\231avviso|Codice avviso pagoPA|"
      "codice_avviso_pagamento|Numero avviso di pagamento|Avviso|Avviso pagoPA|Avviso n.|NAV|"
      "Codice NAV|ID avviso|Identificativo avviso" },
    { ION_COLUMN_IUV, "IUV|Codice IUV|iuv_pagoPA|Identificativo univoco di versamento|"
                      "Identificativo Univoco Versamento" },
    { ION_COLUMN_GIVEN_NAME, "nome|NOME|Nome genitore|nome_pagante|Genitore - Nome|Vorname|"
                             "Nome del richiedente|nomeintestatario" },
    { ION_COLUMN_SURNAME, "cognome|Cognome intestatario|COGNOME_PAGANTE|Nachname|"
                          "Cognome/Ragione sociale" },
    { ION_COLUMN_FULL_NAME,
      "nominativo|Cognome e nome|Cognome Nome|Nome e Cognome|Nome Cognome|Intestatario|"
      "Contribuente|Denominazione|Ragione sociale|Cognome e nome / Denominazione|"
      "Nominativo genitore|Nominativo del debitore|Pagante|Destinatario|Versante" },
    { ION_COLUMN_PERIOD,
      "mese|Mensilit\303\240|Periodo|Mese di riferimento|Periodo di competenza|Mese/Anno" },
    { ION_COLUMN_PUPIL,
      "alunno|Alunno/a|Nome alunno|Nominativo bambino|Cognome e nome alunno|Figlio|Studente|"
      "Nome del minore|Fruitore" },
    { ION_COLUMN_OTHER,
      "om||cfr|Indirizzo|Via|Targa|Telefono|E-mail|Data di nascita|Data avviso|Tipo avviso|"
      "Importo pagato|Importo versato|Importo IVA|Totale versato|Data pagamento|"
      "Data ultimo pagamento|Cognome alunno|CF ente|Codice fiscale ente creditore|P.IVA|"
      "Denominazione ente|Nome scuola|Comune|ISEE|Classe|Sezione|Rata|Anno|Numero|Codice|"
      "Scadenza 1 rata|Numero protocollo|Esito controllo codice|Note|Sconto|Cofanetto|"
      "Nome e cognome e indirizzo e tutto quello che serve a chi legge questa lunga intestazione" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].names, "|", -1);

      for (gsize j = 0; names[j] != NULL; j++)
        {
          if (ion_column_kind_recognise (names[j]) != cases[i].kind)
            g_error ("“%s” is %d, not %d", names[j], ion_column_kind_recognise (names[j]),
                     cases[i].kind);
        }
    }
}

/* A pupil's code never wins over a payer's, whatever each is called and wherever it stands. */
static void
test_pupils_never_win (void)
{
  static const char *const pupils[] = {
    "CF alunno",   "cod. fisc. bambino", "Codice fiscale figlio",       "C.F. minore",
    "CF studente", "ALUNNO_CF",          "Codice fiscale dell'iscritto"
  };
  static const char *const payers[] = { "CF",          "Codice fiscale",     "CF genitore",
                                        "CF pagante",  "Cod. Fisc. tutore",  "C.F. versante",
                                        "CF titolare", "CF genitore alunno", "Richiedente CF" };

  for (gsize i = 0; i < G_N_ELEMENTS (pupils); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (payers); j++)
        {
          g_autofree char *first = g_strdup_printf ("%s;%s", pupils[i], payers[j]);
          g_autofree char *last = g_strdup_printf ("%s;%s", payers[j], pupils[i]);

          ASSERT_MAPS (first, "", "", "", "fiscal_code=2");
          ASSERT_MAPS (last, "", "", "", "fiscal_code=1");
        }
    }
  /* Nor does it where the payer's column is known by its content only. */
  ASSERT_MAPS ("CF alunno;Matricola", "", "BNCLCU15A41H501W;RSSMRA85T10A562S", "", "!3");
  ASSERT_MAPS ("CF alunno;Matricola", "", "BNCLCU15A41H501W;77", "", "fiscal_code=1");
}

/* Which of two payers is written to is a person's decision. */
static void
test_two_payers (void)
{
  static const char *const header[] = { "CF pagante", "Importo", "CF intestatario" };
  g_autoptr (GError) error = NULL;

  ASSERT_MAPS ("CF genitore 1;CF genitore 2", "", "", "", "!3");
  ASSERT_MAPS ("CF;CF genitore", "", "", "", "!3");
  ASSERT_MAPS ("CF pagante;CF intestatario", "", "", "cf=1", "fiscal_code=1");
  g_assert_null (ion_mapping_new (header, 3, NULL, NULL, NULL, &error));
  g_assert_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "CF pagante"));
  g_assert_nonnull (strstr (error->message, "CF intestatario"));
}

static void
test_iuv (void)
{
  static const char *const header[] = { "CF", "IUV" };
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (wanted, (gpointer) "avviso");
  g_assert_null (ion_mapping_new (header, 2, NULL, wanted, NULL, &error));
  g_assert_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "IUV"));
  g_assert_nonnull (strstr (error->message, "18"));
  /* Some call the notice number so. */
  ASSERT_MAPS ("CF;IUV", "avviso", "RSSMRA85T10A562S;301000000000100020", "",
               "fiscal_code=1 avviso=2");
  ASSERT_MAPS ("CF;IUV", "avviso", "RSSMRA85T10A562S;01000000000100020", "", "!1");
  ASSERT_MAPS ("CF;IUV;N. avviso", "avviso", "", "", "fiscal_code=1 avviso=3");
  ASSERT_MAPS ("CF;Codice IUV", "iuv", "", "", "fiscal_code=1 iuv=2");
}

/* Amounts and dates are found by content only where the names say nothing and there is one. */
static void
test_amounts_and_dates_by_content (void)
{
  const char *rows = "RSSMRA85T10A562S;85,50;31.12.2026/BNCLCU90A41H501W;1.120,00;2026-12-31";

  ASSERT_MAPS ("CF;;", "importo scadenza", rows, "", "fiscal_code=1 importo=2 scadenza=3");
  ASSERT_MAPS ("CF;Colonna 2;Colonna 3", "importo scadenza", rows, "",
               "fiscal_code=1 importo=2 scadenza=3");
  ASSERT_MAPS ("CF;ISEE;Colonna 3", "importo", rows, "", "!1");
  ASSERT_MAPS ("CF;x;Data di nascita", "scadenza", rows, "", "!1");
  ASSERT_MAPS ("CF;a;b", "importo totale", rows, "", "!1");
  ASSERT_MAPS ("CF;a;b", "importo", "RSSMRA85T10A562S;85,50;90,00", "", "!3");
  /* Whole numbers may be anything. */
  ASSERT_MAPS ("CF;a", "importo", "RSSMRA85T10A562S;7", "", "!1");
}

static void
test_remembered (void)
{
  static const char *const header[] = { "CF", "Totale", "Saldo", "CF2" };
  static const char *const remembered[] = { "importo=SALDO",  "manca=Totale", "fiscal_code=cf2",
                                            "importo=niente", "senza",        NULL };
  static const char *const said[] = { "importo=Totale", NULL };
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (IonMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (wanted, (gpointer) "importo");
  mapping = ion_mapping_new_full (header, 4, NULL, wanted, NULL, NULL, remembered, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ion_mapping_get_column (mapping, "importo"), ==, 2);
  g_assert_cmpint (ion_mapping_get_column (mapping, ION_FIELD_FISCAL_CODE), ==, 3);
  g_assert_cmpint (ion_mapping_get_word (mapping, 2), ==, ION_MAPPING_WORD_REMEMBERED);
  g_assert_cmpint (ion_mapping_get_word (mapping, 0), ==, ION_MAPPING_WORD_NONE);
  g_clear_pointer (&mapping, ion_mapping_free);

  /* What is said now goes before. */
  mapping = ion_mapping_new_full (header, 4, NULL, wanted, NULL, said, remembered, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ion_mapping_get_column (mapping, "importo"), ==, 1);
  g_assert_cmpint (ion_mapping_get_word (mapping, 1), ==, ION_MAPPING_WORD_PERSON);
  g_clear_pointer (&mapping, ion_mapping_free);

  /* A file without that column is read as if nothing had been said. */
  mapping = ion_mapping_new_full (header, 2, NULL, wanted, NULL, NULL, remembered, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ion_mapping_get_column (mapping, "importo"), ==, 1);
  g_assert_cmpint (ion_mapping_get_word (mapping, 1), ==, ION_MAPPING_WORD_NAME);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/fiscal-code/names", test_fiscal_code_names);
  g_test_add_func ("/mapping/fiscal-code/whose", test_whose_fiscal_code);
  g_test_add_func ("/mapping/fiscal-code/pupils-never-win", test_pupils_never_win);
  g_test_add_func ("/mapping/fiscal-code/two-payers", test_two_payers);
  g_test_add_func ("/mapping/by-content", test_by_content);
  g_test_add_func ("/mapping/by-content/amounts-and-dates", test_amounts_and_dates_by_content);
  g_test_add_func ("/mapping/iuv", test_iuv);
  g_test_add_func ("/mapping/remembered", test_remembered);
  g_test_add_func ("/mapping/synonyms", test_synonyms);
  g_test_add_func ("/mapping/explicit", test_explicit);
  g_test_add_func ("/mapping/missing", test_missing);
  g_test_add_func ("/mapping/kinds", test_kinds);
  return g_test_run ();
}
