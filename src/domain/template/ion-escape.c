/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Values are data. A row may come from anywhere: nothing in it may become bold, a list, a link, a
 * button or front matter. The parser of the app is GitHub's Markdown with bare addresses as links;
 * these are found after escapes are undone, so that only breaking them up helps.
 *
 * Every value looks back at what has been written, since two values may meet, and what is harmless
 * within a line may not be at its start.
 */

#define G_LOG_DOMAIN "ion-escape"

#include "config.h"

#include "ion-escape.h"

#include <string.h>

/* U+200B: no width, no letter, unknown to what recognises addresses. */
#define BREAK          "\xe2\x80\x8b"
#define NO_BREAK_SPACE "\xc2\xa0"

typedef enum
{
  STEP_TEXT,
  STEP_BLANK,
  STEP_NO_BREAK,
  STEP_DROP,
} Step;

/* Of three bytes, those that begin with E2: blanks of lines and paragraphs, marks of direction,
 * U+200B and U+2060. The joiners U+200C and U+200D stay: emoji and names are written with them. */
static Step
classify_e2 (const guchar *c)
{
  if (c[1] == 0x80)
    {
      if (c[2] == 0xa8 || c[2] == 0xa9)
        return STEP_BLANK;
      if (c[2] == 0x8b || c[2] == 0x8e || c[2] == 0x8f || (c[2] >= 0xaa && c[2] <= 0xae))
        return STEP_DROP;
    }
  else if (c[1] == 0x81 && c[2] >= 0xa0 && c[2] <= 0xaf)
    {
      return STEP_DROP;
    }

  return STEP_TEXT;
}

/* What the character at @c is, and its length in bytes; one byte of a longer one that is plain text
 * may come alone, since it is copied as it is. */
