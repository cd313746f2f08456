/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `template add`: a template from a file into the office. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-template-catalog.h"

#include <glib/gi18n.h>

static gboolean replace;

static const GOptionEntry options[] = {
  { "replace", 0, 0, G_OPTION_ARG_NONE, &replace,
    N_ ("takes the place of the template of the same name"), NULL },
  { NULL },
};

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  template_ = ion_template_load_file (arguments[0], &error);
  if (template_ == NULL || !ion_office_put_template (office, template_, replace, &error))
    return ion_cli_fail (cli, error);
  ion_cli_print ("%s\n", template_->name);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_template_add = {
  .group = "template",
  .verb = "add",
  .arguments = "FILE",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Add a template from a file"),
  .description = N_ (
      "Campaigns that were made with an earlier version keep it: each holds a copy of its own."),
  .options = options,
  .run = run,
};
