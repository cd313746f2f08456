/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `message send`: one message to one person. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-campaign-sources.h"
#include "ion-cli-campaign.h"
#include "ion-cli-input.h"
#include "ion-cli-json.h"
#include "ion-cli-report.h"
#include "ion-cli-run.h"
#include "ion-ledger-deliveries.h"
#include "ion-send-check.h"
#include "ion-template-catalog.h"

#include <glib/gi18n.h>

#define INPUT_MAX_BYTES 65536

static char *service;
static char *template_name;
static char *code;
static char *name;
static char **accept_doubts;

static const GOptionEntry options[] = {
  { "service", 's', 0, G_OPTION_ARG_STRING, &service,
    N_ ("the service to send with, by id or name"), "ID" },
  { "template", 't', 0, G_OPTION_ARG_STRING, &template_name,
    N_ ("the template, by name or as a file"), "NAME" },
  { "fiscal-code", 0, 0, G_OPTION_ARG_STRING, &code,
    N_ ("always “-”: person and fields come on standard input"), "-" },
  { "name", 'n', 0, G_OPTION_ARG_STRING, &name, N_ ("the name under which it is kept"), "N" },
  { "accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &accept_doubts,
    N_ ("accepts a doubt; may be repeated"), "CODE" },
  { NULL },
};

static gboolean
fail_input (GError **error)
{
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                       _ ("Standard input must be {\"fiscal_code\": \"…\", \"fields\": {\"name\": "
                          "\"text\"}}."));
  return FALSE;
}

/* {"fiscal_code": "...", "fields": {...}}: texts only, so that nothing is guessed about numbers */
static gboolean
read_person (char **fiscal_code, IonFields *fields, GError **error)
{
  g_autofree char *text = ion_cli_read_all (INPUT_MAX_BYTES, error);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object, *texts;
  JsonObjectIter iter;
  const char *field;
  JsonNode *value;

  if (text == NULL)
    return FALSE;
  node = json_from_string (text, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail_input (error);
  object = json_node_get_object (node);
  value = json_object_get_member (object, "fiscal_code");
  if (value == NULL || json_node_get_value_type (value) != G_TYPE_STRING)
    return fail_input (error);
  *fiscal_code = json_node_dup_string (value);
  value = json_object_get_member (object, "fields");
  if (value == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (value))
    return fail_input (error);
  texts = json_node_get_object (value);
  json_object_iter_init (&iter, texts);
  while (json_object_iter_next (&iter, &field, &value))
    {
      if (json_node_get_value_type (value) != G_TYPE_STRING)
        return fail_input (error);
      ion_fields_set (fields, field, json_node_get_string (value));
    }
  return TRUE;
}

static char *
create (const IonCli *cli, IonOffice *office, GError **error)
{
  const IonNewCampaign campaign = { .service = service,
                                    .name = name,
                                    .accept_doubts = (const char *const *) accept_doubts };
  g_autoptr (IonTemplate) template_ = ion_office_find_template (office, template_name, error);
  g_autoptr (IonFields) fields = ion_fields_new ();
  g_autoptr (IonImportReport) report = NULL;
  g_autofree char *fiscal_code = NULL;
  char *id;

  if (template_ == NULL || !read_person (&fiscal_code, fields, error))
    return NULL;
  id = ion_office_new_message (office, template_, fiscal_code, fields, &campaign, &report, error);
  if (id == NULL && report != NULL && !cli->quiet)
    ion_cli_report_print (report, TRUE);
  return id;
}

static void
print_outcome (const IonCli *cli, IonOffice *office, const char *id)
{
  g_autoptr (IonDelivery) delivery =
      ion_ledger_get_delivery (ion_office_get_ledger (office), id, 1, NULL);
  JsonBuilder *builder;

  if (delivery == NULL)
    return;
  if (!cli->json)
    {
      ion_cli_print ("%s  %s\n", id, ion_delivery_state_get_word (delivery->state));
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  ion_cli_json_add_text (builder, "campaign", id);
  ion_cli_json_add_text (builder, "state", ion_delivery_state_to_name (delivery->state));
  ion_cli_json_add_text (builder, "message_id", delivery->message_id);
  ion_cli_json_add_text (builder, "reason", delivery->reason_code);
  json_builder_end_object (builder);
  ion_cli_json_print (builder);
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonRunOptions run_options = { .kind = ION_RUN_SEND, .first = -1 };
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonSendCheck) check = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (service == NULL || template_name == NULL || g_strcmp0 (code, "-") != 0)
    return ion_cli_usage (cli, "%s",
                          _ ("Give --service, --template and --fiscal-code -, and the person on "
                             "standard input."));
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  id = create (cli, office, &error);
  check = id != NULL ? ion_office_check_send (office, id, NULL, -1, &error) : NULL;
  if (check == NULL)
    return ion_cli_fail (cli, error);
  run_options.campaign = id;
  status = ion_cli_run (cli, office, &run_options, check->campaign->name);
  print_outcome (cli, office, id);
  return status;
}

const IonCliVerb ion_verb_message_send = {
  .group = "message",
  .verb = "send",
  .arguments = "",
  .summary = N_ ("Send one message to one person"),
  .description =
      N_ ("Reads {\"fiscal_code\": \"…\", \"fields\": {…}} from standard input, since people never "
          "stand in "
          "arguments. It passes the same checks as a campaign, and is one of a single row."),
  .options = options,
  .run = run,
};
