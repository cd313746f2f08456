/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign resolve` and `campaign retry`: a person's word on what the program may not decide. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-campaign-story.h"
#include "ion-cli-input.h"
#include "ion-cli-json.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"
#include "ion-number.h"

#include <glib/gi18n.h>

static char *as;
static char **row_texts;
static gboolean all;
static gboolean held;
static char **states;

static const GOptionEntry resolve_options[] = {
  { "as", 0, 0, G_OPTION_ARG_STRING, &as,
    N_ ("sent, not-sent or retry (may bring a second, identical message)"), "WORD" },
  { "row", 0, 0, G_OPTION_ARG_STRING_ARRAY, &row_texts, N_ ("the row of the file; may be repeated"),
    "N" },
  { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("every uncertain row"), NULL },
  { NULL },
};

static const GOptionEntry retry_options[] = {
  { "state", 0, 0, G_OPTION_ARG_STRING_ARRAY, &states,
    N_ ("refused, rejected or failed; all three otherwise; may be repeated"), "S" },
  { "row", 0, 0, G_OPTION_ARG_STRING_ARRAY, &row_texts, N_ ("the row of the file; may be repeated"),
    "N" },
  { "held", 0, 0, G_OPTION_ARG_NONE, &held,
    N_ ("those held because they have a message with the same notice number: a second one is "
        "meant"),
    NULL },
  { NULL },
};

static IonResult
print_changed (const IonCli *cli, gint64 changed, GError *error)
{
  if (changed < 0)
    return ion_cli_fail (cli, error);
  if (cli->json)
    {
      JsonBuilder *builder = json_builder_new ();

      json_builder_begin_object (builder);
      ion_cli_json_add_int (builder, "rows", changed);
      json_builder_end_object (builder);
      ion_cli_json_print (builder);
    }
  else
    {
      IonNumber number = ion_number (changed);

      ion_cli_note (cli, ngettext ("%s row.", "%s rows.", (gulong) changed), number.text);
    }
  return ION_RESULT_DONE;
}

static gboolean
parse_word (IonResolve *word)
{
  const char *const words[] = { "sent", "not-sent", "retry" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (as, words[i]) == 0)
      {
        *word = (IonResolve) i;
        return TRUE;
      }
  return FALSE;
}

static IonResult
run_resolve (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree gint64 *rows = NULL;
  g_autoptr (GError) error = NULL;
  IonLedger *ledger;
  IonResolve word;
  gint64 changed;
  gsize n_rows;

  if (!parse_word (&word) || (row_texts != NULL) == all)
    return ion_cli_usage (cli, "%s",
                          _ ("Say --as sent, not-sent or retry, and either --row or --all."));
  rows = ion_cli_parse_rows (row_texts, &n_rows, &error);
  if (rows == NULL)
    return ion_cli_usage (cli, "%s", error->message);
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  ledger = ion_office_get_ledger (office);
  campaign = ion_ledger_get_campaign (ledger, arguments[0], &error);
  if (campaign == NULL)
    return ion_cli_fail (cli, error);
  changed =
      ion_ledger_resolve_uncertain (ledger, campaign->id, word, all ? NULL : rows, n_rows, &error);
  return print_changed (cli, changed, error);
}

static IonResult
run_retry (const IonCli *cli, int n_arguments, char **arguments)
{
  guint mask =
      (1u << ION_DELIVERY_REFUSED) | (1u << ION_DELIVERY_REJECTED) | (1u << ION_DELIVERY_FAILED);
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree gint64 *rows = NULL;
  g_autoptr (GError) error = NULL;
  IonLedger *ledger;
  gint64 changed;
  gsize n_rows;

  if (held && (states != NULL || row_texts != NULL))
    return ion_cli_usage (cli, "%s", _ ("--held stands alone: it is about everybody held."));
  if (states != NULL && !ion_delivery_states_parse ((const char *const *) states, &mask, &error))
    return ion_cli_usage (cli, "%s", error->message);
  rows = ion_cli_parse_rows (row_texts, &n_rows, &error);
  if (rows == NULL)
    return ion_cli_usage (cli, "%s", error->message);
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  ledger = ion_office_get_ledger (office);
  campaign = ion_ledger_get_campaign (ledger, arguments[0], &error);
  if (campaign == NULL)
    return ion_cli_fail (cli, error);
  if (held)
    changed = ion_ledger_retry_held (ledger, campaign->id, &error);
  else
    changed =
        ion_ledger_retry (ledger, campaign->id, mask, n_rows > 0 ? rows : NULL, n_rows, &error);
  return print_changed (cli, changed, error);
}

const IonCliVerb ion_verb_campaign_resolve = {
  .group = "campaign",
  .verb = "resolve",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Decide what became of uncertain messages"),
  .description = N_ ("A message is uncertain when it left and no answer came: the platform cannot "
                     "be asked about it. "
                     "“sent” leaves it at that; “not-sent” gives the person up for this campaign, "
                     "to be told otherwise; "
                     "“retry” sends again with the next “send”: who had got it gets a second, "
                     "identical message. The "
                     "journal says who decided."),
  .options = resolve_options,
  .run = run_resolve,
};

const IonCliVerb ion_verb_campaign_retry = {
  .group = "campaign",
  .verb = "retry",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Put back what the platform did not take, after the cause was mended"),
  .description = N_ (
      "Never what was accepted, delivered or is uncertain. People held because they already have "
      "a message with the same notice number are put back only where --row names them or --held "
      "means them all, as for a reminder. The next “campaign send” sends it."),
  .options = retry_options,
  .run = run_retry,
};
