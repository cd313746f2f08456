/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Notice numbers that went through a spreadsheet as numbers: without the zeros in front, with a
 * decimal zero behind, or rounded. Rounded ones are gone for good.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-notice-number-repair.h"

#include "ion-blank.h"
#include "ion-notice-number.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Digits that a spreadsheet keeps of a number. */
#define KEPT 15

/* What the digits and marks of a cell are. */
typedef struct
{
  char digits[ION_NOTICE_NUMBER_LENGTH + 1];
  gsize n;
  gboolean has_letters; /* some were letters that look like digits */
  gboolean is_other;    /* more digits than there may be, or something else */
} Reading;

static char
look_alike (char c)
{
  static const char letters[] = "OQDIL|ZSGB", digits[] = "0001112568";
  const char *found = c != '\0' ? strchr (letters, g_ascii_toupper (c)) : NULL;

  return found != NULL ? digits[found - letters] : '\0';
}

static void
add_digit (Reading *self, char digit)
{
  if (self->n < ION_NOTICE_NUMBER_LENGTH)
    self->digits[self->n++] = digit;
  else
    self->is_other = TRUE;
}

/* "301011100007347557,00" as a number with decimals is written. */
static gboolean
is_decimal_zero (const char *p)
{
  return (*p == '.' || *p == ',') && p[1] == '0' && p[1 + strspn (p + 1, "0")] == '\0';
}

static void
read_cell (Reading *self, const char *cell)
{
  memset (self, 0, sizeof *self);
  for (const char *p = cell; *p != '\0' && !self->is_other; p++)
    {
      gsize blank = ion_blank_length (p);

      if (blank > 0)
        p += blank - 1;
      else if (is_decimal_zero (p) && self->n > KEPT)
        break;
      else if (g_ascii_isdigit (*p))
        add_digit (self, *p);
      else if (look_alike (*p) != '\0')
        {
          self->has_letters = TRUE;
          add_digit (self, look_alike (*p));
        }
      else if (strchr ("-./_", *p) == NULL)
        self->is_other = TRUE;
    }
}

/* The first sixteen digits modulo 93, as all kinds of notices but the oldest have them. */
static gboolean
is_check_right (const char *digits)
{
  guint64 base = 0;

  for (guint i = 0; i < ION_NOTICE_NUMBER_LENGTH - 2; i++)
    base = base * 10 + (guint64) (digits[i] - '0');
  return base % 93 == (guint64) ((digits[16] - '0') * 10 + (digits[17] - '0'));
}

static IonRepair *
repair_eighteen (const Reading *reading)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];

  if (!ion_notice_number_parse (reading->digits, number, NULL, NULL))
    return NULL;
  if (!reading->has_letters)
    return ion_repair_new (ION_REPAIR_CERTAIN, "repaired-notice-number",
                           _ ("The notice number stood among other marks: they were taken away."),
                           number);
  if (!is_check_right (number))
    return NULL;
  return ion_repair_new (ION_REPAIR_GUESS, "notice-number-lookalike",
                         _ ("The notice number holds letters that look like digits (such as O and "
                            "0): check it, and enter the proposed one if it is right."),
                         number);
}

static IonRepair *
repair_lost_zeros (const Reading *reading)
{
  char number[] = "000000000000000000";
  gsize lost = ION_NOTICE_NUMBER_LENGTH - reading->n;

  memcpy (number + lost, reading->digits, reading->n);
  if (is_check_right (number) && reading->digits[0] != '3')
    return ion_repair_new (ION_REPAIR_CERTAIN, "repaired-notice-number",
                           _ ("The notice number had lost its leading zeros: they were put back, "
                              "and its check digits agree."),
                           number);
  if (is_check_right (number))
    return ion_repair_new (ION_REPAIR_GUESS, "notice-number-zeros",
                           _ ("The notice number has too few digits: a spreadsheet may have "
                              "dropped the zeros in front. Format the column as text in the "
                              "original file and save it again."),
                           number);
  /* Spreadsheets keep fifteen digits and write zeros for the rest. */
  if (strspn (reading->digits + KEPT, "0") == reading->n - KEPT)
    return ion_repair_new (ION_REPAIR_REFUSED,
                           ion_value_error_get_name (ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED),
                           _ ("A spreadsheet has dropped the leading zeros of this notice number "
                              "and rounded its last digits: format the column as text in the "
                              "original file and save it again."),
                           NULL);
  return NULL;
}

IonRepair *
ion_notice_number_repair (const char *cell)
{
  g_autofree char *bare = ion_repair_unwrap (cell);
  Reading reading;

  read_cell (&reading, bare);
  if (reading.is_other)
    return NULL;
  if (reading.n == ION_NOTICE_NUMBER_LENGTH)
    return repair_eighteen (&reading);
  if (!reading.has_letters &&
      (reading.n == ION_NOTICE_NUMBER_LENGTH - 1 || reading.n == ION_NOTICE_NUMBER_LENGTH - 2))
    return repair_lost_zeros (&reading);
  return NULL;
}
