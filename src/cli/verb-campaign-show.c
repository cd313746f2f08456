/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign show`: the figures of a campaign. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-campaign.h"
#include "ion-cli-json.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  campaign = ion_ledger_get_campaign (ion_office_get_ledger (office), arguments[0], &error);
  if (campaign == NULL)
    return ion_cli_fail (cli, error);
  if (!cli->json)
    return ion_cli_campaign_print (office, campaign, TRUE, &error) ? ION_RESULT_DONE
                                                                   : ion_cli_fail (cli, error);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  if (!ion_cli_campaign_to_json (office, campaign, builder, &error))
    return ion_cli_fail (cli, error);
  json_builder_end_object (builder);
  ion_cli_json_print (g_steal_pointer (&builder));
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_campaign_show = {
  .group = "campaign",
  .verb = "show",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Show the figures of a campaign: who was reached, who was not and why"),
  .run = run,
};
