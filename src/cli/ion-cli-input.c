/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What comes in besides the call itself: keys and codes from standard input, answers from a
 * terminal, values. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-input.h"

#include "ion-moment.h"
#include "ion-number.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#define LINE_MAX_BYTES 4096

static GInputStream *
open_input (const char *file, GError **error)
{
  g_autoptr (GFile) path = NULL;

  if (g_str_equal (file, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  path = g_file_new_for_commandline_arg (file);
  return G_INPUT_STREAM (g_file_read (path, NULL, error));
}

IonSecret *
ion_cli_read_secret (const char *file, GError **error)
{
  g_autoptr (GInputStream) stream = open_input (file, error);

  return stream != NULL ? ion_secret_new_from_stream (stream, NULL, error) : NULL;
}

char *
ion_cli_read_all (gsize most, GError **error)
{
  g_autoptr (GInputStream) stream = open_input ("-", error);
  g_autofree char *buffer = g_malloc (most + 2);
  gsize length;

  if (!g_input_stream_read_all (stream, buffer, most + 1, &length, NULL, error))
    return NULL;
  if (length > most)
    {
      g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                   _ ("What came on standard input is too long: at most %zu bytes are read."),
                   most);
      return NULL;
    }
  buffer[length] = '\0';
  if (!g_utf8_validate (buffer, (gssize) length, NULL))
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                           _ ("What came on standard input is not text in UTF-8."));
      return NULL;
    }
  return g_steal_pointer (&buffer);
}

char *
ion_cli_read_line (GError **error)
{
  char *text = ion_cli_read_all (LINE_MAX_BYTES, error);

  return text != NULL ? g_strstrip (text) : NULL;
}

gboolean
ion_cli_has_terminal (void)
{
  return isatty (STDIN_FILENO) && isatty (STDERR_FILENO);
}

gboolean
ion_cli_ask (const char *question)
{
  /* Translators: what a person types to agree, in small letters; it stands in the questions too. */
  const char *yes = _ ("yes");
  g_autofree char *answer = NULL;
  char line[64];

  if (!ion_cli_has_terminal ())
    return FALSE;
  fprintf (stderr, "%s [%s/%s] ", question, yes, _ ("no"));
  fflush (stderr);
  if (fgets (line, sizeof line, stdin) == NULL)
    return FALSE;
  answer = g_utf8_strdown (g_strstrip (line), -1);
  /* The bare vowel too, since not every keyboard has the accent at hand. */
  return g_str_equal (answer, yes) || g_str_equal (answer, "si") || g_str_equal (answer, "yes");
}

gboolean
ion_cli_parse_moment (const char *text, gint64 *utc, GError **error)
{
  return ion_moment_parse (text, ION_DAY_START, utc, error);
}

gboolean
ion_cli_parse_number (const char *text, gint64 min, gint64 max, gint64 *number, GError **error)
{

  if (g_ascii_string_to_signed (text, 10, min, max, number, NULL))
    return TRUE;
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
               _ ("“%s” is not a number from %s to %s."), text, ion_number (min).text,
               ion_number (max).text);
  return FALSE;
}

gint64 *
ion_cli_parse_rows (char **texts, gsize *n, GError **error)
{
  g_autofree gint64 *rows = NULL;

  *n = texts != NULL ? g_strv_length (texts) : 0;
  rows = g_new (gint64, MAX (*n, 1));
  for (gsize i = 0; i < *n; i++)
    if (!ion_cli_parse_number (texts[i], 1, G_MAXINT32, &rows[i], error))
      return NULL;
  return g_steal_pointer (&rows);
}
