/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office backup`: a consistent copy of the ledger while it is in use. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  if (!ion_office_backup (office, arguments[0], &error))
    return ion_cli_fail (cli, error);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_office_backup = {
  .group = "office",
  .verb = "backup",
  .arguments = "FILE",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Copy the ledger while it is in use"),
  .description =
      N_ ("People in the copy are sealed as in the ledger. A copy that is put in the ledger's "
          "place later "
          "is recognised: nothing leaves until a person has decided (see “office restore”)."),
  .run = run,
};
