/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `service add`: a service of IO, with its key. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-office-services.h"

#include <glib/gi18n.h>

static char *id;
static char *name;
static char *department;
static char *key_file;

static const GOptionEntry options[] = {
  { "id", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("the service's id, as IO gives it"), "ID" },
  { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("the service's name, as citizens see it"), "N" },
  { "department", 0, 0, G_OPTION_ARG_STRING, &department, N_ ("who sends with it"), "D" },
  { "key-file", 0, 0, G_OPTION_ARG_FILENAME, &key_file,
    N_ ("its API key in a file, or “-” for standard input"), "F" },
  { NULL },
};

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonSecret) key = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL || name == NULL)
    return ion_cli_usage (cli, "%s", _ ("Give the service's id (--id) and its name (--name)."));
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  if (key_file != NULL && (key = ion_cli_read_secret (key_file, &error)) == NULL)
    return ion_cli_fail (cli, error);
  if (!ion_office_add_service (office, id, name, department, key, &error))
    return ion_cli_fail (cli, error);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_service_add = {
  .group = "service",
  .verb = "add",
  .arguments = "",
  .summary = N_ ("Add a service of IO, with its API key"),
  .description = N_ ("The key goes into the keyring and nowhere else. It is read from a file or "
                     "from standard input, "
                     "never from an argument, which other programs can see."),
  .options = options,
  .run = run,
};
