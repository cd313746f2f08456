/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A template as a value: made and freed here. What its texts mean is the renderer's
 * business, how it is written in a file is the store's.
 */

#define G_LOG_DOMAIN "ion-template"

#include "config.h"

#include "ion-template.h"

static const char *const kind_names[] = {
  [ION_TEMPLATE_NEWS] = "news",
  [ION_TEMPLATE_DEADLINE] = "deadline",
  [ION_TEMPLATE_EVENT] = "event",
  [ION_TEMPLATE_PAYMENT] = "payment",
  [ION_TEMPLATE_APPOINTMENT] = "appointment",
  [ION_TEMPLATE_EXPIRY] = "expiry",
  [ION_TEMPLATE_CASE] = "case",
  [ION_TEMPLATE_FOUND_ITEM] = "found-item",
  [ION_TEMPLATE_FREE] = "free",
};

/**
 * ion_template_kind_to_name:
 * @kind: a kind
 *
 * Returns: (transfer none): the stable name of @kind, as files write it
 */
const char *
ion_template_kind_to_name (IonTemplateKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * ion_template_kind_from_name:
 * @name: a name as files write it
 * @kind: (out): the kind
 *
 * Returns: whether there is a kind of that name
 */
gboolean
ion_template_kind_from_name (const char *name, IonTemplateKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    {
      if (g_str_equal (kind_names[i], name))
        {
          *kind = (IonTemplateKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ion_template_button_new:
 * @text: what the button says; may hold fields
 * @text_en: (nullable): what it says on English phones
 * @action: where it leads; may hold fields
 *
 * Returns: (transfer full): a button
 */
IonTemplateButton *
ion_template_button_new (const char *text, const char *text_en, const char *action)
{
  IonTemplateButton *button;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (action != NULL, NULL);

  button = g_new0 (IonTemplateButton, 1);
  button->text = g_strdup (text);
  button->text_en = g_strdup (text_en);
  button->action = g_strdup (action);

  return button;
}

void
ion_template_button_free (IonTemplateButton *button)
{
  if (button == NULL)
    return;

  g_free (button->text);
  g_free (button->text_en);
  g_free (button->action);
  g_free (button);
}

/**
 * ion_template_text_new:
 * @language: (nullable): "de"; %NULL for the main text
 *
 * Returns: (transfer full): an empty text of that language
 */
IonTemplateText *
ion_template_text_new (const char *language)
{
  IonTemplateText *text = g_new0 (IonTemplateText, 1);

  text->language = g_strdup (language);
  text->subject = g_strdup ("");
  text->markdown = g_strdup ("");
  text->buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_button_free);

  return text;
}

void
ion_template_text_free (IonTemplateText *text)
{
  if (text == NULL)
    return;

  g_free (text->language);
  g_free (text->subject);
  g_free (text->markdown);
  g_clear_pointer (&text->buttons, g_ptr_array_unref);
  g_free (text);
}

/**
 * ion_template_new:
 * @name: the name that the office knows it by
 * @kind: what it is for
 *
 * Returns: (transfer full): a template with an empty main text and nothing else
 */
IonTemplate *
ion_template_new (const char *name, IonTemplateKind kind)
{
  IonTemplate *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (IonTemplate, 1);
  self->name = g_strdup (name);
  self->kind = kind;
  self->main = ion_template_text_new (NULL);
  self->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_text_free);

  return self;
}

void
ion_template_free (IonTemplate *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  ion_template_text_free (self->main);
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  g_free (self->due_date);
  g_free (self->amount);
  g_free (self->notice_number);
  g_free (self->payee);
  g_free (self->distinct_by);
  g_free (self);
}

/**
 * ion_template_has_payment:
 * @self: a template
 *
 * Returns: whether its messages carry a payment notice
 */
gboolean
ion_template_has_payment (const IonTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->amount != NULL || self->notice_number != NULL;
}
