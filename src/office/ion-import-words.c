/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What many issues of one kind are called together. Each issue has its own sentence; these are the
 * lines that a person reads first.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-words.h"

#include "ion-number.h"

#include <glib/gi18n-lib.h>

#define IS(word) g_str_equal (code, word)

static const char *
find_for_code (const char *code, gulong n)
{
  if (IS ("fiscal-code-length"))
    return ngettext ("%s fiscal code that is too short or too long",
                     "%s fiscal codes that are too short or too long", n);
  if (IS ("fiscal-code-shape"))
    return ngettext ("%s fiscal code that is none", "%s fiscal codes that are none", n);
  if (IS ("fiscal-code-lookalike"))
    return ngettext ("%s fiscal code with a look-alike character",
                     "%s fiscal codes with a look-alike character", n);
  if (IS ("fiscal-code-in-text"))
    return ngettext ("%s fiscal code within other text", "%s fiscal codes within other text", n);
  if (IS ("fiscal-codes-several"))
    return ngettext ("%s cell with several fiscal codes", "%s cells with several fiscal codes", n);
  if (IS ("fiscal-code-provisional") || IS ("fiscal-code-vat"))
    return ngettext ("%s number of 11 digits in place of a person’s code",
                     "%s numbers of 11 digits in place of a person’s code", n);
  if (IS ("check-character"))
    return ngettext ("%s fiscal code with another check character",
                     "%s fiscal codes with another check character", n);
  if (IS ("repaired-fiscal-code"))
    return ngettext ("%s fiscal code tidied up", "%s fiscal codes tidied up", n);
  return NULL;
}

static const char *
find_for_payment (const char *code, gulong n)
{
  if (IS ("amount-unreadable"))
    return ngettext ("%s amount that cannot be read", "%s amounts that cannot be read", n);
  if (IS ("amount-zero"))
    return ngettext ("%s amount of zero", "%s amounts of zero", n);
  if (IS ("amount-range"))
    return ngettext ("%s amount out of bounds", "%s amounts out of bounds", n);
  if (IS ("amount-maybe-thousandth"))
    return ngettext ("%s amount that may be thousands or decimals",
                     "%s amounts that may be thousands or decimals", n);
  if (IS ("repaired-amount"))
    return ngettext ("%s amount tidied up", "%s amounts tidied up", n);
  if (IS ("amount-far-from-neighbours"))
    return ngettext ("%s amount far from the others", "%s amounts far from the others", n);
  if (IS ("notice-number-length") || IS ("notice-number-shape") || IS ("notice-number-check"))
    return ngettext ("%s notice number that is not right", "%s notice numbers that are not right",
                     n);
  if (IS ("notice-number-rounded"))
    return ngettext ("%s notice number that a spreadsheet has cut",
                     "%s notice numbers that a spreadsheet has cut", n);
  if (IS ("notice-number-lookalike"))
    return ngettext ("%s notice number with a look-alike letter",
                     "%s notice numbers with a look-alike letter", n);
  if (IS ("notice-number-zeros"))
    return ngettext ("%s notice number without its leading zeros",
                     "%s notice numbers without their leading zeros", n);
  if (IS ("notice-number-shared"))
    return ngettext ("%s notice number that another person has too",
                     "%s notice numbers that other people have too", n);
  if (IS ("repaired-notice-number"))
    return ngettext ("%s notice number tidied up", "%s notice numbers tidied up", n);
  return NULL;
}

static const char *
find_for_date (const char *code, gulong n)
{
  if (IS ("date-unreadable"))
    return ngettext ("%s date that cannot be read", "%s dates that cannot be read", n);
  if (IS ("date-range"))
    return ngettext ("%s date out of bounds", "%s dates out of bounds", n);
  if (IS ("date-month-first"))
    return ngettext ("%s date with the month first", "%s dates with the month first", n);
  if (IS ("date-ambiguous"))
    return ngettext ("%s date that may be read in two ways",
                     "%s dates that may be read in two ways", n);
  if (IS ("repaired-date"))
    return ngettext ("%s date tidied up", "%s dates tidied up", n);
  return NULL;
}

static const char *
find_for_row (const char *code, gulong n)
{
  if (IS ("duplicate"))
    return ngettext ("%s row about a person who came before",
                     "%s rows about people who came before", n);
  if (IS ("missing-field"))
    return ngettext ("%s empty cell that the message needs",
                     "%s empty cells that the message needs", n);
  if (IS ("ragged-row"))
    return ngettext ("%s row with more cells than the header",
                     "%s rows with more cells than the header", n);
  if (IS ("short-row"))
    return ngettext ("%s row with fewer cells than the header",
                     "%s rows with fewer cells than the header", n);
  if (IS ("maybe-cut"))
    return ngettext ("%s text that may have been cut", "%s texts that may have been cut", n);
  if (IS ("repaired-postcode") || IS ("postcode-zero"))
    return ngettext ("%s postcode without its leading zeros",
                     "%s postcodes without their leading zeros", n);
  if (IS ("hidden-row"))
    return ngettext ("%s hidden row", "%s hidden rows", n);
  if (IS ("cell-error"))
    return ngettext ("%s cell with a spreadsheet’s error", "%s cells with a spreadsheet’s error",
                     n);
  if (IS ("formula-without-value"))
    return ngettext ("%s formula without a value", "%s formulas without a value", n);
  if (IS ("unreadable-characters"))
    return ngettext ("%s cell with unreadable characters", "%s cells with unreadable characters",
                     n);
  return NULL;
}

/* Returns: (nullable): words with a place for the number */
static const char *
find (const char *code, gulong n)
{
  const char *words;

  if ((words = find_for_code (code, n)) == NULL && (words = find_for_payment (code, n)) == NULL &&
      (words = find_for_date (code, n)) == NULL)
    words = find_for_row (code, n);
  return words;
}

char *
ion_import_words_for (const char *code, gint64 count)
{
  const char *words = find (code, (gulong) count);
  g_auto (GStrv) parts = NULL;

  if (words == NULL)
    return NULL;
  /* Not by printf, which takes no words from elsewhere. */
  parts = g_strsplit (words, "%s", 2);
  return g_strjoinv (ion_number (count).text, parts);
}

char *
ion_import_words_bare (const char *code)
{
  const char *words = find (code, 1);
  g_auto (GStrv) parts = NULL;

  if (words == NULL)
    return NULL;
  parts = g_strsplit (words, "%s", 2);
  return g_strstrip (g_strjoinv ("", parts));
}
