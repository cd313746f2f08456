/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Values are data: whatever a row says, a message has the very structure that it has with harmless
 * words. Shown by reading it back with the parser that the app's behaves like.
 */

#include "config.h"

#include "ion-escape.h"
#include "ion-field-text.h"
#include "ion-link-context.h"
#include "ion-renderer.h"

#include "markdown-shape.h"

#include <locale.h>
#include <string.h>

#define HARMLESS        "VALORE"
#define COMPOSED_ROUNDS 40000
#define BREAK           "\xe2\x80\x8b"

/* Where fields stand in what offices write, and in what nobody would. */
static const char *const contexts[] = {
  "{{v}}",
  "Ciao {{v}}, come stai?",
  "per **{{v}}** è",
  "*{{v}}*",
  "***{{v}}***",
  "~~{{v}}~~",
  "- {{v}}",
  "- uno\n- {{v}}\n- tre",
  "+ {{v}}",
  "1. {{v}}",
  "> {{v}}",
  "# {{v}}",
  "## Titolo {{v}}",
  "Testo\n{{v}}",
  "Testo\n{{v}}\naltro",
  "Testo\n\n{{v}}\n\naltro",
  "{{v}}\n{{v}}",
  "{{v}}\n\n{{w}}",
  "[{{v}}](https://comune.example.it)",
  "[vai {{v}}](https://comune.example.it)",
  "[a]{{v}}",
  "[{{v}}]",
  "[{{v}}]{{w}}",
  "- [{{v}}] fatto",
  "[^{{v}}]",
  "![{{v}}](https://comune.example.it/a.png)",
  "| a | b |\n|:--|:--|\n| {{v}} | {{w}} |",
  "a | b\n{{v}}",
  "a\n{{v}}{{w}}",
  "`{{v}}`",
  "```\n{{v}}\n```",
  "{{v}}{{w}}",
  "{{v}} {{w}}",
  "{{v}}:{{w}}",
  "{{v}}/{{w}}",
  "{{v}}//{{w}}",
  "{{v}}.{{w}}",
  "{{v}}@{{w}}",
  "{{v}}({{w}})",
  "{{v}}-{{w}}",
  "a{{v}}b",
  "({{v}})",
  "!{{v}}",
  "{{v}}[qui](https://comune.example.it)",
  "{{v}}. Porta",
  "{{v}}) Porta",
  "{{v}}-- porta",
  "--{{v}}",
  "={{v}}",
  "Nota:{{v}}",
  "http:{{v}}",
  "http:/{{v}}",
  "www{{v}}",
  "ww{{v}}",
  "info@{{v}}",
  "info@comune{{v}}",
  "{{v}}@comune.example.it",
  "{{v}}.rossi@comune.example.it",
  "{{v}}://comune.example.it",
  "{{v}}//comune.example.it",
  "{{v}}.comune.example.it",
  "\\{{v}}",
  "&{{v}};",
  "&#{{v}};",
  "{{v}}&{{w}};",
  "[x]: https://comune.example.it\n\n[{{v}}]",
  "1{{v}} porta",
  "12{{v}}",
  "vedi [^{{v}}]\n\n[^x]: nota",
  "[^1{{v}}: nota",
  "Vai su https://comune.example.it/{{v}} e paga",
  "Vai su https://comune.example.it/?a={{v}}&b={{w}} e paga",
  "[vai](https://comune.example.it/{{v}})",
  "[vai](https://comune.example.it/{{v}}/{{w}}){{v}}",
  "[vai](https://comune.example.it){{v}}",
  "Premi <https://comune.example.it/{{v}}>",
};

