/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Each piece of advice is given where it should be, and nowhere else; what is mended is not advised
 * again.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-advice.h"

#define GOOD                                                                               \
  "Ciao {{nome}},\n\nla retta di {{mese}} è di **{{importo | euro}}** e scade il giorno " \
  "{{scadenza | data lunga}}. Puoi pagarla da questo messaggio."

static const IonAdviceFacts nothing = { 0 };

static IonTemplate *
make (const char *subject, const char *markdown)
{
  IonTemplate *template_ = ion_template_new ("prova", ION_TEMPLATE_FREE);

  g_free (template_->main->subject);
  template_->main->subject = g_strdup (subject);
  g_free (template_->main->markdown);
  template_->main->markdown = g_strdup (markdown);
  return template_;
}

static const IonAdvice *
find (GPtrArray *list, const char *code)
{
  for (guint i = 0; i < list->len; i++)
    {
      const IonAdvice *advice = g_ptr_array_index (list, i);

      if (g_str_equal (advice->code, code))
        return advice;
    }
  return NULL;
}

static gboolean
advises (const IonTemplate *template_, const char *code)
{
  g_autoptr (GPtrArray) list = ion_advice_list (template_, template_->main, &nothing);

  return find (list, code) != NULL;
}

/* What turns text round or is not seen at all, in the title as in the text; an emoji's joiner
 * stays.
 */
static void
test_hidden (void)
{
  g_autoptr (IonTemplate) turned = make ("Retta\xe2\x80\xae scolastica", GOOD);
  g_autoptr (IonTemplate) bell = make ("Retta scolastica", GOOD "\a");
  g_autoptr (IonTemplate) joined =
      make ("Retta \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa7", GOOD "\r\n\tFine.");
  g_autoptr (GPtrArray) list = ion_advice_list (turned, turned->main, &nothing);

  g_assert_nonnull (find (list, "hidden-characters"));
  g_assert_nonnull (find (list, "hidden-characters")->mend);
  g_assert_true (ion_advice_mend ("hidden-characters", turned, turned->main));
  g_assert_cmpstr (turned->main->subject, ==, "Retta scolastica");
  g_assert_false (advises (turned, "hidden-characters"));
  g_assert_true (advises (bell, "hidden-characters"));
  g_assert_true (ion_advice_mend ("hidden-characters", bell, bell->main));
  g_assert_cmpstr (bell->main->markdown, ==, GOOD);
  g_assert_false (advises (joined, "hidden-characters"));
}

static void
test_quiet (void)
{
  g_autoptr (IonTemplate) template_ = make ("Retta scolastica di {{mese}}", GOOD);
  g_autoptr (GPtrArray) list = NULL;
  IonAdviceFacts facts = { "Comune di Ferrara", 40, 30, 400, 200 };

  template_->amount = g_strdup ("{{importo}}");
  template_->notice_number = g_strdup ("{{avviso}}");
  template_->due_date = g_strdup ("{{scadenza}}");
  g_ptr_array_add (template_->main->buttons,
                   ion_template_button_new ("Scopri di più", "Learn more", "https://comune.it/a"));
  list = ion_advice_list (template_, template_->main, &facts);
  g_assert_cmpuint (list->len, ==, 0);
}

