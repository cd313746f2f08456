/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What every verb needs of the command line it stands on: the office's folder, and how data,
 * remarks and failures leave the program.
 */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>

char *
ion_cli_get_folder (const IonCli *self)
{
  return self->office != NULL ? g_strdup (self->office)
                              : ion_office_get_default_folder (self->practice);
}

/* Marks that turn the direction of what follows them. */
static gboolean
is_turning (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
ion_cli_make_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, g_unichar_iscntrl (c) || is_turning (c) ? ' ' : c);
    }
  return g_string_free (plain, FALSE);
}

static void
print_line (const char *message)
{
  g_autofree char *plain = ion_cli_make_plain (message);

  fprintf (stderr, "%s: %s\n", g_get_prgname (), plain);
}

/* What the explanation, which the window shows too, cannot say: the verb that helps. */
static const char *
get_hint (const GError *error)
{
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OLDER_COPY) ||
      g_error_matches (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_OLDER_COPY))
    return _ ("Decide with “office restore --nothing-was-sent” or “office restore --in-doubt”.");
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NO_KEY))
    return _ ("Set it with “service set-key”.");
  return NULL;
}

IonResult
ion_cli_fail (const IonCli *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain_to_command (error);
  const char *hint = get_hint (error);
  g_autofree char *line = hint != NULL ? g_strconcat (sentence, " ", hint, NULL) : NULL;

  print_line (line != NULL ? line : sentence);
  return ion_office_error_get_result (error);
}

IonOffice *
ion_cli_open_office (const IonCli *self, IonResult *status)
{
  g_autofree char *folder = ion_cli_get_folder (self);
  g_autoptr (GError) error = NULL;
  IonOffice *office = ion_office_open (folder, self->practice, &error);

  if (office == NULL)
    *status = ion_cli_fail (self, error);
  return office;
}

IonResult
ion_cli_usage (const IonCli *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (message);
  fprintf (stderr, _ ("Try “%s --help”.\n"), g_get_prgname ());
  return ION_RESULT_USAGE;
}

void
ion_cli_note (const IonCli *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->quiet)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s\n", message);
}

void
ion_cli_print (const char *format, ...)
{
  va_list arguments;
  int written;

  va_start (arguments, format);
  written = vprintf (format, arguments);
  va_end (arguments);
  if (written < 0 || ferror (stdout))
    {
      print_line (_ ("The output cannot be written: the disk is full or the reader has gone."));
      exit (ION_RESULT_FAILED);
    }
}
