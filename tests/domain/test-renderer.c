/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-moment.h"
#include "ion-renderer.h"
#include "ion-value-error.h"

#include <locale.h>
#include <string.h>

#define PERSON "RSSMRA85T10A562S"
#define FILLER                                                                                   \
  "\n\nQuesto testo serve soltanto a rendere il messaggio lungo abbastanza per la piattaforma, " \
  "ecco."

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static IonTemplate *
make_template (const char *markdown)
{
  IonTemplate *template_ = ion_template_new ("Prova", ION_TEMPLATE_FREE);

  set_text (&template_->main->subject, "Un titolo di prova");
  g_free (template_->main->markdown);
  template_->main->markdown = g_strconcat (markdown, FILLER, NULL);

  return template_;
}

static IonFields *
make_fields (const char *first, ...)
{
  IonFields *fields = ion_fields_new ();
  va_list list;

  va_start (list, first);
  for (const char *name = first; name != NULL; name = va_arg (list, const char *))
    ion_fields_set (fields, name, va_arg (list, const char *));
  va_end (list);

  return fields;
}

static IonMessage *
render (const IonTemplate *template_, const IonFields *fields, const char *language, GError **error)
{
  g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, error);

  return renderer != NULL ? ion_renderer_render (renderer, PERSON, fields, language, error) : NULL;
}

/* What @markdown becomes with @fields, without the filler. */
static char *
merge (const char *markdown, IonFields *fields)
{
  g_autoptr (IonTemplate) template_ = make_template (markdown);
  g_autoptr (IonFields) owned = fields;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonMessage) message = render (template_, owned, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (message->markdown, FILLER));
  message->markdown[strlen (message->markdown) - strlen (FILLER)] = '\0';
  return g_steal_pointer (&message->markdown);
}

