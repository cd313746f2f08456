/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign follow`: asks the platform for the state of what was accepted. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-run.h"

#include <glib/gi18n.h>

static gboolean once;

static const GOptionEntry options[] = {
  { "once", 0, 0, G_OPTION_ARG_NONE, &once, N_ ("asks about each message once, then ends"), NULL },
  { NULL },
};

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonRunOptions run_options = { .first = -1 };
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  campaign = ion_ledger_get_campaign (ion_office_get_ledger (office), arguments[0], &error);
  if (campaign == NULL)
    return ion_cli_fail (cli, error);
  run_options.kind = once ? ION_RUN_FOLLOW_ONCE : ION_RUN_FOLLOW;
  run_options.campaign = campaign->id;
  return ion_cli_run (cli, office, &run_options, campaign->name);
}

const IonCliVerb ion_verb_campaign_follow = {
  .group = "campaign",
  .verb = "follow",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Ask the platform what became of the messages it accepted"),
  .description = N_ (
      "Accepted is not delivered. The platform is asked at growing intervals, up to 30 days after; "
      "“run” does it for all campaigns."),
  .options = options,
  .run = run,
};
