/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office set`: one setting of the office. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-office-settings.h"

#include <glib/gi18n.h>

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  if (!ion_office_set_setting (office, arguments[0], arguments[1], &error))
    return ion_cli_fail (cli, error);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_office_set = {
  .group = "office",
  .verb = "set",
  .arguments = "KEY VALUE",
  .min_arguments = 2,
  .max_arguments = 2,
  .summary = N_ ("Change a setting of the office"),
  .description =
      N_ ("The settings: api-url, rate (calls/seconds: 150/5), concurrency, retention-days, "
          "sending-hours "
          "(8-20 lun-sab), holidays, daily-limit, connection-patience (seconds), countdown, name, "
          "organization-code. An empty value "
          "puts the default back."),
  .run = run,
};
