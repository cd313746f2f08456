/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The fields of a line that is being written. The parser of whole texts (ion-field-text-parser.c)
 * stops at the first fault; an editor must draw what is well all the same, and a line at a time.
 */

#define G_LOG_DOMAIN "ion-field-spans"

#include "config.h"

#include "ion-field-spans.h"

#include <string.h>

typedef struct
{
  const char *text;
  gsize length;
} Line;

static gboolean
is_at (const Line *line, gsize at, const char *what)
{
  gsize length = strlen (what);

  return at + length <= line->length && memcmp (line->text + at, what, length) == 0;
}

/* Up to what cannot be in a name or a format. */
static gsize
skip_word (const Line *line, gsize at)
{
  while (at < line->length && memchr ("|:{}\n", line->text[at], 5) == NULL)
    at += line->text[at] == '\\' && at + 1 < line->length ? 2 : 1;
  return MIN (at, line->length);
}

/* What "altrimenti" says, other fields in it too: up to its braces. */
static gsize
skip_inner (const Line *line, gsize at)
{
  int depth = 1;

  while (at < line->length)
    {
      if (is_at (line, at, "{{"))
        depth++, at += 2;
      else if (is_at (line, at, "}}"))
        {
          if (--depth == 0)
            return at;
          at += 2;
        }
      else
        at += line->text[at] == '\\' && at + 1 < line->length ? 2 : 1;
    }
  return line->length;
}

static void
set_name (const Line *line, IonFieldSpan *span, gsize start, gsize end)
{
  while (start < end && g_ascii_isspace (line->text[start]))
    start++;
  while (end > start && g_ascii_isspace (line->text[end - 1]))
    end--;
  span->name_start = start;
  span->name_end = end;
}

static gboolean
is_condition (const Line *line, const IonFieldSpan *span)
{
  return span->name_end - span->name_start > 3 &&
         g_ascii_strncasecmp (line->text + span->name_start, "se", 2) == 0 &&
         g_ascii_isspace (line->text[span->name_start + 2]);
}

/* After the "{{" at span->start. Returns: whether it is a field */
static gboolean
read_field (const Line *line, IonFieldSpan *span)
{
  gsize at = skip_word (line, span->start + 2);

  set_name (line, span, span->start + 2, at);
  if (span->name_start == span->name_end)
    return FALSE;
  if (at < line->length && line->text[at] == ':' && is_condition (line, span))
    {
      span->type = ION_FIELD_SPAN_OPENING;
      set_name (line, span, span->name_start + 2, span->name_end);
      span->end = at + 1;
      return TRUE;
    }
  span->type = ION_FIELD_SPAN_VALUE;
  while (at < line->length && line->text[at] == '|')
    {
      at = skip_word (line, at + 1);
      if (at < line->length && line->text[at] == ':')
        at = skip_inner (line, at + 1);
    }
  span->end = at + 2;
  return is_at (line, at, "}}");
}

GArray *
ion_field_spans_find (const char *text, gssize length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IonFieldSpan));
  Line line;
  gsize at = 0;

  g_return_val_if_fail (text != NULL, spans);

  line.text = text;
  line.length = length < 0 ? strlen (text) : (gsize) length;
  while (at < line.length)
    {
      IonFieldSpan span = { .start = at };

      if (is_at (&line, at, "{{") && read_field (&line, &span))
        {
          g_array_append_val (spans, span);
          at = span.end;
        }
      else if (is_at (&line, at, "}}"))
        {
          span.type = ION_FIELD_SPAN_CLOSING;
          span.end = span.name_start = span.name_end = at + 2;
          g_array_append_val (spans, span);
          at = span.end;
        }
      else
        at += is_at (&line, at, "{{") ? 2 : 1;
    }
  return spans;
}
