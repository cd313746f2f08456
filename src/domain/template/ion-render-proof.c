/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A file of a million rows is checked by making every message, which costs more than all other
 * checks together, and nearly every time only shows what was plain to see. Here it is seen: with
 * plain values only lengths can be wrong, and these are added up. "No" only means that the message
 * has to be made.
 */

#define G_LOG_DOMAIN "ion-renderer"

#include "config.h"

#include "ion-render-proof.h"

#include "ion-amount.h"
#include "ion-moment.h"
#include "ion-notice-number.h"
#include "ion-render-shape.h"
#include "ion-render-values.h"

#include <string.h>

/* More than these in a template, or shapes among its messages, are not worth it. */
#define CHOICES_MAX 32
#define SHAPES_MAX  256

/* Something that a row decides. */
typedef struct
{
  const IonFieldNode *node;
  guint value;
} Choice;

struct _IonRenderProof
{
  const IonRenderer *renderer;
  IonRenderValues *values; /* (owned) */
  GHashTable *by_node;     /* (owned): IonFieldNode -> index of its value */
  GArray *choices;         /* (owned) (element-type Choice) */
  GHashTable *shapes;      /* (owned): choices taken -> IonRenderShape */
  IonRenderShape *shape;   /* (nullable): of the row before */
  guint32 shape_taken;
  guint due_date; /* the field that this consists of; G_MAXUINT where it is more, or none */
  guint amount;
  guint notice_number;
};

static void
add_nodes (IonRenderProof *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      IonFieldNode *node = g_ptr_array_index (nodes, i);
      Choice choice = { node, 0 };

      if (node->type == ION_FIELD_NODE_LITERAL)
        continue;
      choice.value = ion_render_values_add (self->values, node->key);
      g_hash_table_insert (self->by_node, node, GUINT_TO_POINTER (choice.value));
      if (node->children == NULL)
        continue;
      g_array_append_val (self->choices, choice);
      add_nodes (self, node->children);
    }
}

static void
add_text (IonRenderProof *self, const IonFieldText *text)
{
  if (text != NULL)
    add_nodes (self, text->nodes);
}

static void
add_variant (IonRenderProof *self, const IonVariant *variant)
{
  add_text (self, variant->subject);
  add_text (self, variant->markdown);
  for (gsize i = 0; i < variant->n_buttons; i++)
    {
      add_text (self, variant->buttons[i].text);
      add_text (self, variant->buttons[i].text_en);
      add_text (self, variant->buttons[i].action);
    }
}

/* Returns: the field that @text is, if it is one and nothing else; G_MAXUINT otherwise */
static guint
add_whole (IonRenderProof *self, const IonFieldText *text)
{
  const IonFieldNode *node;

  add_text (self, text);
  if (text == NULL || text->nodes->len != 1)
    return G_MAXUINT;
  node = g_ptr_array_index (text->nodes, 0);
  if (node->type != ION_FIELD_NODE_VALUE || node->children != NULL ||
      node->format != ION_FIELD_FORMAT_NONE || node->letter_case != ION_FIELD_CASE_NONE)
    return G_MAXUINT;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_node, node));
}

/**
 * ion_render_proof_new:
 * @renderer: outlives the proof
 *
 * Returns: (transfer full): what can prove that rows can be rendered
 */
IonRenderProof *
ion_render_proof_new (const IonRenderer *renderer)
{
  IonRenderProof *self = g_new0 (IonRenderProof, 1);

  self->renderer = renderer;
  self->values = ion_render_values_new ();
  self->by_node = g_hash_table_new (NULL, NULL);
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  self->shapes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ion_render_shape_free);
  add_variant (self, renderer->main);
  for (guint i = 0; i < renderer->variants->len; i++)
    add_variant (self, g_ptr_array_index (renderer->variants, i));
  self->due_date = add_whole (self, renderer->due_date);
  self->amount = add_whole (self, renderer->amount);
  self->notice_number = add_whole (self, renderer->notice_number);
  return self;
}

void
ion_render_proof_free (IonRenderProof *self)
{
  if (self == NULL)
    return;
  ion_render_values_free (self->values);
  g_hash_table_unref (self->by_node);
  g_array_unref (self->choices);
  g_hash_table_unref (self->shapes);
  g_free (self);
}

/* --- One row --- */

static gboolean
choose (const IonRenderProof *self, const IonFieldNode *node, guint index)
{
  const IonRenderValue *value = ion_render_values_get (self->values, index);

  if (node->type == ION_FIELD_NODE_CONDITION)
    return ion_field_format_is_yes (value->text);
  return value->is_blank;
}

static gboolean
choose_cb (const IonFieldNode *node, gpointer user_data)
{
  IonRenderProof *self = user_data;

  return choose (self, node, GPOINTER_TO_UINT (g_hash_table_lookup (self->by_node, node)));
}

static IonRenderShape *
make_shape (IonRenderProof *self)
{
  IonRenderShape *shape = ion_render_shape_new (self->renderer, choose_cb, self);

  for (guint i = 0; i < shape->values->len; i++)
    {
      IonShapeValue *value = &g_array_index (shape->values, IonShapeValue, i);

      value->index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_node, value->node));
    }
  return shape;
}

