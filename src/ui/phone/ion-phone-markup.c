/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The inside of a block: bold, italics, code, links; what else is written stands as text.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-markup.h"

typedef struct
{
  guint unseen;
  const char *link_colour;
} Markup;

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (out, escaped);
}

gboolean
ion_phone_markup_is_line_break (const char *html)
{
  return g_ascii_strcasecmp (html, "<br>") == 0 || g_ascii_strcasecmp (html, "<br/>") == 0 ||
         g_ascii_strcasecmp (html, "<br />") == 0;
}

static void append_inlines (Markup *self, GString *out, cmark_node *parent);

static void
append_styled (Markup *self, GString *out, cmark_node *node, const char *open, const char *close)
{
  g_string_append (out, open);
  append_inlines (self, out, node);
  g_string_append (out, close);
}

static void
append_link (Markup *self, GString *out, cmark_node *node)
{
  g_autofree char *open =
      g_strdup_printf ("<span weight=\"600\" underline=\"single\" foreground=\"%s\">",
                       self->link_colour);

  append_styled (self, out, node, open, "</span>");
}

static void
append_inline (Markup *self, GString *out, cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);

  if (ion_markdown_is (node, "strikethrough"))
    {
      self->unseen |= ION_PHONE_UNSEEN_STRIKETHROUGH;
      return;
    }
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, '\n');
      break;
    case CMARK_NODE_CODE:
      g_string_append (out, "<tt>");
      append_escaped (out, literal);
      g_string_append (out, "</tt>");
      break;
    case CMARK_NODE_HTML_INLINE:
      append_escaped (out, ion_phone_markup_is_line_break (literal) ? "\n" : literal);
      break;
    case CMARK_NODE_EMPH:
      append_styled (self, out, node, "<i>", "</i>");
      break;
    case CMARK_NODE_STRONG:
      append_styled (self, out, node, "<span weight=\"600\">", "</span>");
      break;
    case CMARK_NODE_LINK:
      append_link (self, out, node);
      break;
    default:
      append_escaped (out, literal);
      break;
    }
}

static void
append_inlines (Markup *self, GString *out, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL;
       node = cmark_node_next (node))
    if (cmark_node_get_type (node) != CMARK_NODE_IMAGE)
      append_inline (self, out, node);
}

guint
ion_phone_markup_append (GString *out, cmark_node *parent, const char *link_colour)
{
  Markup self = { 0, link_colour };

  append_inlines (&self, out, parent);
  return self.unseen;
}