static void
test_language_of_fields (void)
{
  static const struct
  {
    const char *markdown;
    const char *value;
    const char *expected;
  } cases[] = {
    { "Ciao {{nome}}.", "Anna", "Ciao Anna." },
    { "Ciao {{ Nome_ }}.", "Anna", "Ciao Anna." },
    { "{{nome | maiuscolo}}", "città", "CITTÀ" },
    { "{{nome|iniziali  Maiuscole}}", "ANNA MARIA D'ANGELO-ROSSI", "Anna Maria D'Angelo-Rossi" },
    { "{{nome | euro}}", "1234,5", "1.234,50 €" },
    { "{{nome | data}}", "2026-12-31", "31/12/2026" },
    { "{{nome | data lunga}}", "31/12/2026", "31 dicembre 2026" },
    { "{{nome | data lunga | maiuscolo}}", "31/12/2026", "31 DICEMBRE 2026" },
    { "{{nome | data}}", "31/12/2026 18:30", "31/12/2026" },
    { "{{nome | ora}}", "31/12/2026 18:30", "18:30" },
    { "{{nome | ora}}", "ore 9.05", "9:05" },
    { "{{nome | altrimenti: tu}}", "Anna", "Anna" },
    { "{{nome | altrimenti: tu }}", " ", "tu" },
    { "{{nome | euro | altrimenti: da definire}}", "", "da definire" },
    { "{{nome | altrimenti:}}x", "", "x" },
    { "a{{nome | altrimenti: \\}\\} \\| \\: \\\\ : * }}b", "", "a}} | : \\ : *b" },
    { "{{nome | altrimenti: {{ignoto | altrimenti: due}}}}", "", "due" },
    { "a{{se nome: , b}}c", "sì", "a, bc" },
    { "a{{se nome: b }}c", " SI ", "ab c" },
    { "a{{SE nome: b}}c", "SÌ", "abc" },
    { "a{{se nome: b}}c", "x", "abc" },
    { "a{{se nome: b}}c", "1", "abc" },
    { "a{{se nome: b}}c", "Vero", "abc" },
    { "a{{se nome: b}}c", "TRUE", "abc" },
    { "a{{se nome: b}}c", "yes", "abc" },
    { "a{{se nome: b}}c", "no", "ac" },
    { "a{{se nome: b}}c", "0", "ac" },
    { "a{{se ignoto: b}}c", "x", "ac" },
    { "{{se nome: uno {{se nome: due {{nome}}}}.}}", "x", "uno due x." },
    { "{{se nome: **forte**\n- voce}}", "1", "**forte**\n- voce" },
    { "a {nome} } { b {{nome}}", "x", "a {nome} } { b x" },
    { "{{se}} e {{nome}}", "x", "y e x" },
    { "riga\r\naltra\r{{nome}}", "x", "riga\naltra\nx" },
    { "{{nome}}", "una\nriga", "una riga" },
    /* A blank that was dropped does not let a value and what follows become an address. */
    { "{{ignoto | altrimenti: {{nome}} }}.it", "www", "www\342\200\213.it" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found =
          merge (cases[i].markdown, make_fields ("NOME", cases[i].value, "se", "y", NULL));

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *markdown;
    IonTemplateError code;
    const char *place;
  } cases[] = {
    { "Ciao {{nome", ION_TEMPLATE_ERROR_UNCLOSED, "line 1, column 6" },
    { "è\nperché {{nome}", ION_TEMPLATE_ERROR_UNCLOSED, "line 2, column 8" },
    { "{{nome\n}}", ION_TEMPLATE_ERROR_UNCLOSED, "line 1, column 1" },
    { "{{", ION_TEMPLATE_ERROR_UNCLOSED, "line 1, column 1" },
    { "{{{nome}}}", ION_TEMPLATE_ERROR_UNCLOSED, "line 1, column 1" },
    { "{{nome | euro", ION_TEMPLATE_ERROR_UNCLOSED, "line 1, column 1" },
    { "{{nome | altrimenti: x", ION_TEMPLATE_ERROR_UNCLOSED, "line 1, column 1" },
    { "{{se nome: x {{y}} ", ION_TEMPLATE_ERROR_UNCLOSED, "line 1, column 1" },
    { "{{}}", ION_TEMPLATE_ERROR_EMPTY_FIELD, "line 1, column 1" },
    { "\n  {{ _ }}", ION_TEMPLATE_ERROR_EMPTY_FIELD, "line 2, column 3" },
    { "{{se : x}}", ION_TEMPLATE_ERROR_STRUCTURE, "line 1, column 1" },
    { "{{nome | eur}}", ION_TEMPLATE_ERROR_UNKNOWN_FORMAT, "eur" },
    { "{{nome | datalunga}}", ION_TEMPLATE_ERROR_UNKNOWN_FORMAT, "datalunga" },
    { "{{nome | }}", ION_TEMPLATE_ERROR_UNKNOWN_FORMAT, "line 1, column 1" },
    { "{{nome | euro: x}}", ION_TEMPLATE_ERROR_UNKNOWN_FORMAT, "line 1, column 1" },
    { "{{nome | euro | data}}", ION_TEMPLATE_ERROR_STRUCTURE, "line 1, column 1" },
    { "{{nome | maiuscolo | euro}}", ION_TEMPLATE_ERROR_STRUCTURE, "line 1, column 1" },
    { "{{nome: x}}", ION_TEMPLATE_ERROR_STRUCTURE, "line 1, column 1" },
    { "{{se nome}}", ION_TEMPLATE_ERROR_STRUCTURE, "line 1, column 1" },
    { "{{nome | altrimenti: a | euro}}", ION_TEMPLATE_ERROR_STRUCTURE, "line 1, column 24" },
    { "a }} b", ION_TEMPLATE_ERROR_STRUCTURE, "line 1, column 3" },
    { "{{se a: {{se a: {{se a: {{se a: {{se a: x}}}}}}}}}}", ION_TEMPLATE_ERROR_STRUCTURE,
      "line 1, column 33" },
    { "uno\n---\ndue", ION_TEMPLATE_ERROR_STRUCTURE, "line 2" },
    { "---\nit:\n    cta_1:\n---\n", ION_TEMPLATE_ERROR_STRUCTURE, "line 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IonTemplate) template_ = make_template (cases[i].markdown);
      g_autoptr (GError) error = NULL;

      if (cases[i].code == ION_TEMPLATE_ERROR_UNCLOSED)
        set_text (&template_->main->markdown, cases[i].markdown);
      g_assert_null (ion_renderer_new (template_, &error));
      g_test_message ("%s: %s", cases[i].markdown, error->message);
      g_assert_error (error, ION_TEMPLATE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].place));
      g_assert_true (g_str_has_prefix (error->message, "text"));
    }
}

