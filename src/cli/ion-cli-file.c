/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is said about a file with a table, read once for every verb. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* Returns: FALSE where it is none */
static gboolean
read_separator (const char *text, char *separator)
{
  *separator = 0;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "tab") || g_str_equal (text, "\\t"))
    *separator = '\t';
  else if (strlen (text) == 1 && strchr (";,|\t", *text) != NULL)
    *separator = *text;
  return *separator != 0;
}

IonResult
ion_cli_file_read_options (const IonCliFile *self, const IonCli *cli, IonTableOptions *options)
{
  *options = (IonTableOptions){ .sheet = self->sheet, .encoding = self->encoding };
  if (read_separator (self->separator, &options->separator))
    return ION_RESULT_DONE;
  return ion_cli_usage (cli, "%s", _ ("The separator is one of ; , | and “tab”."));
}

IonResult
ion_cli_file_read_duplicates (const char *choice, const IonCli *cli, gboolean *keep_first)
{
  *keep_first = g_strcmp0 (choice, "first") == 0;
  if (choice == NULL || *keep_first || g_str_equal (choice, "refuse"))
    return ION_RESULT_DONE;
  return ion_cli_usage (cli, "%s", _ ("For --duplicates, say “refuse” or “first”."));
}
