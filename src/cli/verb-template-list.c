/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `template list`: the office's templates and those that come with the program. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-json.h"
#include "ion-ledger-services.h"
#include "ion-template-catalog.h"

#include <glib/gi18n.h>

static void
add_templates (JsonBuilder *builder, GPtrArray *templates, gboolean is_starter)
{
  for (guint i = 0; i < templates->len; i++)
    {
      const IonTemplate *template_ = g_ptr_array_index (templates, i);

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "name", template_->name);
      ion_cli_json_add_text (builder, "kind", ion_template_kind_to_name (template_->kind));
      ion_cli_json_add_bool (builder, "starter", is_starter);
      json_builder_end_object (builder);
    }
}

static void
print_templates (GPtrArray *templates, const char *origin)
{
  for (guint i = 0; i < templates->len; i++)
    {
      const IonTemplate *template_ = g_ptr_array_index (templates, i);

      ion_cli_print ("%s  (%s, %s)\n", template_->name, ion_template_kind_to_name (template_->kind),
                     origin);
    }
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) starters = NULL;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder;

  if (office == NULL)
    return status;
  own = ion_ledger_list_templates (ion_office_get_ledger (office), &error);
  starters = own != NULL ? ion_template_list_starters (&error) : NULL;
  if (starters == NULL)
    return ion_cli_fail (cli, error);
  if (!cli->json)
    {
      print_templates (own, _ ("of the office"));
      print_templates (starters, _ ("comes with the program"));
      return ION_RESULT_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  add_templates (builder, own, FALSE);
  add_templates (builder, starters, TRUE);
  json_builder_end_array (builder);
  ion_cli_json_print (builder);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_template_list = {
  .group = "template",
  .verb = "list",
  .arguments = "",
  .summary = N_ ("List the office's templates and those that come with the program"),
  .run = run,
};
