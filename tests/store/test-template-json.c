/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-template-json.h"

#include "ion-renderer.h"

#include <locale.h>
#include <string.h>

static const char whole[] =
    "{\"name\": \"Retta scolastica\", \"kind\": \"payment\","
    " \"subject\": \"Retta di {{mese}}\", \"markdown\": \"Ciao {{nome}},\\n\\nla retta…\","
    " \"due_date\": \"{{scadenza}}\","
    " \"payment\": {\"amount\": \"{{importo}}\", \"notice_number\": \"{{avviso}}\","
    "   \"payee\": \"00297110389\", \"invalid_after_due_date\": true},"
    " \"distinct_by\": \"alunno\","
    " \"buttons\": [{\"text\": \"Vai\", \"text_en\": \"Go\", \"action\": \"https://a.it\"}],"
    " \"variants\": {\"de\": {\"subject\": \"Gebühr\", \"markdown\": \"Hallo\", \"buttons\": []},"
    "   \"en\": {\"subject\": \"School fee\", \"markdown\": \"Hello\"}},"
    " \"secure\": true, \"premium\": false}";

static IonTemplate *
read_good (const char *json)
{
  g_autoptr (GError) error = NULL;
  IonTemplate *template_ = ion_template_from_json (json, -1, &error);

  g_assert_no_error (error);
  return template_;
}

static void
test_whole (void)
{
  g_autoptr (IonTemplate) template_ = read_good (whole);
  IonTemplateButton *button = g_ptr_array_index (template_->main->buttons, 0);
  IonTemplateText *german = g_ptr_array_index (template_->variants, 0);
  IonTemplateText *english = g_ptr_array_index (template_->variants, 1);

  g_assert_cmpstr (template_->name, ==, "Retta scolastica");
  g_assert_cmpint (template_->kind, ==, ION_TEMPLATE_PAYMENT);
  g_assert_cmpstr (template_->main->subject, ==, "Retta di {{mese}}");
  g_assert_cmpstr (template_->main->markdown, ==, "Ciao {{nome}},\n\nla retta…");
  g_assert_cmpstr (template_->due_date, ==, "{{scadenza}}");
  g_assert_cmpstr (template_->amount, ==, "{{importo}}");
  g_assert_cmpstr (template_->notice_number, ==, "{{avviso}}");
  g_assert_cmpstr (template_->payee, ==, "00297110389");
  g_assert_true (template_->invalid_after_due_date);
  g_assert_cmpstr (template_->distinct_by, ==, "alunno");
  g_assert_true (template_->secure);
  g_assert_false (template_->premium);
  g_assert_cmpstr (button->text, ==, "Vai");
  g_assert_cmpstr (button->text_en, ==, "Go");
  g_assert_cmpstr (button->action, ==, "https://a.it");

  g_assert_cmpstr (german->language, ==, "de");
  g_assert_cmpstr (german->subject, ==, "Gebühr");
  g_assert_cmpuint (german->buttons->len, ==, 0);
  /* What a variant does not say about buttons, the main text does. */
  g_assert_cmpstr (english->language, ==, "en");
  g_assert_cmpuint (english->buttons->len, ==, 1);
}

static void
test_round_trip (void)
{
  g_autoptr (IonTemplate) first = read_good (whole);
  g_autofree char *written = ion_template_to_json (first);
  g_autoptr (IonTemplate) second = read_good (written);
  g_autofree char *again = ion_template_to_json (second);

  g_assert_cmpstr (written, ==, again);
  g_assert_nonnull (strstr (written, "\"text_en\""));
  g_assert_nonnull (strstr (written, "Gebühr"));
}

static void
test_least (void)
{
  g_autoptr (IonTemplate) template_ =
      read_good ("\xef\xbb\xbf{\"name\": \"A\", \"subject\": \"b\", \"markdown\": \"c\", "
                 "\"due_date\": null}");
  g_autofree char *written = ion_template_to_json (template_);

  g_assert_cmpint (template_->kind, ==, ION_TEMPLATE_FREE);
  g_assert_null (template_->due_date);
  g_assert_false (ion_template_has_payment (template_));
  g_assert_null (strstr (written, "payment"));
  g_assert_null (strstr (written, "variants"));
}

