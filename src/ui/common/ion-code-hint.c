/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A code is dictated over the telephone: the slip is best noticed at the letter where it happens.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-code-hint.h"

#include "ion-fiscal-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Upper case, without blanks: as the code is read. */
static char *
squeeze (const char *typed)
{
  GString *code = g_string_new (NULL);

  for (const char *c = typed; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (code, g_ascii_toupper (*c));
  return g_string_free (code, FALSE);
}

/* The place of the first character that no code has there; -1 where all may stand. */
static int
find_slip (const char *code)
{
  for (int i = 0; code[i] != '\0' && i < ION_FISCAL_CODE_LENGTH; i++)
    if (!ion_fiscal_code_fits (code[i], (guint) i))
      return i;
  return -1;
}

static IonCodeHint
judge_whole (const char *code, char **sentence)
{
  char canonical[ION_FISCAL_CODE_LENGTH + 1];
  g_autoptr (GError) error = NULL;

  if (!ion_fiscal_code_parse (code, canonical, &error))
    {
      *sentence = g_strdup (error->message);
      return ION_CODE_HINT_WRONG;
    }
  if (!ion_fiscal_code_is_check_character_right (canonical))
    {
      *sentence = g_strdup (_ ("The last letter does not fit the rest: a character may be wrong."));
      return ION_CODE_HINT_DOUBTFUL;
    }
  *sentence = g_strdup ("");
  return ION_CODE_HINT_GOOD;
}

IonCodeHint
ion_code_hint (const char *typed, char **sentence)
{
  g_autofree char *code = NULL;
  gsize length;
  int slip;

  g_return_val_if_fail (typed != NULL && sentence != NULL, ION_CODE_HINT_EMPTY);

  code = squeeze (typed);
  length = strlen (code);
  *sentence = NULL;
  if (length == 0)
    {
      *sentence = g_strdup ("");
      return ION_CODE_HINT_EMPTY;
    }
  slip = find_slip (code);
  if (slip >= 0)
    *sentence = g_strdup_printf (_ ("Character %d cannot stand in a fiscal code."), slip + 1);
  else if (length > ION_FISCAL_CODE_LENGTH)
    *sentence = g_strdup (_ ("A fiscal code has 16 characters: there are too many."));
  if (*sentence != NULL)
    return ION_CODE_HINT_WRONG;
  if (length == ION_FISCAL_CODE_LENGTH)
    return judge_whole (code, sentence);
  *sentence = g_strdup_printf (ngettext ("%d character is missing.", "%d characters are missing.",
                                         ION_FISCAL_CODE_LENGTH - length),
                               (int) (ION_FISCAL_CODE_LENGTH - length));
  return ION_CODE_HINT_TYPING;
}
