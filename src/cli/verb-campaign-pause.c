/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign pause`, `resume` and `cancel`: from another terminal, or from the window. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-people.h"

#include <glib/gi18n.h>

typedef enum
{
  PAUSE,
  RESUME,
  CANCEL,
} Wish;

static const char *const actions[] = { "campaign-pause", "campaign-resume", "campaign-cancel" };

static IonResult
wish (const IonCli *cli, const char *id, Wish what)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  IonLedger *ledger;
  gboolean done;

  if (office == NULL)
    return status;
  ledger = ion_office_get_ledger (office);
  campaign = ion_ledger_get_campaign (ledger, id, &error);
  if (campaign == NULL)
    return ion_cli_fail (cli, error);
  if (what == PAUSE)
    done = ion_ledger_pause_campaign (ledger, campaign->id, "by-person", NULL, &error);
  else if (what == RESUME)
    done = ion_ledger_resume_campaign (ledger, campaign->id, &error);
  else
    done = ion_ledger_cancel_campaign (ledger, campaign->id, &error);
  done = done && ion_ledger_write_journal (ledger, actions[what], campaign->id, NULL, NULL, &error);
  return done ? ION_RESULT_DONE : ion_cli_fail (cli, error);
}

static IonResult
run_pause (const IonCli *cli, int n_arguments, char **arguments)
{
  return wish (cli, arguments[0], PAUSE);
}

static IonResult
run_resume (const IonCli *cli, int n_arguments, char **arguments)
{
  return wish (cli, arguments[0], RESUME);
}

static IonResult
run_cancel (const IonCli *cli, int n_arguments, char **arguments)
{
  return wish (cli, arguments[0], CANCEL);
}

const IonCliVerb ion_verb_campaign_pause = {
  .group = "campaign",
  .verb = "pause",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Pause a campaign that another process sends"),
  .run = run_pause,
};

const IonCliVerb ion_verb_campaign_resume = {
  .group = "campaign",
  .verb = "resume",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Let a paused campaign go on"),
  .description = N_ ("It goes on in the process that sends for this office; where there is none, "
                     "“campaign send” or "
                     "“run” does it."),
  .run = run_resume,
};

const IonCliVerb ion_verb_campaign_cancel = {
  .group = "campaign",
  .verb = "cancel",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Call a campaign off: who has not got it will not"),
  .description = N_ (
      "Messages that have left cannot be taken back. Recipients still pending become cancelled."),
  .run = run_cancel,
};
