/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `recipients read`: the table as the program reads it, before any mapping. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-file.h"
#include "ion-cli-json.h"
#include "ion-cli-verb-list.h"
#include "ion-table.h"
#include "ion-number.h"

#include <glib/gi18n.h>

static IonCliFile about_file;
static gint64 limit = -1;

static const GOptionEntry options[] = {
  ION_CLI_FILE_ENTRIES (about_file),
  { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_ ("stops after so many rows"), "N" },
  { NULL },
};

static void
print_csv (const char *const *cells, gsize n_cells)
{
  for (gsize i = 0; i < n_cells; i++)
    {
      const char *end = i + 1 < n_cells ? "," : "\r\n";

      if (strpbrk (cells[i], ",\"\r\n") == NULL)
        ion_cli_print ("%s%s", cells[i], end);
      else
        {
          g_auto (GStrv) parts = g_strsplit (cells[i], "\"", -1);
          g_autofree char *doubled = g_strjoinv ("\"\"", parts);

          ion_cli_print ("\"%s\"%s", doubled, end);
        }
    }
}

static void
print_json (const char *const *cells, gsize n_cells, gboolean first)
{
  JsonBuilder *builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_cells; i++)
    json_builder_add_string_value (builder, cells[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  g_object_unref (builder);
  text = json_to_string (root, FALSE);
  ion_cli_print ("%s%s", first ? "[" : ",\n", text);
}

static IonResult
print_rows (const IonCli *cli, IonTable *table)
{
  g_autoptr (GError) error = NULL;
  const char *const *cells;
  gint64 row, n = 0;
  gsize n_cells;

  while ((limit < 0 || n < limit) && ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      if (cli->json)
        print_json (cells, n_cells, n == 0);
      else
        print_csv (cells, n_cells);
      n++;
    }
  if (cli->json)
    ion_cli_print ("%s]\n", n == 0 ? "[" : "");
  return error == NULL ? ION_RESULT_DONE : ion_cli_fail (cli, error);
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonTableOptions table_options;
  g_autoptr (IonTable) table = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) error = NULL;
  IonResult status = ion_cli_file_read_options (&about_file, cli, &table_options);

  if (status == ION_RESULT_DONE)
    status = ion_cli_file_choose_sheet (&about_file, cli, arguments[0], &table_options);
  if (status != ION_RESULT_DONE)
    return status;
  table = ion_table_open (arguments[0], &table_options, &error);
  if (table == NULL)
    return ion_cli_fail (cli, error);
  status = print_rows (cli, table);
  remarks = ion_table_take_remarks (table);
  for (guint i = 0; i < remarks->len; i++)
    {
      const IonTableRemark *remark = g_ptr_array_index (remarks, i);

      IonNumber number = ion_number (remark->row);

      ion_cli_note (cli, _ ("row %1$s: %2$s"), number.text, remark->message);
    }
  return status;
}

const IonCliVerb ion_verb_recipients_read = {
  .group = "recipients",
  .verb = "read",
  .arguments = "FILE",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Show a table as the program reads it, before any mapping"),
  .description = N_ ("Writes CSV as RFC 4180 has it, in UTF-8; with --json an array of arrays of "
                     "texts. Nothing is "
                     "stored."),
  .options = options,
  .run = run,
};
