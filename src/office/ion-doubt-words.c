/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A doubt that was accepted stays known: whoever is telephoned about the campaign months later
 * should see that it was looked at, and what it was.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-doubt-words.h"

#include "ion-doubt-counts.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *sentence;
} words[] = {
  { ION_DOUBT_NAMES, N_ ("Names do not fit their fiscal codes.") },
  { ION_DOUBT_MINORS, N_ ("Most fiscal codes belong to minors.") },
  { ION_DOUBT_AMOUNTS, N_ ("Some amounts are far from the others.") },
  { ION_DOUBT_CENTS, N_ ("Amounts may be in cents.") },
  { ION_DOUBT_SHARED_NOTICES, N_ ("Different people have the same notice number.") },
  { ION_DOUBT_MONTH_FIRST, N_ ("Dates may have the month first.") },
  { ION_DOUBT_PAST, N_ ("Due dates are in the past.") },
  { "same-file", N_ ("The same file had been sent before.") },
  { "same-rows", N_ ("The same people and notices had been sent before.") },
  { "already-sent", N_ ("Some people already had a message with the same notice number.") },
};

/* (transfer none): a code that is not known here stands for itself */
static const char *
find_sentence (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].code, code))
      return _ (words[i].sentence);
  return code;
}

char *
ion_doubts_explain_accepted (const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes != NULL ? codes : "", ",", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *code = g_strstrip (parts[i]);

      if (*code == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, find_sentence (code));
    }
  return g_string_free (text, text->len == 0);
}
