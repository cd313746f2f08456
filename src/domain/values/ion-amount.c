/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Amounts of money: integers of cents from the first digit read to the last one written, never
 * through floating point, in which 19.99 times 100 is 1998.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-amount.h"

#include "ion-blank.h"
#include "ion-language.h"
#include "ion-limits.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beyond any amount, and far from where adding digits would overflow. */
#define TOO_MUCH (ION_AMOUNT_MAX * 1000)

/* Moves behind "€", "EUR" or "euro". */
static gboolean
skip_currency (const char **text)
{
  static const char *const signs[] = { "€", "euro", "eur" };

  /* Nearly every amount is a bare number. */
  if (g_ascii_isdigit (**text) || **text == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_ascii_strncasecmp (*text, signs[i], strlen (signs[i])) == 0)
      {
        *text = ion_blank_skip (*text + strlen (signs[i]));
        return TRUE;
      }
  return FALSE;
}

/* What stands between two digits of a number: at most one byte means all there is to know. */
static char
read_separator (const char **text)
{
  gsize blank = ion_blank_length (*text);
  char c = **text;

  if (blank > 0)
    {
      *text += blank;
      return ' ';
    }
  if (g_str_has_prefix (*text, "’"))
    {
      *text += strlen ("’");
      return '\'';
    }
  if (c == '.' || c == ',' || c == '\'')
    {
      (*text)++;
      return c;
    }
  return '\0';
}

/* A number taken apart: which marks it has, and how many digits follow the last one. */
typedef struct
{
  gint64 value;      /* all digits, marks left out */
  guint first;       /* digits before the first mark */
  guint last;        /* digits after the last mark */
  guint n_marks;     /* marks in all */
  char mark;         /* the last one */
  char group;        /* those before it, where they are all the same */
  gboolean is_mixed; /* they are not, or do not part thousands */
  gboolean has_zero; /* it begins with one: "007,50" can be read, "0.123" is no thousand */
} Number;

static gint64
push_digit (gint64 value, char digit)
{
  return value >= TOO_MUCH ? TOO_MUCH : value * 10 + (digit - '0');
}

/* Stops where no number goes on; a blank at its end is no mark. */
static gboolean
read_number (const char **text, Number *number)
{
  const char *p = *text;

  memset (number, 0, sizeof *number);
  number->has_zero = *p == '0';
  while (g_ascii_isdigit (*p))
    {
      const char *behind;
      char mark;
      guint run = 0;

      for (; g_ascii_isdigit (*p); p++, run++)
        number->value = push_digit (number->value, *p);
      if (number->n_marks == 0)
        number->first = run;
      number->last = run;

      behind = p;
      mark = read_separator (&behind);
      if (mark == '\0' || !g_ascii_isdigit (*behind))
        break;
      if (number->n_marks == 1)
        number->group = number->mark;
      if (number->n_marks > 0 && (number->mark != number->group || run != 3))
        number->is_mixed = TRUE;
      number->mark = mark;
      number->n_marks++;
      p = behind;
    }
  *text = p;
  return number->first > 0;
}

/* Decides whether the last mark parts thousands or cents; only what can be read in one way, and
 * "1.234" as an Italian office means it, is an amount. */
static gboolean
number_to_cents (const Number *number, gint64 *cents)
{
  const gboolean may_group = number->first <= 3 && !number->has_zero;

  if (number->is_mixed)
    return FALSE;
  if (number->n_marks == 0)
    *cents = number->value * 100;
  else if ((number->mark == '.' || number->mark == ',') && (number->last == 1 || number->last == 2))
    {
      if (number->n_marks > 1 && (number->group == number->mark || !may_group))
        return FALSE;
      *cents = number->last == 1 ? number->value * 10 : number->value;
    }
  else if (may_group && number->last == 3 &&
           (number->n_marks == 1 || number->group == number->mark))
    {
      if (number->n_marks == 1 && number->mark == ',')
        return FALSE;
      *cents = number->value * 100;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_amount (const char *text, gint64 *cents, gboolean *is_negative)
{
  Number number;
  gboolean has_currency;

  has_currency = skip_currency (&text);
  *is_negative = *text == '-' || g_str_has_prefix (text, "−");
  if (*is_negative)
    text = ion_blank_skip (text + (*text == '-' ? 1 : strlen ("−")));
  else if (*text == '+')
    text = ion_blank_skip (text + 1);
  if (!has_currency)
    has_currency = skip_currency (&text);

  if (!read_number (&text, &number) || !number_to_cents (&number, cents))
    return FALSE;

  text = ion_blank_skip (text);
  if (!has_currency)
    skip_currency (&text);
  return *text == '\0';
}

gboolean
ion_amount_parse (const char *text, gint64 *cents, GError **error)
{
  gint64 value = 0;
  gboolean is_negative = FALSE;

  g_return_val_if_fail (text != NULL && cents != NULL, FALSE);

  text = ion_blank_skip (text);
  if (*text == '\0')
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_EMPTY,
                           _ ("The amount is missing."));
      return FALSE;
    }
  if (!read_amount (text, &value, &is_negative))
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_AMOUNT_UNREADABLE,
                           _ ("This is not an amount in euros: write it as in 85,50 or 1.234,50."));
      return FALSE;
    }
  if (value == 0)
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_AMOUNT_ZERO,
                           _ ("An amount of zero cannot be asked for: leave the row out, or use a "
                              "template without a payment."));
      return FALSE;
    }
  if (is_negative || value < ION_AMOUNT_MIN || value > ION_AMOUNT_MAX)
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_AMOUNT_RANGE,
                           _ ("An amount to pay lies between 0.01 and 99,999,999.99 euros."));
      return FALSE;
    }

  *cents = value;
  return TRUE;
}

/* How a language writes euros. */
typedef struct
{
  const char *group;
  char decimal;
  guint least_grouped; /* digits of the whole euros from which thousands are parted */
  const char *before;
  const char *after;
} Notation;

static const Notation notations[ION_N_LANGUAGES] = {
  [ION_LANGUAGE_IT] = { ".", ',', 4, "", " €" },
  [ION_LANGUAGE_DE] = { ".", ',', 4, "", " €" },
  [ION_LANGUAGE_EN] = { ",", '.', 4, "€", "" },
  /* A no-break space, so that a line never ends inside the number. */
  [ION_LANGUAGE_FR] = { "\302\240", ',', 4, "", " €" },
  [ION_LANGUAGE_ES] = { ".", ',', 5, "", " €" },
};

char *
ion_amount_format (gint64 cents, const char *language)
{
  const Notation *notation = &notations[ion_language_from_code (language)];
  guint64 absolute = cents < 0 ? -(guint64) cents : (guint64) cents;
  char digits[24];
  gsize n;
  GString *text;

  n = (gsize) g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, absolute / 100);
  text = g_string_new (cents < 0 ? "-" : NULL);
  g_string_append (text, notation->before);
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0 && n >= notation->least_grouped)
        g_string_append (text, notation->group);
      g_string_append_c (text, digits[i]);
    }
  g_string_append_printf (text, "%c%02u%s", notation->decimal, (guint) (absolute % 100),
                          notation->after);
  return g_string_free (text, FALSE);
}
