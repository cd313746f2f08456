/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a Markdown text means, as a line that two texts can be compared by.
 */

#include "config.h"

#include "markdown-shape.h"

#include <string.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

static cmark_node *
parse (const char *markdown)
{
  static const char *const extensions[] = { "table", "strikethrough", "autolink", "tasklist" };
  cmark_parser *parser;
  cmark_node *root;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_FOOTNOTES);
  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      cmark_syntax_extension *extension = cmark_find_syntax_extension (extensions[i]);

      g_assert_nonnull (extension);
      cmark_parser_attach_syntax_extension (parser, extension);
    }

  cmark_parser_feed (parser, markdown, strlen (markdown));
  root = cmark_parser_finish (parser);
  cmark_consolidate_text_nodes (root);
  cmark_parser_free (parser);

  return root;
}

char *
markdown_shape (const char *markdown, char **words)
{
  cmark_node *root = parse (markdown);
  cmark_iter *iter = cmark_iter_new (root);
  GString *shape = g_string_new (NULL);
  GString *text = g_string_new (NULL);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      const char *literal = cmark_node_get_literal (node);
      const char *url = cmark_node_get_url (node);

      if (event == CMARK_EVENT_EXIT)
        {
          g_string_append_c (shape, ')');
          continue;
        }

      g_string_append_printf (shape, " (%s", cmark_node_get_type_string (node));
      if (url != NULL)
        g_string_append_printf (shape, " <%s>", url);
      if (literal != NULL)
        g_string_append (text, literal);
    }

  cmark_iter_free (iter);
  cmark_node_free (root);

  if (words != NULL)
    *words = g_string_free (text, FALSE);
  else
    g_string_free (text, TRUE);
  return g_string_free (shape, FALSE);
}
