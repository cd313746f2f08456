/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office recovery-key`: shows the recovery key once more, on a terminal only. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include <glib/gi18n.h>
#include <unistd.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  char *key;

  if (!isatty (STDOUT_FILENO))
    {
      g_set_error_literal (&error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                           _ ("The recovery key is shown on a terminal only: it must not end in a "
                              "file."));
      return ion_cli_fail (cli, error);
    }
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  key = ion_office_get_recovery_key (office, &error);
  if (key == NULL)
    return ion_cli_fail (cli, error);
  ion_cli_print ("%s\n", key);
  ion_wipe_free (key);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_office_recovery_key = {
  .group = "office",
  .verb = "recovery-key",
  .arguments = "",
  .summary = N_ ("Show the recovery key once more, on a terminal only"),
  .description = N_ ("Whoever has the recovery key and the data folder can read the people in it: "
                     "keep it on paper, "
                     "locked away. That it was shown goes to the journal."),
  .run = run,
};
