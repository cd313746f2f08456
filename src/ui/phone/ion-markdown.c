/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One parser for all who read a message's text: set up like the app's own, so that what vanishes
 * there is recognised here.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

cmark_node *
ion_markdown_parse (const char *text)
{
  const char *const extensions[] = { "table", "strikethrough", "autolink", "tasklist" };
  cmark_parser *parser;
  cmark_node *document;

  g_return_val_if_fail (text != NULL, NULL);

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++)
    cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension (extensions[i]));
  cmark_parser_feed (parser, text, strlen (text));
  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return document;
}

gboolean
ion_markdown_is (cmark_node *node, const char *type)
{
  return g_str_equal (cmark_node_get_type_string (node), type);
}