/* Each with a text that is advised upon and one like it that is not. */
static void
test_texts (void)
{
  static const struct
  {
    const char *code;
    const char *subject;
    const char *markdown;
    gboolean is_advised;
  } cases[] = {
    { "title-personal-data", "La retta di {{Nome}}", GOOD, TRUE },
    { "title-personal-data", "La multa per {{TARGA | maiuscolo}}", GOOD, TRUE },
    { "title-personal-data", "La retta di {{mese}}", GOOD, FALSE },
    { "title-office-name", "Comune di Ferrara: la retta", GOOD, TRUE },
    { "title-office-name", "La retta di ottobre", GOOD, FALSE },
    { "line-of-dashes", "La retta", "Prima\n---\ndopo", TRUE },
    { "line-of-dashes", "La retta", "Prima -- dopo", FALSE },
    { "table", "La retta", "a | b\n--- | ---\n1 | 2", TRUE },
    { "table", "La retta", "{{importo | euro}}\n- voce", FALSE },
    { "strikethrough", "La retta", "costa ~~10~~ 12 euro", TRUE },
    { "strikethrough", "La retta", "circa ~10 euro", FALSE },
    { "html", "La retta", "una<br>due <b>tre</b>", TRUE },
    { "html", "La retta", "se x < 3 e y > 2", FALSE },
    { "insecure-link", "La retta", "vai [qui](http://comune.it)", TRUE },
    { "insecure-link", "La retta", "vai [qui](https://comune.it)", FALSE },
    { "bare-link", "La retta", "vai su https://comune.it", TRUE },
    { "bare-link", "La retta", "vai [qui](https://comune.it)", FALSE },
    { "formal-tone", "La retta", "La informiamo che", TRUE },
    { "formal-tone", "La retta", "il versamento da Lei dovuto", TRUE },
    { "formal-tone", "La retta", "Sua madre è stata avvisata", FALSE },
    { "salutation", "La retta", "Gentile utente, la retta", TRUE },
    { "salutation", "La retta", "Gentili famiglie, la retta", TRUE },
    { "salutation", "La retta", "È stato gentile", FALSE },
    { "capitals", "RETTA SCOLASTICA", GOOD, TRUE },
    { "capitals", "Saldo TARI 2026", GOOD, FALSE },
    { "capitals", "La retta", "leggi CON MOLTA ATTENZIONE questo", FALSE },
    { "capitals", "La retta", "LEGGI CON ATTENZIONE questo", TRUE },
    { "capitals", "La retta", "carta {{NOME COGNOME TUTTO}}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IonTemplate) template_ = make (cases[i].subject, cases[i].markdown);

      g_test_message ("%s: %s / %s", cases[i].code, cases[i].subject, cases[i].markdown);
      g_assert_cmpint (advises (template_, cases[i].code), ==, cases[i].is_advised);
    }
}

static void
test_lengths (void)
{
  g_autoptr (IonTemplate) template_ = make ("La retta", GOOD);
  static const struct
  {
    const char *code;
    IonAdviceFacts good, bad;
  } cases[] = {
    { "title-too-long", { .longest_subject = 120 }, { .longest_subject = 121 } },
    { "title-too-short", { .shortest_subject = 10 }, { .shortest_subject = 9 } },
    { "text-too-long", { .longest_text = 10000 }, { .longest_text = 10001 } },
    { "text-too-short", { .shortest_text = 80 }, { .shortest_text = 79 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) good = ion_advice_list (template_, template_->main, &cases[i].good);
      g_autoptr (GPtrArray) bad = ion_advice_list (template_, template_->main, &cases[i].bad);

      g_assert_null (find (good, cases[i].code));
      g_assert_nonnull (find (bad, cases[i].code));
      g_assert_true (find (bad, cases[i].code)->is_fault);
    }
}

/* What is mended says what it was meant to, and is quiet. */
static void
test_mend (void)
{
  static const struct
  {
    const char *code;
    const char *before;
    const char *after;
  } cases[] = {
    { "line-of-dashes", "Prima\n---\ndopo\n-----", "Prima\ndopo\n" },
    { "strikethrough", "costa ~~10~~ 12", "costa 10 12" },
    { "insecure-link", "[qui](http://a.it) e HTTP://b.it", "[qui](https://a.it) e https://b.it" },
    { "salutation", "Gentile utente, la retta", "Ciao, la retta" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IonTemplate) template_ = make ("La retta", cases[i].before);
      g_autoptr (GPtrArray) list = ion_advice_list (template_, template_->main, &nothing);

      g_assert_nonnull (find (list, cases[i].code)->mend);
      g_assert_true (ion_advice_mend (cases[i].code, template_, template_->main));
      g_assert_cmpstr (template_->main->markdown, ==, cases[i].after);
      g_assert_false (advises (template_, cases[i].code));
      g_assert_false (ion_advice_mend (cases[i].code, template_, template_->main));
    }
}

static void
test_button (void)
{
  g_autoptr (IonTemplate) template_ = make ("La retta", GOOD);
  IonTemplateButton *pay = ion_template_button_new ("Paga ora", NULL, "https://a.it");
  IonTemplateButton *other = ion_template_button_new ("Vai al bosco", NULL, "http://a.it");

  g_ptr_array_add (template_->main->buttons, pay);
  g_ptr_array_add (template_->main->buttons, other);
  g_assert_true (advises (template_, "button-without-english"));
  g_assert_true (ion_advice_mend ("button-without-english", template_, template_->main));
  g_assert_cmpstr (pay->text_en, ==, "Pay now");
  g_assert_cmpstr (other->text_en, ==, "Vai al bosco");
  g_assert_false (advises (template_, "button-without-english"));
  g_assert_true (ion_advice_mend ("insecure-link", template_, template_->main));
  g_assert_cmpstr (other->action, ==, "https://a.it");
}

static void
test_due_date (void)
{
  g_autoptr (IonTemplate) template_ = make ("La retta", GOOD);
  g_autoptr (GPtrArray) list = NULL;

  template_->amount = g_strdup ("{{importo}}");
  template_->notice_number = g_strdup ("{{avviso}}");
  list = ion_advice_list (template_, template_->main, &nothing);
  g_assert_nonnull (find (list, "payment-without-due-date")->mend);
  g_assert_true (ion_advice_mend ("payment-without-due-date", template_, template_->main));
  g_assert_cmpstr (template_->due_date, ==, "{{scadenza}}");

  /* Nothing to take it from. */
  g_clear_pointer (&template_->due_date, g_free);
  g_free (template_->main->markdown);
  template_->main->markdown = g_strdup ("Ciao {{nome}}");
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ion_advice_list (template_, template_->main, &nothing);
  g_assert_null (find (list, "payment-without-due-date")->mend);
}

/* Of another language the tone is nobody's business here. */
static void
test_other_language (void)
{
  g_autoptr (IonTemplate) template_ = make ("La retta", GOOD);
  IonTemplateText *german = ion_template_text_new ("de");
  g_autoptr (GPtrArray) list = NULL;

  g_free (german->markdown);
  german->markdown = g_strdup ("La informiamo, gentile utente");
  g_ptr_array_add (template_->variants, german);
  list = ion_advice_list (template_, german, &nothing);
  g_assert_null (find (list, "formal-tone"));
  g_assert_null (find (list, "salutation"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/hidden", test_hidden);
  g_test_add_func ("/advice/quiet", test_quiet);
  g_test_add_func ("/advice/texts", test_texts);
  g_test_add_func ("/advice/lengths", test_lengths);
  g_test_add_func ("/advice/mend", test_mend);
  g_test_add_func ("/advice/button", test_button);
  g_test_add_func ("/advice/due-date", test_due_date);
  g_test_add_func ("/advice/other-language", test_other_language);
  return g_test_run ();
}
