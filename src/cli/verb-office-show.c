/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office show`: the office and all its settings. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-json.h"
#include "ion-keyring.h"
#include "ion-office-settings.h"

#include <glib/gi18n.h>

static void
print_json (IonOffice *office, GPtrArray *settings)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  ion_cli_json_add_text (builder, "folder", ion_office_get_folder (office));
  ion_cli_json_add_text (builder, "id", ion_ledger_get_id (ion_office_get_ledger (office)));
  ion_cli_json_add_bool (builder, "practice", ion_office_is_practice (office));
  ion_cli_json_add_text (builder, "keys", ion_keyring_describe (ion_office_get_keyring (office)));
  for (guint i = 0; i < settings->len; i++)
    {
      const IonSetting *setting = g_ptr_array_index (settings, i);

      ion_cli_json_add_text (builder, setting->key, setting->value);
    }
  json_builder_end_object (builder);
  ion_cli_json_print (builder);
}

static void
print_text (IonOffice *office, GPtrArray *settings)
{
  ion_cli_print ("%s%s\n", ion_office_get_name (office),
                 ion_office_is_practice (office) ? _ (" (practice: nothing leaves this machine)")
                                                 : "");
  ion_cli_print (_ ("Data folder: %s\n"), ion_office_get_folder (office));
  ion_cli_print (_ ("Keys: %s\n"), ion_keyring_describe (ion_office_get_keyring (office)));
  for (guint i = 0; i < settings->len; i++)
    {
      const IonSetting *setting = g_ptr_array_index (settings, i);

      ion_cli_print ("  %-18s %-24s %s\n", setting->key,
                     *setting->value != '\0' ? setting->value : "—", setting->help);
    }
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GPtrArray) settings = NULL;
  g_autoptr (GError) error = NULL;

  if (office == NULL)
    return status;
  settings = ion_office_list_settings (office, &error);
  if (settings == NULL)
    return ion_cli_fail (cli, error);
  if (cli->json)
    print_json (office, settings);
  else
    print_text (office, settings);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_office_show = {
  .group = "office",
  .verb = "show",
  .arguments = "",
  .summary = N_ ("Show the office and all its settings"),
  .run = run,
};
