/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The buttons of a message travel as YAML in front of its text. One wrong character there and the
 * app shows a warning in the place of the message, so writing and recognising live side by side.
 */

#define G_LOG_DOMAIN "ion-front-matter"

#include "config.h"

#include "ion-front-matter.h"

#include "ion-button.h"

#include <string.h>

#define FENCE "---\n"

static const char *const languages[] = { "it", "en" };

void
ion_button_text_clear (IonButtonText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->text_en, g_free);
  g_clear_pointer (&self->action, g_free);
}

/* A YAML scalar between double quotes. Line breaks and controls never come here: the renderer has
 * turned them into blanks. */
static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
  g_string_append (out, "\"\n");
}

void
ion_front_matter_append (GString *out, const IonButtonText *buttons, gsize n_buttons)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (n_buttons <= ION_BUTTONS_MAX);

  if (n_buttons == 0)
    return;

  g_string_append (out, FENCE);
  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_string_append_printf (out, "%s:\n", languages[l]);
      for (gsize i = 0; i < n_buttons; i++)
        {
          g_autoptr (GString) action = g_string_new (NULL);

          g_string_append_printf (out, "    cta_%" G_GSIZE_FORMAT ":\n        text: ", i + 1);
          append_quoted (out, l == 0 ? buttons[i].text : buttons[i].text_en);
          g_string_append (out, "        action: ");
          ion_button_action_append (action, buttons[i].action);
          append_quoted (out, action->str);
        }
    }
  g_string_append (out, FENCE);
}

static gboolean
skip (const char **cursor, const char *expected)
{
  gsize length = strlen (expected);

  if (strncmp (*cursor, expected, length) != 0)
    return FALSE;

  *cursor += length;
  return TRUE;
}

/* Reads what append_quoted() wrote; %NULL where it is not that, or is blank. */
static char *
read_quoted (const char **cursor)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *c = *cursor;

  if (*c++ != '"')
    return NULL;

  for (; *c != '"'; c++)
    {
      if (*c == '\\' && (c[1] == '"' || c[1] == '\\'))
        c++;
      else if (*c == '\\' || (guchar) *c < ' ')
        return NULL;
      g_string_append_c (text, *c);
    }

  if (c[1] != '\n' || text->str[strspn (text->str, " ")] == '\0')
    return NULL;

  *cursor = c + 2;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
skip_button (const char **cursor, int number)
{
  char heading[] = "    cta_1:\n        text: ";
  g_autofree char *text = NULL;
  g_autofree char *action = NULL;

  heading[8] = (char) ('0' + number);
  if (!skip (cursor, heading) || (text = read_quoted (cursor)) == NULL ||
      !skip (cursor, "        action: ") || (action = read_quoted (cursor)) == NULL)
    return FALSE;

  /* Whole here, prefix included: a bare address would be a button that the app drops. */
  return (g_ascii_strncasecmp (action, "io", 2) == 0 &&
          ion_button_action_check (action) == ION_BUTTON_ACTION_GOOD);
}

gboolean
ion_front_matter_skip (const char *markdown, const char **body)
{
  const char *cursor = markdown;

  g_return_val_if_fail (markdown != NULL, FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  *body = markdown;
  if (!skip (&cursor, FENCE))
    return TRUE;

  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      if (!skip (&cursor, languages[l]) || !skip (&cursor, ":\n") || !skip_button (&cursor, 1))
        return FALSE;
      if (g_str_has_prefix (cursor, "    cta_2:") && !skip_button (&cursor, 2))
        return FALSE;
    }

  if (!skip (&cursor, FENCE))
    return FALSE;

  *body = cursor;
  return TRUE;
}

/* A line of three dashes or more. */
static gboolean
is_fence (const char *line)
{
  gsize dashes;

  line += strspn (line, " \t");
  dashes = strspn (line, "-");
  if (dashes < 3)
    return FALSE;

  line += dashes;
  line += strspn (line, " \t\r");
  return *line == '\n' || *line == '\0';
}

const char *
ion_front_matter_find_fence (const char *text)
{
  const char *line = text;

  g_return_val_if_fail (text != NULL, NULL);

  while (!is_fence (line))
    {
      line = strchr (line, '\n');
      if (line == NULL)
        return NULL;
      line++;
    }

  return line;
}