/* Which part is wrong is said, of every part. */
static void
test_parts_in_errors (void)
{
  static const char *const parts[] = {
    "title",
    "button 1",
    "English text of button 1",
    "action of button 1",
    "due date",
    "amount",
    "notice number",
    "title (de)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (IonTemplate) template_ = make_template ("Ciao");
      IonTemplateText *german = ion_template_text_new ("de");
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (template_->variants, german);
      set_text (&german->subject, i == 7 ? "{{" : "Ein Titel");
      g_ptr_array_add (template_->main->buttons,
                       ion_template_button_new (i == 1 ? "{{" : "a", i == 2 ? "{{" : "b",
                                                i == 3 ? "https://a.it/{{" : "https://a.it"));
      if (i == 0)
        set_text (&template_->main->subject, "{{");
      set_text (&template_->due_date, i == 4 ? "{{" : "{{a}}");
      set_text (&template_->amount, i == 5 ? "{{" : "{{a}}");
      set_text (&template_->notice_number, i == 6 ? "{{" : "{{a}}");

      g_assert_null (ion_renderer_new (template_, &error));
      g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_UNCLOSED);
      g_assert_true (g_str_has_prefix (error->message, parts[i]));
    }
}

static void
assert_row_fails (const char *markdown, IonFields *fields, IonTemplateError code, const char *says)
{
  g_autoptr (IonTemplate) template_ = make_template (markdown);
  g_autoptr (IonFields) owned = fields;
  g_autoptr (GError) error = NULL;

  g_assert_null (render (template_, owned, NULL, &error));
  g_assert_error (error, ION_TEMPLATE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
  /* A value may be personal. */
  g_assert_null (strstr (error->message, "segreto"));
}

static void
test_bad_rows (void)
{
  assert_row_fails ("a\n {{importo}}", make_fields (NULL, NULL), ION_TEMPLATE_ERROR_MISSING_FIELD,
                    "line 2, column 2: the field “importo”");
  assert_row_fails ("{{nome}}", make_fields ("nome", " \xe2\x80\x8b", NULL),
                    ION_TEMPLATE_ERROR_MISSING_FIELD, "nome");
  assert_row_fails ("{{a | euro}}", make_fields ("a", "segreto", NULL),
                    ION_TEMPLATE_ERROR_BAD_VALUE, "amount");
  assert_row_fails ("{{a | data}}", make_fields ("a", "segreto", NULL),
                    ION_TEMPLATE_ERROR_BAD_VALUE, "date");
  assert_row_fails ("{{a | ora}}", make_fields ("a", "segreto", NULL), ION_TEMPLATE_ERROR_BAD_VALUE,
                    "time");
  assert_row_fails ("{{a | ora}}", make_fields ("a", "31/12/2026", NULL),
                    ION_TEMPLATE_ERROR_BAD_VALUE, "time");
  assert_row_fails ("{{a | ora}}", make_fields ("a", "25:00", NULL), ION_TEMPLATE_ERROR_BAD_VALUE,
                    "time");
}

static void
test_fields (void)
{
  g_autoptr (IonTemplate) template_ =
      make_template ("{{nome}} {{Importo | euro}} {{nota | altrimenti: x}} {{se sconto: "
                     "{{percento}}}} {{NOME}}{{nota | altrimenti: {{cognome}}}}");
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *joined = NULL;

  set_text (&template_->main->subject, "Retta di {{mese}}");
  set_text (&template_->due_date, "{{scadenza}}");
  template_->distinct_by = g_strdup ("Alunno");
  g_ptr_array_add (template_->main->buttons,
                   ion_template_button_new ("Vai", NULL, "https://a.it/{{id}}"));

  renderer = ion_renderer_new (template_, NULL);
  g_assert_nonnull (renderer);
  names = ion_renderer_list_fields (renderer);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, "mese nome Importo nota sconto percento cognome id scadenza Alunno");

  g_assert_false (ion_renderer_is_field_optional (renderer, "Nome"));
  g_assert_false (ion_renderer_is_field_optional (renderer, "scadenza"));
  g_assert_false (ion_renderer_is_field_optional (renderer, "alunno"));
  g_assert_true (ion_renderer_is_field_optional (renderer, "nota"));
  g_assert_true (ion_renderer_is_field_optional (renderer, "sconto"));
  g_assert_true (ion_renderer_is_field_optional (renderer, "percento"));
  g_assert_true (ion_renderer_is_field_optional (renderer, "cognome"));
  g_assert_true (ion_renderer_is_field_optional (renderer, "mai visto"));
}