/* Whole attacks. */
static const char *const attacks[] = {
  "[clicca](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "https://evil.example/path?x=1",
  "HTTP://EVIL.EXAMPLE",
  "ftp://evil.example",
  "www.evil.example",
  "WWW.evil.example",
  "truffa@evil.example",
  "mailto:truffa@evil.example",
  "xmpp:truffa@evil.example/x",
  "<https://evil.example>",
  "<truffa@evil.example>",
  "<script>alert(1)</script>",
  "<br>",
  "<!-- -->",
  "<a href=\"https://evil.example\">x</a>",
  "---\nit:\n  cta_1:\n    text: x\n    action: ioit://x\n---",
  "x\n---\ny",
  "# Titolo",
  "Titolo\n===",
  "===",
  "---",
  "- - -",
  "* * *",
  "___",
  "1. uno",
  "1) uno",
  "123456789.",
  "- uno",
  "+ uno",
  "> uno",
  "    codice",
  "\tcodice",
  "```\ncodice\n```",
  "~~~\ncodice",
  "`codice`",
  "**forte**",
  "__forte__",
  "~~via~~",
  "| a | b |\n|---|---|",
  ":-:",
  "|-|",
  "[ ]",
  "[x] fatto",
  "[^1]",
  "[^1]: nota",
  "[x]: https://evil.example",
  "&amp;",
  "&#42;forte&#42;",
  "&lt;b&gt;",
  "\\*",
  "\\",
  "riga  \naltra",
  "riga\\\naltra",
  "{{v}}",
  "}}",
  "](https://evil.example)",
  "\"](https://evil.example)",
  ") [x](https://evil.example",
  "\xe2\x80\xae"
  "abc",
  "http://\xe2\x80\x8b"
  "evil.example",
  "http:\xe2\x80\x8b//evil.example",
  "http:\x01//evil.example",
  "x",
  "X",
  "amp",
  "42",
  "!",
  "[",
  "]",
  "(https://evil.example)",
  ". Porta",
  ") Porta",
  ".",
  ": nota",
  "w.evil.example",
  ".evil.example",
  "//evil.example",
  "/evil.example",
  "://evil.example",
  "tp://evil.example",
  "via Roma 12, int. 3 - scala A (citofono «Rossi & Figli») #7",
  "L'Aquila, 18:30",
};

/* Pieces of which others are put together. */
static const char *const pieces[] = {
  "*",
  "_",
  "[",
  "]",
  "(",
  ")",
  "`",
  "<",
  ">",
  "#",
  "-",
  "--",
  "---",
  "=",
  "==",
  "|",
  ":",
  "://",
  "http",
  "https",
  "www",
  ".",
  "/",
  "//",
  "@",
  "x",
  "1",
  "12",
  "1.",
  "a.it",
  "evil.it",
  "\\",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "\r\n",
  " ",
  "+",
  "~",
  "~~",
  "!",
  "![",
  "](",
  "](h",
  "&",
  "&amp;",
  "&#x",
  ";",
  "{{",
  "}}",
  "<br>",
  "<a href=\"",
  "\">",
  "</a>",
  "[^1]",
  "]: ",
  "$",
  "%",
  "\xc3\xa8",
  "\xc2\xa0",
  "'",
  "\"",
  "mailto:",
  "ftp://",
  "\x7f",
  "\xe2\x80\x8b",
  "\xe2\x80\xa8",
  "\xf0\x9f\x98\x80",
};

static char *
replace (const char *text, const char *what, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (with, parts);
}

/* @value as a person reads it, whatever was done to write it. */
static char *
as_read (const char *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *unbroken = replace (value, BREAK, "");

  ion_escape_append (plain, unbroken, ION_ESCAPE_PLAIN);
  return replace (plain->str, "`", "'");
}

