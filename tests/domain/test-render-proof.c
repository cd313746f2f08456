/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row that is said to be renderable is rendered: whatever the template and whatever the values,
 * the proof must never say yes where the message fails, nor another payment than the message's.
 */

#include "config.h"

#include "ion-amount.h"
#include "ion-moment.h"
#include "ion-notice-number.h"
#include "ion-render-proof.h"

#include <locale.h>
#include <string.h>

#define PERSON "RSSMRA85T10A562S"
#define FILLER \
  "Questo testo serve soltanto a rendere il messaggio lungo abbastanza per tutti, ecco. "

/* What templates are made of, here: all that could make an address, a fence or a list with a value
 * beside it. */
static const char *const pieces[] = {
  "Ciao ",
  "x",
  " ",
  "\n",
  "\n\n",
  "w",
  "ww",
  "ww.",
  "www.",
  ".",
  "http",
  "http:",
  "://",
  "http://h",
  "https://h/",
  "//",
  "/",
  ":",
  "[",
  "](",
  ")",
  "[t](",
  "[t](http://h/",
  "]",
  "]: ",
  "[n]: ",
  "(",
  "<",
  ">",
  "\"",
  "-",
  "--",
  "\n--",
  "- ",
  "1",
  "1.",
  "#",
  "*",
  "**",
  "info@",
  "@",
  "\\",
  "!",
  "^",
  "?",
  "W",
  "\t",
  "it/",
  "w.",
  ".www",
  "è",
  "🙂",
  "---x",
  "\n> ",
  " ww",
  " W.",
};

static const char *const fields[] = {
  "{{a}}",
  "{{b}}",
  "{{c}}",
  "{{a | maiuscolo}}",
  "{{b | iniziali maiuscole}}",
  "{{importo | euro}}",
  "{{scadenza | data}}",
  "{{scadenza | data lunga}}",
  "{{ora | ora}}",
};

/* And values: plain ones first, then what is not. */
static const char *const plain_values[] = {
  "w",
  "ww",
  "www",
  ".",
  "-",
  "--",
  "---",
  "/",
  ":",
  "://",
  "(",
  ")",
  "a",
  "Anna",
  "1",
  "12",
  " ",
  "  ",
  "'",
  ",",
  "è",
  "ß",
  "ı",
  "ŉ",
  "İ",
  "ſ",
  "ÿ",
  "%",
  "+",
  "?",
  ";",
  "w.",
  "h:",
  "1.",
  "1)",
  "x.",
  "it",
  "si",
  "sì",
  "no",
  "x ",
  "http",
  "Via Roma, 3/A",
};

static const char *const odd_values[] = {
  "",      "\\",   "[", "]",   "](",  "*",        "_",     "<", ">",        "&",
  "\n",    "\t",   "@", "`",   "\"",  "http://x", "www.x", "#", "\302\240", "\342\200\213",
  "a\001", "🙂", "€", "[x]", "---", "{{a}}",    "ǅ",     "|", "~",        "\303\227",
};

static const char *
pick (const char *const *list, gsize n)
{
  return list[g_test_rand_int_range (0, (gint32) n)];
}

#define PICK(list) pick (list, G_N_ELEMENTS (list))

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static void
append_text (GString *out, int n, int depth)
{
  for (; n > 0; n--)
    {
      if (one_in (3))
        g_string_append (out, PICK (fields));
      else if (depth < 2 && one_in (8))
        {
          g_string_append (out, one_in (2) ? "{{se c: " : "{{b | altrimenti: ");
          append_text (out, g_test_rand_int_range (0, 4), depth + 1);
          g_string_append (out, "}}");
        }
      else
        {
          const char *piece = PICK (pieces);

          if (depth == 0 || strpbrk (piece, "\\:") == NULL)
            g_string_append (out, piece);
        }
    }
}