/* Returns: (transfer none) (nullable): the shape of this row's messages */
static const IonRenderShape *
find_shape (IonRenderProof *self)
{
  guint32 taken = 0;

  if (self->choices->len > CHOICES_MAX)
    return NULL;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      taken |= choose (self, choice->node, choice->value) ? 1u << i : 0;
    }
  if (self->shape != NULL && self->shape_taken == taken)
    return self->shape;

  self->shape = g_hash_table_lookup (self->shapes, GUINT_TO_POINTER (taken));
  if (self->shape == NULL && g_hash_table_size (self->shapes) < SHAPES_MAX)
    {
      self->shape = make_shape (self);
      g_hash_table_insert (self->shapes, GUINT_TO_POINTER (taken), self->shape);
    }
  self->shape_taken = taken;
  return self->shape;
}

static gboolean
check_part (const IonRenderProof *self, const IonRenderShape *shape, const IonShapePart *part)
{
  guint64 least = part->fixed, most = part->fixed;

  for (guint i = part->first; i < part->first + part->n; i++)
    {
      const IonShapeValue *gap = &g_array_index (shape->values, IonShapeValue, i);
      IonRenderValue *value = ion_render_values_get (self->values, gap->index);
      guint value_most;

      if (value->is_blank || !ion_render_value_fits (value, gap->node->format) ||
          !ion_value_measure_most (&value->measure, gap->node->format, gap->escape, &value_most))
        return FALSE;
      least += ion_value_measure_least (&value->measure, gap->node->format);
      most += value_most;
    }
  return least >= part->least && most <= part->most;
}

/* Returns: (nullable): the field at @index, where its value is written as it is */
static IonRenderValue *
get_whole (const IonRenderProof *self, guint index)
{
  IonRenderValue *value = index != G_MAXUINT ? ion_render_values_get (self->values, index) : NULL;

  return value != NULL && value->measure.is_tidy ? value : NULL;
}

static char *
merge (const IonFieldText *text, const IonFields *fields)
{
  return ion_field_text_merge (text, fields, ION_RENDERER_MAIN_LANGUAGE, NULL);
}

static gboolean
prove_due_date (const IonRenderProof *self, const IonFields *fields, gint64 *due_date)
{
  const IonFieldText *text = self->renderer->due_date;
  g_autofree char *merged = NULL;
  IonRenderValue *whole;

  if (text == NULL)
    return TRUE;
  whole = get_whole (self, self->due_date);
  if (whole != NULL && !ion_render_value_is_moment (whole))
    return FALSE;
  if (whole != NULL)
    *due_date = whole->moment;
  else if ((merged = merge (text, fields)) == NULL ||
           (*merged != '\0' && !ion_moment_parse (merged, ION_DAY_END, due_date, NULL)))
    return FALSE;
  return ion_message_is_due_date (*due_date);
}

static gboolean
prove_amount (const IonRenderProof *self, const IonFields *fields, gint64 *amount)
{
  IonRenderValue *whole = get_whole (self, self->amount);
  g_autofree char *merged = NULL;

  if (whole == NULL)
    return (merged = merge (self->renderer->amount, fields)) != NULL &&
           ion_amount_parse (merged, amount, NULL);
  if (!ion_render_value_is_amount (whole))
    return FALSE;
  *amount = whole->amount;
  return TRUE;
}

static gboolean
prove_notice_number (const IonRenderProof *self,
                     const IonFields *fields,
                     IonRenderedPayment *payment)
{
  IonRenderValue *whole = get_whole (self, self->notice_number);
  g_autofree char *merged = NULL;
  const char *text;

  if (whole != NULL && ion_render_value_is_notice_number (whole))
    {
      memcpy (payment->notice_number, whole->text, ION_NOTICE_NUMBER_LENGTH + 1);
      return TRUE;
    }
  text = whole != NULL ? whole->text : (merged = merge (self->renderer->notice_number, fields));
  return text != NULL && ion_notice_number_parse (text, payment->notice_number, NULL, NULL);
}

/**
 * ion_render_proof_holds:
 * @self: a proof
 * @fields: a row
 * @known: (nullable) (array): of each value of @fields, what it was found to be
 * @payment: (out caller-allocates): where it holds, what the messages would say of the payment
 *
 * Returns: whether it is certain that ion_renderer_render() makes a message of the row and a
 *   canonical fiscal code, in every language
 */
gboolean
ion_render_proof_holds (IonRenderProof *self,
                        const IonFields *fields,
                        const IonKnownValue *known,
                        IonRenderedPayment *payment)
{
  const IonRenderShape *shape;

  g_return_val_if_fail (self != NULL && fields != NULL && payment != NULL, FALSE);

  memset (payment, 0, sizeof *payment);
  if (!ion_render_values_fill (self->values, fields, known))
    return FALSE;
  shape = find_shape (self);
  if (shape == NULL || !shape->is_certain)
    return FALSE;
  for (guint i = 0; i < shape->parts->len; i++)
    {
      if (!check_part (self, shape, &g_array_index (shape->parts, IonShapePart, i)))
        return FALSE;
    }
  return prove_due_date (self, fields, &payment->due_date) &&
         (self->renderer->amount == NULL || (prove_amount (self, fields, &payment->amount) &&
                                             prove_notice_number (self, fields, payment)));
}
