/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign send`: sends in the foreground until settled. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-amount.h"
#include "ion-campaign-story.h"
#include "ion-cli-campaign.h"
#include "ion-cli-input.h"
#include "ion-cli-json.h"
#include "ion-cli-run.h"
#include "ion-send-check.h"
#include "ion-number.h"

#include <glib/gi18n.h>

static gboolean yes;
static char *expect_people;
static char *expect_total;
static gint64 first = -1;
static char *at;
static gint64 delay;

static const GOptionEntry options[] = {
  { "yes", 'y', 0, G_OPTION_ARG_NONE, &yes, N_ ("does not ask; needed where there is no terminal"),
    NULL },
  { "expect-people", 0, 0, G_OPTION_ARG_STRING, &expect_people,
    N_ ("refuses to send where the people are not so many"), "N" },
  { "expect-total", 0, 0, G_OPTION_ARG_STRING, &expect_total,
    N_ ("refuses to send where the amounts do not add up to it"), "EUROS" },
  { "first", 0, 0, G_OPTION_ARG_INT64, &first,
    N_ ("sends to so many, then waits for the next “send”"), "N" },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("begins at this time, within the sending hours"),
    "TIME" },
  { "delay", 0, 0, G_OPTION_ARG_INT64, &delay,
    N_ ("waits so long before the first message, to be called off"), "SECONDS" },
  { NULL },
};

static gboolean
read_options (IonExpectation *expectation, gint64 *send_at, GError **error)
{
  expectation->people = expectation->total = -1;
  if (expect_people != NULL &&
      !ion_cli_parse_number (expect_people, 0, G_MAXINT32, &expectation->people, error))
    return FALSE;
  if (expect_total != NULL && !ion_amount_parse (expect_total, &expectation->total, error))
    return FALSE;
  return at == NULL || ion_cli_parse_moment (at, send_at, error);
}

static gboolean
agree (const IonCli *cli, const IonSendCheck *check)
{
  g_autofree char *question = NULL;

  for (guint i = 0; i < check->remarks->len; i++)
    ion_cli_note (cli, "! %s", (const char *) g_ptr_array_index (check->remarks, i));
  if (yes)
    {
      ion_cli_note (cli, "%s", check->sentence);
      return TRUE;
    }
  question =
      g_strdup_printf (ngettext ("%1$s\n“%2$s”: send to %3$s person? It cannot be taken back.",
                                 "%1$s\n“%2$s”: send to %3$s people? It cannot be taken back.",
                                 (gulong) check->people),
                       check->sentence, check->campaign->name, ion_number (check->people).text);
  return ion_cli_ask (question);
}

/* The figures at the end, as `campaign show` gives them. */
static void
print_figures (const IonCli *cli, IonOffice *office, const char *id)
{
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ion_office_get_ledger (office), id, NULL);
  g_autoptr (JsonBuilder) builder = NULL;

  if (campaign == NULL)
    return;
  if (!cli->json)
    {
      /* How it stands was said when it ended, unless nothing is said. */
      ion_cli_campaign_print (office, campaign, cli->quiet, NULL);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  if (!ion_cli_campaign_to_json (office, campaign, builder, NULL))
    return;
  json_builder_end_object (builder);
  ion_cli_json_print (g_steal_pointer (&builder));
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonRunOptions run_options = { .kind = ION_RUN_SEND,
                                .first = first,
                                .delay = (guint) CLAMP (delay, 0, 86400) };
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonSendCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  IonExpectation expectation;

  if (!read_options (&expectation, &run_options.send_at, &error) || first == 0 || first < -1 ||
      delay < 0)
    return ion_cli_usage (cli, "%s",
                          error != NULL ? error->message
                                        : _ ("--first and --delay take a number above zero."));
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  check = ion_office_check_send (office, arguments[0], &expectation, first, &error);
  if (check == NULL)
    return ion_cli_fail (cli, error);
  if (!yes && !ion_cli_has_terminal ())
    return ion_cli_usage (cli, "%s",
                          _ ("There is no terminal to ask on: --yes says that it may be sent."));
  if (!agree (cli, check))
    {
      ion_cli_note (cli, "%s", _ ("Nothing was sent."));
      return ION_RESULT_STOPPED;
    }
  run_options.campaign = check->campaign->id;
  status = ion_cli_run (cli, office, &run_options, check->campaign->name);
  print_figures (cli, office, check->campaign->id);
  return status;
}

const IonCliVerb ion_verb_campaign_send = {
  .group = "campaign",
  .verb = "send",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Send a campaign, in the foreground until it is settled"),
  .description = N_ ("Shows people, total, smallest and largest amount and the range of due dates, "
                     "and asks. Run again "
                     "after any stop, it goes on where it was; nobody gets a message "
                     "twice.\n\nWhere another process "
                     "already sends for this office, it takes the campaign over and this one "
                     "watches.\n\nA first SIGINT "
                     "or SIGTERM lets nothing new leave and awaits the answers in flight; a second "
                     "one ends at once, and "
                     "what was in flight is then uncertain."),
  .options = options,
  .run = run,
};
