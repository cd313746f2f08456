/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The templates that offices start from: each must make a message that the platform takes, and be
 * written as the platform asks offices to write.
 */

#include "config.h"

#include "ion-field-text.h"
#include "ion-renderer.h"
#include "ion-template-catalog.h"
#include "ion-template-json.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include <json-glib/json-glib.h>

/* What the e-mail copy of a message shows of its text. */
#define EXCERPT 134
/* 2026-11-22T12:00:00Z */
#define NOW G_GINT64_CONSTANT (1795348800)

static char *folder;

static char *
read_file (const char *subfolder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, subfolder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

static IonTemplate *
read_template (const char *name)
{
  gsize length = 0;
  g_autofree char *json = read_file ("", name, &length);
  g_autoptr (GError) error = NULL;
  IonTemplate *template_ = ion_template_from_json (json, (gssize) length, &error);

  g_assert_no_error (error);
  return template_;
}

static IonFields *
read_sample (const char *name, char **fiscal_code)
{
  g_autofree char *json = read_file ("samples", name, NULL);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *sample;
  JsonObjectIter iter;
  IonFields *fields = ion_fields_new ();
  const char *field = NULL;
  JsonNode *value = NULL;

  g_assert_nonnull (root);
  sample = json_node_get_object (root);
  *fiscal_code = g_strdup (json_object_get_string_member (sample, "fiscal_code"));
  json_object_iter_init (&iter, json_object_get_object_member (sample, "fields"));
  while (json_object_iter_next (&iter, &field, &value))
    ion_fields_set (fields, field, json_node_get_string (value));

  return fields;
}

/* A name of a field that says who the person is, or what is theirs. */
static gboolean
is_personal (const char *key)
{
  static const char *const personal[] = {
    "nome",   "cognome",   "nominativo", "codicefiscale", "fiscalcode", "alunno", "figlio",
    "targa",  "indirizzo", "immobile",   "nascita",       "importo",    "avviso", "oggetto",
    "titolo", "verbale",   "numero",     "registro",      "telefono",   "email",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      if (g_str_has_prefix (key, personal[i]))
        return TRUE;
    }

  return FALSE;
}

static void
check_field_cb (const char *name, const char *key, gboolean is_required, gpointer user_data)
{
  if (is_personal (key))
    g_error ("the title of %s uses “%s”", (const char *) user_data, name);
}

static void
check_title (const char *file, const IonTemplateText *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonFieldText) title =
      ion_field_text_parse (text->subject, "title", ION_ESCAPE_PLAIN, &error);

  g_assert_no_error (error);
  ion_field_text_foreach (title, check_field_cb, (gpointer) file);
}

/* “tu”, and plainly. */
static void
check_words (const IonTemplateText *text)
{
  static const char *const unwelcome[] = {
    "gentile", "egregio",       "spettabile",        "spett\\.",
    "lei",     "la informiamo", "la s\\.v\\.",       "sottoscritto",
    "utente",  "suddett[oaie]", "entro e non oltre", "PagoPA",
  };
  g_autofree char *all = g_strconcat (text->subject, "\n", text->markdown, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (unwelcome); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("\\b%s", unwelcome[i]);
      g_autofree char *word = g_strconcat (pattern, "\\b", NULL);
      GRegexCompileFlags flags = g_str_equal (unwelcome[i], "PagoPA") ? 0 : G_REGEX_CASELESS;

      if (g_regex_match_simple (g_str_has_suffix (unwelcome[i], ".") ? pattern : word, all, flags,
                                0))
        g_error ("“%s”", unwelcome[i]);
    }
}

/* “il 8 marzo” is no Italian, and “alle 1:00” neither: the word before a date or a time must go
 * with any. */
static void
check_articles (const IonTemplateText *text)
{
  static const char pattern[] =
      "\\b(il|lo|al|dal|del|nel|sul|alle|dalle|delle) \\W*\\{\\{[^}|]*\\| *(data|ora)";

  g_assert_false (g_regex_match_simple (pattern, text->markdown, G_REGEX_CASELESS, 0));
  g_assert_false (g_regex_match_simple (pattern, text->subject, G_REGEX_CASELESS, 0));
}

