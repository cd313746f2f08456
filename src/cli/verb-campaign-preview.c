/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `campaign preview`: one row as its citizen will get it. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-campaign-preview.h"
#include "ion-cli-json.h"
#include "ion-person-record.h"

#include <glib/gi18n.h>

static gint64 row;
static char *language;

static const GOptionEntry options[] = {
  { "row", 0, 0, G_OPTION_ARG_INT64, &row,
    N_ ("the row of the file; the first that would be sent otherwise"), "N" },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language,
    N_ ("as somebody with this language gets it (de)"), "L" },
  { NULL },
};

static void
add_message (JsonBuilder *builder, const IonMessage *message)
{
  ion_cli_json_add_text (builder, "language", message->language);
  ion_cli_json_add_text (builder, "subject", message->subject);
  ion_cli_json_add_text (builder, "markdown", message->markdown);
  ion_cli_json_add_moment (builder, "due_date", message->due_date);
  if (message->amount > 0)
    {
      ion_cli_json_add_int (builder, "amount", message->amount);
      ion_cli_json_add_text (builder, "notice_number", message->notice_number);
    }
}

static void
print_json (const IonCampaignPreview *preview)
{
  g_autofree char *masked = ion_fiscal_code_mask (preview->delivery->fiscal_code);
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  ion_cli_json_add_int (builder, "row", preview->delivery->row);
  ion_cli_json_add_text (builder, "fiscal_code", masked);
  if (preview->message != NULL)
    add_message (builder, preview->message);
  ion_cli_json_add_text (builder, "problem", preview->problem_code);
  json_builder_end_object (builder);
  ion_cli_json_print (builder);
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonCampaignPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  preview = ion_office_preview_campaign (office, arguments[0], row, language, &error);
  if (preview == NULL)
    return ion_cli_fail (cli, error);
  if (cli->json)
    print_json (preview);
  else if (preview->message != NULL)
    ion_cli_print ("%s\n\n%s\n", preview->message->subject, preview->message->markdown);
  else
    ion_cli_print ("%s\n", preview->problem);
  return preview->message != NULL ? ION_RESULT_DONE : ION_RESULT_WAITS;
}

const IonCliVerb ion_verb_campaign_preview = {
  .group = "campaign",
  .verb = "preview",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Show a row as its citizen will get it"),
  .options = options,
  .run = run,
};
