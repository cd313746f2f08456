/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `recipients check`: reads, checks and reports a file without storing it. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-cancel.h"
#include "ion-cli-file.h"
#include "ion-cli-json.h"
#include "ion-cli-progress.h"
#include "ion-cli-report.h"
#include "ion-importer.h"
#include "ion-template-catalog.h"

#include <glib/gi18n.h>

static char *template_name;
static IonCliFile about_file;
static char *duplicates;
static char **map;
static char *output;

static const GOptionEntry options[] = {
  { "template", 't', 0, G_OPTION_ARG_STRING, &template_name,
    N_ ("a template's name or file: its fields are checked too"), "NAME" },
  ION_CLI_FILE_ENTRIES (about_file),
  { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &map,
    N_ ("the column that holds a field; may be repeated"), "FIELD=COLUMN" },
  ION_CLI_DUPLICATES_ENTRY (duplicates),
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("writes the rows back with a column “errori”"), "FIXED" },
  { NULL },
};

static IonImportReport *
check (const IonCli *cli,
       IonOffice *office,
       const IonTemplate *template_,
       const char *file,
       const IonTableOptions *table_options,
       GError **error)
{
  g_autoptr (IonImporter) importer = ion_importer_new (office, template_);
  g_autoptr (IonCliProgress) progress = ion_cli_progress_new (cli, _ ("Reading"));
  g_autoptr (GCancellable) cancellable = ion_cli_cancel_on_signal ();

  ion_importer_set_file (importer, file, table_options);
  ion_importer_set_map (importer, (const char *const *) map);
  ion_importer_set_progress (importer, ion_cli_progress_cb, progress);
  if (output != NULL)
    ion_importer_set_output (importer, output);
  return ion_importer_check (importer, cancellable, error);
}

/* An office is needed only for a template of its own; where there is one it tells what was sent
 * before. */
static IonOffice *
open_office_if_any (const IonCli *cli)
{
  g_autofree char *folder = ion_cli_get_folder (cli);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? ion_office_open (folder, cli->practice, NULL)
                                                  : NULL;
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (IonImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  IonTableOptions table_options;
  gboolean keep_first;
  IonResult status = ion_cli_file_read_options (&about_file, cli, &table_options);

  if (status == ION_RESULT_DONE)
    status = ion_cli_file_read_duplicates (duplicates, cli, &keep_first);
  if (status == ION_RESULT_DONE)
    status = ion_cli_file_choose_sheet (&about_file, cli, arguments[0], &table_options);
  if (status != ION_RESULT_DONE)
    return status;
  office = open_office_if_any (cli);
  if (template_name != NULL &&
      (template_ = ion_office_find_template (office, template_name, &error)) == NULL)
    return ion_cli_fail (cli, error);
  report = check (cli, office, template_, arguments[0], &table_options, &error);
  if (report == NULL)
    return ion_cli_fail (cli, error);
  report->keeps_first = keep_first;
  if (cli->json)
    {
      JsonBuilder *builder = json_builder_new ();

      json_builder_begin_object (builder);
      ion_cli_report_to_json (report, builder);
      json_builder_end_object (builder);
      ion_cli_json_print (builder);
    }
  else
    ion_cli_report_print (report, FALSE);
  return ion_import_report_waits (report) ? ION_RESULT_WAITS : ION_RESULT_DONE;
}

const IonCliVerb ion_verb_recipients_check = {
  .group = "recipients",
  .verb = "check",
  .arguments = "FILE",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Check a file of recipients without storing it"),
  .description =
      N_ ("Says what was understood (encoding, separator, columns), what is wrong in which row, "
          "what is odd "
          "about the file as a whole, and the totals to compare with the accounts.\n\nRow numbers "
          "are those "
          "of the spreadsheet. The exit status is 3 where something must be mended or accepted."),
  .options = options,
  .run = run,
};
