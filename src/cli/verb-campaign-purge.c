/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign purge`: forgets the people, keeps the figures. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-people.h"

#include <glib/gi18n.h>

static gboolean yes;

static const GOptionEntry options[] = {
  { "yes", 'y', 0, G_OPTION_ARG_NONE, &yes, N_ ("does not ask; needed where there is no terminal"),
    NULL },
  { NULL },
};

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree char *question = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  campaign = ion_ledger_get_campaign (ion_office_get_ledger (office), arguments[0], &error);
  if (campaign == NULL)
    return ion_cli_fail (cli, error);
  if (!yes && !ion_cli_has_terminal ())
    return ion_cli_usage (cli, "%s",
                          _ ("There is no terminal to ask on: --yes says that the people may be "
                             "forgotten."));
  question = g_strdup_printf (_ ("Forget the people of “%s”? Their messages can then no longer be "
                                 "looked up."),
                              campaign->name);
  if (!yes && !ion_cli_ask (question))
    return ION_RESULT_STOPPED;
  if (ion_ledger_purge_campaign (ion_office_get_ledger (office), campaign->id, &error) < 0)
    return ion_cli_fail (cli, error);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_campaign_purge = {
  .group = "campaign",
  .verb = "purge",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Forget the people of a campaign, keep its figures"),
  .description =
      N_ ("It happens by itself when the retention time is over (office set retention-days)."),
  .options = options,
  .run = run,
};
