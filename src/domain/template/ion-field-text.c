/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A text with fields, once parsed, and what it becomes with a row. Runs once for every message: one
 * pass, no copy of what needs none.
 */

#define G_LOG_DOMAIN "ion-field-text"

#include "config.h"

#include "ion-field-text.h"

#include "ion-link-context.h"
#include "ion-renderer.h"

#include <glib/gi18n-lib.h>

GPtrArray *
ion_field_nodes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ion_field_node_free);
}

IonFieldNode *
ion_field_node_new (IonFieldNodeType type, const char *text, int line, int column)
{
  IonFieldNode *node = g_new0 (IonFieldNode, 1);

  node->type = type;
  node->text = g_strdup (text);
  node->line = line;
  node->column = column;
  if (type != ION_FIELD_NODE_LITERAL)
    node->key = ion_field_name_fold (text);

  return node;
}

void
ion_field_node_free (IonFieldNode *node)
{
  if (node == NULL)
    return;

  g_free (node->text);
  g_free (node->key);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

void
ion_field_text_free (IonFieldText *self)
{
  if (self == NULL)
    return;

  g_free (self->part);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_free (self);
}

static void
foreach_node (GPtrArray *nodes, gboolean is_required, IonFieldTextFunc func, gpointer user_data)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const IonFieldNode *node = g_ptr_array_index (nodes, i);

      if (node->type != ION_FIELD_NODE_LITERAL)
        func (node->text, node->key, is_required && node->children == NULL, user_data);
      if (node->children != NULL)
        foreach_node (node->children, FALSE, func, user_data);
    }
}

void
ion_field_text_foreach (const IonFieldText *self, IonFieldTextFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  foreach_node (self->nodes, TRUE, func, user_data);
}

/* One merge on its way. */
typedef struct
{
  const IonFieldText *text;
  const IonFields *fields;
  const char *language;
  GString *out;
  gboolean is_after_value; /* what was written last came from the row, into Markdown */
} Merge;

static gboolean
fail_with_place (const Merge *merge,
                 const IonFieldNode *node,
                 IonTemplateError code,
                 GError **error,
                 const char *format)
{
  g_autofree char *what = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  what = g_strdup_printf (format, node->text);
#pragma GCC diagnostic pop
  /* Translators: the part of the template (title, text…), the place in it, and what is wrong. */
  g_set_error (error, ION_TEMPLATE_ERROR, code, _ ("%1$s, line %2$d, column %3$d: %4$s"),
               merge->text->part, node->line, node->column, what);
  return FALSE;
}

/* The value is not quoted in the error: it may be personal. */
static gboolean
fail_with_format (const Merge *merge, const IonFieldNode *node, GError **error)
{
  const char *format;

  switch (node->format)
    {
    case ION_FIELD_FORMAT_EURO:
      format = _ ("the field “%s” does not hold an amount");
      break;
    case ION_FIELD_FORMAT_TIME:
      format = _ ("the field “%s” does not hold a time");
      break;
    default:
      format = _ ("the field “%s” does not hold a date");
      break;
    }

  return fail_with_place (merge, node, ION_TEMPLATE_ERROR_BAD_VALUE, error, format);
}

static gboolean
append_value (Merge *merge, const IonFieldNode *node, const char *value, GError **error)
{
  g_autofree char *formatted = NULL;
  g_autofree char *cased = NULL;
  IonEscape escape = merge->text->escape;

  if (node->format != ION_FIELD_FORMAT_NONE)
    {
      formatted = ion_field_format_apply (node->format, value, merge->language);
      if (formatted == NULL)
        return fail_with_format (merge, node, error);
      value = formatted;
    }
  if (node->letter_case != ION_FIELD_CASE_NONE)
    value = cased = ion_field_case_apply (node->letter_case, value);

  if (escape == ION_ESCAPE_MARKDOWN)
    {
      switch (ion_link_context_at_end (merge->out->str, merge->out->len))
        {
        case ION_LINK_CONTEXT_HOST:
          return fail_with_place (merge, node, ION_TEMPLATE_ERROR_STRUCTURE, error,
                                  _ ("the field “%s” would decide where a link leads to"));
        case ION_LINK_CONTEXT_PATH:
          escape = ION_ESCAPE_ADDRESS;
          break;
        case ION_LINK_CONTEXT_TEXT:
        default:
          break;
        }
    }

  ion_escape_append (merge->out, value, escape);
  merge->is_after_value = escape == ION_ESCAPE_MARKDOWN;
  return TRUE;
}

static gboolean append_nodes (Merge *merge, GPtrArray *nodes, GError **error);

static gboolean
append_node (Merge *merge, const IonFieldNode *node, GError **error)
{
  const char *value;

  if (node->type == ION_FIELD_NODE_LITERAL)
    {
      /* A blank that was dropped: what comes next still stands behind the value. */
      if (*node->text == '\0')
        return TRUE;
      if (merge->is_after_value)
        ion_escape_guard (merge->out, node->text);
      g_string_append (merge->out, node->text);
      merge->is_after_value = FALSE;
      return TRUE;
    }

  value = ion_fields_get (merge->fields, node->key);
  if (node->type == ION_FIELD_NODE_CONDITION)
    {
      if (value == NULL || !ion_field_format_is_yes (value))
        return TRUE;
      return append_nodes (merge, node->children, error);
    }

  if (!ion_escape_is_blank (value))
    return append_value (merge, node, value, error);
  if (node->children != NULL)
    return append_nodes (merge, node->children, error);

  return fail_with_place (merge, node, ION_TEMPLATE_ERROR_MISSING_FIELD, error,
                          _ ("the field “%s” is missing or empty"));
}

static gboolean
append_nodes (Merge *merge, GPtrArray *nodes, GError **error)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      if (!append_node (merge, g_ptr_array_index (nodes, i), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
ion_field_text_append (const IonFieldText *self,
                       GString *out,
                       const IonFields *fields,
                       const char *language,
                       GError **error)
{
  Merge merge = { self, fields, language, out, FALSE };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (fields != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  return append_nodes (&merge, self->nodes, error);
}

char *
ion_field_text_merge (const IonFieldText *self,
                      const IonFields *fields,
                      const char *language,
                      GError **error)
{
  g_autoptr (GString) out = g_string_sized_new (128);

  if (!ion_field_text_append (self, out, fields, language, error))
    return NULL;

  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}
