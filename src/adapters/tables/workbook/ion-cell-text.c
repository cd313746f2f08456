/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a person sees in a cell, without the ornaments: the checks read texts, and a text must mean
 * the same whichever format of workbook it came from. Nothing is invented: a number that is no day
 * of the calendar stays a number, and one that has lost digits never looks as if it had them.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-cell-text.h"
#include "ion-text-append.h"

#include <math.h>
#include <string.h>

/* A double has 15 digits that are certain. */
#define WHOLE_MAX   1e15
#define DIGITS_MAX  15
#define DAY_SECONDS 86400

/* What a cell that could not be calculated shows, in the office's language. */
static const struct
{
  const char *code;
  const char *shown;
} errors[] = {
  { "#N/A", "#N/D" },     { "#REF!", "#RIF!" },    { "#VALUE!", "#VALORE!" },
  { "#NAME?", "#NOME?" }, { "#NULL!", "#NULLO!" }, { "#DIV/0!", "#DIV/0!" },
  { "#NUM!", "#NUM!" },
};

/* "1.234" reads as a thousand and more in Italian: one more digit says that it is not. */
static void
part_from_thousands (GString *text, gsize start)
{
  const char *point = strchr (text->str + start, '.');

  if (point != NULL && strlen (point + 1) == 3)
    g_string_append_c (text, '0');
}

static void
append_fraction (GString *text, double value)
{
  char digits[64];
  gsize start = text->len;

  g_ascii_formatd (digits, sizeof digits, "%.15g", value);
  if (strchr (digits, 'e') != NULL && fabs (value) < 1 && fabs (value) >= 1e-9)
    {
      char format[16];
      gsize size;

      /* Below 0.0001: written out, since an exponent reads as a spoilt number. */
      g_snprintf (format, sizeof format, "%%.%df",
                  DIGITS_MAX - 1 - (int) floor (log10 (fabs (value))));
      g_ascii_formatd (digits, sizeof digits, format, value);
      size = strlen (digits);
      while (size > 0 && digits[size - 1] == '0')
        digits[--size] = '\0';
    }
  g_string_append (text, digits);
  if (strchr (digits, 'e') == NULL)
    part_from_thousands (text, start);
}

/**
 * ion_cell_text_append_number:
 * @text: where it goes
 * @value: finite
 * @n_zeros: whole numbers are shown with so many digits at least
 *
 * Whole numbers in plain digits, others with a decimal point; from 10^15 on, where digits are lost,
 * as a spreadsheet shows them: "3.01000000000000E+17".
 */
void
ion_cell_text_append_number (GString *text, double value, guint n_zeros)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (value) >= WHOLE_MAX)
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.14E", value));
  else if (value == floor (value))
    g_string_append_printf (text, "%s%0*" G_GINT64_FORMAT, value < 0 ? "-" : "",
                            (int) MIN (n_zeros, DIGITS_MAX), (gint64) fabs (value));
  else
    {
      gsize start = text->len;

      append_fraction (text, value);
      /* What rounds to 15 digits may have become whole. */
      if (strpbrk (text->str + start, ".eE") == NULL && n_zeros > 0)
        {
          g_string_truncate (text, start);
          ion_cell_text_append_number (text, round (value), n_zeros);
        }
    }
}

/* Appends "10:30", and ":15" only where there are seconds. */
void
ion_cell_text_append_time (GString *text, guint64 hours, guint minutes, guint seconds)
{
  g_string_append_printf (text, "%02" G_GUINT64_FORMAT ":%02u", hours, minutes);
  if (seconds > 0)
    g_string_append_printf (text, ":%02u", seconds);
}

static void
append_seconds (GString *text, gint64 seconds)
{
  ion_cell_text_append_time (text, (guint64) (seconds / 3600), (guint) (seconds / 60 % 60),
                             (guint) (seconds % 60));
}

