/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The way back from a message's front matter to its buttons. What may stand there is known to the
 * last blank, so that lines are enough to read it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-message-buttons.h"

#include <string.h>

#define TEXT   "        text: \""
#define ACTION "        action: \""

/* Without the quotation marks' escapes; @line ends with one. */
static char *
read_quoted (const char *line, const char *prefix)
{
  g_autofree char *quoted = g_strdup (line + strlen (prefix));
  gsize length = strlen (quoted);

  if (length > 0)
    quoted[length - 1] = '\0';
  return g_strcompress (quoted);
}

static void
read_line (GArray *buttons, const char *line, gboolean is_english, guint *index)
{
  IonButtonText empty = { NULL, NULL, NULL };

  if (g_str_has_prefix (line, TEXT))
    {
      if (!is_english)
        g_array_append_val (buttons, empty);
      if (*index < buttons->len)
        {
          IonButtonText *button = &g_array_index (buttons, IonButtonText, *index);

          *(is_english ? &button->text_en : &button->text) = read_quoted (line, TEXT);
        }
    }
  else if (g_str_has_prefix (line, ACTION))
    {
      if (!is_english && *index < buttons->len)
        g_array_index (buttons, IonButtonText, *index).action = read_quoted (line, ACTION);
      (*index)++;
    }
}

GArray *
ion_message_buttons_read (const char *markdown, const char **body)
{
  g_autofree char *front = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *buttons;
  gboolean is_english = FALSE;
  guint index = 0;

  g_return_val_if_fail (markdown != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  if (!ion_front_matter_skip (markdown, body))
    return NULL;
  buttons = g_array_new (FALSE, TRUE, sizeof (IonButtonText));
  g_array_set_clear_func (buttons, (GDestroyNotify) ion_button_text_clear);
  front = g_strndup (markdown, *body - markdown);
  lines = g_strsplit (front, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (g_str_equal (lines[i], "en:"))
        {
          is_english = TRUE;
          index = 0;
        }
      read_line (buttons, lines[i], is_english, &index);
    }
  return buttons;
}