static char *
merge (const IonFieldText *text, const char *v, const char *w)
{
  g_autoptr (IonFields) fields = ion_fields_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  ion_fields_set (fields, "v", v);
  ion_fields_set (fields, "w", w);
  if (!ion_field_text_append (text, out, fields, "it", &error))
    {
      g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
      return NULL;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Where escapes and percent signs are to be seen, words cannot be compared. */
static gboolean
shows_words (const char *context)
{
  return strpbrk (context, "`^;") == NULL && strstr (context, "example.it/") == NULL &&
         *context != '\\';
}

/* The structure with addresses: those that hold a value are compared up to it. */
static void
assert_harmless (const char *context, const char *v, const char *w)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonFieldText) text =
      ion_field_text_parse (context, "text", ION_ESCAPE_MARKDOWN, &error);
  g_autofree char *calm = NULL, *hostile = NULL, *calm_shape = NULL, *hostile_shape = NULL;
  g_autofree char *calm_words = NULL, *hostile_words = NULL;

  g_assert_no_error (error);
  if (ion_escape_is_blank (v) || ion_escape_is_blank (w))
    return;

  calm = merge (text, HARMLESS "1", HARMLESS "2");
  hostile = merge (text, v, w);
  g_assert_nonnull (calm);
  if (hostile == NULL)
    return;

  if (strstr (hostile, "---") != NULL)
    g_test_message ("in «%s»: «%s», «%s»\n%s", context, v, w, hostile);
  g_assert_null (strstr (hostile, "---"));
  calm_shape = markdown_shape (calm, &calm_words);
  hostile_shape = markdown_shape (hostile, &hostile_words);

  if (strstr (context, "/{{") != NULL || strstr (context, "={{") != NULL)
    {
      /* The values are a part of the template's own address: nothing else may differ. */
      g_assert_false (strstr (hostile_shape, "evil") != NULL &&
                      strstr (hostile_shape, "<https://comune.example.it") == NULL);
      for (gsize i = 0; i < 2; i++)
        {
          GRegex *address = g_regex_new ("<https://comune\\.example\\.it/[^ >]*>", 0, 0, NULL);
          char **shape = i == 0 ? &calm_shape : &hostile_shape;
          char *without = g_regex_replace_literal (address, *shape, -1, 0, "<ours>", 0, NULL);

          g_free (*shape);
          *shape = without;
          g_regex_unref (address);
        }
    }

  if (!g_str_equal (calm_shape, hostile_shape))
    g_test_message ("in «%s»: «%s», «%s»\n%s", context, v, w, hostile);
  g_assert_cmpstr (hostile_shape, ==, calm_shape);

  if (shows_words (context))
    {
      g_autofree char *read_v = as_read (v), *read_w = as_read (w);
      g_autofree char *first = replace (calm_words, HARMLESS "1", read_v);
      g_autofree char *second = replace (first, HARMLESS "2", read_w);
      g_autofree char *expected = replace (second, BREAK, "");
      g_autofree char *found = replace (hostile_words, BREAK, "");

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_attacks (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (contexts); c++)
    {
      for (gsize a = 0; a < G_N_ELEMENTS (attacks); a++)
        {
          assert_harmless (contexts[c], attacks[a], "x");
          assert_harmless (contexts[c], attacks[a], attacks[(a + 7) % G_N_ELEMENTS (attacks)]);
        }
    }
}

static char *
compose (GRand *random)
{
  g_autoptr (GString) value = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 6);

  for (int i = 0; i < n; i++)
    g_string_append (value, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (g_steal_pointer (&value), FALSE);
}

static void
test_composed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < COMPOSED_ROUNDS; i++)
    {
      const char *context = contexts[g_rand_int_range (random, 0, G_N_ELEMENTS (contexts))];
      g_autofree char *v = compose (random);
      g_autofree char *w = compose (random);

      assert_harmless (context, v, w);
    }
}

