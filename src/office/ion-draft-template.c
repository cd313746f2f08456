/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The message of a draft, kept as it stands: half written, without a name, with a payment that has
 * an amount and no notice number yet. The form of template files takes none of that.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-private.h"

static void
add_text (GVariantDict *dict, const char *name, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (dict, name, "s", text);
}

static char *
get_text (GVariantDict *dict, const char *name)
{
  char *text = NULL;

  g_variant_dict_lookup (dict, name, "s", &text);
  return text;
}

static gboolean
get_boolean (GVariantDict *dict, const char *name)
{
  gboolean value = FALSE;

  return g_variant_dict_lookup (dict, name, "b", &value) && value;
}

static GVariant *
words_to_variant (const IonTemplateText *text)
{
  g_auto (GVariantDict) dict;
  GVariantBuilder buttons;

  g_variant_dict_init (&dict, NULL);
  g_variant_builder_init (&buttons, G_VARIANT_TYPE ("a(smss)"));
  for (guint i = 0; i < text->buttons->len; i++)
    {
      const IonTemplateButton *button = g_ptr_array_index (text->buttons, i);

      g_variant_builder_add (&buttons, "(smss)", button->text != NULL ? button->text : "",
                             button->text_en, button->action != NULL ? button->action : "");
    }
  add_text (&dict, "language", text->language);
  add_text (&dict, "subject", text->subject);
  add_text (&dict, "markdown", text->markdown);
  g_variant_dict_insert_value (&dict, "buttons", g_variant_builder_end (&buttons));
  return g_variant_dict_end (&dict);
}

static void
take_text (char **place, char *text)
{
  g_free (*place);
  *place = text != NULL ? text : g_strdup ("");
}

static IonTemplateText *
words_from_variant (GVariant *variant)
{
  g_auto (GVariantDict) dict;
  g_autofree char *language = NULL;
  g_autoptr (GVariantIter) buttons = NULL;
  const char *text, *text_en, *action;
  IonTemplateText *words;

  g_variant_dict_init (&dict, variant);
  language = get_text (&dict, "language");
  words = ion_template_text_new (language);
  take_text (&words->subject, get_text (&dict, "subject"));
  take_text (&words->markdown, get_text (&dict, "markdown"));
  if (g_variant_dict_lookup (&dict, "buttons", "a(smss)", &buttons))
    while (g_variant_iter_next (buttons, "(&sm&s&s)", &text, &text_en, &action))
      g_ptr_array_add (words->buttons, ion_template_button_new (text, text_en, action));
  return words;
}

GVariant *
ion_draft_template_to_variant (const IonTemplate *template_)
{
  g_auto (GVariantDict) dict;
  GVariantBuilder variants;

  g_variant_dict_init (&dict, NULL);
  add_text (&dict, "name", template_->name);
  add_text (&dict, "kind", ion_template_kind_to_name (template_->kind));
  add_text (&dict, "due-date", template_->due_date);
  add_text (&dict, "amount", template_->amount);
  add_text (&dict, "notice-number", template_->notice_number);
  add_text (&dict, "payee", template_->payee);
  add_text (&dict, "distinct-by", template_->distinct_by);
  g_variant_dict_insert (&dict, "invalid-after-due-date", "b", template_->invalid_after_due_date);
  g_variant_dict_insert (&dict, "secure", "b", template_->secure);
  g_variant_dict_insert (&dict, "premium", "b", template_->premium);
  g_variant_dict_insert_value (&dict, "main", words_to_variant (template_->main));
  g_variant_builder_init (&variants, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < template_->variants->len; i++)
    g_variant_builder_add_value (&variants,
                                 words_to_variant (g_ptr_array_index (template_->variants, i)));
  g_variant_dict_insert_value (&dict, "variants", g_variant_builder_end (&variants));
  return g_variant_dict_end (&dict);
}

static void
read_words (IonTemplate *self, GVariantDict *dict)
{
  g_autoptr (GVariant) main_text =
      g_variant_dict_lookup_value (dict, "main", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) variants =
      g_variant_dict_lookup_value (dict, "variants", G_VARIANT_TYPE ("aa{sv}"));

  if (main_text != NULL)
    {
      g_clear_pointer (&self->main, ion_template_text_free);
      self->main = words_from_variant (main_text);
    }
  for (gsize i = 0; variants != NULL && i < g_variant_n_children (variants); i++)
    {
      g_autoptr (GVariant) one = g_variant_get_child_value (variants, i);

      g_ptr_array_add (self->variants, words_from_variant (one));
    }
}

IonTemplate *
ion_draft_template_from_variant (GVariant *variant)
{
  g_auto (GVariantDict) dict;
  g_autofree char *name = NULL;
  g_autofree char *kind_name = NULL;
  IonTemplateKind kind = ION_TEMPLATE_FREE;
  IonTemplate *self;

  g_variant_dict_init (&dict, variant);
  name = get_text (&dict, "name");
  kind_name = get_text (&dict, "kind");
  if (kind_name != NULL)
    ion_template_kind_from_name (kind_name, &kind);
  self = ion_template_new (name != NULL ? name : "", kind);
  read_words (self, &dict);
  self->due_date = get_text (&dict, "due-date");
  self->amount = get_text (&dict, "amount");
  self->notice_number = get_text (&dict, "notice-number");
  self->payee = get_text (&dict, "payee");
  self->distinct_by = get_text (&dict, "distinct-by");
  self->invalid_after_due_date = get_boolean (&dict, "invalid-after-due-date");
  self->secure = get_boolean (&dict, "secure");
  self->premium = get_boolean (&dict, "premium");
  return self;
}

IonTemplate *
ion_draft_copy_template (const IonTemplate *template_)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (ion_draft_template_to_variant (template_));

  return ion_draft_template_from_variant (variant);
}
