/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign reach`: asks only who can be reached. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-campaign.h"
#include "ion-cli-json.h"
#include "ion-cli-run.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonRunOptions run_options = { .kind = ION_RUN_REACH, .first = -1 };
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  campaign = ion_ledger_get_campaign (ion_office_get_ledger (office), arguments[0], &error);
  if (campaign == NULL)
    return ion_cli_fail (cli, error);
  run_options.campaign = campaign->id;
  return ion_cli_run (cli, office, &run_options, campaign->name);
}

const IonCliVerb ion_verb_campaign_reach = {
  .group = "campaign",
  .verb = "reach",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Ask who can be reached, and send nothing"),
  .description =
      N_ ("An answer counts for a day: a campaign sent within it asks nobody twice. Those who "
          "cannot be "
          "reached are settled: “campaign export --state not_on_io” lists them for paper."),
  .run = run,
};
