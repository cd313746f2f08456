/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `service set-key`: another API key for a service. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-office-services.h"

#include <glib/gi18n.h>

static char *key_file;

static const GOptionEntry options[] = {
  { "key-file", 0, 0, G_OPTION_ARG_FILENAME, &key_file,
    N_ ("the API key in a file, or “-” for standard input"), "F" },
  { NULL },
};

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonSecret) key = NULL;
  g_autoptr (GError) error = NULL;

  if (key_file == NULL)
    return ion_cli_usage (cli, "%s", _ ("Give the API key with --key-file, as a file or “-”."));
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  key = ion_cli_read_secret (key_file, &error);
  if (key == NULL || !ion_office_set_service_key (office, arguments[0], key, &error))
    return ion_cli_fail (cli, error);
  ion_cli_note (cli, _ ("The API key was replaced. “service check %s” tells whether it works."),
                arguments[0]);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_service_set_key = {
  .group = "service",
  .verb = "set-key",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Replace the API key of a service"),
  .options = options,
  .run = run,
};
