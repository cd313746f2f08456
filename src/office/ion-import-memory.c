/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is worth remembering of a person's words about a file's columns: their names, and nothing
 * that might be a row's, since it is kept unsealed.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-memory.h"

#include <string.h>

#define NAME_MAX_BYTES  80
#define NAME_MAX_DIGITS 5 /* a code, a number, a date has more */

/* Whether the text can only be a column's name. */
static gboolean
is_name (const char *text)
{
  guint n_digits = 0;

  if (*text == '\0' || strlen (text) > NAME_MAX_BYTES)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p) != 0;
  return n_digits <= NAME_MAX_DIGITS;
}

static gboolean
is_only_one (IonRecipientFile *file, const char *name)
{
  guint n = 0;

  for (gsize i = 0; i < ion_recipient_file_get_n_columns (file); i++)
    n += ion_field_name_equal (ion_recipient_file_get_column_name (file, i), name);
  return n == 1;
}

char **
ion_import_memory_list (IonRecipientFile *file)
{
  GPtrArray *pairs = g_ptr_array_new ();

  for (gsize i = 0; i < ion_recipient_file_get_n_columns (file); i++)
    {
      const char *name = ion_recipient_file_get_column_name (file, i);

      if (ion_recipient_file_get_word (file, i) == ION_MAPPING_WORD_PERSON &&
          ion_recipient_file_get_header_row (file) > 0 && is_name (name) &&
          is_only_one (file, name))
        g_ptr_array_add (pairs,
                         g_strdup_printf ("%s=%s", ion_recipient_file_get_field (file, i), name));
    }
  g_ptr_array_add (pairs, NULL);
  return (char **) g_ptr_array_free (pairs, FALSE);
}
