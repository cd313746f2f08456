/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Spreadsheets keep dates, times and postal codes as bare numbers: only the number format tells
 * them apart. Of it no more is understood than that.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-cell-format.h"

#include <string.h>

#define ZEROS_MAX 15

/* Which letters a format holds outside its literal texts. */
typedef struct
{
  gboolean has_date;     /* d, y */
  gboolean has_month;    /* m: or minutes */
  gboolean has_time;     /* h, s, AM/PM */
  gboolean has_duration; /* [h] */
  gboolean has_other;    /* anything but zeros */
  guint n_zeros;
} Letters;

/* "[h]", "[mm]", "[ss]" count on beyond a day; "[$-410]", "[Red]" and "[>0]" say nothing here. */
static const char *
read_bracket (const char *p, Letters *letters)
{
  const char *end = strchr (p, ']');
  gsize size = end != NULL ? (gsize) (end - p) - 1 : strlen (p + 1);
  char first = g_ascii_tolower (p[1]);

  if (size > 0 && (first == 'h' || first == 'm' || first == 's') &&
      strspn (p + 1, "hHmMsS") == size)
    letters->has_duration = TRUE;
  return end != NULL ? end + 1 : p + 1 + size;
}

/* Returns: what follows the quotation marks' text */
static const char *
skip_quoted (const char *p)
{
  const char *end = strchr (p + 1, '"');

  return end != NULL ? end + 1 : p + strlen (p);
}

static void
read_letter (Letters *letters, char letter)
{
  switch (g_ascii_tolower (letter))
    {
    case 'd':
    case 'y':
      letters->has_date = TRUE;
      break;
    case 'm':
      letters->has_month = TRUE;
      break;
    case 'h':
    case 's':
      letters->has_time = TRUE;
      break;
    case '0':
      letters->n_zeros++;
      break;
    default:
      letters->has_other = TRUE;
      break;
    }
}

/* The first section only: the others are for negative numbers, zero and texts. */
static void
read_letters (Letters *letters, const char *code)
{
  const char *p = code;

  while (*p != '\0' && *p != ';')
    {
      if (*p == '[')
        p = read_bracket (p, letters);
      else if (*p == '"')
        {
          letters->has_other = TRUE;
          p = skip_quoted (p);
        }
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        {
          letters->has_other = TRUE;
          p = g_utf8_next_char (p + 1);
        }
      else if (g_ascii_strncasecmp (p, "AM/PM", 5) == 0)
        {
          letters->has_time = TRUE;
          p += 5;
        }
      else
        read_letter (letters, *p++);
    }
}

/**
 * ion_cell_format_from_code:
 * @self: (out): what the format means
 * @code: valid UTF-8, as workbooks keep it, whatever their language: "dd/mm/yyyy", "00000"
 */
void
ion_cell_format_from_code (IonCellFormat *self, const char *code)
{
  Letters letters = { 0 };

  *self = (IonCellFormat){ 0 };
  if (g_ascii_strncasecmp (code, "general", 7) == 0 ||
      g_ascii_strncasecmp (code, "standard", 8) == 0)
    return;
  read_letters (&letters, code);
  if (letters.has_date || (letters.has_month && !letters.has_time && !letters.has_duration))
    self->kind = letters.has_time ? ION_CELL_KIND_DATE_TIME : ION_CELL_KIND_DATE;
  else if (letters.has_duration)
    self->kind = ION_CELL_KIND_DURATION;
  else if (letters.has_time)
    self->kind = ION_CELL_KIND_TIME;
  else if (!letters.has_other && letters.n_zeros > 1)
    self->n_zeros = MIN (letters.n_zeros, ZEROS_MAX);
}

/**
 * ion_cell_format_from_builtin:
 * @self: (out): what the format means
 * @id: a number format that workbooks name without defining it (ECMA-376, 18.8.30)
 */
void
ion_cell_format_from_builtin (IonCellFormat *self, guint id)
{
  *self = (IonCellFormat){ 0 };
  if (id == 22)
    self->kind = ION_CELL_KIND_DATE_TIME;
  else if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
           id == 57 || id == 58)
    self->kind = ION_CELL_KIND_DATE;
  else if (id == 46)
    self->kind = ION_CELL_KIND_DURATION;
  else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
    self->kind = ION_CELL_KIND_TIME;
}
