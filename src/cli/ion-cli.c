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
  const char *variable = g_getenv ("IO_NOTIFIER_OFFICE");

  if (self->office != NULL)
    return g_strdup (self->office);
  if (!self->practice && variable != NULL && *variable != '\0')
    return g_strdup (variable);
  return g_build_filename (g_get_user_data_dir (), "io-notifier",
                           self->practice ? "practice" : "office", NULL);
}

static void
print_line (const char *message)
{
  fprintf (stderr, "%s: %s\n", g_get_prgname (), message);
}

/* A failure is 1, unless its domain and code tell the person's mistake, the sender's or the
 * connection's. */
IonExit
ion_cli_fail (const IonCli *self, const GError *error)
{
  print_line (error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ION_EXIT_STOPPED;
  return ION_EXIT_FAILED;
}

IonExit
ion_cli_usage (const IonCli *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (message);
  fprintf (stderr, _ ("Try “%s --help”.\n"), g_get_prgname ());
  return ION_EXIT_USAGE;
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
      exit (ION_EXIT_FAILED);
    }
}
