/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the formats of a field do to its text. Names are Italian: an office writes them. Nothing
 * here depends on the machine's language.
 */

#define G_LOG_DOMAIN "ion-field-format"

#include "config.h"

#include "ion-field-format.h"

#include "ion-amount.h"
#include "ion-date.h"
#include "ion-moment.h"

#include <string.h>

static const char *const format_names[] = {
  [ION_FIELD_FORMAT_EURO] = "euro",
  [ION_FIELD_FORMAT_DATE] = "data",
  [ION_FIELD_FORMAT_LONG_DATE] = "data lunga",
  [ION_FIELD_FORMAT_TIME] = "ora",
};

static const char *const case_names[] = {
  [ION_FIELD_CASE_UPPER] = "maiuscolo",
  [ION_FIELD_CASE_TITLE] = "iniziali maiuscole",
};

/* Whatever the case, and with any number of blanks between two words. */
static gboolean
names_match (const char *name, const char *wanted)
{
  for (; *wanted != '\0'; wanted++)
    {
      if (*wanted == ' ')
        {
          gsize blanks = strspn (name, " \t");

          if (blanks == 0)
            return FALSE;
          name += blanks;
        }
      else if (g_ascii_tolower (*name++) != *wanted)
        {
          return FALSE;
        }
    }

  return *name == '\0';
}

gboolean
ion_field_format_from_name (const char *name, IonFieldFormat *format, IonFieldCase *letter_case)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (format != NULL && letter_case != NULL, FALSE);

  for (gsize i = ION_FIELD_FORMAT_EURO; i < G_N_ELEMENTS (format_names); i++)
    {
      if (names_match (name, format_names[i]))
        {
          *format = (IonFieldFormat) i;
          return TRUE;
        }
    }

  for (gsize i = ION_FIELD_CASE_UPPER; i < G_N_ELEMENTS (case_names); i++)
    {
      if (names_match (name, case_names[i]))
        {
          *letter_case = (IonFieldCase) i;
          return TRUE;
        }
    }

  return FALSE;
}

static char *
format_amount (const char *value, const char *language)
{
  gint64 cents;

  if (!ion_amount_parse (value, &cents, NULL))
    return NULL;

  return ion_amount_format (cents, language);
}

static char *
format_date (const char *value, const char *language, gboolean is_long)
{
  IonDate date;

  if (!ion_date_parse (value, &date, NULL))
    {
      gint64 moment;
      int hour, minute, second;

      /* A date with a time: an appointment's, of which the template wants the day. */
      if (!ion_moment_parse (value, ION_DAY_START, &moment, NULL))
        return NULL;
      ion_moment_to_local (moment, &date, &hour, &minute, &second);
    }

  return ion_date_format (&date, language, is_long);
}

/* One or two digits below @limit. */
static gboolean
read_number (const char **cursor, int limit, int *number)
{
  const char *c = *cursor;

  if (!g_ascii_isdigit (*c))
    return FALSE;

  *number = *c++ - '0';
  if (g_ascii_isdigit (*c))
    *number = *number * 10 + (*c++ - '0');

  *cursor = c;
  return *number < limit;
}

/* "18:30", "18.30", "ore 9:05", "18:30:00"; a time without a date. */
static gboolean
read_time (const char *value, int *hour, int *minute)
{
  int second;

  value += strspn (value, " \t");
  if (g_ascii_strncasecmp (value, "ore ", 4) == 0)
    value += 4 + strspn (value + 4, " \t");

  if (!read_number (&value, 24, hour) || (*value != ':' && *value != '.'))
    return FALSE;
  value++;
  if (!g_ascii_isdigit (value[0]) || !g_ascii_isdigit (value[1]) ||
      !read_number (&value, 60, minute))
    return FALSE;
  if ((*value == ':' || *value == '.') && (value++, !read_number (&value, 60, &second)))
    return FALSE;

  value += strspn (value, " \t");
  return *value == '\0';
}

static char *
format_time (const char *value)
{
  int hour, minute, second;
  gint64 moment;
  IonDate date;

  if (!read_time (value, &hour, &minute))
    {
      /* A date alone has no time: midnight would be an invention. */
      if (ion_date_parse (value, &date, NULL) ||
          !ion_moment_parse (value, ION_DAY_START, &moment, NULL))
        return NULL;
      ion_moment_to_local (moment, &date, &hour, &minute, &second);
    }

  return g_strdup_printf ("%d:%02d", hour, minute);
}

char *
ion_field_format_apply (IonFieldFormat format, const char *value, const char *language)
{
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  switch (format)
    {
    case ION_FIELD_FORMAT_EURO:
      return format_amount (value, language);
    case ION_FIELD_FORMAT_DATE:
      return format_date (value, language, FALSE);
    case ION_FIELD_FORMAT_LONG_DATE:
      return format_date (value, language, TRUE);
    case ION_FIELD_FORMAT_TIME:
      return format_time (value);
    case ION_FIELD_FORMAT_NONE:
    default:
      return g_strdup (value);
    }
}

char *
ion_field_case_apply (IonFieldCase letter_case, const char *value)
{
  g_autoptr (GString) out = NULL;
  gboolean is_within_word = FALSE;

  g_return_val_if_fail (value != NULL, NULL);

  if (letter_case == ION_FIELD_CASE_NONE || !g_utf8_validate (value, -1, NULL))
    return g_strdup (value);

  out = g_string_sized_new (strlen (value) + 8);
  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_upper = letter_case == ION_FIELD_CASE_UPPER || !is_within_word;

      character = is_upper ? g_unichar_toupper (character) : g_unichar_tolower (character);
      g_string_append_unichar (out, character);
      is_within_word = g_unichar_isalnum (character) || g_unichar_ismark (character);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

gboolean
ion_field_format_is_yes (const char *value)
{
  static const char *const words[] = {
    "si", "sì", "s\xc3\x8c", "si\xcc\x80", "yes", "x", "1", "true", "vero",
  };
  gsize length;

  g_return_val_if_fail (value != NULL, FALSE);

  value += strspn (value, " \t\r\n");
  length = strlen (value);
  while (length > 0 && strchr (" \t\r\n", value[length - 1]) != NULL)
    length--;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], value, length) == 0)
        return TRUE;
    }

  return FALSE;
}
