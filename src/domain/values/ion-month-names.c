/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The names of the months in the languages of the citizens: dates are written in the language of
 * the message and not of the machine, so the C library's locales are of no use.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-month-names.h"

#include <string.h>

static const char *const names[ION_N_LANGUAGES][12] = {
  [ION_LANGUAGE_IT] = { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio",
                        "agosto", "settembre", "ottobre", "novembre", "dicembre" },
  /* As in South Tyrol, the only German-speaking offices there are. */
  [ION_LANGUAGE_DE] = { "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                        "September", "Oktober", "November", "Dezember" },
  [ION_LANGUAGE_EN] = { "January", "February", "March", "April", "May", "June", "July", "August",
                        "September", "October", "November", "December" },
  [ION_LANGUAGE_FR] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                        "septembre", "octobre", "novembre", "décembre" },
  [ION_LANGUAGE_ES] = { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                        "septiembre", "octubre", "noviembre", "diciembre" },
};

const char *
ion_month_name (int month, IonLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12 && (guint) language < ION_N_LANGUAGES, "");

  return names[language][month - 1];
}

/* Lower case, the few accents that months have taken off: all are two bytes beginning with 0xC3. */
static gboolean
fold (const char *word, gsize length, char *out, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = g_ascii_tolower (word[i]);

      if ((guchar) c == 0xC3 && i + 1 < length)
        switch ((guchar) word[++i] | 0x20)
          {
          case 0xA4:
            c = 'a';
            break;
          case 0xA9:
            c = 'e';
            break;
          case 0xBB:
            c = 'u';
            break;
          default:
            return FALSE;
          }
      if (n + 1 >= size)
        return FALSE;
      out[n++] = c;
    }
  out[n] = '\0';
  return TRUE;
}

int
ion_month_find (const char *word, gsize length)
{
  char wanted[16], known[16];

  if (length < 3 || !fold (word, length, wanted, sizeof wanted))
    return 0;
  for (guint month = 0; month < 12; month++)
    if (strncmp (names[ION_LANGUAGE_IT][month], wanted, strlen (wanted)) == 0)
      return (int) month + 1;
  for (guint language = 0; language < ION_N_LANGUAGES; language++)
    for (guint month = 0; month < 12; month++)
      {
        const char *name = names[language][month];

        if (fold (name, strlen (name), known, sizeof known) && strcmp (known, wanted) == 0)
          return (int) month + 1;
      }
  return strcmp (wanted, "januar") == 0 ? 1 : 0;
}