static void
replace (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
fill_text (IonTemplateText *text, gboolean has_buttons)
{
  g_autoptr (GString) subject = g_string_new (NULL);
  g_autoptr (GString) markdown = g_string_new (NULL);

  append_text (subject, g_test_rand_int_range (0, 5), 1);
  for (int n = g_test_rand_int_range (0, 12); n > 0 && one_in (2); n--)
    g_string_append (subject, "Retta di ");
  if (one_in (2))
    g_string_append (markdown, FILLER);
  append_text (markdown, g_test_rand_int_range (1, 9), 0);
  if (one_in (20))
    {
      for (int n = g_test_rand_int_range (100, 130); n > 0; n--)
        g_string_append (markdown, FILLER);
    }
  else if (one_in (2))
    g_string_append (markdown, "\n\n" FILLER);
  replace (&text->subject, subject->str);
  replace (&text->markdown, markdown->str);
  if (has_buttons)
    {
      g_autoptr (GString) label = g_string_new (NULL);
      g_autoptr (GString) action = g_string_new (one_in (5) ? "tel:06" : "https://h/");

      append_text (label, g_test_rand_int_range (0, 3), 1);
      append_text (action, g_test_rand_int_range (0, 4), 1);
      g_ptr_array_add (text->buttons,
                       ion_template_button_new (label->str, one_in (2) ? "Pay {{a}}" : NULL,
                                                action->str));
    }
}

static IonTemplate *
make_template (void)
{
  IonTemplate *self = ion_template_new ("Prova", ION_TEMPLATE_FREE);

  fill_text (self->main, one_in (3));
  if (one_in (4))
    {
      IonTemplateText *variant = ion_template_text_new ("de");

      fill_text (variant, one_in (4));
      g_ptr_array_add (self->variants, variant);
    }
  if (one_in (2))
    self->due_date = g_strdup (one_in (3) ? "{{scadenza}} 12:00" : "{{scadenza}}");
  if (one_in (2))
    {
      self->amount = g_strdup (one_in (3) ? "{{importo}},{{a}}" : "{{importo}}");
      self->notice_number = g_strdup (one_in (3) ? "3{{avviso}}" : "{{avviso}}");
    }
  return self;
}

static void
append_value (GString *out)
{
  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    g_string_append (out, one_in (40) ? PICK (odd_values) : PICK (plain_values));
  if (one_in (60))
    {
      for (int n = g_test_rand_int_range (1, 2500); n > 0; n--)
        g_string_append (out, PICK (plain_values));
    }
}

static IonFields *
make_fields (void)
{
  static const char *const amounts[] = {
    "85,50", "1.234,50", "0", "1", " 12 ", "€ 5", "12  ", "x"
  };
  static const char *const dates[] = { "31/12/2026",
                                       "2026-12-31",
                                       "31 dicembre 2026",
                                       "31/12/1950",
                                       "31/12/2026 18:30",
                                       "31/02/2026",
                                       "" };
  static const char *const times[] = { "18:30", "ore 9", "31/12/2026 18:30", "x" };
  static const char *const numbers[] = { "301000010000000127", "3010 0001 0000 0001 27",
                                         "01000010000000127", "001", "301000010000000128" };
  static const char *const names[] = { "a", "B", "c" };
  IonFields *self = ion_fields_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);

      append_value (value);
      if (!one_in (30))
        ion_fields_set (self, names[i], value->str);
    }
  ion_fields_set (self, "Importo", one_in (2) ? amounts[0] : PICK (amounts));
  ion_fields_set (self, "scadenza", one_in (2) ? dates[0] : PICK (dates));
  ion_fields_set (self, "ora", one_in (2) ? times[0] : PICK (times));
  ion_fields_set (self, "avviso", one_in (2) ? numbers[0] : PICK (numbers));
  return self;
}

/* What a row's check would have found out about the last values of make_fields(). */
static void
find_known (const IonFields *row, IonKnownValue *known)
{
  for (guint i = 0; i < ion_fields_get_size (row); i++)
    {
      char number[ION_NOTICE_NUMBER_LENGTH + 1];
      const char *name, *value;

      ion_fields_get_nth (row, i, &name, &value);
      if (g_str_equal (name, "Importo") && ion_amount_parse (value, &known[i].number, NULL))
        known[i].kind = ION_KNOWN_AMOUNT;
      else if (g_str_equal (name, "scadenza") &&
               ion_moment_parse (value, ION_DAY_END, &known[i].number, NULL))
        known[i].kind = ION_KNOWN_MOMENT;
      else if (g_str_equal (name, "avviso") &&
               ion_notice_number_parse (value, number, NULL, NULL) && g_str_equal (value, number))
        known[i].kind = ION_KNOWN_NOTICE_NUMBER;
    }
}

/* Returns: whether the proof said yes */
static gboolean
compare (const IonTemplate *template_, const IonRenderer *renderer, IonRenderProof *proof)
{
  g_autoptr (IonFields) row = make_fields ();
  IonKnownValue known[8] = { 0 };
  const gboolean is_known = one_in (2);
  IonRenderedPayment payment;

  if (is_known)
    find_known (row, known);
  if (!ion_render_proof_holds (proof, row, is_known ? known : NULL, &payment))
    return FALSE;
  for (guint i = 0; i <= template_->variants->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonMessage) message =
          ion_renderer_render (renderer, PERSON, row, i > 0 ? "de" : NULL, &error);

      if (message == NULL)
        {
          g_test_message ("template: %s | %s", template_->main->subject, template_->main->markdown);
          for (guint f = 0; f < ion_fields_get_size (row); f++)
            {
              const char *name, *value;

              ion_fields_get_nth (row, f, &name, &value);
              g_test_message ("%s = “%s”", name, value);
            }
        }
      g_assert_no_error (error);
      g_assert_cmpint (payment.amount, ==, message->amount);
      g_assert_cmpint (payment.due_date, ==, message->due_date);
      g_assert_cmpstr (payment.notice_number, ==,
                       message->notice_number != NULL ? message->notice_number : "");
    }
  return TRUE;
}