/* Without printf(), which would take longer than all the rest of a cell. */
static void
write_digits (char *to, gsize n, guint number)
{
  for (; n-- > 0; number /= 10)
    to[n] = (char) ('0' + number % 10);
}

/* Appends the day with that number. Returns: %FALSE where there is none */
static gboolean
append_day (GString *text, gint64 serial, gboolean is_1904)
{
  char digits[] = "0000-00-00";
  GDate date;
  gint64 julian;

  /* Day 60 of the 1900 system is 29 February 1900, which never was; the days before are one off. */
  if (is_1904)
    julian = serial + 695056;
  else if (serial < 1 || serial == 60)
    return FALSE;
  else
    julian = serial + (serial < 60 ? 693595 : 693594);
  if (serial < 0 || julian > 3652059)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  write_digits (digits, 4, g_date_get_year (&date));
  write_digits (digits + 5, 2, g_date_get_month (&date));
  write_digits (digits + 8, 2, g_date_get_day (&date));
  ion_text_append (text, digits, sizeof digits - 1);
  return TRUE;
}

/**
 * ion_cell_text_append_serial:
 * @text: where it goes
 * @serial: days, as spreadsheets count them
 * @kind: which part of it is shown; not %ION_CELL_KIND_NUMBER
 * @is_1904: whether day 0 is 1 January 1904; else day 1 is 1 January 1900
 *
 * Returns: %FALSE, with nothing appended, where there is no such day
 */
gboolean
ion_cell_text_append_serial (GString *text, double serial, IonCellKind kind, gboolean is_1904)
{
  gint64 seconds, day, rest;

  if (!(serial >= 0 && serial < 3000000))
    return FALSE;
  seconds = (gint64) floor (serial * DAY_SECONDS + 0.5);
  day = seconds / DAY_SECONDS;
  rest = seconds % DAY_SECONDS;
  switch (kind)
    {
    case ION_CELL_KIND_DURATION:
      append_seconds (text, seconds);
      return TRUE;
    case ION_CELL_KIND_TIME:
      append_seconds (text, rest);
      return TRUE;
    case ION_CELL_KIND_DATE:
      return append_day (text, day, is_1904);
    case ION_CELL_KIND_DATE_TIME:
      if (!append_day (text, day, is_1904))
        return FALSE;
      if (rest > 0)
        {
          g_string_append_c (text, ' ');
          append_seconds (text, rest);
        }
      return TRUE;
    case ION_CELL_KIND_NUMBER:
    default:
      return FALSE;
    }
}

/**
 * ion_cell_text_append_value:
 * @text: where it goes
 * @value: a cell's number
 * @format: how it is shown
 * @is_1904: how the workbook counts days
 *
 * What should be a date and is none stays the number that it is.
 */
void
ion_cell_text_append_value (GString *text,
                            double value,
                            const IonCellFormat *format,
                            gboolean is_1904)
{
  if (format->kind == ION_CELL_KIND_NUMBER ||
      !ion_cell_text_append_serial (text, value, format->kind, is_1904))
    ion_cell_text_append_number (text, value, format->n_zeros);
}

/* Whether the literal is already what ion_cell_text_append_number() would write. */
static gboolean
is_canonical (const char *literal, gsize size)
{
  gsize i = 0, n_whole, n_decimals;

  if (size > DIGITS_MAX)
    return FALSE;
  while (i < size && g_ascii_isdigit (literal[i]))
    i++;
  n_whole = i;
  if (n_whole == 0 || (n_whole > 1 && literal[0] == '0'))
    return FALSE;
  if (i == size)
    return TRUE;
  if (literal[i++] != '.')
    return FALSE;
  while (i < size && g_ascii_isdigit (literal[i]))
    i++;
  n_decimals = i - n_whole - 1;
  return i == size && n_decimals > 0 && n_decimals != 3 && literal[size - 1] != '0';
}

