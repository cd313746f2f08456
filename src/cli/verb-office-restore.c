/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office restore`: opens a ledger whose keyring was lost, and takes a person's decision about an
 * older copy. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"

#include <glib/gi18n.h>

static char *key_file;
static gboolean nothing_sent;
static gboolean in_doubt;

static const GOptionEntry options[] = {
  { "recovery-key-file", 0, 0, G_OPTION_ARG_FILENAME, &key_file,
    N_ ("the recovery key in a file, or “-” for standard input"), "F" },
  { "nothing-was-sent", 0, 0, G_OPTION_ARG_NONE, &nothing_sent,
    N_ ("a person's word about an older copy: nothing was sent since it was made"), NULL },
  { "in-doubt", 0, 0, G_OPTION_ARG_NONE, &in_doubt,
    N_ ("a person's word about an older copy: what is still pending may have been sent"), NULL },
  { NULL },
};

static IonOffice *
open (const IonCli *cli, IonResult *status)
{
  g_autofree char *folder = NULL;
  g_autoptr (IonSecret) key = NULL;
  g_autoptr (GError) error = NULL;
  IonOffice *office;

  if (key_file == NULL)
    return ion_cli_open_office (cli, status);
  folder = ion_cli_get_folder (cli);
  key = ion_cli_read_secret (key_file, &error);
  office = key != NULL ? ion_office_restore (folder, cli->practice, key, &error) : NULL;
  if (office == NULL)
    *status = ion_cli_fail (cli, error);
  return office;
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  gboolean older;

  if (nothing_sent && in_doubt)
    return ion_cli_usage (cli, "%s", _ ("Either --nothing-was-sent or --in-doubt, not both."));
  if (key_file == NULL && !nothing_sent && !in_doubt)
    return ion_cli_usage (cli, "%s",
                          _ ("Say --recovery-key-file, --nothing-was-sent or --in-doubt."));
  office = open (cli, &status);
  if (office == NULL)
    return status;
  older = ion_office_is_older_copy (office, &error);
  if (error != NULL)
    return ion_cli_fail (cli, error);
  if (older && !nothing_sent && !in_doubt)
    {
      ion_cli_note (cli, "%s",
                    _ ("The office opens. Its ledger is a copy, or older than what was sent: "
                       "nothing leaves until you "
                       "decide with --nothing-was-sent or --in-doubt."));
      return ION_RESULT_WAITS;
    }
  if (older && !ion_office_decide_copy (office, nothing_sent, &error))
    return ion_cli_fail (cli, error);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_office_restore = {
  .group = "office",
  .verb = "restore",
  .arguments = "",
  .summary = N_ ("Open a ledger whose keyring was lost, or decide about an older copy"),
  .description = N_ ("With the recovery key the vault key goes back into the keyring.\n\nA ledger "
                     "that is a copy, or older than what was sent, sends nothing until a person "
                     "has said whether anything was sent since it was made. With --in-doubt every "
                     "recipient still pending, of any campaign, becomes uncertain, to be decided "
                     "with “campaign resolve”."),
  .options = options,
  .run = run,
};
