/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign new`: a campaign from a file, or from an earlier campaign. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-campaign-sources.h"
#include "ion-campaign-story.h"
#include "ion-cli-cancel.h"
#include "ion-cli-file.h"
#include "ion-cli-json.h"
#include "ion-cli-progress.h"
#include "ion-cli-report.h"
#include "ion-importer.h"
#include "ion-template-catalog.h"

#include <glib/gi18n.h>

static char *service;
static char *template_name;
static char *file;
static IonCliFile about_file;
static char *from;
static char **states;
static char **map;
static char **constants;
static char *name;
static gboolean valid_only;
static char *duplicates;
static char *output;
static char **accept_doubts;
static char *purpose;
static gboolean is_test;

static const GOptionEntry options[] = {
  { "service", 's', 0, G_OPTION_ARG_STRING, &service,
    N_ ("the service to send with, by id or name"), "ID" },
  { "template", 't', 0, G_OPTION_ARG_STRING, &template_name,
    N_ ("the template, by name or as a file"), "NAME|FILE" },
  { "recipients", 'r', 0, G_OPTION_ARG_FILENAME, &file, N_ ("the file with the recipients"),
    "FILE" },
  ION_CLI_FILE_ENTRIES (about_file),
  { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &map,
    N_ ("the column that holds a field; may be repeated"), "FIELD=COLUMN" },
  { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &constants,
    N_ ("the same value for every row; may be repeated"), "FIELD=VALUE" },
  { "name", 'n', 0, G_OPTION_ARG_STRING, &name,
    N_ ("the campaign's name; template and day otherwise"), "N" },
  { "valid-only", 0, 0, G_OPTION_ARG_NONE, &valid_only,
    N_ ("leaves the rows to mend out, each with its reason"), NULL },
  ION_CLI_DUPLICATES_ENTRY (duplicates),
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("writes the rows back with a column “errori”, also when the file is refused"), "FIXED" },
  { "accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &accept_doubts,
    N_ ("accepts a doubt about the whole file; may be repeated"), "CODE" },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from,
    N_ ("writes to people of an earlier campaign, with their fields"), "CAMPAIGN" },
  { "state", 0, 0, G_OPTION_ARG_STRING_ARRAY, &states,
    N_ ("with --from: people in this state; those reached otherwise; may be repeated"), "S" },
  { "purpose", 0, 0, G_OPTION_ARG_STRING, &purpose,
    N_ ("for whom this is and why, for the journal"), "TEXT" },
  { "test", 0, 0, G_OPTION_ARG_NONE, &is_test,
    N_ ("messages of test: sample data, to the office's own list only"), NULL },
  { NULL },
};

static char *
create_from_file (const IonCli *cli,
                  IonOffice *office,
                  const IonTemplate *template_,
                  const IonTableOptions *table_options,
                  const IonNewCampaign *campaign,
                  IonImportReport **report,
                  GError **error)
{
  g_autoptr (IonImporter) importer = ion_importer_new (office, template_);
  g_autoptr (IonCliProgress) progress = ion_cli_progress_new (cli, _ ("Reading"));
  g_autoptr (GCancellable) cancellable = ion_cli_cancel_on_signal ();

  ion_importer_set_file (importer, file, table_options);
  ion_importer_set_map (importer, (const char *const *) map);
  ion_importer_set_constants (importer, (const char *const *) constants);
  ion_importer_set_progress (importer, ion_cli_progress_cb, progress);
  if (output != NULL)
    ion_importer_set_output (importer, output);
  return ion_importer_create (importer, campaign, report, cancellable, error);
}

static char *
create (const IonCli *cli,
        IonOffice *office,
        const IonTemplate *template_,
        const IonTableOptions *table_options,
        gboolean keep_first,
        IonImportReport **report,
        GError **error)
{
  const IonNewCampaign campaign = { .service = service,
                                    .name = name,
                                    .valid_only = valid_only,
                                    .keep_first = keep_first,
                                    .accept_doubts = (const char *const *) accept_doubts,
                                    .follows_id = from,
                                    .purpose = purpose };
  g_autoptr (GCancellable) cancellable = NULL;
  guint mask = 0;

  if (is_test)
    return ion_office_new_test_campaign (office, template_, service, error);
  if (from == NULL)
    return create_from_file (cli, office, template_, table_options, &campaign, report, error);
  if (states != NULL && !ion_delivery_states_parse ((const char *const *) states, &mask, error))
    return NULL;
  cancellable = ion_cli_cancel_on_signal ();
  return ion_office_new_campaign_from (office, template_, from, mask,
                                       (const char *const *) constants, &campaign, report,
                                       cancellable, error);
}

static void
print_result (const IonCli *cli, const char *id, const IonImportReport *report)
{
  JsonBuilder *builder;

  if (!cli->json)
    {
      if (report != NULL && !cli->quiet)
        ion_cli_report_print (report, TRUE);
      if (id != NULL)
        ion_cli_print ("%s\n", id);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  ion_cli_json_add_text (builder, "id", id);
  if (report != NULL)
    ion_cli_report_to_json (report, builder);
  json_builder_end_object (builder);
  ion_cli_json_print (builder);
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonTableOptions table_options;
  gboolean keep_first;
  IonResult status;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (IonImportReport) report = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (service == NULL || template_name == NULL || (file != NULL) + (from != NULL) + is_test != 1)
    return ion_cli_usage (cli, "%s",
                          _ ("Give a service (--service), a template (--template) and the people: "
                             "--recipients, --from "
                             "or --test."));
  status = ion_cli_file_read_options (&about_file, cli, &table_options);
  if (status == ION_RESULT_DONE)
    status = ion_cli_file_read_duplicates (duplicates, cli, &keep_first);
  if (status == ION_RESULT_DONE && file != NULL)
    status = ion_cli_file_choose_sheet (&about_file, cli, file, &table_options);
  if (status != ION_RESULT_DONE)
    return status;
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  template_ = ion_office_find_template (office, template_name, &error);
  if (template_ == NULL)
    return ion_cli_fail (cli, error);
  id = create (cli, office, template_, &table_options, keep_first, &report, &error);
  if (id == NULL && report == NULL)
    return ion_cli_fail (cli, error);
  print_result (cli, id, report);
  return id != NULL ? ION_RESULT_DONE : ion_cli_fail (cli, error);
}

const IonCliVerb ion_verb_campaign_new = {
  .group = "campaign",
  .verb = "new",
  .arguments = "",
  .summary = N_ ("Make a campaign from a file of recipients"),
  .description = N_ ("Prints the campaign's id. Nothing leaves before “campaign send”.\n\nA file "
                     "with rows to mend is "
                     "refused whole, unless --valid-only leaves them out; so is a file that is odd "
                     "as a whole, unless "
                     "--accept names each doubt: in both cases the exit status is 3 and nothing is "
                     "stored. Only the "
                     "columns that the template uses are stored."),
  .options = options,
  .run = run,
};