/* A field may not decide where a link leads to: such a template is refused, with the place. */
static void
test_link_targets (void)
{
  static const char *const refused[] = {
    "[vai]({{v}})",
    "[vai]( {{v}})",
    "[vai](<{{v}}>)",
    "[vai](https://{{v}})",
    "[vai](https://{{v}}/x)",
    "[vai](https://comune{{v}}/x)",
    "[vai](https://comune.it:{{v}}/x)",
    "[vai](tel:{{v}})",
    "[vai](https://comune.it \"{{v}}\")",
    "[vai](https://comune.it 'a {{v}}')",
    "https://{{v}}",
    "https://comune{{v}}",
    "www.{{v}}",
    "www.comune{{v}}",
    "<{{v}}>",
    "<a href=\"{{v}}\">",
    "[a]: {{v}}",
    "[a]: https://comune.it{{v}}",
    "https://comune.it{{se v: x}}/",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *context = g_strconcat ("Ciao,\n", refused[i], NULL);
      IonFieldText *text = ion_field_text_parse (context, "text", ION_ESCAPE_MARKDOWN, &error);

      if (text != NULL)
        g_test_message ("%s", refused[i]);
      g_assert_null (text);
      g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
      g_assert_nonnull (strstr (error->message, "line 2"));
    }
}

/* What parts of a template hide from its parser is seen when the row comes. */
static void
test_link_target_of_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonFieldText) text =
      ion_field_text_parse ("https:{{se w: x}}//{{v}}", "text", ION_ESCAPE_MARKDOWN, &error);

  g_assert_no_error (error);
  g_assert_null (merge (text, "evil.example", "no"));
}

static void
test_plain_words (void)
{
  static const struct
  {
    const char *value;
    const char *expected;
  } cases[] = {
    { "Rossi", "Rossi" },
    { "D'Angelo-Bianchi", "D'Angelo-Bianchi" },
    { "1.234,50 €", "1.234,50 €" },
    { "31/12/2026", "31/12/2026" },
    { "ore 18:30", "ore 18:30" },
    { "  due   parole\r\ne una riga ", "due parole e una riga" },
    { "1.234,50\xc2\xa0€", "1.234,50\xc2\xa0€" },
    { "CITTA`", "CITTA'" },
    { "Rossi & Figli", "Rossi \\& Figli" },
    { "-5", "\\-5" },
    { "a -- b", "a -\\- b" },
    { "3. piano", "3\\. piano" },
    { "\xe2\x80\xae"
      "girato",
      "girato" },
    { "31. Dezember", "31\\. Dezember" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      ion_escape_append (out, cases[i].value, ION_ESCAPE_MARKDOWN);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_address (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  ion_escape_append (out, "a b/ò_%?--x.pdf.", ION_ESCAPE_ADDRESS);
  g_assert_cmpstr (out->str, ==, "a%20b%2F%C3%B2%5F%25%3F-%2Dx.pdf%2E");
}

static void
test_title (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  ion_escape_append (out, " *a*\n\x01_b_\t[c] ", ION_ESCAPE_PLAIN);
  g_assert_cmpstr (out->str, ==, "*a* _b_ [c]");
}

static void
test_blank (void)
{
  g_assert_true (ion_escape_is_blank (NULL));
  g_assert_true (ion_escape_is_blank (""));
  g_assert_true (ion_escape_is_blank (" \t\r\n\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf\x01"));
  g_assert_false (ion_escape_is_blank (" - "));
}

/* Bytes that are no text are copied, never read beyond. */
static void
test_broken_bytes (void)
{
  static const char *const values[] = { "\xc2",     "\xe2", "\xe2\x80", "\xef",
                                        "\xef\xbb", "\xd8", "\xf0" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = g_strdup (values[i]);
      g_autoptr (GString) out = g_string_new (NULL);

      ion_escape_append (out, value, ION_ESCAPE_MARKDOWN);
      g_assert_cmpstr (out->str, ==, value);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invariant/7/attacks", test_attacks);
  g_test_add_func ("/invariant/7/composed", test_composed);
  g_test_add_func ("/invariant/7/link-targets", test_link_targets);
  g_test_add_func ("/invariant/7/link-target-of-parts", test_link_target_of_parts);
  g_test_add_func ("/escape/plain-words", test_plain_words);
  g_test_add_func ("/escape/address", test_address);
  g_test_add_func ("/escape/title", test_title);
  g_test_add_func ("/escape/blank", test_blank);
  g_test_add_func ("/escape/broken-bytes", test_broken_bytes);

  return g_test_run ();
}
