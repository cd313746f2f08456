/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `template show`, `template export` and `template remove`: one template of the office or of the
 * program. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-template-catalog.h"
#include "ion-template-json.h"

#include <glib/gi18n.h>

static char *output;

static const GOptionEntry export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file; standard output otherwise"),
    "FILE" },
  { NULL },
};

static IonResult
run_show (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonTemplate) template_ = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  template_ = ion_office_find_template (office, arguments[0], &error);
  if (template_ == NULL)
    return ion_cli_fail (cli, error);
  if (output != NULL)
    return ion_template_save_file (template_, output, &error) ? ION_RESULT_DONE
                                                              : ion_cli_fail (cli, error);
  json = ion_template_to_json (template_);
  ion_cli_print ("%s\n", json);
  return ION_RESULT_DONE;
}

static IonResult
run_remove (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  if (!ion_office_remove_template (office, arguments[0], &error))
    return ion_cli_fail (cli, error);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_template_show = {
  .group = "template",
  .verb = "show",
  .arguments = "NAME",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Show a template as a file has it"),
  .run = run_show,
};

const IonCliVerb ion_verb_template_export = {
  .group = "template",
  .verb = "export",
  .arguments = "NAME",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Write a template to a file, for another office"),
  .options = export_options,
  .run = run_show,
};

const IonCliVerb ion_verb_template_remove = {
  .group = "template",
  .verb = "remove",
  .arguments = "NAME",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Remove a template of the office"),
  .description = N_ ("Campaigns that were made with it keep their copy."),
  .run = run_remove,
};
