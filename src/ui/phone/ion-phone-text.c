/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The app lays a text out by rules of its own: lists count from one, a banner shows its Markdown
 * unread, tags stand as text, and what it has no rule for is gone. They are followed here, so that
 * the preview cannot be kinder than the app.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-text.h"

#include "ion-markdown.h"
#include "ion-phone-markup.h"

#include <string.h>

typedef struct
{
  IonPhoneText *text;
  const char *link_colour;
  GStrv lines; /* (owned): of the source, for what the app shows unread */
} Builder;

static void add_children (Builder *self, cmark_node *parent, int depth);

static void
block_free (gpointer data)
{
  IonPhoneBlock *self = data;

  g_free (self->marker);
  g_free (self->title);
  g_free (self->markup);
  g_free (self);
}

void
ion_phone_text_free (IonPhoneText *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* @markup: (transfer full) */
static IonPhoneBlock *
add_block (Builder *self, IonPhoneBlockKind kind, int level, char *markup)
{
  IonPhoneBlock *block = g_new0 (IonPhoneBlock, 1);

  block->kind = kind;
  block->level = level;
  block->markup = markup;
  g_ptr_array_add (self->text->blocks, block);
  return block;
}

static void
add_images (Builder *self, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL;
       node = cmark_node_next (node))
    if (cmark_node_get_type (node) == CMARK_NODE_IMAGE)
      {
        GString *words = g_string_new (NULL);

        self->text->unseen |= ion_phone_markup_append (words, node, self->link_colour);
        add_block (self, ION_PHONE_BLOCK_IMAGE, 0, g_string_free (words, FALSE));
        self->text->unseen |= ION_PHONE_UNSEEN_IMAGE_ADDRESS;
      }
}

/* Nothing where nothing is left to be seen. */
static IonPhoneBlock *
add_inlines (Builder *self, IonPhoneBlockKind kind, int level, cmark_node *parent)
{
  GString *markup = g_string_new (NULL);

  self->text->unseen |= ion_phone_markup_append (markup, parent, self->link_colour);
  if (markup->str[strspn (markup->str, " \n")] != '\0')
    return add_block (self, kind, level, g_string_free (markup, FALSE));
  g_string_free (markup, TRUE);
  return NULL;
}

/* The lines of @node as they stand in the source. */
static GString *
get_source (Builder *self, cmark_node *node)
{
  GString *source = g_string_new (NULL);
  int n_lines = (int) g_strv_length (self->lines);
  int last = MIN (cmark_node_get_end_line (node), n_lines);

  for (int i = MAX (cmark_node_get_start_line (node), 1); i <= last; i++)
    g_string_append_printf (source, "%s%s", source->len > 0 ? "\n" : "", self->lines[i - 1]);
  return source;
}

static const char *
skip_quote_marks (const char *line)
{
  line += strspn (line, " ");
  line += strspn (line, ">");
  return line + strspn (line, " ");
}

/* The app takes a heading for the banner's title, drops a picture's name and reads nothing else. */
static void
add_quote (Builder *self, cmark_node *node)
{
  g_autoptr (GString) source = get_source (self, node);
  g_auto (GStrv) lines = g_strsplit (source->str, "\n", -1);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *title = NULL;
  char *markup;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = skip_quote_marks (lines[i]);
      gsize marks = strspn (line, "#");

      if (marks >= 1 && marks <= 6 && line[marks] == ' ' && title == NULL)
        title = g_strstrip (g_strdup (line + marks));
      else if (i > 0 || !g_str_has_prefix (line, "[!"))
        g_string_append_printf (content, "%s\n", line);
    }
  g_strstrip (content->str);
  markup = g_markup_escape_text (content->str, -1);
  add_block (self, ION_PHONE_BLOCK_QUOTE, 0, markup)->title = g_steal_pointer (&title);
}

/* What the app shows as it was written: fences and tags too. */
static void
add_source (Builder *self, cmark_node *node)
{
  g_autoptr (GString) source = get_source (self, node);

  add_block (self, ION_PHONE_BLOCK_PARAGRAPH, 0, g_markup_escape_text (source->str, -1));
}

static void
add_html (Builder *self, cmark_node *node)
{
  g_autofree char *html = g_strdup (cmark_node_get_literal (node));

  g_strchomp (html);
  if (!g_str_has_prefix (html, "<!--") && !ion_phone_markup_is_line_break (html))
    add_block (self, ION_PHONE_BLOCK_PARAGRAPH, 0, g_markup_escape_text (html, -1));
}

static void
add_item (Builder *self, cmark_node *item, const char *marker, int depth)
{
  guint first = self->text->blocks->len;
  IonPhoneBlock *block;

  add_children (self, item, depth);
  if (self->text->blocks->len == first)
    add_block (self, ION_PHONE_BLOCK_ITEM, depth, g_strdup (""));
  block = g_ptr_array_index (self->text->blocks, first);
  if (block->marker == NULL)
    block->marker = g_strdup (marker);
}

static void
add_list (Builder *self, cmark_node *list, int depth)
{
  gboolean is_ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = 1;

  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item), number++)
    {
      g_autofree char *ordinal = g_strdup_printf ("%d.", number);

      add_item (self, item, is_ordered ? ordinal : (depth % 2 == 1 ? "•" : "◦"), depth);
    }
}

static void
add_heading (Builder *self, cmark_node *node, int depth)
{
  int level = cmark_node_get_heading_level (node);

  if (depth == 0 && level <= 3)
    add_inlines (self, ION_PHONE_BLOCK_HEADING, level, node);
  else
    add_inlines (self, depth > 0 ? ION_PHONE_BLOCK_ITEM : ION_PHONE_BLOCK_PARAGRAPH, depth, node);
}

static void
add_node (Builder *self, cmark_node *node, int depth)
{
  if (ion_markdown_is (node, "table"))
    {
      self->text->unseen |= ION_PHONE_UNSEEN_TABLE;
      return;
    }
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      add_inlines (self, depth > 0 ? ION_PHONE_BLOCK_ITEM : ION_PHONE_BLOCK_PARAGRAPH, depth, node);
      add_images (self, node);
      break;
    case CMARK_NODE_HEADING:
      add_heading (self, node, depth);
      break;
    case CMARK_NODE_LIST:
      add_list (self, node, depth + 1);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      add_quote (self, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_source (self, node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_html (self, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      add_block (self, ION_PHONE_BLOCK_RULE, 0, g_strdup (""));
      break;
    default:
      add_children (self, node, depth);
      break;
    }
}

static void
add_children (Builder *self, cmark_node *parent, int depth)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL;
       node = cmark_node_next (node))
    add_node (self, node, depth);
}

IonPhoneText *
ion_phone_text_new (const char *body, const char *link_colour)
{
  g_autoptr (cmark_node) document = NULL;
  IonPhoneText *text = g_new0 (IonPhoneText, 1);
  Builder builder = { text, link_colour, NULL };

  g_return_val_if_fail (body != NULL, text);

  text->blocks = g_ptr_array_new_with_free_func (block_free);
  builder.lines = g_strsplit (body, "\n", -1);
  document = ion_markdown_parse (body);
  add_children (&builder, document, 0);
  g_strfreev (builder.lines);
  return text;
}
