/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The language of the fields, read by recursive descent:
 *
 *   text      = { literal | value | condition }
 *   value     = "{{" name { "|" format } [ "|" "altrimenti" ":" inner ] "}}"
 *   condition = "{{" "se" name ":" inner "}}"
 *   inner     = text, in which "\}", "\|", "\:" and "\\" stand for themselves
 *
 * Values and conditions may stand within an inner text, a few levels deep. A name and a format are
 * on one line, so that a brace that was never closed is found where it was opened.
 */

#define G_LOG_DOMAIN "ion-field-text-parser"

#include "config.h"

#include "ion-field-text.h"

#include "ion-link-context.h"
#include "ion-renderer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define DEPTH_MAX  4
#define SOURCE_MAX 65536

typedef struct
{
  int line;
  int column;
} Place;

typedef struct
{
  const char *cursor;
  const char *counted; /* up to where @place has been counted */
  Place place;
  const char *part;
  IonEscape escape;
  int depth;
  GString *before; /* (owned): what would have been written, each value as one "x" */
} Parser;

/* Line and column of @at, which never goes back. */
static Place
get_place (Parser *parser, const char *at)
{
  for (; parser->counted < at; parser->counted++)
    {
      if (*parser->counted == '\n')
        {
          parser->place.line++;
          parser->place.column = 1;
        }
      else if ((*parser->counted & 0xc0) != 0x80)
        {
          parser->place.column++;
        }
    }

  return parser->place;
}

static gboolean
fail (const Parser *parser, Place place, IonTemplateError code, const char *what, GError **error)
{
  /* Translators: the part of the template (title, text…), the place in it, and what is wrong. */
  g_set_error (error, ION_TEMPLATE_ERROR, code, _ ("%1$s, line %2$d, column %3$d: %4$s"),
               parser->part, place.line, place.column, what);
  return FALSE;
}

static gboolean
fail_unclosed (const Parser *parser, Place place, GError **error)
{
  return fail (parser, place, ION_TEMPLATE_ERROR_UNCLOSED, _ ("this “{{” is never closed by “}}”"),
               error);
}

static gboolean
is_escape (const char *c)
{
  return c[0] == '\\' && c[1] != '\0' && strchr ("}|:\\", c[1]) != NULL;
}

/* A name or a format: up to "|", ":" or "}}", without the blanks around. Stops at what cannot be in
 * one. */
static char *
read_word (Parser *parser)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *c = parser->cursor;

  for (; *c != '\0' && strchr ("|:{}\n", *c) == NULL; c++)
    {
      if (is_escape (c))
        c++;
      g_string_append_c (word, *c);
    }

  parser->cursor = c;
  return g_strstrip (g_string_free (g_steal_pointer (&word), FALSE));
}

static gboolean
skip (Parser *parser, const char *expected)
{
  gsize length = strlen (expected);

  if (strncmp (parser->cursor, expected, length) != 0)
    return FALSE;

  parser->cursor += length;
  return TRUE;
}

static void
add_literal (Parser *parser, GPtrArray *nodes, GString *literal)
{
  if (literal->len == 0)
    return;

  /* Where there is one line only, a line break of the template is a blank. */
  if (parser->escape != ION_ESCAPE_MARKDOWN)
    g_strdelimit (literal->str, "\n\t", ' ');

  g_string_append_len (parser->before, literal->str, (gssize) literal->len);
  g_ptr_array_add (nodes, ion_field_node_new (ION_FIELD_NODE_LITERAL, literal->str, 0, 0));
  g_string_truncate (literal, 0);
}

static gboolean parse_text (Parser *parser, const Place *opening, GPtrArray *nodes, GError **error);

/* What "se" and "altrimenti" say, and the braces that close it. */
static gboolean
parse_inner (Parser *parser, const Place *opening, IonFieldNode *node, GError **error)
{
  if (++parser->depth > DEPTH_MAX)
    return fail (parser, *opening, ION_TEMPLATE_ERROR_STRUCTURE,
                 _ ("too many fields one within the other"), error);

  parser->cursor += strspn (parser->cursor, " \t");
  node->children = ion_field_nodes_new ();
  if (!parse_text (parser, opening, node->children, error))
    return FALSE;

  parser->depth--;
  return TRUE;
}