#define START "{\"name\": \"A\", \"subject\": \"b\", \"markdown\": \"c\", "

static void
test_mistakes (void)
{
  static const struct
  {
    const char *json;
    const char *says;
  } cases[] = {
    { "", "object" },
    { "{", "JSON" },
    { "[]", "object" },
    { "\"a\"", "object" },
    { "\xff", "UTF-8" },
    { "{\"subject\": \"b\", \"markdown\": \"c\"}", "“name”" },
    { "{\"name\": \" \", \"subject\": \"b\", \"markdown\": \"c\"}", "“name”" },
    { "{\"name\": \"a\", \"markdown\": \"c\"}", "“subject”" },
    { "{\"name\": \"a\", \"subject\": \"b\"}", "“markdown”" },
    { START "\"colour\": 1}", "“colour”" },
    { START "\"kind\": \"\\333\"}", "“kind”" },
    { START "\"\\333\": 1}", "unknown" },
    { START "\"Kind\": \"free\"}", "“Kind”" },
    { START "\"kind\": \"spam\"}", "“kind”" },
    { START "\"kind\": 3}", "“kind”" },
    { START "\"secure\": \"yes\"}", "“secure”" },
    { START "\"secure\": 1}", "“secure”" },
    { START "\"due_date\": 20261231}", "“due_date”" },
    { START "\"payment\": \"x\"}", "“payment”" },
    { START "\"payment\": {\"amount\": \"1\"}}", "“payment.notice_number”" },
    { START "\"payment\": {\"amount\": 1, \"notice_number\": \"1\"}}", "“payment.amount”" },
    { START "\"payment\": {\"amount\": \"1\", \"notice_number\": \"1\", \"iban\": \"x\"}}",
      "“payment.iban”" },
    { START "\"buttons\": {}}", "“buttons”" },
    { START "\"buttons\": [1]}", "“buttons[0]”" },
    { START "\"buttons\": [{\"text\": \"a\"}]}", "“buttons[0].action”" },
    { START "\"buttons\": [{\"text\": \"a\", \"action\": \"b\"}, {\"text\": \"a\", \"action\": "
            "\"b\", \"url\": \"c\"}]}",
      "“buttons[1].url”" },
    { START "\"buttons\": [{}, {}, {}]}", "“buttons”" },
    { START "\"variants\": []}", "“variants”" },
    { START "\"variants\": {\"pt\": {}}}", "“variants.pt”" },
    { START "\"variants\": {\"de\": {\"subject\": \"x\"}}}", "“variants.de.markdown”" },
    { START "\"variants\": {\"de\": {\"subject\": \"x\", \"markdown\": \"y\", \"due_date\": "
            "\"z\"}}}",
      "“variants.de.due_date”" },
    { START "\"variants\": {\"de\": {\"subject\": \"x\", \"markdown\": \"y\", \"buttons\": [{}]}}}",
      "“variants.de.buttons[0].text”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ion_template_from_json (cases[i].json, -1, &error));
      g_test_message ("%s: %s", cases[i].json, error->message);
      g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* Neither the parser's stack nor the memory is at the mercy of a file. */
static void
test_depth (void)
{
  g_autofree char *brackets = g_strnfill (900000, '[');
  g_autofree char *spaces = g_strnfill (2000000, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_template_from_json (brackets, -1, &error));
  g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
  g_clear_error (&error);
  g_assert_null (ion_template_from_json (spaces, -1, &error));
  g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
}

static void
test_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *longer = g_strconcat (whole, "rubbish", NULL);
  g_autoptr (IonTemplate) template_ = ion_template_from_json (longer, strlen (whole), &error);

  g_assert_no_error (error);
  g_assert_nonnull (template_);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-json/whole", test_whole);
  g_test_add_func ("/template-json/round-trip", test_round_trip);
  g_test_add_func ("/template-json/least", test_least);
  g_test_add_func ("/template-json/mistakes", test_mistakes);
  g_test_add_func ("/template-json/depth", test_depth);
  g_test_add_func ("/template-json/length", test_length);

  return g_test_run ();
}
