/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* JSON as an HTTP server must take it: from strangers, with types that may be wrong. */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-json.h"

#define DEPTH_MAX 32

void
ion_practice_json_append (GString *out, const char *text)
{
  const char *start = text;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guint8 c = (guint8) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (out, start, p - start);
      start = p + 1;
      if (c == '\n')
        g_string_append (out, "\\n");
      else if (c < 0x20)
        g_string_append_printf (out, "\\u%04x", c);
      else
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, (char) c);
        }
    }
  g_string_append (out, start);
  g_string_append_c (out, '"');
}

/* The parser recurses: a body of brackets would end its stack. */
static gboolean
is_shallow (const char *body, gsize length)
{
  int depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = body[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if ((c == '{' || c == '[') && ++depth > DEPTH_MAX)
        return FALSE;
      else if (c == '}' || c == ']')
        depth--;
    }

  return TRUE;
}

JsonObject *
ion_practice_json_read (JsonParser *parser, const char *body, gsize length)
{
  JsonNode *root;

  if (length == 0 || !is_shallow (body, length) || !g_utf8_validate_len (body, length, NULL) ||
      !json_parser_load_from_data (parser, body, (gssize) length, NULL))
    return NULL;

  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

static JsonNode *
get_typed (JsonObject *object, const char *name, GType type, gboolean *wrong)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) == type)
    return node;
  *wrong = TRUE;
  return NULL;
}

const char *
ion_practice_json_get_string (JsonObject *object, const char *name, gboolean *wrong)
{
  JsonNode *node = get_typed (object, name, G_TYPE_STRING, wrong);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gint64
ion_practice_json_get_int (JsonObject *object, const char *name, gint64 otherwise, gboolean *wrong)
{
  JsonNode *node = get_typed (object, name, G_TYPE_INT64, wrong);

  return node != NULL ? json_node_get_int (node) : otherwise;
}

gboolean
ion_practice_json_get_boolean (JsonObject *object, const char *name, gboolean *wrong)
{
  JsonNode *node = get_typed (object, name, G_TYPE_BOOLEAN, wrong);

  return node != NULL && json_node_get_boolean (node);
}

JsonObject *
ion_practice_json_get_object (JsonObject *object, const char *name, gboolean *wrong)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  *wrong = TRUE;
  return NULL;
}
