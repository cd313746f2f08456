/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A field in a link is useful ("https://…/avviso/{{avviso}}") as long as it cannot decide whom the
 * link leads to. This tells the two apart from what stands before the field.
 */

#define G_LOG_DOMAIN "ion-link-context"

#include "config.h"

#include "ion-link-context.h"

#include <string.h>

/* Where the characters without a blank begin that end the text. Angle brackets and quotes end them
 * too: they enclose addresses. */
static gsize
find_run (const char *text, gsize length)
{
  while (length > 0 && strchr (" \t\n<>\"", text[length - 1]) == NULL)
    length--;

  return length;
}

static gboolean
is_escaped (const char *text, gsize index)
{
  return index > 0 && text[index - 1] == '\\';
}

/* "](": where the address of a link begins, after its last one in @text; -1 where there is none.
 * One that has ended moves @from behind it. */
static gssize
find_destination (const char *text, gsize *from, gsize length)
{
  gsize end = 0;

  for (gsize i = length; i > *from + 1; i--)
    {
      if (text[i - 1] == ')' && end == 0 && !is_escaped (text, i - 1))
        end = i;
      if (text[i - 1] != '(' || text[i - 2] != ']' || is_escaped (text, i - 2))
        continue;
      if (end == 0)
        return (gssize) i;

      *from = end;
      return -1;
    }

  return -1;
}

/* "[name]: " at the start of the line: what follows is the address of a reference. */
static gboolean
is_reference (const char *text, gsize run)
{
  gsize line;

  while (run > 0 && strchr (" \t<", text[run - 1]) != NULL)
    run--;
  if (run < 3 || text[run - 1] != ':' || text[run - 2] != ']')
    return FALSE;

  for (line = run; line > 0 && text[line - 1] != '\n'; line--)
    ;
  while (text[line] == ' ' || text[line] == '>')
    line++;

  return text[line] == '[';
}

/* Where the host of a web address begins in @text, -1 where there is none. */
static gssize
find_host (const char *text, gsize from, gsize length)
{
  for (gsize i = length; i > from; i--)
    {
      if (i - from >= 3 && memcmp (text + i - 3, "://", 3) == 0)
        return (gssize) i;
      if (i - from >= 4 && g_ascii_strncasecmp (text + i - 4, "www.", 4) == 0 &&
          (i - from == 4 || !g_ascii_isalnum (text[i - 5])))
        return (gssize) i;
    }

  return -1;
}

IonLinkContext
ion_link_context_at_end (const char *markdown, gsize length)
{
  gsize run;
  gsize from;
  gssize destination;
  gssize host;
  gboolean is_destination;

  g_return_val_if_fail (markdown != NULL || length == 0, ION_LINK_CONTEXT_TEXT);

  run = find_run (markdown, length);
  from = run;
  destination = find_destination (markdown, &from, length);
  is_destination =
      (destination >= 0 || is_reference (markdown, run) ||
       (run > 0 && from == run && markdown[run - 1] == '<' && !is_escaped (markdown, run - 1)));

  host = find_host (markdown, destination >= 0 ? (gsize) destination : from, length);
  if (host < 0)
    return is_destination ? ION_LINK_CONTEXT_HOST : ION_LINK_CONTEXT_TEXT;

  for (gsize i = (gsize) host; i < length; i++)
    {
      if (strchr ("/?#", markdown[i]) != NULL)
        return ION_LINK_CONTEXT_PATH;
    }

  return ION_LINK_CONTEXT_HOST;
}

gboolean
ion_link_context_is_hidden (const char *markdown, gsize length)
{
  gsize line = length;
  gsize from;
  gssize destination;

  g_return_val_if_fail (markdown != NULL || length == 0, FALSE);

  while (line > 0 && markdown[line - 1] != '\n')
    line--;

  from = line;
  destination = find_destination (markdown, &from, length);
  if (destination >= 0)
    {
      gsize i = (gsize) destination;

      while (i < length && markdown[i] == ' ')
        i++;
      if (i < length && memchr (markdown + i, ' ', length - i) != NULL)
        return TRUE;
      if (i == length && i > (gsize) destination)
        return TRUE;
    }

  for (gsize i = length; i > line; i--)
    {
      if (markdown[i - 1] == '>')
        return FALSE;
      if (markdown[i - 1] == '<' && i < length &&
          (g_ascii_isalpha (markdown[i]) || strchr ("/!?", markdown[i]) != NULL))
        return memchr (markdown + i, ' ', length - i) != NULL;
    }

  return FALSE;
}