/* IO_NOTIFIER_TEST_ROUNDS asks for more than a build can wait for. */
static void
test_never_too_much (void)
{
  const char *wish = g_getenv ("IO_NOTIFIER_TEST_ROUNDS");
  const guint n_rounds = wish != NULL ? (guint) g_ascii_strtoull (wish, NULL, 10) : 6000;
  guint n_templates = 0, n_yes = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (IonTemplate) template_ = make_template ();
      g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, NULL);
      g_autoptr (IonRenderProof) proof = NULL;

      if (renderer == NULL)
        continue;
      n_templates++;
      proof = ion_render_proof_new (renderer);
      for (guint row = 0; row < 8; row++)
        n_yes += compare (template_, renderer, proof);
    }
  g_test_message ("%u templates, %u proofs", n_templates, n_yes);
  /* A proof that never holds would never be wrong either. */
  g_assert_cmpuint (n_yes, >, n_templates / 10);
}

static gboolean
holds (const char *subject, const char *markdown, const char *name, const char *value)
{
  g_autoptr (IonTemplate) template_ = ion_template_new ("Prova", ION_TEMPLATE_FREE);
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (IonRenderProof) proof = NULL;
  g_autoptr (IonFields) row = ion_fields_new ();
  g_autoptr (GError) error = NULL;
  IonRenderedPayment payment;

  replace (&template_->main->subject, subject);
  replace (&template_->main->markdown, markdown);
  renderer = ion_renderer_new (template_, &error);
  g_assert_no_error (error);
  proof = ion_render_proof_new (renderer);
  ion_fields_set (row, name, value);
  return ion_render_proof_holds (proof, row, NULL, &payment);
}

/* The rows of everyday are proved, or nothing is won. */
static void
test_everyday (void)
{
  g_assert_true (holds ("Retta scolastica", "Ciao {{nome | iniziali maiuscole}},\n\n" FILLER,
                        "Nome", "ANNA MARIA D'ANGELO-ROSSI"));
  g_assert_true (holds ("Retta di {{mese}}", FILLER "**{{mese}}**.", "mese", "novembre"));
  g_assert_true (
      holds ("Una multa per lei", FILLER "In {{via}}.", "via", "Via S. Anna, 3/A (int. 2)"));
  g_assert_true (holds ("Una multa per lei", FILLER "[Apri](https://h/atti/{{n}})", "n", "A123"));
  g_assert_true (holds ("Una bella città", FILLER "{{se n: sì}}", "n", "sì"));
  g_assert_true (holds ("Una bella città", FILLER "{{n | altrimenti: tu}}", "n", ""));
  g_assert_true (holds ("Una multa per lei", FILLER "{{n | euro}}", "n", "1.234,50"));
}

/* Lengths at their bounds: from where a message must be made to see, and none that is too long. */
static void
test_bounds (void)
{
  g_assert_false (holds ("{{a}}", FILLER, "a", "nove cara"));
  g_assert_true (holds ("{{a}}", FILLER, "a", "dieci cara"));
  for (guint n = 118; n < 123; n++)
    {
      g_autofree char *value = g_strnfill (n, 'a');

      g_assert_true (holds ("{{a}}", FILLER, "a", value) == (n <= 120));
    }
  for (guint n = 78; n < 83; n++)
    {
      g_autofree char *value = g_strnfill (n, 'a');

      g_assert_true (holds ("Un titolo", "{{a}}", "a", value) == FALSE);
      g_assert_true (holds ("Un titolo!", "{{a}}", "a", value) == (n >= 80));
    }
  for (guint n = 9996; n < 10003; n++)
    {
      g_autofree char *value = g_strnfill (n, 'a');

      g_assert_true (holds ("Un titolo!", "{{a}}", "a", value) == (n <= 9998));
    }
  g_assert_false (holds ("Un titolo!", FILLER "{{a}}", "a", "a*b"));
  g_assert_false (holds ("Un titolo!", FILLER "{{a}}", "a", " "));
  g_assert_false (holds ("Un titolo!", FILLER "{{a}}", "b", "x"));
  g_assert_false (holds ("Un titolo!", FILLER "{{a | euro}}", "a", "x"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render-proof/everyday", test_everyday);
  g_test_add_func ("/render-proof/bounds", test_bounds);
  g_test_add_func ("/render-proof/never-too-much", test_never_too_much);
  return g_test_run ();
}
