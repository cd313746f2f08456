/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Bold, italic, lists and links, written as Markdown around what is selected.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-markdown-keys.h"

#include <string.h>

/* The selection without the blanks around: Markdown wants its marks at the words. */
static void
get_words (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_selection_bounds (buffer, start, end);
  while (gtk_text_iter_compare (start, end) < 0 &&
         g_unichar_isspace (gtk_text_iter_get_char (start)))
    gtk_text_iter_forward_char (start);
  while (gtk_text_iter_compare (start, end) < 0)
    {
      GtkTextIter last = *end;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      *end = last;
    }
}

static gboolean
is_before (const GtkTextIter *iter, const char *mark)
{
  GtkTextIter start = *iter;
  g_autofree char *text = NULL;

  if (!gtk_text_iter_backward_chars (&start, (int) strlen (mark)))
    return FALSE;
  text = gtk_text_iter_get_text (&start, iter);
  return g_str_equal (text, mark);
}

static gboolean
is_after (const GtkTextIter *iter, const char *mark)
{
  GtkTextIter end = *iter;
  g_autofree char *text = NULL;

  gtk_text_iter_forward_chars (&end, (int) strlen (mark));
  text = gtk_text_iter_get_text (iter, &end);
  return g_str_equal (text, mark);
}

/* Selects @length characters from @offset. */
static void
select_range (GtkTextBuffer *buffer, int offset, int length)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + length);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
replace (GtkTextBuffer *buffer, int offset, int length, const char *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + length);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
}

void
ion_markdown_keys_wrap (GtkTextBuffer *buffer, const char *mark)
{
  GtkTextIter start, end;
  int offset, length, width = (int) strlen (mark);

  get_words (buffer, &start, &end);
  offset = gtk_text_iter_get_offset (&start);
  length = gtk_text_iter_get_offset (&end) - offset;
  gtk_text_buffer_begin_user_action (buffer);
  if (is_before (&start, mark) && is_after (&end, mark))
    {
      replace (buffer, offset + length, width, "");
      replace (buffer, offset - width, width, "");
      offset -= width;
    }
  else
    {
      replace (buffer, offset + length, 0, mark);
      replace (buffer, offset, 0, mark);
      offset += width;
    }
  gtk_text_buffer_end_user_action (buffer);
  select_range (buffer, offset, length);
}

/* How many characters of the line are a list's mark; 0 = none. */
static int
measure_mark (GtkTextBuffer *buffer, int line)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  gsize digits;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_text (&start, &end);
  if (g_str_has_prefix (text, "- ") || g_str_has_prefix (text, "* "))
    return 2;
  digits = strspn (text, "0123456789");
  return digits > 0 && g_str_has_prefix (text + digits, ". ") ? (int) digits + 2 : 0;
}

static gboolean
is_numbered_line (GtkTextBuffer *buffer, int line)
{
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  return g_unichar_isdigit (gtk_text_iter_get_char (&start));
}

void
ion_markdown_keys_list (GtkTextBuffer *buffer, gboolean is_numbered)
{
  GtkTextIter start, end;
  int first, last;
  gboolean removes;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  if (last > first && gtk_text_iter_starts_line (&end))
    last--;
  removes = measure_mark (buffer, first) > 0 && is_numbered_line (buffer, first) == is_numbered;
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = first; line <= last; line++)
    {
      g_autofree char *mark =
          is_numbered ? g_strdup_printf ("%d. ", line - first + 1) : g_strdup ("- ");

      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      replace (buffer, gtk_text_iter_get_offset (&start), measure_mark (buffer, line),
               removes ? "" : mark);
    }
  gtk_text_buffer_end_user_action (buffer);
}

void
ion_markdown_keys_link (GtkTextBuffer *buffer, const char *words)
{
  static const char address[] = "https://";
  GtkTextIter start, end;
  g_autofree char *selected = NULL;
  g_autofree char *link = NULL;
  gboolean is_address;
  int offset;

  get_words (buffer, &start, &end);
  offset = gtk_text_iter_get_offset (&start);
  selected = gtk_text_iter_get_text (&start, &end);
  is_address = g_str_has_prefix (selected, "http");
  if (*selected != '\0' && !is_address)
    words = selected;
  link = g_strdup_printf ("[%s](%s)", words, is_address ? selected : address);
  gtk_text_buffer_begin_user_action (buffer);
  replace (buffer, offset, (int) g_utf8_strlen (selected, -1), link);
  gtk_text_buffer_end_user_action (buffer);
  if (is_address)
    select_range (buffer, offset + 1, (int) g_utf8_strlen (words, -1));
  else
    select_range (buffer, offset + (int) g_utf8_strlen (words, -1) + 3, (int) strlen (address));
}
