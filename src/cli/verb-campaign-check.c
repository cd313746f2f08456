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

#include <glib/gi18n.h>

static void
progress_cb (gint64 done, double fraction, gpointer user_data)
{
  ion_cli_progress_set (user_data, done, fraction > 0 ? (gint64) ((double) done / fraction) : 0, 0,
                        NULL);
}

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
  problems = ion_office_check_campaign (office, arguments[0], &merged, progress_cb, progress,
                                        cancellable, &error);
  ion_cli_progress_free (progress);
  if (problems == NULL)
    return ion_cli_fail (cli, error);
  if (cli->json)
    print_json (problems, merged);
  for (guint i = 0; i < problems->len && !cli->json; i++)
    {
      const IonCampaignProblem *problem = g_ptr_array_index (problems, i);

      ion_cli_print (_ ("%1$'" G_GINT64_FORMAT " × %2$s (first in row %3$" G_GINT64_FORMAT ")\n"),
                     problem->count, problem->message, problem->rows[0]);
    }
  if (problems->len == 0)
    ion_cli_note (cli,
                  ngettext ("%'" G_GINT64_FORMAT " message would be accepted.",
                            "%'" G_GINT64_FORMAT " messages would be accepted.", (gulong) merged),
                  merged);
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
