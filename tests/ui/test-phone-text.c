/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the phone makes of a text, without a phone: blocks, buttons, the e-mail copy.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-email-copy.h"
#include "ion-message-buttons.h"
#include "ion-phone-text.h"

#include <string.h>

static const IonPhoneBlock *
get (IonPhoneText *text, guint index)
{
  g_assert_cmpuint (index, <, text->blocks->len);
  return g_ptr_array_index (text->blocks, index);
}

static void
assert_block (IonPhoneText *text, guint index, IonPhoneBlockKind kind, const char *markup)
{
  g_assert_cmpint (get (text, index)->kind, ==, kind);
  g_assert_cmpstr (get (text, index)->markup, ==, markup);
}

static void
test_paragraphs (void)
{
  g_autoptr (IonPhoneText) text = ion_phone_text_new ("Ciao **Giulia** e *tutti*,\nla `retta` "
                                                      "<b>\n\n# Uno\n\n#### Quattro\n\n***\n",
                                                      "#000000");

  assert_block (text, 0, ION_PHONE_BLOCK_PARAGRAPH,
                "Ciao <span weight=\"600\">Giulia</span> e <i>tutti</i>,\nla <tt>retta</tt> "
                "&lt;b&gt;");
  assert_block (text, 1, ION_PHONE_BLOCK_HEADING, "Uno");
  g_assert_cmpint (get (text, 1)->level, ==, 1);
  assert_block (text, 2, ION_PHONE_BLOCK_PARAGRAPH, "Quattro");
  assert_block (text, 3, ION_PHONE_BLOCK_RULE, "");
  g_assert_cmpuint (text->blocks->len, ==, 4);
  g_assert_cmpuint (text->unseen, ==, 0);
}

static void
test_lists (void)
{
  g_autoptr (IonPhoneText) text =
      ion_phone_text_new ("- uno\n  - dentro\n- due\n\n  ancora\n\n7. sette\n8. otto\n", "#000000");

  assert_block (text, 0, ION_PHONE_BLOCK_ITEM, "uno");
  g_assert_cmpstr (get (text, 0)->marker, ==, "•");
  assert_block (text, 1, ION_PHONE_BLOCK_ITEM, "dentro");
  g_assert_cmpstr (get (text, 1)->marker, ==, "◦");
  g_assert_cmpint (get (text, 1)->level, ==, 2);
  assert_block (text, 3, ION_PHONE_BLOCK_ITEM, "ancora");
  g_assert_null (get (text, 3)->marker);
  /* The app counts from one. */
  g_assert_cmpstr (get (text, 4)->marker, ==, "1.");
  g_assert_cmpstr (get (text, 5)->marker, ==, "2.");
}

/* What the app has no rule for is gone, and said to be gone. */
static void
test_unseen (void)
{
  g_autoptr (IonPhoneText) text =
      ion_phone_text_new ("Prima\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nCosta ~~100~~ 85 euro\n",
                          "#000000");

  g_assert_cmpuint (text->blocks->len, ==, 2);
  assert_block (text, 0, ION_PHONE_BLOCK_PARAGRAPH, "Prima");
  assert_block (text, 1, ION_PHONE_BLOCK_PARAGRAPH, "Costa  85 euro");
  g_assert_cmpuint (text->unseen, ==, ION_PHONE_UNSEEN_TABLE | ION_PHONE_UNSEEN_STRIKETHROUGH);
}

static void
test_links (void)
{
  g_autoptr (IonPhoneText) text = ion_phone_text_new ("Vedi [il sito](https://x.it) o "
                                                      "www.comune.it\n\n![Mappa](https://x.it/m)",
                                                      "#123456");

  assert_block (text, 0, ION_PHONE_BLOCK_PARAGRAPH,
                "Vedi <span weight=\"600\" underline=\"single\" foreground=\"#123456\">il "
                "sito</span> o <span weight=\"600\" underline=\"single\" "
                "foreground=\"#123456\">www.comune.it</span>");
  assert_block (text, 1, ION_PHONE_BLOCK_IMAGE, "Mappa");
  g_assert_cmpuint (text->unseen, ==, ION_PHONE_UNSEEN_IMAGE_ADDRESS);
}

/* A banner reads no Markdown but its title. */
static void
test_quote (void)
{
  g_autoptr (IonPhoneText) text =
      ion_phone_text_new ("> ## Attenzione\n> Gli uffici sono **chiusi**.\n\n```\ncodice\n```\n",
                          "#000000");

  assert_block (text, 0, ION_PHONE_BLOCK_QUOTE, "Gli uffici sono **chiusi**.");
  g_assert_cmpstr (get (text, 0)->title, ==, "Attenzione");
  assert_block (text, 1, ION_PHONE_BLOCK_PARAGRAPH, "```\ncodice\n```");
}

