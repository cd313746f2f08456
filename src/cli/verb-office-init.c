/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office init`: makes the office, its ledger and its vault key. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-cli-json.h"
#include "ion-ledger.h"
#include "ion-office.h"

#include <glib/gi18n.h>
#include <unistd.h>

static char *name;
static char *code;
static char *api_url;

static const GOptionEntry options[] = {
  { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("the municipality's name"), "N" },
  { "organization-code", 0, 0, G_OPTION_ARG_STRING, &code, N_ ("its fiscal code, 11 digits"),
    "11DIGITS" },
  { "api-url", 0, 0, G_OPTION_ARG_STRING, &api_url,
    N_ ("the platform's address; the production one otherwise; plain http only for this machine"),
    "URL" },
  { NULL },
};

static void
show_recovery_key (const IonCli *cli, IonOffice *office)
{
  char *key;

  if (!isatty (STDOUT_FILENO))
    {
      ion_cli_note (cli, "%s",
                    _ ("Now keep the recovery key on paper: “office recovery-key” shows it on a "
                       "terminal."));
      return;
    }
  key = ion_office_get_recovery_key (office, NULL);
  if (key == NULL)
    return;
  ion_cli_print (_ ("The recovery key opens the office if this computer's keyring is lost. Write "
                    "it on paper "
                    "and lock it away:\n\n    %s\n"),
                 key);
  ion_wipe_free (key);
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  g_autofree char *folder = ion_cli_get_folder (cli);
  const IonOfficeOptions office_options = { .folder = folder,
                                            .name = name,
                                            .organization_code = code,
                                            .api_url = api_url,
                                            .is_practice = cli->practice };
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL || code == NULL)
    return ion_cli_usage (cli, "%s",
                          _ ("Give the municipality's name (--name) and its code "
                             "(--organization-code)."));
  office = ion_office_create (&office_options, &error);
  if (office == NULL)
    return ion_cli_fail (cli, error);
  if (cli->json)
    {
      JsonBuilder *builder = json_builder_new ();

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "folder", ion_office_get_folder (office));
      ion_cli_json_add_text (builder, "id", ion_ledger_get_id (ion_office_get_ledger (office)));
      json_builder_end_object (builder);
      ion_cli_json_print (builder);
      return ION_RESULT_DONE;
    }
  ion_cli_note (cli, _ ("The office is in %s."), ion_office_get_folder (office));
  show_recovery_key (cli, office);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_office_init = {
  .group = "office",
  .verb = "init",
  .arguments = "",
  .summary = N_ ("Make the office of a municipality"),
  .description = N_ (
      "Makes the data folder with an empty ledger, and a vault key in the keyring with which every "
      "person's data is sealed. On a terminal the recovery key is shown once: keep it on paper."),
  .options = options,
  .run = run,
};