/* "altrimenti" is about one value: the blank before its braces is not a part of it. */
static void
strip_end (GPtrArray *nodes)
{
  IonFieldNode *last;

  if (nodes->len == 0)
    return;

  last = g_ptr_array_index (nodes, nodes->len - 1);
  if (last->type == ION_FIELD_NODE_LITERAL)
    g_strchomp (last->text);
}

static gboolean
add_format (Parser *parser,
            const Place *opening,
            IonFieldNode *node,
            const char *name,
            GError **error)
{
  IonFieldFormat format = ION_FIELD_FORMAT_NONE;
  IonFieldCase letter_case = ION_FIELD_CASE_NONE;

  if (!ion_field_format_from_name (name, &format, &letter_case))
    {
      g_autofree char *what = g_strdup_printf (_ ("there is no format “%s”"), name);

      return fail (parser, *opening, ION_TEMPLATE_ERROR_UNKNOWN_FORMAT, what, error);
    }

  if ((format != ION_FIELD_FORMAT_NONE &&
       (node->format != ION_FIELD_FORMAT_NONE || node->letter_case != ION_FIELD_CASE_NONE)) ||
      (letter_case != ION_FIELD_CASE_NONE && node->letter_case != ION_FIELD_CASE_NONE))
    return fail (parser, *opening, ION_TEMPLATE_ERROR_STRUCTURE,
                 _ ("these formats do not go together"), error);

  if (format != ION_FIELD_FORMAT_NONE)
    node->format = format;
  else
    node->letter_case = letter_case;
  return TRUE;
}

/* After the name of a value: formats and "altrimenti", up to the closing braces. */
static gboolean
parse_formats (Parser *parser, const Place *opening, IonFieldNode *node, GError **error)
{
  while (skip (parser, "|"))
    {
      g_autofree char *word = read_word (parser);

      if (*parser->cursor == ':')
        {
          if (g_ascii_strcasecmp (word, "altrimenti") != 0)
            return fail (parser, *opening, ION_TEMPLATE_ERROR_UNKNOWN_FORMAT,
                         _ ("a text after “:” goes with “altrimenti” or “se” only"), error);

          parser->cursor++;
          if (!parse_inner (parser, opening, node, error))
            return FALSE;
          strip_end (node->children);
          return TRUE;
        }

      if (*parser->cursor != '|' && strncmp (parser->cursor, "}}", 2) != 0)
        return fail_unclosed (parser, *opening, error);
      if (!add_format (parser, opening, node, word, error))
        return FALSE;
    }

  if (!skip (parser, "}}"))
    return fail_unclosed (parser, *opening, error);
  return TRUE;
}

/* Whether what comes next may be a value, or the start of a condition, in Markdown. */
static gboolean
check_context (const Parser *parser, const Place *opening, GError **error)
{
  if (parser->escape != ION_ESCAPE_MARKDOWN)
    return TRUE;

  if (ion_link_context_at_end (parser->before->str, parser->before->len) == ION_LINK_CONTEXT_HOST)
    return fail (parser, *opening, ION_TEMPLATE_ERROR_STRUCTURE,
                 _ ("a field cannot decide where a link leads to: write the address up to the "
                    "first “/” after the site's name in the template"),
                 error);

  if (ion_link_context_is_hidden (parser->before->str, parser->before->len))
    return fail (parser, *opening, ION_TEMPLATE_ERROR_STRUCTURE,
                 _ ("a field cannot stand within a link's title or an HTML tag"), error);

  return TRUE;
}

/* The name that a condition asks, %NULL where @word is not "se …". */
static const char *
get_condition (const char *word)
{
  if (g_ascii_strncasecmp (word, "se", 2) != 0 || (word[2] != ' ' && word[2] != '\t'))
    return NULL;

  return word + 2 + strspn (word + 2, " \t");
}

