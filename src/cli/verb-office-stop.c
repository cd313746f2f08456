/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office stop` and `office start`: for everything that sends, in every process on the ledger. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include <glib/gi18n.h>

static IonResult
set_stopped (const IonCli *cli, gboolean is_stopped)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  if (!ion_office_set_stopped (office, is_stopped, &error))
    return ion_cli_fail (cli, error);
  ion_cli_note (cli, "%s",
                is_stopped ? _ ("Nothing leaves any more, until “office start”.")
                           : _ ("Sending is allowed again."));
  return ION_RESULT_DONE;
}

static IonResult
run_stop (const IonCli *cli, int n_arguments, char **arguments)
{
  return set_stopped (cli, TRUE);
}

static IonResult
run_start (const IonCli *cli, int n_arguments, char **arguments)
{
  return set_stopped (cli, FALSE);
}

const IonCliVerb ion_verb_office_stop = {
  .group = "office",
  .verb = "stop",
  .arguments = "",
  .summary = N_ ("Stop everything that sends, at once"),
  .description = N_ ("Holds for every process on the ledger, the window included: nothing new "
                     "leaves, what is in flight "
                     "is awaited and written down. It stays so until “office start”."),
  .run = run_stop,
};

const IonCliVerb ion_verb_office_start = {
  .group = "office",
  .verb = "start",
  .arguments = "",
  .summary = N_ ("Let sending go on after “office stop”"),
  .run = run_start,
};
