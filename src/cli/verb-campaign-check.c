/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign check`: merges every row and reports what the platform would refuse. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-campaign-preview.h"
#include "ion-cli-cancel.h"
#include "ion-cli-json.h"
#include "ion-cli-progress.h"
#include "ion-number.h"

#include <glib/gi18n.h>

static void
print_json (GPtrArray *problems, gint64 merged)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  ion_cli_json_add_int (builder, "merged", merged);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const IonCampaignProblem *problem = g_ptr_array_index (problems, i);

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "code", problem->code);
      ion_cli_json_add_text (builder, "message", problem->message);
      ion_cli_json_add_int (builder, "count", problem->count);
      ion_cli_json_add_int (builder, "row", problem->rows[0]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ion_cli_json_print (builder);
}

static void
print_text (const IonCli *cli, GPtrArray *problems, gint64 merged)
{
  IonNumber all = ion_number (merged);

  for (guint i = 0; i < problems->len; i++)
    {
      const IonCampaignProblem *problem = g_ptr_array_index (problems, i);
      IonNumber count = ion_number (problem->count);
      IonNumber row = ion_number (problem->rows[0]);

      ion_cli_print (_ ("%1$s × %2$s (first in row %3$s)\n"), count.text, problem->message,
                     row.text);
    }
  if (problems->len == 0)
    ion_cli_note (cli,
                  ngettext ("%s message would be accepted.", "%s messages would be accepted.",
                            (gulong) merged),
                  all.text);
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  IonCliProgress *progress;
  g_autoptr (GCancellable) cancellable = NULL;
  gint64 merged = 0;

  if (office == NULL)
    return status;
  cancellable = ion_cli_cancel_on_signal ();
  progress = ion_cli_progress_new (cli, _ ("Checking"));
  problems = ion_office_check_campaign (office, arguments[0], &merged, ion_cli_progress_cb,
                                        progress, cancellable, &error);
  ion_cli_progress_free (progress);
  if (problems == NULL)
    return ion_cli_fail (cli, error);
  if (cli->json)
    print_json (problems, merged);
  else
    print_text (cli, problems, merged);
  return problems->len == 0 ? ION_RESULT_DONE : ION_RESULT_WAITS;
}

const IonCliVerb ion_verb_campaign_check = {
  .group = "campaign",
  .verb = "check",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Merge every row and report what the platform would refuse"),
  .run = run,
};
