/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A message is laid out with a letter in the place of each value, and checked as it would be. What
 * holds then holds for every plain value, which can only be longer: values cannot begin or end
 * anything (that is what escapes are for), so the letter stands for them all.
 *
 * One thing depends on more than the gaps: whether a value stands in an address. What decides it
 * is what stands since the last blank; where another value does, what follows that one must not
 * make a host of its end ("ww" and "w.").
 */

#define G_LOG_DOMAIN "ion-renderer"

#include "config.h"

#include "ion-render-shape.h"

#include "ion-front-matter.h"
#include "ion-link-context.h"

#include <string.h>

typedef struct
{
  IonRenderShape *shape;
  IonShapeChoiceFunc choose;
  gpointer user_data;
  GString *text; /* (owned): the part being laid out */
  IonEscape escape;
  gsize after_value; /* where in @text the last value ends; 0 = there is none */
  gsize risky;       /* where the last value ends whose follower might make a host of it */
} Layout;

static void
add_literal (Layout *self, const char *text)
{
  if (self->after_value == self->text->len && self->after_value > 0 && *text != '\0' &&
      strchr ("wW.:/", *text) != NULL)
    self->risky = self->after_value;
  g_string_append (self->text, text);
}

static gboolean
is_risky_here (const Layout *self)
{
  gsize run = self->text->len;

  while (run > 0 && strchr (" \t\n<>\"", self->text->str[run - 1]) == NULL)
    run--;
  return self->risky > run;
}

static void
add_value (Layout *self, const IonFieldNode *node)
{
  IonShapeValue value = { node, self->escape };

  if (self->escape == ION_ESCAPE_MARKDOWN)
    {
      const IonLinkContext context = ion_link_context_at_end (self->text->str, self->text->len);

      if (context == ION_LINK_CONTEXT_PATH)
        value.escape = ION_ESCAPE_ADDRESS;
      if (context == ION_LINK_CONTEXT_HOST || is_risky_here (self))
        self->shape->is_certain = FALSE;
    }
  g_array_append_val (self->shape->values, value);
  g_string_append_c (self->text, 'x');
  self->after_value = self->text->len;
}

static void
add_nodes (Layout *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const IonFieldNode *node = g_ptr_array_index (nodes, i);
      const gboolean is_condition = node->type == ION_FIELD_NODE_CONDITION;

      if (node->type == ION_FIELD_NODE_LITERAL)
        add_literal (self, node->text);
      else if (node->children != NULL && self->choose (node, self->user_data))
        add_nodes (self, node->children);
      else if (!is_condition)
        add_value (self, node);
    }
}

static void
layout_init (Layout *self, IonRenderShape *shape, IonShapeChoiceFunc choose, gpointer user_data)
{
  memset (self, 0, sizeof *self);
  self->shape = shape;
  self->choose = choose;
  self->user_data = user_data;
  self->text = g_string_new (NULL);
}

static void
layout_text (Layout *self, const IonFieldText *text)
{
  self->escape = text->escape;
  add_nodes (self, text->nodes);
}

/* Returns: (transfer full): a text of one line as it would be merged */
static char *
layout_line (const Layout *parent, const IonFieldText *text)
{
  Layout self;

  layout_init (&self, parent->shape, parent->choose, parent->user_data);
  layout_text (&self, text);
  return g_strstrip (g_string_free (self.text, FALSE));
}

/* Each button stands there twice: in Italian and in English. */
static void
layout_buttons (Layout *self, const IonVariant *variant)
{
  IonButtonText buttons[ION_BUTTONS_MAX] = { { NULL } };

  for (gsize i = 0; i < variant->n_buttons; i++)
    {
      const IonVariantButton *button = &variant->buttons[i];
      g_autofree char *action_en = layout_line (self, button->action);

      buttons[i].text = layout_line (self, button->text);
      buttons[i].text_en =
          layout_line (self, button->text_en != NULL ? button->text_en : button->text);
      buttons[i].action = layout_line (self, button->action);
    }
  ion_front_matter_append (self->text, buttons, variant->n_buttons);
  for (gsize i = 0; i < variant->n_buttons; i++)
    ion_button_text_clear (&buttons[i]);
}

static void
end_part (IonRenderShape *self, const char *text, guint first, guint least, guint most)
{
  IonShapePart part = { 0, least, most, first, self->values->len - first };

  part.fixed = (guint) ion_utf16_length (text) - part.n;
  g_array_append_val (self->parts, part);
}

static void
add_subject (const Layout *parent, const IonVariant *variant)
{
  IonRenderShape *shape = parent->shape;
  const guint first = shape->values->len;
  g_autofree char *text = layout_line (parent, variant->subject);

  shape->is_certain = shape->is_certain && ion_message_is_clean (text, FALSE);
  end_part (shape, text, first, ION_SUBJECT_MIN, ION_SUBJECT_MAX);
}

static void
add_markdown (Layout *self, const IonVariant *variant)
{
  IonRenderShape *shape = self->shape;
  const guint first = shape->values->len;
  const char *body;

  layout_buttons (self, variant);
  layout_text (self, variant->markdown);
  shape->is_certain = shape->is_certain && ion_message_is_clean (self->text->str, TRUE) &&
                      ion_front_matter_skip (self->text->str, &body) &&
                      ion_front_matter_find_fence (body) == NULL;
  end_part (shape, self->text->str, first, ION_MARKDOWN_MIN, ION_MARKDOWN_MAX);
}

/**
 * ion_render_shape_new:
 * @renderer: outlives the shape
 * @choose: (scope call): which conditions hold and which values are empty
 * @user_data: for @choose
 *
 * Returns: (transfer full): the shape that messages then have, in all languages
 */
IonRenderShape *
ion_render_shape_new (const IonRenderer *renderer, IonShapeChoiceFunc choose, gpointer user_data)
{
  IonRenderShape *self = g_new0 (IonRenderShape, 1);

  self->is_certain = TRUE;
  self->parts = g_array_new (FALSE, FALSE, sizeof (IonShapePart));
  self->values = g_array_new (FALSE, FALSE, sizeof (IonShapeValue));
  for (guint i = 0; i <= renderer->variants->len; i++)
    {
      const IonVariant *variant =
          i == 0 ? renderer->main : g_ptr_array_index (renderer->variants, i - 1);
      Layout layout;

      layout_init (&layout, self, choose, user_data);
      add_subject (&layout, variant);
      add_markdown (&layout, variant);
      g_string_free (layout.text, TRUE);
    }
  return self;
}

void
ion_render_shape_free (IonRenderShape *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_array_unref (self->values);
  g_free (self);
}
