/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Many citizens meet a message first as an e-mail of one sentence: it is shown beside the phone, so
 * that the essential fact comes to stand there.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-email-copy.h"

#include "ion-markdown.h"

#include <string.h>

#define FENCE "---"

static gboolean
is_address (const char *text)
{
  return strstr (text, "://") != NULL || g_str_has_prefix (text, "www.");
}

/* A link's words stay; an address that is its own words goes. */
static void
append_text (GString *out, cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);
  const char *literal = cmark_node_get_literal (node);

  if (literal != NULL && !(cmark_node_get_type (parent) == CMARK_NODE_LINK && is_address (literal)))
    g_string_append (out, literal);
}

static void
append_node (GString *out, cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
    append_text (out, node);
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
           (cmark_node_get_type (cmark_node_parent (node)) == CMARK_NODE_DOCUMENT))
    g_string_append_c (out, ' ');
  else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_ITEM)
    g_string_append_c (out, ' ');
}

/* One blank between words, none at the ends. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free (out, FALSE);
}

static void
cut (char *text)
{
  gsize units = 0;

  for (char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      units += g_utf8_get_char (c) > 0xffff ? 2 : 1;
      if (units > ION_EMAIL_COPY_LENGTH)
        {
          *c = '\0';
          return;
        }
    }
}

char *
ion_email_copy_new (const char *markdown)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (cmark_node) document = NULL;
  const char *fence;
  cmark_iter *iter;
  cmark_event_type event;
  char *copy;

  g_return_val_if_fail (markdown != NULL, NULL);

  fence = g_strrstr (markdown, FENCE);
  document = ion_markdown_parse (fence != NULL ? fence + strlen (FENCE) : markdown);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER && cmark_iter_get_node (iter) != document)
      append_node (text, cmark_iter_get_node (iter));
  cmark_iter_free (iter);
  copy = squeeze (text->str);
  cut (copy);
  return copy;
}
