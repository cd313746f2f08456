/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `run`: the engine in the foreground, until it is stopped. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-run.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  const IonRunOptions run_options = { .kind = ION_RUN_ENGINE, .first = -1 };
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);

  if (office == NULL)
    return status;
  status = ion_cli_run (cli, office, &run_options, ion_office_get_name (office));
  /* To be stopped is how it ends. */
  return status == ION_RESULT_STOPPED ? ION_RESULT_DONE : status;
}

const IonCliVerb ion_verb_run = {
  .group = "run",
  .arguments = "",
  .summary = N_ ("Run the engine in the foreground: schedules, follow-up, retention"),
  .description = N_ ("Goes on with everything that was running, begins what is scheduled within "
                     "the sending hours, asks "
                     "the platform what became of accepted messages, forgets people when the "
                     "retention time is over. "
                     "Ends with SIGTERM or SIGINT, after the answers in flight."),
  .run = run,
};
