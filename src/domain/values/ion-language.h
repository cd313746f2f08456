/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages of a citizen's profile, as the platform knows them. */
typedef enum
{
  ION_LANGUAGE_IT,
  ION_LANGUAGE_DE,
  ION_LANGUAGE_EN,
  ION_LANGUAGE_FR,
  ION_LANGUAGE_ES,
} IonLanguage;

#define ION_N_LANGUAGES 5

/**
 * ion_language_from_code:
 * @code: (nullable): "de", "de_DE" or "de-IT"
 *
 * Returns: the language, Italian where @code is %NULL or of another one
 */
static inline IonLanguage
ion_language_from_code (const char *code)
{
  static const char codes[ION_N_LANGUAGES][3] = { "it", "de", "en", "fr", "es" };

  if (code != NULL && code[0] != '\0' && code[1] != '\0' && !g_ascii_isalpha (code[2]))
    for (guint i = 0; i < ION_N_LANGUAGES; i++)
      if (g_ascii_tolower (code[0]) == codes[i][0] && g_ascii_tolower (code[1]) == codes[i][1])
        return (IonLanguage) i;
  return ION_LANGUAGE_IT;
}

G_END_DECLS
