/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The notice number of a payment notice, read as it stands on paper or in a spreadsheet.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-notice-number.h"

#include "ion-blank.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "3,01011E+17": digits are lost, nothing that could be repaired here. */
static gboolean
is_scientific (const char *text)
{
  text += strspn (text, "0123456789.,");
  if ((*text | 0x20) != 'e')
    return FALSE;
  text++;
  text += strspn (text, "+");
  return g_ascii_isdigit (*text);
}

static gboolean
is_check_right (const char *digits)
{
  guint64 number = 0;

  for (guint i = 0; i < ION_NOTICE_NUMBER_LENGTH - 2; i++)
    number = number * 10 + (guint64) (digits[i] - '0');
  return number % 93 == (guint64) ((digits[16] - '0') * 10 + (digits[17] - '0'));
}

/* Spreadsheets keep fifteen digits and write zeros for the rest; programs that read the number as
 * floating point keep fifty-three bits, which here leaves multiples of sixty-four. */
static gboolean
is_rounded (const char *digits)
{
  guint64 number = 0;

  for (guint i = 0; i < ION_NOTICE_NUMBER_LENGTH; i++)
    number = number * 10 + (guint64) (digits[i] - '0');
  return number % 1000 == 0 || number % 64 == 0;
}

static void
set_error_rounded (GError **error)
{
  g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED,
                       _ ("A spreadsheet has rounded this notice number, and its last digits are "
                          "lost: format the column as text in the original file and save it "
                          "again."));
}

static void
set_error_length (GError **error, gsize length)
{
  g_set_error (error, ION_VALUE_ERROR, ION_VALUE_ERROR_NOTICE_NUMBER_LENGTH,
               g_dngettext (GETTEXT_PACKAGE, "A notice number has 18 digits, this one has %u.",
                            "A notice number has 18 digits, this one has %u.", (gulong) length),
               (guint) length);
}

/* Returns: how many digits, %G_MAXSIZE where something else stands among them */
static gsize
read_digits (const char *text, char digits[ION_NOTICE_NUMBER_LENGTH])
{
  gsize n = 0;

  for (text = ion_blank_skip (text); *text != '\0'; text = ion_blank_skip (text + 1))
    {
      if (!g_ascii_isdigit (*text))
        return G_MAXSIZE;
      if (n < ION_NOTICE_NUMBER_LENGTH)
        digits[n] = *text;
      n++;
    }
  return n;
}

static gboolean
check_digits (const char *digits, GError **error)
{
  if (digits[0] > '3')
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_NOTICE_NUMBER_SHAPE,
                           _ ("A notice number begins with 3 (or, in old notices, with 0, 1 or "
                              "2)."));
      return FALSE;
    }
  if (digits[0] == '3' && !is_check_right (digits))
    {
      if (is_rounded (digits))
        set_error_rounded (error);
      else
        g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_NOTICE_NUMBER_CHECK,
                             _ ("The check digits of the notice number are wrong: one of its "
                                "digits "
                                "must have been mistyped."));
      return FALSE;
    }
  return TRUE;
}

gboolean
ion_notice_number_parse (const char *text,
                         char out[ION_NOTICE_NUMBER_LENGTH + 1],
                         gboolean *unusual,
                         GError **error)
{
  char digits[ION_NOTICE_NUMBER_LENGTH];
  gsize n;

  g_return_val_if_fail (text != NULL, FALSE);

  n = read_digits (text, digits);
  if (n == G_MAXSIZE && is_scientific (ion_blank_skip (text)))
    {
      set_error_rounded (error);
      return FALSE;
    }
  if (n == G_MAXSIZE)
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_NOTICE_NUMBER_SHAPE,
                           _ ("A notice number is made of digits only."));
      return FALSE;
    }
  if (n == 0)
    {
      g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_EMPTY,
                           _ ("The notice number is missing."));
      return FALSE;
    }
  if (n != ION_NOTICE_NUMBER_LENGTH)
    {
      set_error_length (error, n);
      return FALSE;
    }
  if (!check_digits (digits, error))
    return FALSE;

  memcpy (out, digits, sizeof digits);
  out[ION_NOTICE_NUMBER_LENGTH] = '\0';
  if (unusual != NULL)
    *unusual = digits[0] != '3';
  return TRUE;
}
