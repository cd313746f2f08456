/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Nearly every cell has no blanks around it: such a one is read where it stands. */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-cell-value.h"
#include "ion-blank.h"

#include <string.h>

/* Where what is not blank ends in @text. */
static const char *
find_end (const char *text)
{
  const char *end = text + strlen (text);

  /* Nearly every cell ends in a letter; of what is not ASCII the last byte does not tell. */
  if (end == text || ((guchar) end[-1] > ' ' && (guchar) end[-1] < 0x80))
    return end;
  end = text;
  for (const char *p = text; *p != '\0';)
    {
      gsize blank = ion_blank_length (p);

      if (blank > 0)
        p += blank;
      else
        end = ++p;
    }
  return end;
}

void
ion_cell_value_init (IonCellValue *self, const char *cell)
{
  const char *end;

  self->text = ion_blank_skip (cell);
  self->owned = NULL;
  end = find_end (self->text);
  self->length = (gsize) (end - self->text);
  if (G_UNLIKELY (*end != '\0'))
    self->text = self->owned = g_strndup (self->text, self->length);
}

void
ion_cell_value_take (IonCellValue *self, char *text)
{
  g_free (self->owned);
  self->text = self->owned = text;
  self->length = strlen (text);
}

char *
ion_cell_value_trim (const char *cell)
{
  const char *start = ion_blank_skip (cell);

  return g_strndup (start, (gsize) (find_end (start) - start));
}
