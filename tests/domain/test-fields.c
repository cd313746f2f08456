/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows: names found however they are written, and a stored form that survives anything but lies.
 */

#include "ion-fields.h"
#include "ion-value-error.h"

#include <string.h>

static void
test_order_and_replacement (void)
{
  g_autoptr (IonFields) fields = ion_fields_new ();
  const char *name, *value;

  ion_fields_set (fields, "Nome", "Maria");
  ion_fields_set (fields, "IMPORTO", "85,50");
  ion_fields_set (fields, "nome", "Anna");
  g_assert_cmpuint (ion_fields_get_size (fields), ==, 2);
  ion_fields_get_nth (fields, 0, &name, &value);
  g_assert_cmpstr (name, ==, "Nome");
  g_assert_cmpstr (value, ==, "Anna");
  ion_fields_get_nth (fields, 1, &name, NULL);
  g_assert_cmpstr (name, ==, "IMPORTO");
  g_assert_null (ion_fields_get (fields, "cognome"));
  g_assert_null (ion_fields_get (fields, ""));
  ion_fields_set (fields, "vuoto", "");
  g_assert_cmpstr (ion_fields_get (fields, "vuoto"), ==, "");
}

static void
test_names (void)
{
  static const struct
  {
    const char *stored, *asked;
  } same[] = {
    { "Codice  Fiscale_", "codice_fiscale" },
    { "CODICE FISCALE", "codicefiscale" },
    { "Città", "citta" },
    { "CITTÀ", "città" },
    { "Citta\314\200", "città" }, /* the accent apart */
    { "N. avviso", "n_avviso" },
    { "N° avviso", "nº avviso" },
    { "importo (€)", "importo" },
    { "data\302\240scadenza", "data-scadenza" },
    { "Straße", "straße" },
    { "Überweisung", "uberweisung" },
    { "€", "€" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (IonFields) fields = ion_fields_new ();

      ion_fields_set (fields, same[i].stored, "x");
      g_assert_cmpstr (ion_fields_get (fields, same[i].asked), ==, "x");
      g_assert_true (ion_field_name_equal (same[i].asked, same[i].stored));
    }
  g_assert_false (ion_field_name_equal ("nome", "nome1"));
  g_assert_false (ion_field_name_equal ("nome", "cognome"));
  /* Punctuation alone is not nothing. */
  g_assert_false (ion_field_name_equal ("€", "%"));
  g_assert_false (ion_field_name_equal ("€", ""));
}

/* A row made at once is the same as one made field by field, and may change afterwards. */
static void
test_filled (void)
{
  g_autoptr (IonFieldNames) names = ion_field_names_new ();
  const char *values[] = { "Maria", NULL, "è così" };
  const gsize lengths[] = { 5, 0, 8 };
  g_autoptr (IonFields) filled = NULL, other = NULL, made = ion_fields_new ();
  g_autoptr (GBytes) a = NULL, b = NULL;
  gsize length;

  g_assert_cmpuint (ion_field_names_add (names, "Nome"), ==, 0);
  g_assert_cmpuint (ion_field_names_add (names, "vuoto"), ==, 1);
  g_assert_cmpuint (ion_field_names_add (names, "Già detto"), ==, 2);
  g_assert_cmpuint (ion_field_names_add (names, "GIA' DETTO"), ==, 2);
  filled = ion_fields_new_filled (names, values, lengths);
  other = ion_fields_new_filled (names, values, lengths);
  ion_fields_set (made, "Nome", "Maria");
  ion_fields_set (made, "vuoto", "");
  ion_fields_set (made, "Già detto", "è così");
  a = ion_fields_to_bytes (filled);
  b = ion_fields_to_bytes (made);
  g_assert_true (g_bytes_equal (a, b));
  g_assert_true (ion_fields_get_names (filled) == names);
  g_assert_cmpstr (ion_fields_peek (filled, 2, &length), ==, "è così");
  g_assert_cmpuint (length, ==, 8);

  ion_fields_set (filled, "nome", "Anna Maria Luisa");
  ion_fields_set (filled, "nuovo", "sì");
  g_assert_cmpstr (ion_fields_get (filled, "Nome"), ==, "Anna Maria Luisa");
  g_assert_cmpstr (ion_fields_get (filled, "gia_detto"), ==, "è così");
  g_assert_cmpstr (ion_fields_get (filled, "nuovo"), ==, "sì");
  g_assert_cmpuint (ion_fields_get_size (filled), ==, 4);
  /* The others of the file have not changed. */
  g_assert_cmpuint (ion_field_names_get_size (names), ==, 3);
  g_assert_cmpstr (ion_fields_get (other, "nome"), ==, "Maria");
  g_assert_null (ion_fields_get (other, "nuovo"));
}

static void
test_filled_with_no_text (void)
{
  g_autoptr (IonFieldNames) names = ion_field_names_new ();
  const char *values[] = { "uno due tre", "Mar\350ia e altri" };
  const gsize lengths[] = { 11, 14 };
  g_autoptr (IonFields) fields = NULL;

  ion_field_names_add (names, "a");
  ion_field_names_add (names, "b");
  fields = ion_fields_new_filled (names, values, lengths);
  g_assert_cmpstr (ion_fields_get (fields, "a"), ==, "uno due tre");
  g_assert_cmpstr (ion_fields_get (fields, "b"), ==, "Mar\357\277\275ia e altri");
}

static void
test_fold (void)
{
  g_autofree char *code = ion_field_name_fold ("Codice  Fiscale_");
  g_autofree char *town = ion_field_name_fold ("CITTÀ di\302\240Nascita");
  g_autofree char *digits = ion_field_name_fold ("campo.2");
  g_autofree char *nothing = ion_field_name_fold (" _-.€");
  g_autofree char *broken = ion_field_name_fold ("a\377b\303");

  g_assert_cmpstr (code, ==, "codicefiscale");
  g_assert_cmpstr (town, ==, "cittadinascita");
  g_assert_cmpstr (digits, ==, "campo2");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (broken, ==, "ab");
}

static void
test_stored (void)
{
  g_autoptr (IonFields) fields = ion_fields_new ();
  g_autofree char *big = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("campo %u", i);

      ion_fields_set (fields, name, i == 7 ? big : i % 3 == 0 ? "" : "è così\n€");
    }
  {
    g_autoptr (GBytes) bytes = ion_fields_to_bytes (fields);
    g_autoptr (IonFields) again = ion_fields_from_bytes (bytes, &error);
    g_autoptr (GBytes) once_more = NULL;

    g_assert_no_error (error);
    once_more = ion_fields_to_bytes (again);
    g_assert_true (g_bytes_equal (bytes, once_more));
    g_assert_cmpuint (ion_fields_get_size (again), ==, 300);
    g_assert_cmpstr (ion_fields_get (again, "campo_7"), ==, big);
    g_assert_cmpstr (ion_fields_get (again, "CAMPO 8"), ==, "è così\n€");
  }
}

