/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* JSON from a server that may be anybody: read with care, and repeated to nobody as it is. */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-json.h"

#include <string.h>

#define DEPTH_MAX 32
#define RUN_MAX   11 /* an organisation code may be said; a person's, a notice or a key may not */
#define ELLIPSIS  "…"

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

/* Whether it is one object, and not too deep. The parser recurses: a body of brackets would end
 * its stack. It also ends texts at an escaped NUL, and takes several values for one.
 */
static gboolean
is_sane (const char *body, gsize length)
{
  int depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = body[i];

      if (in_string && c == '\\')
        {
          if (length - i > 5 && memcmp (body + i, "\\u0000", 6) == 0)
            return FALSE;
          i++;
        }
      else if (c == '"')
        in_string = !in_string;
      else if (in_string)
        continue;
      else if ((c == '{' || c == '[') && ++depth > DEPTH_MAX)
        return FALSE;
      else if ((c == '}' || c == ']') && --depth <= 0)
        return depth == 0 && is_blank (body + i + 1, length - i - 1);
    }

  return FALSE;
}

JsonObject *
ion_io_json_read (JsonParser *parser, const char *body, gsize length)
{
  JsonNode *root;

  if (length == 0 || !g_utf8_validate_len (body, length, NULL) || !is_sane (body, length) ||
      !json_parser_load_from_data (parser, body, (gssize) length, NULL))
    return NULL;

  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

const char *
ion_io_json_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  /* Half a surrogate pair, escaped, makes a text that is none. */
  text = json_node_get_string (node);
  return g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/* The platform repeats the value that it did not like: "value [...] at [root.subject] ...". */
static char *
drop_values (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *start = text;
  const char *value;

  while ((value = strstr (start, "value [")) != NULL)
    {
      const char *end = strstr (value, "] at [");

      g_string_append_len (out, start, value - start);
      g_string_append (out, "value [" ELLIPSIS);
      start = end != NULL ? end : "";
    }
  g_string_append (out, start);

  return g_string_free (out, FALSE);
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* A run that a person may read aloud as a code: long, with digits in it. */
static gsize
measure_run (const char *text, gboolean *is_code)
{
  gsize length = 0;
  gboolean digits = FALSE;

  while (is_word (text[length]))
    {
      digits = digits || g_ascii_isdigit (text[length]);
      length++;
    }
  *is_code = digits && length > RUN_MAX;

  return length;
}

static gboolean
is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 ||
         g_ascii_strncasecmp (text, "https://", 8) == 0;
}

char *
ion_io_json_scrub (const char *text, gsize max)
{
  g_autofree char *dropped = text != NULL ? drop_values (text) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gsize n = 0;

  for (const char *p = dropped; p != NULL && *p != '\0' && n < max; n++)
    {
      gboolean is_code = FALSE;
      gsize run = measure_run (p, &is_code);

      if (is_address (p))
        {
          g_string_append (out, ELLIPSIS);
          p += strcspn (p, " \t\r\n\"'<>");
        }
      else if (is_code)
        {
          g_string_append (out, ELLIPSIS);
          p += run;
        }
      else if (run > 0)
        {
          run = MIN (run, max - n);
          g_string_append_len (out, p, (gssize) run);
          p += run;
          n += run - 1;
        }
      else
        {
          gunichar c = g_utf8_get_char (p);

          g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
          p = g_utf8_next_char (p);
        }
    }

  g_strstrip (out->str);
  return out->str[0] != '\0' ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
