/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The same words for other places than IO: an office writes them once. Only the Markdown that
 * templates use is known here; whatever else stands in a text is left as it is.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-plain-text.h"

#include "ion-field-text.h"

#include <string.h>

/* Around a field's name until the Markdown is gone: brackets would look like a link. */
#define FIELD_BEGIN '\001'
#define FIELD_END   '\002'

static void append_inline (GString *out, const char *text, gsize length, IonPlainTextStyle style);

/* What Markdown writes around a word, and what is written in its place. */
static const struct
{
  const char *mark;
  const char *whatsapp;
} marks[] = {
  { "**", "*" }, { "__", "*" }, { "~~", "~" }, { "*", "_" }, { "_", "_" }, { "`", "`" },
};

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* Where the mark at @text closes; 0 where it opens nothing. */
static gsize
find_end (const char *text, gsize length, const char *mark)
{
  gsize size = strlen (mark);

  if (length <= 2 * size || g_ascii_isspace (text[size]))
    return 0;
  for (gsize i = size + 1; i + size <= length; i++)
    {
      if (text[i - 1] == '\\' || g_ascii_isspace (text[i - 1]))
        continue;
      if (strncmp (text + i, mark, size) != 0)
        continue;
      /* A longer run of the same belongs to another mark. */
      if (size == 1 && i + 1 < length && text[i + 1] == mark[0])
        {
          i++;
          continue;
        }
      if (mark[0] == '_' && i + size < length && is_word (text[i + size]))
        continue;
      return i;
    }
  return 0;
}

/* Returns: how much of @text was a marked word; 0 = none */
static gsize
append_marked (GString *out,
               const char *text,
               gsize length,
               gboolean follows_word,
               IonPlainTextStyle style)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = marks[i].mark;
      const char *written = style == ION_PLAIN_TEXT_WHATSAPP ? marks[i].whatsapp : "";
      gsize size = strlen (mark);
      gsize end;

      if (strncmp (text, mark, MIN (size, length)) != 0 || (mark[0] == '_' && follows_word))
        continue;
      end = find_end (text, length, mark);
      if (end == 0)
        continue;
      g_string_append (out, written);
      if (mark[0] == '`')
        g_string_append_len (out, text + size, (gssize) (end - size));
      else
        append_inline (out, text + size, end - size, style);
      g_string_append (out, written);
      return end + size;
    }
  return 0;
}

/* "[words](address)", "![words](address)". Returns: how much of @text it was; 0 = none */
static gsize
append_link (GString *out, const char *text, gsize length, IonPlainTextStyle style)
{
  gsize start = text[0] == '!' ? 2 : 1;
  const char *middle, *end;
  gsize words, address;

  if (length < start + 4 || text[start - 1] != '[')
    return 0;
  middle = g_strstr_len (text, (gssize) length, "](");
  end = middle != NULL ? memchr (middle, ')', length - (gsize) (middle - text)) : NULL;
  if (end == NULL)
    return 0;
  words = (gsize) (middle - text) - start;
  address = (gsize) (end - middle) - 2;
  append_inline (out, text + start, words, style);
  if (start == 1 && (words != address || strncmp (text + start, middle + 2, words) != 0))
    {
      g_string_append (out, ": ");
      g_string_append_len (out, middle + 2, (gssize) address);
    }
  return (gsize) (end - text) + 1;
}

/* "<https://…>". Returns: how much of @text it was; 0 = none */
static gsize
append_address (GString *out, const char *text, gsize length)
{
  const char *end = text[0] == '<' ? memchr (text, '>', length) : NULL;

  if (end == NULL || g_strstr_len (text, end - text, ":") == NULL ||
      memchr (text, ' ', (gsize) (end - text)) != NULL)
    return 0;
  g_string_append_len (out, text + 1, end - text - 1);
  return (gsize) (end - text) + 1;
}

static void
append_inline (GString *out, const char *text, gsize length, IonPlainTextStyle style)
{
  for (gsize i = 0; i < length;)
    {
      gboolean follows_word = i > 0 && is_word (text[i - 1]);
      gsize used = 0;

      if (text[i] == '\\' && i + 1 < length && g_ascii_ispunct (text[i + 1]))
        {
          g_string_append_c (out, text[i + 1]);
          i += 2;
          continue;
        }
      if (text[i] == '[' || text[i] == '!')
        used = append_link (out, text + i, length - i, style);
      else if (text[i] == '<')
        used = append_address (out, text + i, length - i);
      else if (strchr ("*_~`", text[i]) != NULL)
        used = append_marked (out, text + i, length - i, follows_word, style);
      if (used == 0)
        g_string_append_c (out, text[i]);
      i += MAX (used, 1);
    }
}

/* What a line is, and where its words begin. */
typedef enum
{
  LINE_EMPTY,
  LINE_WORDS,
  LINE_HEADING,
  LINE_BULLET,
  LINE_NUMBER,
  LINE_QUOTE,
} LineKind;

