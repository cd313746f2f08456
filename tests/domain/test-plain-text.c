/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Templates as text for a site or for WhatsApp. */

#define G_LOG_DOMAIN "test-domain"

#include "config.h"

#include "ion-plain-text.h"

static const struct
{
  const char *markdown;
  const char *site;
  const char *whatsapp;
} cases[] = {
  { "Ciao **Anna**.", "Ciao Anna.", "Ciao *Anna*." },
  { "__forte__ e *lieve* e _lieve_", "forte e lieve e lieve", "*forte* e _lieve_ e _lieve_" },
  { "~~via~~ `x*y`", "via x*y", "~via~ `x*y`" },
  { "**tutto _insieme_**", "tutto insieme", "*tutto _insieme_*" },
  { "codice_avviso_lungo e 2 * 3 * 4", "codice_avviso_lungo e 2 * 3 * 4",
    "codice_avviso_lungo e 2 * 3 * 4" },
  { "Stelle \\*vere\\*", "Stelle *vere*", "Stelle *vere*" },
  { "# Titolo\n\nTesto", "Titolo\n\nTesto", "*Titolo*\n\nTesto" },
  { "- uno\n- due\n\nfine", "• uno\n• due\n\nfine", "- uno\n- due\n\nfine" },
  { "1. uno\n2. due", "1. uno\n2. due", "1. uno\n2. due" },
  { "una riga\nche continua", "una riga che continua", "una riga che continua" },
  { "una riga  \nche va a capo", "una riga\nche va a capo", "una riga\nche va a capo" },
  { "una riga\\\nche va a capo", "una riga\nche va a capo", "una riga\nche va a capo" },
  { "[il sito](https://comune.example/a_b_c)", "il sito: https://comune.example/a_b_c",
    "il sito: https://comune.example/a_b_c" },
  { "[https://x.example](https://x.example)", "https://x.example", "https://x.example" },
  { "<https://x.example>", "https://x.example", "https://x.example" },
  { "![stemma](https://x.example/s.png)", "stemma", "stemma" },
  { "> citato", "citato", "> citato" },
  { "sopra\n\n***\n\nsotto", "sopra\n\nsotto", "sopra\n\nsotto" },
  { "a < b e **aperto", "a < b e **aperto", "a < b e **aperto" },
  { "***", "", "" },
  { "", "", "" },
  { "*", "*", "*" },
  { "[", "[", "[" },
  { "!", "!", "!" },
  { "\\", "", "" },
};

static void
test_markdown (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *site = ion_plain_text_from_markdown (cases[i].markdown, ION_PLAIN_TEXT_SITE);
      g_autofree char *whatsapp =
          ion_plain_text_from_markdown (cases[i].markdown, ION_PLAIN_TEXT_WHATSAPP);

      g_assert_cmpstr (site, ==, cases[i].site);
      g_assert_cmpstr (whatsapp, ==, cases[i].whatsapp);
    }
}

static void
test_fields (void)
{
  g_autoptr (IonTemplateText) text = ion_template_text_new (NULL);
  g_autofree char *plain = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *subject = NULL;

  g_free (text->subject);
  g_free (text->markdown);
  text->subject = g_strdup ("Retta di {{mese}}");
  text->markdown = g_strdup ("Per **{{nome_alunno | maiuscolo}}**: {{importo | euro}}.\n\n"
                             "{{se sconto: Con lo sconto di {{ente | altrimenti: noi}}. }}Grazie.");
  plain = ion_plain_text_from_template (text, ION_PLAIN_TEXT_WHATSAPP);
  g_assert_cmpstr (plain, ==,
                   "*Retta di [mese]*\n\nPer *[nome_alunno]*: [importo].\n\nCon lo sconto di "
                   "[ente]. Grazie.");
  subject = ion_plain_text_from_subject (text);
  g_assert_cmpstr (subject, ==, "Retta di [mese]");
  g_free (text->subject);
  text->subject = g_strdup ("Retta di {{mese");
  broken = ion_plain_text_from_template (text, ION_PLAIN_TEXT_SITE);
  g_assert_true (g_str_has_prefix (broken, "Retta di {{mese\n"));
}

/* Whatever stands in a text, what comes out is text, and ends. */
static void
test_noise (void)
{
  static const char alphabet[] = "*_~`[]()!<>\\# -\n1.a:";
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 3000; round++)
    {
      char noise[40];
      gint32 length = g_rand_int_range (random, 0, sizeof noise - 1);
      g_autofree char *plain = NULL;

      for (gint32 i = 0; i < length; i++)
        noise[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      noise[length] = '\0';
      plain = ion_plain_text_from_markdown (noise, round % 2);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-text/markdown", test_markdown);
  g_test_add_func ("/plain-text/fields", test_fields);
  g_test_add_func ("/plain-text/noise", test_noise);
  return g_test_run ();
}
