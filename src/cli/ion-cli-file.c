/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is said about a file with a table, read once for every verb. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-file.h"

#include "ion-cli-input.h"

#include <glib/gi18n.h>
#include <stdio.h>
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

static void
print_sheets (GPtrArray *sheets)
{
  fprintf (stderr, "%s\n", _ ("The file has several sheets:"));
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *name = ion_cli_make_plain (g_ptr_array_index (sheets, i));

      fprintf (stderr, "%4u  %s\n", i + 1, name);
    }
  /* Translators: the number of a sheet */
  fprintf (stderr, _ ("Which one? [1-%u] "), sheets->len);
  fflush (stderr);
}

/* Returns: (transfer none) (nullable): the sheet that was typed, by its name or its number */
static const char *
find_sheet (GPtrArray *sheets, const char *answer)
{
  guint64 number;

  for (guint i = 0; i < sheets->len; i++)
    if (g_str_equal (g_ptr_array_index (sheets, i), answer))
      return g_ptr_array_index (sheets, i);
  if (!g_ascii_string_to_unsigned (answer, 10, 1, sheets->len, &number, NULL))
    return NULL;
  return g_ptr_array_index (sheets, number - 1);
}

IonResult
ion_cli_file_choose_sheet (IonCliFile *self,
                           const IonCli *cli,
                           const char *path,
                           IonTableOptions *options)
{
  g_autoptr (GPtrArray) sheets = NULL;
  char line[1024];

  if (self->sheet != NULL || !ion_cli_has_terminal ())
    return ION_RESULT_DONE;
  /* What is wrong with the file is said when it is opened. */
  sheets = ion_table_list_sheets (path, NULL);
  if (sheets == NULL || sheets->len < 2)
    return ION_RESULT_DONE;
  print_sheets (sheets);
  if (fgets (line, sizeof line, stdin) != NULL)
    self->sheet = g_strdup (find_sheet (sheets, g_strstrip (line)));
  options->sheet = self->sheet;
  if (self->sheet != NULL)
    return ION_RESULT_DONE;
  return ion_cli_usage (cli, "%s", _ ("No sheet was chosen: say which with --sheet."));
}

IonResult
ion_cli_file_read_duplicates (const char *choice, const IonCli *cli, gboolean *keep_first)
{
  *keep_first = g_strcmp0 (choice, "first") == 0;
  if (choice == NULL || *keep_first || g_str_equal (choice, "refuse"))
    return ION_RESULT_DONE;
  return ion_cli_usage (cli, "%s", _ ("For --duplicates, say “refuse” or “first”."));
}