static gboolean
is_rule (const char *line)
{
  gsize n = strspn (line, "-*_ ");

  return line[n] == '\0' && n >= 3 && line[0] != ' ' && line[1] == line[0];
}

static LineKind
look_at (const char *line, const char **words)
{
  gsize n;

  *words = line;
  if (*line == '\0')
    return LINE_EMPTY;
  if (is_rule (line))
    {
      *words = "";
      return LINE_EMPTY;
    }
  n = strspn (line, "#");
  if (n >= 1 && n <= 6 && line[n] == ' ')
    {
      *words = line + n + 1;
      return LINE_HEADING;
    }
  if (strchr ("-*+", *line) != NULL && line[1] == ' ')
    {
      *words = line + 2;
      return LINE_BULLET;
    }
  n = strspn (line, "0123456789");
  if (n > 0 && line[n] == '.' && line[n + 1] == ' ')
    return LINE_NUMBER;
  if (*line == '>')
    {
      *words = line + (line[1] == ' ' ? 2 : 1);
      return LINE_QUOTE;
    }
  return LINE_WORDS;
}

static void
append_line (GString *out, LineKind kind, const char *words, IonPlainTextStyle style)
{
  gboolean is_bold = kind == LINE_HEADING && style == ION_PLAIN_TEXT_WHATSAPP;

  if (kind == LINE_BULLET)
    g_string_append (out, style == ION_PLAIN_TEXT_WHATSAPP ? "- " : "• ");
  if (kind == LINE_QUOTE && style == ION_PLAIN_TEXT_WHATSAPP)
    g_string_append (out, "> ");
  if (is_bold)
    g_string_append_c (out, '*');
  append_inline (out, words, strlen (words), style);
  if (is_bold)
    g_string_append_c (out, '*');
}

/* Whether IO shows @kind on the same line as what stands before it. */
static gboolean
goes_on (LineKind before, LineKind kind, gboolean is_broken)
{
  return kind == LINE_WORDS && !is_broken &&
         (before == LINE_WORDS || before == LINE_BULLET || before == LINE_NUMBER ||
          before == LINE_QUOTE);
}

char *
ion_plain_text_from_markdown (const char *markdown, IonPlainTextStyle style)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  LineKind before = LINE_EMPTY;
  gboolean is_broken = FALSE;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      gboolean breaks = g_str_has_suffix (lines[i], "  ") || g_str_has_suffix (lines[i], "\\");
      char *line = g_strstrip (lines[i]);
      const char *words;
      LineKind kind;

      if (breaks && g_str_has_suffix (line, "\\"))
        line[strlen (line) - 1] = '\0';
      kind = look_at (line, &words);
      if (goes_on (before, kind, is_broken))
        g_string_append_c (out, ' ');
      else if (out->len > 0 && (kind != LINE_EMPTY || before != LINE_EMPTY))
        g_string_append_c (out, '\n');
      append_line (out, kind, words, style);
      before = kind;
      is_broken = breaks;
    }
  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}

static void
append_nodes (GString *out, const GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const IonFieldNode *node = g_ptr_array_index (nodes, i);

      if (node->type == ION_FIELD_NODE_LITERAL)
        g_string_append (out, node->text);
      else if (node->type == ION_FIELD_NODE_CONDITION)
        append_nodes (out, node->children);
      else
        g_string_append_printf (out, "%c%s%c", FIELD_BEGIN, node->text, FIELD_END);
    }
}

/* A text that does not parse is taken as it stands. */
static char *
name_fields (const char *source, IonEscape escape)
{
  g_autoptr (IonFieldText) parsed = ion_field_text_parse (source, "", escape, NULL);
  GString *out = g_string_new (NULL);

  if (parsed != NULL)
    append_nodes (out, parsed->nodes);
  else
    g_string_append (out, source);
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): @plain (transfer full), with its marks as brackets */
static char *
write_brackets (char *plain)
{
  for (char *p = plain; *p != '\0'; p++)
    if (*p == FIELD_BEGIN)
      *p = '[';
    else if (*p == FIELD_END)
      *p = ']';
  return plain;
}

char *
ion_plain_text_from_subject (const IonTemplateText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return write_brackets (name_fields (text->subject, ION_ESCAPE_PLAIN));
}

char *
ion_plain_text_from_template (const IonTemplateText *text, IonPlainTextStyle style)
{
  g_autofree char *subject = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *body = NULL;
  const char *mark = style == ION_PLAIN_TEXT_WHATSAPP ? "*" : "";

  g_return_val_if_fail (text != NULL, NULL);

  subject = name_fields (text->subject, ION_ESCAPE_PLAIN);
  markdown = name_fields (text->markdown, ION_ESCAPE_MARKDOWN);
  body = ion_plain_text_from_markdown (markdown, style);
  return write_brackets (g_strdup_printf ("%s%s%s\n\n%s", mark, subject, mark, body));
}
