/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `person show` and `person forget`: what the office holds about one person, and its erasure. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-cli-json.h"
#include "ion-person-record.h"
#include "ion-number.h"

#include <glib/gi18n.h>

static char *code;
static gboolean yes;

static const GOptionEntry show_options[] = {
  { "fiscal-code", 0, 0, G_OPTION_ARG_STRING, &code,
    N_ ("always “-”: the code comes on standard input"), "-" },
  { NULL },
};

static const GOptionEntry forget_options[] = {
  { "fiscal-code", 0, 0, G_OPTION_ARG_STRING, &code,
    N_ ("always “-”: the code comes on standard input"), "-" },
  { "yes", 'y', 0, G_OPTION_ARG_NONE, &yes, N_ ("needed: an erasure cannot be undone"), NULL },
  { NULL },
};

static void
add_record (JsonBuilder *builder, const IonPersonRecord *record)
{
  const IonDelivery *delivery = record->delivery;

  json_builder_begin_object (builder);
  ion_cli_json_add_text (builder, "campaign", delivery->campaign_id);
  ion_cli_json_add_text (builder, "name", record->campaign_name);
  ion_cli_json_add_text (builder, "service", record->service_name);
  ion_cli_json_add_int (builder, "row", delivery->row);
  ion_cli_json_add_text (builder, "state", ion_delivery_state_to_name (delivery->state));
  ion_cli_json_add_text (builder, "message_id", delivery->message_id);
  ion_cli_json_add_moment (builder, "sent_at", delivery->intended_at);
  ion_cli_json_add_text (builder, "subject",
                         record->message != NULL ? record->message->subject : NULL);
  ion_cli_json_add_text (builder, "markdown",
                         record->message != NULL ? record->message->markdown : NULL);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; delivery->fields != NULL && i < ion_fields_get_size (delivery->fields); i++)
    {
      const char *name, *value;

      ion_fields_get_nth (delivery->fields, i, &name, &value);
      ion_cli_json_add_text (builder, name, value);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
print_record (const IonPersonRecord *record)
{
  ion_cli_print ("%s · %s · %s\n", record->campaign_name, record->service_name,
                 ion_delivery_state_get_word (record->delivery->state));
  if (record->message != NULL)
    ion_cli_print ("%s\n\n%s\n", record->message->subject, record->message->markdown);
  ion_cli_print ("\n");
}

/* Opens the office and reads the code, which never stands in an argument. */
static IonOffice *
begin (const IonCli *cli, char **fiscal_code, IonResult *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOffice) office = NULL;

  if (g_strcmp0 (code, "-") != 0)
    {
      *status =
          ion_cli_usage (cli, "%s", _ ("Say --fiscal-code - and give the code on standard input."));
      return NULL;
    }
  office = ion_cli_open_office (cli, status);
  if (office == NULL)
    return NULL;
  *fiscal_code = ion_cli_read_line (&error);
  if (*fiscal_code == NULL)
    {
      *status = ion_cli_fail (cli, error);
      return NULL;
    }
  return g_steal_pointer (&office);
}

static IonResult
run_show (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autofree char *fiscal_code = NULL;
  g_autoptr (IonOffice) office = begin (cli, &fiscal_code, &status);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder;

  if (office == NULL)
    return status;
  records = ion_office_show_person (office, fiscal_code, &error);
  if (records == NULL)
    return ion_cli_fail (cli, error);
  if (!cli->json)
    {
      for (guint i = 0; i < records->len; i++)
        print_record (g_ptr_array_index (records, i));
      return ION_RESULT_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    add_record (builder, g_ptr_array_index (records, i));
  json_builder_end_array (builder);
  ion_cli_json_print (builder);
  return ION_RESULT_DONE;
}

static IonResult
run_forget (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autofree char *fiscal_code = NULL;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rows;

  if (!yes)
    return ion_cli_usage (cli, "%s",
                          _ ("An erasure cannot be undone: --yes says that it is meant."));
  office = begin (cli, &fiscal_code, &status);
  if (office == NULL)
    return status;
  rows = ion_office_forget_person (office, fiscal_code, &error);
  if (rows < 0)
    return ion_cli_fail (cli, error);
  ion_cli_note (cli, ngettext ("%s row forgotten.", "%s rows forgotten.", (gulong) rows),
                ion_number (rows).text);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_person_show = {
  .group = "person",
  .verb = "show",
  .arguments = "",
  .summary = N_ ("Show all that this office holds about one person"),
  .description = N_ ("Every message as the person received it. That it was looked up goes to the "
                     "journal, without the "
                     "code."),
  .options = show_options,
  .run = run_show,
};

const IonCliVerb ion_verb_person_forget = {
  .group = "person",
  .verb = "forget",
  .arguments = "",
  .summary = N_ ("Erase a person; the figures stay"),
  .options = forget_options,
  .run = run_forget,
};
