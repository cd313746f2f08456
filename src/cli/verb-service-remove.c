/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `service remove`: forgets a service and its key. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-office-services.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  if (!ion_office_remove_service (office, arguments[0], &error))
    return ion_cli_fail (cli, error);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_service_remove = {
  .group = "service",
  .verb = "remove",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Remove a service and its API key"),
  .description = N_ ("Refused while a campaign of the service is not done. What was sent with it "
                     "stays in the ledger."),
  .run = run,
};