static void
test_hostile (void)
{
  const char *const texts[] = { "",           "\n",       "- ",     "> ",
                                "[](",        "&amp; <",  "![](x)", "* * *\n- a\n\t- b",
                                "<!-- a -->", "|a|\n|-|", "~~",     "\xe2\x80\x8b" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (IonPhoneText) text = ion_phone_text_new (texts[i], "#000000");
      g_autofree char *copy = ion_email_copy_new (texts[i]);

      g_assert_nonnull (text->blocks);
      g_assert_nonnull (copy);
    }
}

static void
test_buttons (void)
{
  IonButtonText given[] = { { (char *) "Paga \"ora\"", (char *) "Pay now",
                              (char *) "https://x.it" },
                            { (char *) "Chiama", (char *) "Chiama", (char *) "tel:+390532" } };
  g_autoptr (GString) markdown = g_string_new (NULL);
  g_autoptr (GArray) buttons = NULL;
  const char *body = NULL;
  IonButtonText *first, *second;

  ion_front_matter_append (markdown, given, 2);
  g_string_append (markdown, "Ciao");
  buttons = ion_message_buttons_read (markdown->str, &body);
  g_assert_cmpuint (buttons->len, ==, 2);
  first = &g_array_index (buttons, IonButtonText, 0);
  second = &g_array_index (buttons, IonButtonText, 1);
  g_assert_cmpstr (first->text, ==, "Paga \"ora\"");
  g_assert_cmpstr (first->text_en, ==, "Pay now");
  g_assert_cmpstr (first->action, ==, "iohandledlink://https://x.it");
  g_assert_cmpstr (second->text, ==, "Chiama");
  g_assert_cmpstr (second->text_en, ==, "Chiama");
  g_assert_cmpstr (body, ==, "Ciao");
}

static void
test_no_buttons (void)
{
  const char *body = NULL;
  g_autoptr (GArray) none = ion_message_buttons_read ("Ciao", &body);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (body, ==, "Ciao");
  g_assert_null (ion_message_buttons_read ("---\nit:\n  cta_1: x\n---\nCiao", &body));
}

static void
test_email_copy (void)
{
  g_autofree char *plain = ion_email_copy_new (
      "---\nit:\n---\n## Retta\n\nCiao **Giulia**,\npaga [qui](https://x.it) o su https://y.it:\n"
      "- entro il 30\n- da casa\n");
  g_autofree char *dashes = ion_email_copy_new ("Perso\n\n---\n\nResta");
  g_autofree char *many = g_strnfill (300, 'a');
  g_autofree char *cut = ion_email_copy_new (many);

  g_assert_cmpstr (plain, ==, "Retta Ciao Giulia, paga qui o su : entro il 30 da casa");
  g_assert_cmpstr (dashes, ==, "Resta");
  g_assert_cmpuint (strlen (cut), ==, 134);
}

/* The platform counts UTF-16 units: an emoji is two of them, and is not cut in the middle. */
static void
test_email_copy_edge (void)
{
  g_autofree char *short_of_two = g_strnfill (132, 'a');
  g_autofree char *short_of_one = g_strnfill (133, 'a');
  g_autofree char *fits = g_strconcat (short_of_two, "\360\237\230\200b", NULL);
  g_autofree char *does_not = g_strconcat (short_of_one, "\360\237\230\200b", NULL);
  g_autofree char *accented = g_strconcat (short_of_one, "\303\240b", NULL);
  g_autofree char *fits_copy = ion_email_copy_new (fits);
  g_autofree char *does_not_copy = ion_email_copy_new (does_not);
  g_autofree char *accented_copy = ion_email_copy_new (accented);

  g_assert_cmpuint (strlen (fits_copy), ==, 132 + 4);
  g_assert_true (g_str_has_suffix (fits_copy, "\360\237\230\200"));
  g_assert_cmpstr (does_not_copy, ==, short_of_one);
  g_assert_true (g_str_has_suffix (accented_copy, "a\303\240"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/text/paragraphs", test_paragraphs);
  g_test_add_func ("/phone/text/lists", test_lists);
  g_test_add_func ("/phone/text/unseen", test_unseen);
  g_test_add_func ("/phone/text/links", test_links);
  g_test_add_func ("/phone/text/quote", test_quote);
  g_test_add_func ("/phone/text/hostile", test_hostile);
  g_test_add_func ("/phone/buttons/two", test_buttons);
  g_test_add_func ("/phone/buttons/none", test_no_buttons);
  g_test_add_func ("/phone/email-copy", test_email_copy);
  g_test_add_func ("/phone/email-copy/edge", test_email_copy_edge);
  return g_test_run ();
}
