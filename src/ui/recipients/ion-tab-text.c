/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The text that a clipboard holds of a spreadsheet's cells.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-tab-text.h"

#include <string.h>

void
ion_tab_text_append (GString *text, const char *cell)
{
  g_string_append_c (text, '\t');
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* Fiscal codes alone are rows too: a column without others has no tab. */
gboolean
ion_tab_text_is_rows (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  return length > 0 && (memchr (text, '\t', length) != NULL || memchr (text, '\n', length) != NULL);
}
