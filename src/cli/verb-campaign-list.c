/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign list`: all campaigns, newest first. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-json.h"
#include "ion-ledger-campaigns.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder;

  if (office == NULL)
    return status;
  campaigns = ion_ledger_list_campaigns (ion_office_get_ledger (office), &error);
  if (campaigns == NULL)
    return ion_cli_fail (cli, error);
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "id", campaign->id);
      ion_cli_json_add_text (builder, "name", campaign->name);
      ion_cli_json_add_text (builder, "service", campaign->service_id);
      ion_cli_json_add_text (builder, "state", ion_campaign_state_to_name (campaign->state));
      ion_cli_json_add_moment (builder, "created_at", campaign->created_at);
      json_builder_end_object (builder);
      if (!cli->json)
        ion_cli_print ("%s  %s  (%s)\n", campaign->id, campaign->name,
                       ion_campaign_state_get_label (campaign->state));
    }
  json_builder_end_array (builder);
  if (cli->json)
    ion_cli_json_print (builder);
  else
    g_object_unref (builder);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_campaign_list = {
  .group = "campaign",
  .verb = "list",
  .arguments = "",
  .summary = N_ ("List the campaigns, newest first"),
  .run = run,
};
