/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The words and signs that stand in a list beside its people. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-row-words.h"
#include "ion-blank.h"
#include "ion-fiscal-code-repair.h"

#include <string.h>

/* With which cells begin, in small letters. */
static const char *const total_words[] = { "totale",    "totali",      "total",
                                           "tot",       "subtotale",   "sub-totale",
                                           "subtotali", "gran totale", NULL };
static const char *const sum_words[] = {
  "somma",           "sommano",       "riporto",        "a riportare",      "da riportare",
  "importo totale",  "righe",         "n. righe",       "nr. righe",        "nr righe",
  "n\302\260 righe", "num. righe",    "numero righe",   "record",           "n. record",
  "nr. record",      "numero record", "n. posizioni",   "numero posizioni", "n. utenti",
  "numero utenti",   "n. persone",    "numero persone", "conteggio",        NULL
};
static const char *const note_words[] = { "pag",
                                          "pagina",
                                          "page",
                                          "stampa",
                                          "stampato",
                                          "data stampa",
                                          "data di stampa",
                                          "elaborato",
                                          "elaborazione",
                                          "estratto",
                                          "fonte",
                                          "nota",
                                          "note",
                                          "n.b",
                                          "nb",
                                          "legenda",
                                          "fine",
                                          "segue",
                                          "continua",
                                          "firma",
                                          "firmato",
                                          "il responsabile",
                                          "la responsabile",
                                          "il dirigente",
                                          "la dirigente",
                                          NULL };

static const char *const *const lists[] = {
  [ION_ROW_WORDS_TOTAL] = total_words,
  [ION_ROW_WORDS_SUM] = sum_words,
  [ION_ROW_WORDS_NOTE] = note_words,
};

gboolean
ion_row_words_begin (const char *text, IonRowWords words)
{
  const char *const *list = lists[words];

  /* Most cells of a wide and nearly empty row. */
  if (*text == '\0')
    return FALSE;
  for (; *list != NULL; list++)
    {
      gsize length = strlen (*list);

      if (g_ascii_strncasecmp (text, *list, length) == 0 && !g_ascii_isalpha (text[length]) &&
          (guchar) text[length] < 0x80)
        return TRUE;
    }
  return FALSE;
}

gboolean
ion_row_words_is_figure (const char *text)
{
  gboolean has_digit = FALSE;
  gsize length;

  while (*text != '\0')
    {
      if (g_ascii_isdigit (*text))
        has_digit = TRUE;
      length = ion_blank_length (text);
      if (length > 0)
        text += length;
      else if (g_ascii_isdigit (*text) || strchr (".,+-'%", *text) != NULL)
        text++;
      else if (g_str_has_prefix (text, "\342\202\254"))
        text += 3;
      else if (g_ascii_strncasecmp (text, "eur", 3) == 0)
        text += g_ascii_strncasecmp (text, "euro", 4) == 0 ? 4 : 3;
      else
        return FALSE;
    }
  return has_digit;
}

gboolean
ion_row_words_is_rule (const char *text)
{
  gsize n = strspn (text, "-=_*+.~# ");

  return n >= 3 && text[n] == '\0';
}

static gboolean
is_one_word (const char *text)
{
  while (*text != '\0' && ion_blank_length (text) == 0)
    text++;
  return *ion_blank_skip (text) == '\0';
}

gboolean
ion_row_words_may_be_code (const char *text)
{
  g_autoptr (IonRepair) repair = NULL;
  guint n_letters = 0, n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      n_letters += g_ascii_isalpha (*p) != 0;
      n_digits += g_ascii_isdigit (*p) != 0;
    }
  if (is_one_word (text) || (n_digits >= 4 && n_letters + n_digits <= 20))
    return TRUE;
  /* Or several of them, or one among other words. */
  repair = ion_fiscal_code_repair (text);
  return repair != NULL;
}
