/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign export`: one line a row. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-campaign-export.h"
#include "ion-campaign-story.h"
#include "ion-cli-cancel.h"
#include "ion-cli-json.h"
#include "ion-cli-progress.h"
#include "ion-number.h"

#include <glib/gi18n.h>

static char **states;
static char *output;

static const GOptionEntry options[] = {
  { "state", 0, 0, G_OPTION_ARG_STRING_ARRAY, &states,
    N_ ("only rows in this state; may be repeated"), "S" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file to write"), "FILE.csv" },
  { NULL },
};

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;
  IonCliProgress *progress;
  guint mask = 0;
  gint64 written;

  if (output == NULL)
    return ion_cli_usage (cli, "%s", _ ("Give the file to write with --output."));
  if (states != NULL && !ion_delivery_states_parse ((const char *const *) states, &mask, &error))
    return ion_cli_usage (cli, "%s", error->message);
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  cancellable = ion_cli_cancel_on_signal ();
  progress = ion_cli_progress_new (cli, _ ("Writing"));
  written = ion_office_export_campaign (office, arguments[0], mask, output, ion_cli_progress_cb,
                                        progress, cancellable, &error);
  ion_cli_progress_free (progress);
  if (written < 0)
    return ion_cli_fail (cli, error);
  ion_cli_note (cli, ngettext ("%1$s row in %2$s.", "%1$s rows in %2$s.", (gulong) written),
                ion_number (written).text, output);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_campaign_export = {
  .group = "campaign",
  .verb = "export",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Write a campaign's rows to a file, with what became of each"),
  .description = N_ ("The file holds people's data: it is written for its owner alone, and what "
                     "becomes of it is then "
                     "the office's care. That it was written goes to the journal."),
  .options = options,
  .run = run,
};