/* What the message is about, for this person, stands where the e-mail copy shows it: what comes
 * from the row, greetings apart. */
static void
check_excerpt (const IonTemplateText *text)
{
  g_autofree char *excerpt = g_utf8_substring (text->markdown, 0, EXCERPT);

  g_assert_true (g_regex_match_simple ("\\{\\{(?!\\s*nome\\b)", excerpt, 0, 0));
}

static void
check_sample_is_whole (const IonRenderer *renderer, const IonFields *fields)
{
  g_autoptr (GPtrArray) names = ion_renderer_list_fields (renderer);

  g_assert_cmpuint (names->len, ==, ion_fields_get_size (fields));
  for (guint i = 0; i < names->len; i++)
    g_assert_nonnull (ion_fields_get (fields, g_ptr_array_index (names, i)));
}

static void
check_language (const IonTemplate *template_, const char *file, const char *language)
{
  g_autofree char *fiscal_code = NULL;
  g_autoptr (IonFields) fields = read_sample (file, &fiscal_code);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, &error);
  g_autoptr (IonMessage) message = NULL;

  g_assert_no_error (error);
  check_sample_is_whole (renderer, fields);

  message = ion_renderer_render (renderer, fiscal_code, fields, language, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (message->language, ==, language);
  g_assert_true (ion_message_check (message, NULL));
}

/* What the program tells the person who checks it: nothing. */
static void
check_remarks (const IonTemplate *template_)
{
  g_autoptr (GPtrArray) remarks = ion_template_check (template_, NOW);

  for (guint i = 0; i < remarks->len; i++)
    g_test_message ("%s", ((IonTemplateRemark *) g_ptr_array_index (remarks, i))->message);
  g_assert_cmpuint (remarks->len, ==, 0);
}

static void
test_template (gconstpointer data)
{
  const char *file = data;
  g_autoptr (IonTemplate) template_ = read_template (file);

  check_title (file, template_->main);
  check_words (template_->main);
  check_articles (template_->main);
  check_excerpt (template_->main);
  check_remarks (template_);
  check_language (template_, file, "it");

  for (guint i = 0; i < template_->variants->len; i++)
    {
      const IonTemplateText *text = g_ptr_array_index (template_->variants, i);

      check_title (file, text);
      check_excerpt (text);
      check_language (template_, file, text->language);
    }
}

/* What an office finds when it begins. */
static void
test_kinds (void)
{
  static const char *const wanted[] = {
    "retta-scolastica",
    "mensa-scolastica",
    "tari",
    "carta-identita-in-scadenza",
    "permesso-ztl-in-scadenza",
    "primo-ingresso-area",
    "riepilogo-pass-mobilita",
    "promemoria-appuntamento",
    "prestito-biblioteca",
    "multa-avviso-di-cortesia",
    "avanzamento-pratica",
    "oggetto-ritrovato",
    "apertura-bando",
    "lavori-e-viabilita",
    "evento",
    "scadenza",
    "protezione-civile",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *name = g_strconcat (wanted[i], ".json", NULL);
      g_autoptr (IonTemplate) template_ = read_template (name);

      g_assert_cmpstr (template_->name, !=, "");
    }
}

/* A courtesy must not look like the legal notice that it is not. */
static void
test_fine_is_a_courtesy (void)
{
  g_autoptr (IonTemplate) template_ = read_template ("multa-avviso-di-cortesia.json");

  g_assert_nonnull (strstr (template_->main->subject, "cortesia"));
  g_assert_nonnull (strstr (template_->main->markdown, "senza valore legale"));
  g_assert_false (ion_template_has_payment (template_));
}

static void
add_templates (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      path = g_strconcat ("/templates/", name, NULL);
      g_test_add_data_func_full (path, g_strdup (name), test_template, g_free);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", NULL);
  g_test_add_func ("/templates/all-there", test_kinds);
  g_test_add_func ("/templates/fine-is-a-courtesy", test_fine_is_a_courtesy);
  add_templates ();

  status = g_test_run ();
  g_free (folder);
  return status;
}