static void
test_payment (void)
{
  g_autoptr (IonTemplate) template_ = make_template ("Da pagare {{importo | euro}}");
  g_autoptr (IonFields) fields = make_fields ("importo", "85,50", "scadenza", "31/10/2026",
                                              "avviso", "3010 1110 0007 3475 57", NULL);
  g_autoptr (IonMessage) message = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *due_date = NULL;

  set_text (&template_->due_date, "{{scadenza}}");
  set_text (&template_->amount, "{{importo}}");
  set_text (&template_->notice_number, "{{avviso}}");
  template_->invalid_after_due_date = TRUE;
  template_->secure = TRUE;

  message = render (template_, fields, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (message->amount, ==, 8550);
  g_assert_cmpstr (message->notice_number, ==, "301011100007347557");
  g_assert_true (message->invalid_after_due_date);
  g_assert_true (message->secure);
  g_assert_false (message->premium);
  /* The end of the day in Rome. */
  due_date = ion_moment_to_iso (message->due_date);
  g_assert_cmpstr (due_date, ==, "2026-10-31T22:59:59Z");
}

static void
test_payment_errors (void)
{
  static const char *const names[] = { "importo", "scadenza", "avviso" };
  g_autoptr (IonTemplate) template_ = make_template ("Da pagare");

  set_text (&template_->amount, "{{importo}}");
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (ion_renderer_new (template_, &error));
    g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
  }

  set_text (&template_->notice_number, "{{avviso}}");
  template_->invalid_after_due_date = TRUE;
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (ion_renderer_new (template_, &error));
    g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
  }

  set_text (&template_->due_date, "{{scadenza}}");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (IonFields) fields = make_fields ("importo", "85,50", "scadenza", "31/10/2026",
                                                  "avviso", "301011100007347557", NULL);
      g_autoptr (GError) error = NULL;

      ion_fields_set (fields, names[i], "boh");
      g_assert_null (render (template_, fields, NULL, &error));
      g_assert_true (error->domain == ION_VALUE_ERROR);
    }

  set_text (&template_->payee, "12345678901");
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (ion_renderer_new (template_, &error));
    g_assert_true (error->domain == ION_VALUE_ERROR);
  }
}

static void
test_no_due_date (void)
{
  g_autoptr (IonTemplate) template_ = make_template ("Ciao");
  g_autoptr (IonFields) fields = make_fields ("scadenza", "", NULL);
  g_autoptr (IonMessage) message = NULL;

  set_text (&template_->due_date, "{{scadenza | altrimenti:}}");
  message = render (template_, fields, NULL, NULL);
  g_assert_nonnull (message);
  g_assert_cmpint (message->due_date, ==, 0);
}

