/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `status`: one line for monitoring. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-json.h"
#include "ion-office-status.h"

#include <glib/gi18n.h>

static void
print_json (const IonOfficeStatus *state)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  ion_cli_json_add_int (builder, "status", state->result);
  ion_cli_json_add_bool (builder, "stopped", state->is_stopped);
  ion_cli_json_add_bool (builder, "older_copy", state->is_older_copy);
  ion_cli_json_add_int (builder, "running", state->running);
  ion_cli_json_add_int (builder, "scheduled", state->scheduled);
  ion_cli_json_add_int (builder, "paused", state->paused);
  ion_cli_json_add_int (builder, "unattended", state->unattended);
  ion_cli_json_add_int (builder, "uncertain", state->uncertain);
  ion_cli_json_add_int (builder, "to_mend", state->to_mend);
  ion_cli_json_add_int (builder, "keys_refused", state->keys_refused);
  ion_cli_json_add_int (builder, "keys_missing", state->keys_missing);
  json_builder_end_object (builder);
  ion_cli_json_print (builder);
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_FAILED;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonOfficeStatus) state = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return ION_RESULT_FAILED;
  state = ion_office_get_status (office, &error);
  if (state == NULL)
    {
      ion_cli_fail (cli, error);
      return ION_RESULT_FAILED;
    }
  if (cli->json)
    print_json (state);
  else
    ion_cli_print ("%s\n", state->sentence);
  return state->result;
}

const IonCliVerb ion_verb_status = {
  .group = "status",
  .arguments = "",
  .summary = N_ ("Say in one line how the office stands, for monitoring"),
  .description = N_ ("The exit status is 0 when all is well, 3 when something waits for a person, "
                     "1 when the office is "
                     "broken."),
  .run = run,
};
