/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a good colleague would say of a message before it leaves: one row a rule, with its reason
 * and what one click would do about it. Pure: it looks at what is written, and at lengths it is
 * given.
 */

#define G_LOG_DOMAIN "ion-advice"

#include "config.h"

#include "ion-advice-private.h"

#include "ion-field-names.h"
#include "ion-field-spans.h"

#include <string.h>

#include <glib/gi18n-lib.h>

gboolean
ion_advice_matches (const char *pattern, gboolean any_case, const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_MULTILINE | (any_case ? G_REGEX_CASELESS : 0),
                               0);
}

gboolean
ion_advice_replace (char **text, const char *pattern, gboolean any_case, const char *replacement)
{
  g_autoptr (GRegex) regex =
      g_regex_new (pattern, G_REGEX_MULTILINE | (any_case ? G_REGEX_CASELESS : 0), 0, NULL);
  g_autofree char *replaced = NULL;

  g_return_val_if_fail (regex != NULL, FALSE);

  replaced = g_regex_replace (regex, *text, -1, 0, replacement, 0, NULL);
  if (replaced == NULL || g_str_equal (replaced, *text))
    return FALSE;
  g_free (*text);
  *text = g_steal_pointer (&replaced);
  return TRUE;
}

/* Names under which a file says who somebody is, or what is theirs. */
static gboolean
is_personal (const char *name, gsize length)
{
  static const char *const names[] = {
    "nome",     "cognome",      "nominativo",   "codicefiscale", "cf",       "alunno", "alunna",
    "figlio",   "figlia",       "minore",       "bambino",       "bambina",  "targa",  "veicolo",
    "importo",  "indirizzo",    "residenza",    "oggetto",       "patente",  "utente", "documento",
    "telefono", "intestatario", "contribuente", "cittadino",     "studente", "email",  "iban",
  };
  g_autofree char *text = g_strndup (name, length);
  g_autofree char *key = ion_field_name_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (key, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_personal_title (const IonAdviceLook *look)
{
  const char *subject = look->text->subject;
  g_autoptr (GArray) spans = ion_field_spans_find (subject, -1);

  for (guint i = 0; i < spans->len; i++)
    {
      const IonFieldSpan *span = &g_array_index (spans, IonFieldSpan, i);

      if (span->type == ION_FIELD_SPAN_VALUE &&
          is_personal (subject + span->name_start, span->name_end - span->name_start))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_office (const IonAdviceLook *look)
{
  g_autofree char *subject = g_utf8_casefold (look->text->subject, -1);
  g_autofree char *office = NULL;

  if (g_str_has_prefix (subject, "comune di "))
    return TRUE;
  if (look->facts->office_name == NULL || *look->facts->office_name == '\0')
    return FALSE;
  office = g_utf8_casefold (look->facts->office_name, -1);
  return strstr (subject, office) != NULL;
}

static gboolean
is_title_short (const IonAdviceLook *look)
{
  gsize length = look->facts->shortest_subject;

  return *look->text->subject != '\0' && length > 0 && length < ION_SUBJECT_MIN;
}

static gboolean
is_title_long (const IonAdviceLook *look)
{
  return look->facts->longest_subject > ION_SUBJECT_MAX;
}

static gboolean
is_text_short (const IonAdviceLook *look)
{
  gsize length = look->facts->shortest_text;

  return *look->text->markdown != '\0' && length > 0 && length < ION_MARKDOWN_MIN;
}

static gboolean
is_text_long (const IonAdviceLook *look)
{
  return look->facts->longest_text > ION_MARKDOWN_MAX;
}

static gboolean
lacks_due_date (const IonAdviceLook *look)
{
  const char *due_date = look->template_->due_date;

  return ion_template_has_payment (look->template_) && (due_date == NULL || *due_date == '\0');
}

/* The one field that says when it is due, where the text has one. */
static gboolean
mend_due_date (IonTemplate *template_, IonTemplateText *text)
{
  g_autoptr (GArray) spans = ion_field_spans_find (text->markdown, -1);

  for (guint i = 0; i < spans->len; i++)
    {
      const IonFieldSpan *span = &g_array_index (spans, IonFieldSpan, i);
      g_autofree char *name =
          g_strndup (text->markdown + span->name_start, span->name_end - span->name_start);
      g_autofree char *key = ion_field_name_fold (name);

      if (span->type != ION_FIELD_SPAN_VALUE || strstr (key, "scadenza") == NULL)
        continue;
      g_free (template_->due_date);
      template_->due_date = g_strdup_printf ("{{%s}}", name);
      return TRUE;
    }
  return FALSE;
}

static gboolean
lacks_english (const IonTemplateButton *button)
{
  return *button->text != '\0' && (button->text_en == NULL || *button->text_en == '\0');
}

static gboolean
has_button_without_english (const IonAdviceLook *look)
{
  for (guint i = 0; i < look->text->buttons->len; i++)
    if (lacks_english (g_ptr_array_index (look->text->buttons, i)))
      return TRUE;
  return FALSE;
}

/* Words that half the offices use; the others are copied. */
static const char *
find_english (const char *text)
{
  static const char *const words[][2] = {
    { "Paga ora", "Pay now" },
    { "Paga", "Pay" },
    { "Scopri di più", "Learn more" },
    { "Maggiori informazioni", "More information" },
    { "Vai al sito", "Go to the website" },
    { "Vai al portale", "Go to the portal" },
    { "Prenota", "Book" },
    { "Prenota un appuntamento", "Book an appointment" },
    { "Disdici", "Cancel the appointment" },
    { "Chiama", "Call" },
    { "Rinnova", "Renew" },
    { "Iscriviti", "Sign up" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i][0], text) == 0)
      return words[i][1];
  return text;
}

static gboolean
mend_english (IonTemplate *template_, IonTemplateText *text)
{
  gboolean mended = FALSE;

  for (guint i = 0; i < text->buttons->len; i++)
    {
      IonTemplateButton *button = g_ptr_array_index (text->buttons, i);

      if (!lacks_english (button))
        continue;
      g_free (button->text_en);
      button->text_en = g_strdup (find_english (button->text));
      mended = TRUE;
    }
  return mended;
}

static const struct
{
  const char *code;
  IonAdviceFunc find;
  IonAdviceMendFunc mend; /* (nullable) */
  const char *verb;       /* (nullable) */
  gboolean is_fault;
  const char *message;
  const char *reason;
} rules[] = {
  { "title-too-long", is_title_long, NULL, NULL, TRUE, N_ ("Some titles are too long."),
    N_ ("With the longest values the title has more than 120 characters: IO would not take it.") },
  { "title-too-short", is_title_short, NULL, NULL, TRUE, N_ ("The title is too short."),
    N_ ("IO takes titles of 10 characters and more.") },
  { "title-personal-data", has_personal_title, NULL, NULL, FALSE,
    N_ ("The title holds personal data."),
    N_ ("It shows on a locked phone, where anybody may read it: keep it for the text.") },
  { "title-office-name", names_office, NULL, NULL, FALSE, N_ ("The title repeats who is writing."),
    N_ ("IO shows the name of the office above it: say what the message is about.") },
  { "text-too-long", is_text_long, NULL, NULL, TRUE, N_ ("Some texts are too long."),
    N_ ("With the longest values the text has more than 10,000 characters: IO would not take "
        "it.") },
  { "text-too-short", is_text_short, NULL, NULL, TRUE, N_ ("The text is too short."),
    N_ ("IO takes texts of 80 characters and more, even with the shortest values.") },
  { "hidden-characters", ion_advice_has_hidden, ion_advice_mend_hidden, N_ ("_Remove Them"), FALSE,
    N_ ("There are characters that nobody sees."),
    N_ ("They turn the words round or confuse screen readers: they came with text from "
        "elsewhere.") },
  { "line-of-dashes", ion_advice_has_fence, ion_advice_mend_fence, N_ ("_Remove It"), TRUE,
    N_ ("There is a line of dashes in the text."),
    N_ ("The copy by e-mail would begin only after it, and IO could hide what is above.") },
  { "table", ion_advice_has_table, NULL, NULL, FALSE, N_ ("There is a table in the text."),
    N_ ("IO does not show tables: write a list instead.") },
  { "strikethrough", ion_advice_has_strikethrough, ion_advice_mend_strikethrough,
    N_ ("_Keep the Words"), FALSE, N_ ("Some words are struck through."),
    N_ ("IO does not show them at all.") },
  { "html", ion_advice_has_html, NULL, NULL, FALSE, N_ ("There is HTML in the text."),
    N_ ("IO shows it as it is written: use the buttons above the text.") },
  { "insecure-link", ion_advice_has_http, ion_advice_mend_http, N_ ("_Use https"), FALSE,
    N_ ("A link begins with http://"),
    N_ ("Phones warn of such sites: almost all of them answer to https:// too.") },
  { "bare-link", ion_advice_has_bare_link, NULL, NULL, FALSE,
    N_ ("An address stands in the text as it is."),
    N_ ("A link with words says where it leads, and is read aloud well: select the words and "
        "choose Link.") },
  { "formal-tone", ion_advice_is_formal, NULL, NULL, FALSE, N_ ("The tone is formal."),
    N_ ("In IO the office says “tu”: short sentences, as one would speak.") },
  { "salutation", ion_advice_has_salutation, ion_advice_mend_salutation, N_ ("Write “_Ciao”"),
    FALSE, N_ ("It greets like a circular."),
    N_ ("The message is for one person: their name, or a plain greeting, is enough.") },
  { "capitals", ion_advice_shouts, NULL, NULL, FALSE, N_ ("There are words in capitals."),
    N_ ("They read as shouting, and screen readers may spell them.") },
  { "button-without-english", has_button_without_english, mend_english, N_ ("_Copy It"), FALSE,
    N_ ("A button has no English text."),
    N_ ("Phones that speak English would show the Italian one.") },
  { "payment-without-due-date", lacks_due_date, mend_due_date, N_ ("_Use the Field"), FALSE,
    N_ ("The payment has no due date."),
    N_ ("With one, IO shows when it is due and lets people be reminded.") },
};

/* Whether a click would do something: tried on nothing that anybody sees. */
static gboolean
can_mend (gsize rule, const IonAdviceLook *look)
{
  gboolean can;
  IonTemplateText *text;

  if (rules[rule].mend != mend_due_date)
    return rules[rule].mend != NULL;
  text = ion_template_text_new (NULL);
  g_free (text->markdown);
  text->markdown = g_strdup (look->text->markdown);
  {
    g_autoptr (IonTemplate) template_ = ion_template_new ("", ION_TEMPLATE_FREE);

    can = mend_due_date (template_, text);
  }
  ion_template_text_free (text);
  return can;
}

GPtrArray *
ion_advice_list (const IonTemplate *template_,
                 const IonTemplateText *text,
                 const IonAdviceFacts *facts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  IonAdviceLook look = { template_, text, facts };

  g_return_val_if_fail (template_ != NULL && text != NULL && facts != NULL, list);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      IonAdvice *advice;

      if (!rules[i].find (&look))
        continue;
      advice = g_new0 (IonAdvice, 1);
      advice->code = rules[i].code;
      advice->message = _ (rules[i].message);
      advice->reason = _ (rules[i].reason);
      advice->mend = can_mend (i, &look) ? _ (rules[i].verb) : NULL;
      advice->is_fault = rules[i].is_fault;
      g_ptr_array_add (list, advice);
    }
  return list;
}

gboolean
ion_advice_mend (const char *code, IonTemplate *template_, IonTemplateText *text)
{
  g_return_val_if_fail (code != NULL && template_ != NULL && text != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].code, code) && rules[i].mend != NULL)
      return rules[i].mend (template_, text);
  return FALSE;
}