static void
test_variants (void)
{
  static const struct
  {
    const char *asked;
    const char *used;
    const char *date;
  } cases[] = {
    { NULL, "it", "31 dicembre 2026" },  { "it", "it", "31 dicembre 2026" },
    { "de", "de", "31. Dezember 2026" }, { "de_DE", "de", "31. Dezember 2026" },
    { "fr", "it", "31 dicembre 2026" },  { "", "it", "31 dicembre 2026" },
    { "deu", "it", "31 dicembre 2026" },
  };
  g_autoptr (IonTemplate) template_ = make_template ("Entro il {{g | data lunga}}");
  g_autoptr (IonFields) fields = make_fields ("g", "31/12/2026", NULL);
  IonTemplateText *german = ion_template_text_new ("de");

  set_text (&german->subject, "Ein deutscher Titel");
  set_text (&german->markdown, "Bis {{g | data lunga}}" FILLER);
  g_ptr_array_add (template_->variants, german);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonMessage) message = render (template_, fields, cases[i].asked, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (message->language, ==, cases[i].used);
      g_test_message ("%s", message->markdown);
      g_assert_nonnull (strstr (message->markdown, cases[i].date));
    }
}

static void
test_title (void)
{
  g_autoptr (IonTemplate) template_ = make_template ("Ciao");
  g_autoptr (IonFields) fields = make_fields ("a", " *a*\r\n[b]\x01\t_c_ ", NULL);
  g_autoptr (IonMessage) message = NULL;

  set_text (&template_->main->subject, " Titolo\ndi {{a}} ");
  message = render (template_, fields, NULL, NULL);
  g_assert_nonnull (message);
  g_assert_cmpstr (message->subject, ==, "Titolo di *a* [b] _c_");
}

/* Bounds hold for what leaves, escapes counted. */
static void
test_bounds_after_escaping (void)
{
  g_autoptr (IonTemplate) template_ = make_template ("{{a}}");
  g_autofree char *stars = g_strnfill (ION_MARKDOWN_MAX / 2, '*');
  g_autoptr (IonFields) fields = make_fields ("a", stars, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (render (template_, fields, NULL, &error));
  g_assert_error (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_MARKDOWN_LENGTH);
}

/* No value brings front matter, a button, or the line that damages the e-mail copy. */
static void
test_hostile_front_matter (void)
{
  static const char *const values[] = {
    "---",
    "---\nit:\n    cta_1:\n        text: \"x\"\n        action: \"ioit://x\"\n---\n",
    "-",
    "--",
  };
  static const char *const texts[] = { "{{v}}",  "{{v}}\nx", "\n{{v}}\n",
                                       "-{{v}}", "{{v}}--",  "{{v}}{{v}}" };

  for (gsize t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autofree char *found = merge (texts[t], make_fields ("v", values[i], NULL));

          g_assert_null (strstr (found, "---"));
        }
    }
}

static void
test_names (void)
{
  for (int i = ION_TEMPLATE_ERROR_UNCLOSED; i <= ION_TEMPLATE_ERROR_BAD_VALUE; i++)
    g_assert_cmpstr (ion_template_error_get_name (i), !=, "unknown");
  g_assert_cmpstr (ion_template_error_get_name (ION_TEMPLATE_ERROR_UNCLOSED), ==, "unclosed-brace");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/renderer/language-of-fields", test_language_of_fields);
  g_test_add_func ("/renderer/mistakes", test_mistakes);
  g_test_add_func ("/renderer/parts-in-errors", test_parts_in_errors);
  g_test_add_func ("/renderer/bad-rows", test_bad_rows);
  g_test_add_func ("/renderer/fields", test_fields);
  g_test_add_func ("/renderer/payment", test_payment);
  g_test_add_func ("/renderer/payment-errors", test_payment_errors);
  g_test_add_func ("/renderer/no-due-date", test_no_due_date);
  g_test_add_func ("/renderer/variants", test_variants);
  g_test_add_func ("/renderer/title", test_title);
  g_test_add_func ("/renderer/bounds-after-escaping", test_bounds_after_escaping);
  g_test_add_func ("/renderer/names", test_names);
  g_test_add_func ("/invariant/7/front-matter", test_hostile_front_matter);

  return g_test_run ();
}
