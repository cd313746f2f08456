/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `service check`: whether the key works, asked harmlessly. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-json.h"
#include "ion-cli-wait.h"
#include "ion-office-services.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonServiceCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (IonCliWait) wait = { 0 };

  if (office == NULL)
    return status;
  ion_cli_wait_init (&wait);
  ion_office_check_service_async (office, arguments[0], NULL, ion_cli_wait_cb, &wait);
  check = ion_office_check_service_finish (office, ion_cli_wait (&wait), &error);
  if (check == NULL)
    return ion_cli_fail (cli, error);
  if (cli->json)
    {
      JsonBuilder *builder = json_builder_new ();

      json_builder_begin_object (builder);
      ion_cli_json_add_bool (builder, "works", check->result == ION_RESULT_DONE);
      ion_cli_json_add_text (builder, "code", check->code);
      ion_cli_json_add_text (builder, "message", check->sentence);
      json_builder_end_object (builder);
      ion_cli_json_print (builder);
    }
  else
    ion_cli_print ("%s\n", check->sentence);
  return check->result;
}

const IonCliVerb ion_verb_service_check = {
  .group = "service",
  .verb = "check",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Ask the platform, harmlessly, whether the API key works"),
  .description =
      N_ ("Asks whether PagoPA's documented test code can be reached: nobody gets a message."),
  .run = run,
};
