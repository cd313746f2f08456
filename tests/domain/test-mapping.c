/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Columns find their fields: by the person's word, by name, by content; and where they cannot, the
 * person is asked. */

#include "config.h"

#include "ion-column-kind.h"
#include "ion-mapping.h"

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
  mapping = ion_mapping_new_full ((const char *const *) names, g_strv_length (names), sample,
                                  wanted_list, optional_list, (const char *const *) pairs, &error);
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

static void
test_kinds (void)
{
  g_assert_cmpint (ion_column_kind_recognise ("Cognome e nome"), ==, ION_COLUMN_FULL_NAME);
  g_assert_cmpint (ion_column_kind_recognise ("COGNOME"), ==, ION_COLUMN_SURNAME);
  g_assert_cmpint (ion_column_kind_recognise ("Codice avviso pagoPA"), ==,
                   ION_COLUMN_NOTICE_NUMBER);
  g_assert_cmpint (ion_column_kind_recognise ("om"), ==, ION_COLUMN_OTHER);
  g_assert_cmpint (ion_column_kind_recognise (""), ==, ION_COLUMN_OTHER);
  g_assert_cmpint (ion_column_kind_recognise ("cfr"), ==, ION_COLUMN_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/fiscal-code/names", test_fiscal_code_names);
  g_test_add_func ("/mapping/fiscal-code/whose", test_whose_fiscal_code);
  g_test_add_func ("/mapping/by-content", test_by_content);
  g_test_add_func ("/mapping/synonyms", test_synonyms);
  g_test_add_func ("/mapping/explicit", test_explicit);
  g_test_add_func ("/mapping/missing", test_missing);
  g_test_add_func ("/mapping/kinds", test_kinds);
  return g_test_run ();
}