static Step
classify (const guchar *c, gsize *length)
{
  Step step = STEP_TEXT;

  *length = 1;
  if (*c < 0x80)
    {
      if (*c > ' ' && *c != 0x7f)
        return STEP_TEXT;
      return *c == ' ' || (*c >= '\t' && *c <= '\r') ? STEP_BLANK : STEP_DROP;
    }

  if (*c == 0xc2 && c[1] == 0xa0)
    {
      *length = 2;
      return STEP_NO_BREAK;
    }
  if (*c == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
    {
      *length = 2;
      return c[1] == 0x85 ? STEP_BLANK : STEP_DROP;
    }
  if (*c == 0xd8 && c[1] == 0x9c)
    {
      *length = 2;
      return STEP_DROP;
    }
  if (*c == 0xe2 && c[1] != '\0')
    step = classify_e2 (c);
  else if (*c == 0xef && ((c[1] == 0xbb && c[2] == 0xbf) || (c[1] == 0xbf && c[2] >= 0xbe)))
    step = STEP_DROP;

  if (step != STEP_TEXT)
    *length = 3;
  return step;
}

gboolean
ion_escape_is_blank (const char *value)
{
  gsize length;

  if (value == NULL)
    return TRUE;

  for (const guchar *c = (const guchar *) value; *c != '\0'; c += length)
    {
      if (classify (c, &length) == STEP_TEXT)
        return FALSE;
    }

  return TRUE;
}

static char
last_of (const GString *out)
{
  return out->len > 0 ? out->str[out->len - 1] : '\0';
}

static gboolean
ends_with_www (const GString *out)
{
  return out->len >= 3 && g_ascii_strncasecmp (out->str + out->len - 3, "www", 3) == 0;
}

static gboolean
is_of_address (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '-' || c == '_' || c == '+';
}

/* Whether what was written last is an e-mail address that a value would go on with. */
static gboolean
ends_in_email (const GString *out)
{
  gsize i = out->len;

  while (i > 0 && is_of_address (out->str[i - 1]))
    i--;

  return i > 0 && out->str[i - 1] == '@';
}

/* Whether a backslash would take the next character for itself. */
static gboolean
ends_in_escape (const GString *out)
{
  gsize i = out->len;

  while (i > 0 && out->str[i - 1] == '\\')
    i--;

  return (out->len - i) % 2 == 1;
}

/* What the template may leave open just before a value: "@", a backslash, "[" of a task or of a
 * reference, "[^" of a note. */
static void
guard_start (GString *out)
{
  char last = last_of (out);

  if (last == '[' || last == '^' || ends_in_escape (out) || ends_in_email (out))
    g_string_append (out, BREAK);
}

/* Whether a value here could begin a list, a heading or the like: no letter stands before it on its
 * line. Says yes too often rather than too seldom. */
static gboolean
is_at_line_start (const GString *out)
{
  gsize i = out->len;

  while (i > 0 && out->str[i - 1] != '\n')
    {
      if (i >= 3 && memcmp (out->str + i - 3, BREAK, 3) == 0)
        i -= 3;
      else if ((guchar) out->str[i - 1] < 0x80 && !g_ascii_isalpha (out->str[i - 1]))
        i--;
      else
        return FALSE;
    }

  return TRUE;
}

/* One value on its way into Markdown. */
typedef struct
{
  gboolean is_first;      /* nothing written yet */
  gboolean is_number;     /* nothing but digits written so far */
  gboolean is_line_start; /* it is the first of its line */
} Progress;

/* "1." and "1)" begin a list when a blank, or nothing, follows. */
static gboolean
begins_list (const Progress *progress, const char *c)
{
  gsize length;

  return (progress->is_line_start && progress->is_number &&
          (c[1] == '\0' || classify ((const guchar *) c + 1, &length) != STEP_TEXT));
}

/* Whether @c has to be written with a backslash where it stands. */
static gboolean
needs_escape (const GString *out, const Progress *progress, const char *c)
{
  gboolean begins_line = progress->is_first && progress->is_line_start;

  switch (*c)
    {
    case '\\':
    case '*':
    case '_':
    case '[':
    case ']':
    case '<':
    case '>':
    case '&':
    case '~':
    case '|':
    case '#':
      return TRUE;
    case '.':
    case ')':
      return begins_list (progress, c);
    case '-':
      return begins_line || last_of (out) == '-';
    case '(':
      return progress->is_first && last_of (out) == ']';
    case '+':
    case '=':
    case ':':
      return begins_line;
    default:
      return FALSE;
    }
}

/* Whether @c would complete what is found after escapes are undone, or in spite of them: the start
 * of an address, the end of a note's name. */
static gboolean
needs_break (const GString *out, const Progress *progress, char c)
{
  char last = last_of (out);

  switch (c)
    {
    case '/':
      return last == ':' || (progress->is_first && last == '/');
    case '.':
      return ends_with_www (out);
    case ':':
      return last == ']';
    default:
      return FALSE;
    }
}

static void
append_markdown (GString *out, const Progress *progress, const char *c)
{
  if (needs_break (out, progress, *c))
    g_string_append (out, BREAK);
  if (needs_escape (out, progress, c))
    g_string_append_c (out, '\\');

  /* In a code span no escape works: a backtick, which is nearly always meant as one, becomes an
   * apostrophe. */
  g_string_append_c (out, *c == '`' ? '\'' : *c);
  if (*c == '@')
    g_string_append (out, BREAK);
}

/* A full stop at the end would be taken for that of the sentence. */
static void
append_address (GString *out, const Progress *progress, const char *c)
{
  gboolean is_inner = !progress->is_first && g_ascii_isalnum (c[1]);

  if (g_ascii_isalnum (*c) || (*c == '.' && is_inner) || (*c == '-' && last_of (out) != '-'))
    g_string_append_c (out, *c);
  else
    g_string_append_printf (out, "%%%02X", (guchar) *c);
}

static void
append_text (GString *out, const Progress *progress, const char *c, IonEscape escape)
{
  switch (escape)
    {
    case ION_ESCAPE_MARKDOWN:
      append_markdown (out, progress, c);
      break;

    case ION_ESCAPE_ADDRESS:
      append_address (out, progress, c);
      break;

    case ION_ESCAPE_PLAIN:
    default:
      g_string_append_c (out, *c);
      break;
    }
}

static void
append_blank (GString *out, Step blank, IonEscape escape)
{
  if (escape == ION_ESCAPE_ADDRESS)
    g_string_append (out, "%20");
  else
    g_string_append (out, blank == STEP_NO_BREAK ? NO_BREAK_SPACE : " ");
}

void
ion_escape_append (GString *out, const char *value, IonEscape escape)
{
  Progress progress = { TRUE, TRUE, FALSE };
  Step blank = STEP_TEXT; /* STEP_TEXT: none waits */
  gsize length;

  g_return_if_fail (out != NULL);
  g_return_if_fail (value != NULL);

  for (const char *c = value; *c != '\0'; c += length)
    {
      Step step = classify ((const guchar *) c, &length);

      if (step == STEP_BLANK || step == STEP_NO_BREAK)
        blank = blank == STEP_TEXT ? step : STEP_BLANK;
      if (step != STEP_TEXT)
        continue;

      if (progress.is_first && escape == ION_ESCAPE_MARKDOWN)
        {
          guard_start (out);
          progress.is_line_start = is_at_line_start (out);
        }
      if (blank != STEP_TEXT && !progress.is_first)
        append_blank (out, blank, escape);

      append_text (out, &progress, c, escape);
      progress.is_number = progress.is_number && g_ascii_isdigit (*c);
      progress.is_first = FALSE;
      blank = STEP_TEXT;
    }
}

/* Whether @next goes on, without a blank, to be an address of which the value would be a part. */
static gboolean
continues_address (const char *next)
{
  const char *c = next;

  while (is_of_address (*c))
    c++;

  return *c == '@' || strncmp (c, "://", 3) == 0;
}

/* Whether the line that is being written holds a number only. */
static gboolean
line_is_number (const GString *out)
{
  gsize i = out->len;

  while (i > 0 && g_ascii_isdigit (out->str[i - 1]))
    i--;
  if (i == out->len)
    return FALSE;

  while (i > 0 && strchr (" \t>*+-", out->str[i - 1]) != NULL)
    i--;

  return i == 0 || out->str[i - 1] == '\n';
}

void
ion_escape_guard (GString *out, const char *next)
{
  char last;

  g_return_if_fail (out != NULL);
  g_return_if_fail (next != NULL);

  last = last_of (out);
  if (continues_address (next) || (*next == '[' && last == '!') || (*next == ':' && last == ']') ||
      (*next == '.' && ends_with_www (out)) || (*next == '/' && (last == ':' || last == '/')))
    g_string_append (out, BREAK);
  else if ((*next == '-' && last == '-') ||
           ((*next == '.' || *next == ')') && line_is_number (out)))
    g_string_append_c (out, '\\');
}