/* After "{{": up to its "}}". */
static gboolean
parse_field (Parser *parser, Place opening, GPtrArray *nodes, GError **error)
{
  g_autofree char *word = read_word (parser);
  const char *condition = get_condition (word);
  const char *name = condition != NULL ? condition : word;
  g_autoptr (IonFieldNode) node = NULL;
  gboolean is_good;

  node = ion_field_node_new (condition != NULL ? ION_FIELD_NODE_CONDITION : ION_FIELD_NODE_VALUE,
                             name, opening.line, opening.column);

  if (strchr ("|:", *parser->cursor) == NULL && strncmp (parser->cursor, "}}", 2) != 0)
    return fail_unclosed (parser, opening, error);
  if (*parser->cursor == '\0')
    return fail_unclosed (parser, opening, error);
  if (*node->key == '\0')
    return fail (parser, opening, ION_TEMPLATE_ERROR_EMPTY_FIELD,
                 _ ("there is no field name between “{{” and “}}”"), error);
  if ((condition != NULL) != (*parser->cursor == ':'))
    return fail (parser, opening, ION_TEMPLATE_ERROR_STRUCTURE,
                 _ ("a condition is written “{{se field: text}}”"), error);
  if (!check_context (parser, &opening, error))
    return FALSE;

  if (condition != NULL)
    {
      parser->cursor++;
      is_good = parse_inner (parser, &opening, node, error);
    }
  else
    {
      g_string_append_c (parser->before, 'x');
      is_good = parse_formats (parser, &opening, node, error);
    }

  if (is_good)
    g_ptr_array_add (nodes, g_steal_pointer (&node));
  return is_good;
}

/* @opening: (nullable): the braces that an inner text must close; %NULL for the whole text */
static gboolean
parse_text (Parser *parser, const Place *opening, GPtrArray *nodes, GError **error)
{
  g_autoptr (GString) literal = g_string_new (NULL);

  while (*parser->cursor != '\0')
    {
      const char *start = parser->cursor;

      if (skip (parser, "{{"))
        {
          add_literal (parser, nodes, literal);
          if (!parse_field (parser, get_place (parser, start), nodes, error))
            return FALSE;
        }
      else if (skip (parser, "}}"))
        {
          add_literal (parser, nodes, literal);
          if (opening != NULL)
            return TRUE;
          return fail (parser, get_place (parser, start), ION_TEMPLATE_ERROR_STRUCTURE,
                       _ ("this “}}” closes nothing"), error);
        }
      else if (opening != NULL && *start == '|')
        {
          return fail (parser, get_place (parser, start), ION_TEMPLATE_ERROR_STRUCTURE,
                       _ ("nothing may follow this text: a bar in it is written “\\|”"), error);
        }
      else
        {
          if (opening != NULL && is_escape (start))
            parser->cursor++;
          g_string_append_c (literal, *parser->cursor++);
        }
    }

  add_literal (parser, nodes, literal);
  return opening == NULL || fail_unclosed (parser, *opening, error);
}

/* Every line ends in one "\n", whatever the template's editor wrote. */
static char *
normalise_lines (const char *source)
{
  GString *out = g_string_sized_new (strlen (source));

  for (const char *c = source; *c != '\0'; c++)
    {
      if (*c == '\r' && c[1] == '\n')
        continue;
      g_string_append_c (out, *c == '\r' ? '\n' : *c);
    }

  return g_string_free (out, FALSE);
}

IonFieldText *
ion_field_text_parse (const char *source, const char *part, IonEscape escape, GError **error)
{
  g_autoptr (IonFieldText) self = g_new0 (IonFieldText, 1);
  g_autofree char *text = NULL;
  g_autoptr (GString) before = g_string_new (NULL);
  Parser parser = { 0 };

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (part != NULL, NULL);

  self->part = g_strdup (part);
  self->escape = escape;
  self->nodes = ion_field_nodes_new ();

  text = normalise_lines (source);
  parser.cursor = parser.counted = text;
  parser.place.line = parser.place.column = 1;
  parser.part = part;
  parser.escape = escape;
  parser.before = before;

  if (strlen (text) > SOURCE_MAX || !g_utf8_validate (text, -1, NULL))
    {
      fail (&parser, parser.place, ION_TEMPLATE_ERROR_STRUCTURE,
            _ ("this is too long, or not text in UTF-8"), error);
      return NULL;
    }

  if (!parse_text (&parser, NULL, self->nodes, error))
    return NULL;

  return g_steal_pointer (&self);
}
