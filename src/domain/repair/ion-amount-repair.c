/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Amounts that are not ones: which damage it is, in words that mend it. Money is never guessed at;
 * only what says nothing about the sum is taken away.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-amount-repair.h"

#include "ion-amount.h"
#include "ion-blank.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static IonRepair *
refuse (IonValueError code, const char *message)
{
  return ion_repair_new (ION_REPAIR_REFUSED, ion_value_error_get_name (code), message, NULL);
}

/* Returns: (transfer full): the cell's figures with the marks among them, without blanks, signs and
 * words */
static char *
extract_figures (const char *cell)
{
  GString *figures = g_string_new (NULL);

  for (const char *p = cell; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || ((*p == '.' || *p == ',') && figures->len > 0))
      g_string_append_c (figures, *p);
  return g_string_free (figures, FALSE);
}

/* "(85,50)", "85,50-", "85,50 CR" */
static gboolean
is_credit (const char *cell)
{
  gsize length = strlen (cell);
  char last = length > 0 ? cell[length - 1] : '\0';
  g_autofree char *figures = extract_figures (cell);

  return *figures != '\0' && ((*cell == '(' && last == ')') || last == '-' ||
                              g_str_has_suffix (cell, "−") || g_str_has_suffix (cell, " CR"));
}

static gboolean
is_scientific (const char *cell)
{
  const char *p = cell + strspn (cell, "0123456789.,");

  return p != cell && (*p == 'E' || *p == 'e') && (p[1] == '+' || p[1] == '-') &&
         g_ascii_isdigit (p[2]);
}

static gboolean
has_three_digits_behind (const char *figures, char mark)
{
  const char *last = strrchr (figures, mark);

  return last != NULL && strlen (last + 1) == 3 && strspn (last + 1, "0123456789") == 3;
}

/* Whether there is one mark, and the digits before it could be thousands. */
static gboolean
has_two_readings (const char *figures)
{
  return has_three_digits_behind (figures, ',') &&
         strpbrk (figures, ".,") == strrchr (figures, ',') && strcspn (figures, ",") <= 3 &&
         figures[0] != '0';
}

static gboolean
has_many_decimals (const char *figures)
{
  const char *comma = strrchr (figures, ','), *point = strrchr (figures, '.');
  const char *last = comma > point ? comma : point;

  return last != NULL && strlen (last + 1) >= 3 &&
         (comma == NULL || point == NULL || last == comma) && strchr (figures, *last) == last;
}

/* "85,--", "85,-", "85,00=", "85.=": no cents, and nothing may be added. */
static char *
drop_closing_marks (const char *cell)
{
  static const char *const marks[] = { ",--", ".--", ",-", ".-", ".=", ",=", "=" };
  g_autofree char *text = ion_repair_unwrap (cell);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (!g_str_has_suffix (text, marks[i]))
        continue;
      text[strlen (text) - strlen (marks[i])] = '\0';
      break;
    }
  return g_steal_pointer (&text);
}

static IonRepair *
drop_marks (const char *cell)
{
  g_autofree char *bare = drop_closing_marks (cell);
  gint64 cents;

  if (strcmp (bare, cell) == 0 || !ion_amount_parse (bare, &cents, NULL))
    return NULL;
  return ion_repair_new (ION_REPAIR_CERTAIN, "repaired-amount",
                         _ ("The amount stood among marks that are not part of it: they were taken "
                            "away."),
                         bare);
}

IonRepair *
ion_amount_repair (const char *cell)
{
  IonRepair *repair = drop_marks (cell);
  g_autofree char *figures = extract_figures (cell);

  if (repair != NULL)
    return repair;
  if (is_scientific (cell))
    return refuse (ION_VALUE_ERROR_AMOUNT_UNREADABLE,
                   _ ("A spreadsheet has written this amount in powers of ten: format the column "
                      "as a number with two decimals and save it again."));
  if (is_credit (cell))
    return refuse (ION_VALUE_ERROR_AMOUNT_RANGE,
                   _ ("This amount is negative: a credit cannot be asked for. Leave the row out."));
  if (has_two_readings (figures))
    return refuse (ION_VALUE_ERROR_AMOUNT_UNREADABLE,
                   _ ("This amount can be read in two ways, as thousands or as three decimals: "
                      "write it with two decimals, as in 1.234,00 or 1,23."));
  if (has_many_decimals (figures))
    return refuse (ION_VALUE_ERROR_AMOUNT_UNREADABLE,
                   _ ("An amount has two decimals at most: round it, as in 85,51."));
  return NULL;
}

gboolean
ion_amount_is_bare_thousand (const char *cell)
{
  const char *point = strchr (cell, '.');

  return point != NULL && strchr (cell, ',') == NULL && strchr (point + 1, '.') == NULL &&
         strspn (point + 1, "0123456789") == 3;
}

gboolean
ion_amount_has_decimal_point (const char *cell)
{
  const char *point = strrchr (cell, '.');
  gsize digits = point != NULL ? strspn (point + 1, "0123456789") : 0;

  return digits == 1 || digits == 2;
}