/**
 * ion_cell_text_append_literal:
 * @text: where it goes
 * @literal: a number as workbooks write it: "85.5", "3.01E+17"
 * @size: its length
 * @format: how it is shown
 * @is_1904: how the workbook counts days
 *
 * Returns: %FALSE, with nothing appended, where it is no number
 */
gboolean
ion_cell_text_append_literal (GString *text,
                              const char *literal,
                              gsize size,
                              const IonCellFormat *format,
                              gboolean is_1904)
{
  char copy[64], *end;
  double value;

  if (format->kind == ION_CELL_KIND_NUMBER && format->n_zeros == 0 && is_canonical (literal, size))
    {
      ion_text_append (text, literal, size);
      return TRUE;
    }
  if (size == 0 || size >= sizeof copy)
    return FALSE;
  memcpy (copy, literal, size);
  copy[size] = '\0';
  value = g_ascii_strtod (copy, &end);
  while (g_ascii_isspace (*end))
    end++;
  if (end == copy || *end != '\0' || end != copy + size || !isfinite (value) ||
      strpbrk (copy, "xXnN") != NULL)
    return FALSE;
  ion_cell_text_append_value (text, value, format, is_1904);
  return TRUE;
}

static gboolean
read_digits (const char **p, gsize n, guint *number)
{
  *number = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *number = *number * 10 + (guint) (*(*p)++ - '0');
    }
  return TRUE;
}

/* "10:30", "10:30:15", "10:30:15.250": what is smaller than a second is dropped. */
static gboolean
append_iso_time (GString *text, const char *p)
{
  guint hours, minutes, seconds = 0;

  if (!read_digits (&p, 2, &hours) || *p++ != ':' || !read_digits (&p, 2, &minutes))
    return FALSE;
  if (*p == ':' && (p++, !read_digits (&p, 2, &seconds)))
    return FALSE;
  if (*p == '.' || *p == ',')
    p += 1 + strspn (p + 1, "0123456789");
  if (*p == 'Z')
    p++;
  if (*p != '\0' || hours > 23 || minutes > 59 || seconds > 59)
    return FALSE;
  if (text->len > 0 && hours == 0 && minutes == 0 && seconds == 0)
    return TRUE;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  ion_cell_text_append_time (text, hours, minutes, seconds);
  return TRUE;
}

/**
 * ion_cell_text_append_iso:
 * @text: where it goes
 * @iso: "2026-12-31", "2026-12-31T10:30:00" or "10:30:00"
 *
 * Returns: %FALSE, with nothing appended, where it is none of these, or no day of the calendar
 */
gboolean
ion_cell_text_append_iso (GString *text, const char *iso)
{
  g_autoptr (GString) own = g_string_new (NULL);
  const char *p = iso;
  guint year, month, day;

  if (read_digits (&p, 4, &year))
    {
      if (*p++ != '-' || !read_digits (&p, 2, &month) || *p++ != '-' ||
          !read_digits (&p, 2, &day) ||
          !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return FALSE;
      g_string_append_printf (own, "%04u-%02u-%02u", year, month, day);
      if (*p != '\0' && (*p++ != 'T' || !append_iso_time (own, p)))
        return FALSE;
    }
  else if (p = iso, *p == 'T' ? !append_iso_time (own, p + 1) : !append_iso_time (own, p))
    return FALSE;
  g_string_append_len (text, own->str, (gssize) own->len);
  return TRUE;
}

/* Returns: (transfer none): as a spreadsheet in Italian shows it */
const char *
ion_cell_text_from_boolean (gboolean value)
{
  return value ? "VERO" : "FALSO";
}

/**
 * ion_cell_text_from_error:
 * @code: as the workbook keeps it: "#N/A"
 *
 * Returns: (transfer none): as a spreadsheet in Italian shows it: "#N/D"; @code where it is unknown
 */
const char *
ion_cell_text_from_error (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      if (g_str_equal (code, errors[i].code))
        return errors[i].shown;
    }
  return code;
}