/* The bytes are in ledgers: this form is read for ever. */
static void
test_stored_form (void)
{
  static const guint8 stored[] = "\001\002\004nome\005Maria\001n\000";
  g_autoptr (GBytes) bytes = g_bytes_new_static (stored, sizeof stored - 1);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonFields) fields = ion_fields_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ion_fields_get (fields, "nome"), ==, "Maria");
  g_assert_cmpstr (ion_fields_get (fields, "n"), ==, "");
  again = ion_fields_to_bytes (fields);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
assert_damaged (const guint8 *data, gsize size)
{
  /* A copy of its exact size, so that a byte too far is seen. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_fields_from_bytes (bytes, &error));
  g_assert_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FIELDS_DAMAGED);
}

static void
test_damaged (void)
{
  static const guint8 whole[] = "\001\002\004nome\005Maria\001n\001x";
  static const struct
  {
    const char *data;
    gsize size;
  } broken[] = {
    { "\002\000", 2 },                     /* a version of tomorrow */
    { "\001\000x", 3 },                    /* more than was said */
    { "\001\001\001a\001\377", 6 },        /* no UTF-8 */
    { "\001\001\001\000\001x", 6 },        /* a NUL inside */
    { "\001\377\377\377\377\017", 6 },     /* four thousand million fields */
    { "\001\377\377\377\377\377\377", 7 }, /* a length without end */
    { "\001\001\377\377\377\377\017", 7 }, /* a name longer than the bytes */
  };

  for (gsize cut = 0; cut < sizeof whole - 1; cut++)
    assert_damaged (whole, cut);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    assert_damaged ((const guint8 *) broken[i].data, broken[i].size);
}

/* What a file holds that is no text is kept as well as can be, and can be stored. */
static void
test_not_text (void)
{
  g_autoptr (IonFields) fields = ion_fields_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (IonFields) again = NULL;

  ion_fields_set (fields, "no\377me", "Mar\350ia");
  bytes = ion_fields_to_bytes (fields);
  again = ion_fields_from_bytes (bytes, NULL);
  g_assert_nonnull (again);
  g_assert_true (g_utf8_validate (ion_fields_get (again, "no\357\277\275me"), -1, NULL));
}

static gpointer
ref_and_unref (gpointer data)
{
  for (guint i = 0; i < 20000; i++)
    ion_fields_unref (ion_fields_ref (data));
  ion_fields_unref (data);
  return NULL;
}

static void
test_threads (void)
{
  IonFields *fields = ion_fields_new ();
  GThread *threads[4];

  ion_fields_set (fields, "nome", "Maria");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fields", ref_and_unref, ion_fields_ref (fields));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpstr (ion_fields_get (fields, "nome"), ==, "Maria");
  ion_fields_unref (fields);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/order-and-replacement", test_order_and_replacement);
  g_test_add_func ("/fields/names", test_names);
  g_test_add_func ("/fields/filled", test_filled);
  g_test_add_func ("/fields/filled-with-no-text", test_filled_with_no_text);
  g_test_add_func ("/fields/fold", test_fold);
  g_test_add_func ("/fields/stored", test_stored);
  g_test_add_func ("/fields/stored-form", test_stored_form);
  g_test_add_func ("/fields/damaged", test_damaged);
  g_test_add_func ("/fields/not-text", test_not_text);
  g_test_add_func ("/fields/threads", test_threads);
  return g_test_run ();
}
