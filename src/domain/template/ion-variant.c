/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a template says in one language: title, text and buttons, parsed once and merged with many
 * rows.
 */

#define G_LOG_DOMAIN "ion-variant"

#include "config.h"

#include "ion-variant.h"

#include "ion-button.h"
#include "ion-front-matter.h"
#include "ion-renderer.h"

#include <glib/gi18n-lib.h>

void
ion_variant_free (IonVariant *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      ion_field_text_free (self->buttons[i].text);
      ion_field_text_free (self->buttons[i].text_en);
      ion_field_text_free (self->buttons[i].action);
    }
  ion_field_text_free (self->subject);
  ion_field_text_free (self->markdown);
  g_free (self->language);
  g_free (self);
}

/* What a part is called, with the language where it is not the main text's. */
static char *
name_part (const char *name, const char *language)
{
  return language != NULL ? g_strdup_printf ("%s (%s)", name, language) : g_strdup (name);
}

static IonFieldText *
parse_part (const char *source,
            const char *name,
            const char *language,
            IonEscape escape,
            GError **error)
{
  g_autofree char *part = name_part (name, language);

  return ion_field_text_parse (source, part, escape, error);
}

/* The action with a mark in the place of each value, as it is checked. */
static void
outline (GPtrArray *nodes, GString *out)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const IonFieldNode *node = g_ptr_array_index (nodes, i);

      if (node->type == ION_FIELD_NODE_LITERAL)
        g_string_append (out, node->text);
      else
        g_string_append_c (out, ION_BUTTON_PLACEHOLDER);
    }
}

static gboolean
check_action (const IonFieldText *action, GError **error)
{
  g_autoptr (GString) literal = g_string_new (NULL);
  const char *what;

  outline (action->nodes, literal);
  switch (ion_button_action_check (literal->str))
    {
    case ION_BUTTON_ACTION_GOOD:
      return TRUE;
    case ION_BUTTON_ACTION_VALUE_IN_HOST:
      what = _ ("a field cannot decide where a button leads to: write the address up to the first "
                "“/” after the site's name in the template");
      break;
    case ION_BUTTON_ACTION_BAD_ADDRESS:
      what = _ ("this is no address: write for instance https://www.comune.example/page");
      break;
    case ION_BUTTON_ACTION_BAD_SCHEME:
    default:
      what =
          _ ("the app takes only actions that begin with https://, http://, tel:, sms:, mailto:, "
             "copy:, ioit:// or iosso://https://");
      break;
    }

  g_set_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE, "%s: %s", action->part,
               what);
  return FALSE;
}

static gboolean
parse_button (IonVariantButton *button,
              const IonTemplateButton *source,
              const char *language,
              int number,
              GError **error)
{
  g_autofree char *text = g_strdup_printf (C_ ("part of a template", "button %d"), number);
  g_autofree char *text_en =
      g_strdup_printf (C_ ("part of a template", "English text of button %d"), number);
  g_autofree char *action =
      g_strdup_printf (C_ ("part of a template", "action of button %d"), number);

  button->text = parse_part (source->text, text, language, ION_ESCAPE_PLAIN, error);
  if (button->text == NULL)
    return FALSE;

  if (source->text_en != NULL)
    {
      button->text_en = parse_part (source->text_en, text_en, language, ION_ESCAPE_PLAIN, error);
      if (button->text_en == NULL)
        return FALSE;
    }

  button->action = parse_part (source->action, action, language, ION_ESCAPE_ADDRESS, error);
  return button->action != NULL && check_action (button->action, error);
}

static gboolean
check_fence (const char *markdown, const char *part, GError **error)
{
  const char *fence = ion_front_matter_find_fence (markdown);
  int line = 1;

  if (fence == NULL)
    return TRUE;

  for (const char *c = markdown; c < fence; c++)
    line += *c == '\n';

  g_set_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
               _ ("%1$s, line %2$d: a line of dashes (---) would make the e-mail copy lose all "
                  "that "
                  "stands before it; write *** for a rule, ## for a heading, and buttons where "
                  "buttons go"),
               part, line);
  return FALSE;
}

IonVariant *
ion_variant_new (const IonTemplateText *source, const char *language, GError **error)
{
  g_autoptr (IonVariant) self = g_new0 (IonVariant, 1);
  g_autofree char *part = name_part (C_ ("part of a template", "text"), source->language);

  self->language = g_strdup (source->language != NULL ? source->language : language);
  self->subject = parse_part (source->subject, C_ ("part of a template", "title"), source->language,
                              ION_ESCAPE_PLAIN, error);
  if (self->subject == NULL)
    return NULL;

  self->markdown = ion_field_text_parse (source->markdown, part, ION_ESCAPE_MARKDOWN, error);
  if (self->markdown == NULL || !check_fence (source->markdown, part, error))
    return NULL;

  if (source->buttons->len > ION_BUTTONS_MAX)
    {
      g_set_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                   _ ("A message has at most %d buttons."), ION_BUTTONS_MAX);
      return NULL;
    }

  for (; self->n_buttons < source->buttons->len; self->n_buttons++)
    {
      if (!parse_button (&self->buttons[self->n_buttons],
                         g_ptr_array_index (source->buttons, self->n_buttons), source->language,
                         (int) self->n_buttons + 1, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static void
foreach_field (const IonFieldText *text, IonFieldTextFunc func, gpointer user_data)
{
  if (text != NULL)
    ion_field_text_foreach (text, func, user_data);
}

void
ion_variant_foreach (const IonVariant *self, IonFieldTextFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  foreach_field (self->subject, func, user_data);
  foreach_field (self->markdown, func, user_data);
  for (gsize i = 0; i < self->n_buttons; i++)
    {
      foreach_field (self->buttons[i].text, func, user_data);
      foreach_field (self->buttons[i].text_en, func, user_data);
      foreach_field (self->buttons[i].action, func, user_data);
    }
}

static gboolean
merge_button (const IonVariantButton *button,
              IonButtonText *out,
              const IonFields *fields,
              const char *language,
              GError **error)
{
  out->text = ion_field_text_merge (button->text, fields, language, error);
  if (out->text == NULL)
    return FALSE;

  out->text_en = button->text_en != NULL
                     ? ion_field_text_merge (button->text_en, fields, "en", error)
                     : g_strdup (out->text);
  if (out->text_en == NULL)
    return FALSE;

  out->action = ion_field_text_merge (button->action, fields, language, error);
  return out->action != NULL;
}

static gboolean
append_buttons (const IonVariant *variant, GString *out, const IonFields *fields, GError **error)
{
  IonButtonText buttons[ION_BUTTONS_MAX] = { { NULL } };
  gboolean is_good = TRUE;

  for (gsize i = 0; i < variant->n_buttons && is_good; i++)
    is_good = merge_button (&variant->buttons[i], &buttons[i], fields, variant->language, error);

  if (is_good)
    ion_front_matter_append (out, buttons, variant->n_buttons);

  for (gsize i = 0; i < variant->n_buttons; i++)
    ion_button_text_clear (&buttons[i]);
  return is_good;
}

char *
ion_variant_merge_subject (const IonVariant *self, const IonFields *fields, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ion_field_text_merge (self->subject, fields, self->language, error);
}

char *
ion_variant_merge_markdown (const IonVariant *self, const IonFields *fields, GError **error)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_sized_new (1024);
  if (!append_buttons (self, out, fields, error) ||
      !ion_field_text_append (self->markdown, out, fields, self->language, error))
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
}
