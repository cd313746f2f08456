/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `service list` and `service show`: the services and the state of their keys. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-json.h"
#include "ion-moment.h"
#include "ion-office-services.h"

#include <glib/gi18n.h>

/* A key that was given and not used yet is remembered as new. */
static gboolean
is_tested (const IonService *service)
{
  return service->key_state != NULL && !g_str_equal (service->key_state, "new");
}

static const char *
describe_key (IonKeyPresence presence, const IonService *service)
{
  if (presence == ION_KEY_ABSENT)
    return "absent";
  if (presence == ION_KEY_UNREADABLE)
    return "unreadable";
  return is_tested (service) ? service->key_state : "present";
}

static const char *
describe_key_for_people (IonKeyPresence presence, const IonService *service)
{
  if (presence == ION_KEY_ABSENT)
    return _ ("no API key");
  if (presence == ION_KEY_UNREADABLE)
    return _ ("the keyring cannot be read now");
  if (!is_tested (service))
    return _ ("API key present, not tested yet");
  return g_str_equal (service->key_state, "ok") ? _ ("API key present, it works")
                                                : _ ("API key present, refused when last tested");
}

static void
add_service (JsonBuilder *builder, IonOffice *office, const IonService *service)
{
  IonKeyPresence presence = ion_office_get_key_presence (office, service->id, NULL);

  json_builder_begin_object (builder);
  ion_cli_json_add_text (builder, "id", service->id);
  ion_cli_json_add_text (builder, "name", service->name);
  ion_cli_json_add_text (builder, "department", service->department);
  ion_cli_json_add_text (builder, "key", describe_key (presence, service));
  ion_cli_json_add_moment (builder, "key_checked_at", service->key_checked_at);
  ion_cli_json_add_moment (builder, "created_at", service->created_at);
  json_builder_end_object (builder);
}

static void
print_service (IonOffice *office, const IonService *service)
{
  IonKeyPresence presence = ion_office_get_key_presence (office, service->id, NULL);

  ion_cli_print ("%s  %s%s%s  %s\n", service->id, service->name,
                 service->department != NULL ? " · " : "",
                 service->department != NULL ? service->department : "",
                 describe_key_for_people (presence, service));
}

static IonResult
run_list (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder;

  if (office == NULL)
    return status;
  services = ion_ledger_list_services (ion_office_get_ledger (office), &error);
  if (services == NULL)
    return ion_cli_fail (cli, error);
  if (!cli->json)
    {
      for (guint i = 0; i < services->len; i++)
        print_service (office, g_ptr_array_index (services, i));
      return ION_RESULT_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < services->len; i++)
    add_service (builder, office, g_ptr_array_index (services, i));
  json_builder_end_array (builder);
  ion_cli_json_print (builder);
  return ION_RESULT_DONE;
}

static IonResult
run_show (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = ion_cli_open_office (cli, &status);
  g_autoptr (IonService) service = NULL;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder;

  if (office == NULL)
    return status;
  service = ion_ledger_get_service (ion_office_get_ledger (office), arguments[0], &error);
  if (service == NULL)
    return ion_cli_fail (cli, error);
  if (!cli->json)
    {
      print_service (office, service);
      return ION_RESULT_DONE;
    }
  builder = json_builder_new ();
  add_service (builder, office, service);
  ion_cli_json_print (builder);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_service_list = {
  .group = "service",
  .verb = "list",
  .arguments = "",
  .summary = N_ ("List the services and the state of their API keys"),
  .run = run_list,
};

const IonCliVerb ion_verb_service_show = {
  .group = "service",
  .verb = "show",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Show one service; its API key is never shown"),
  .run = run_show,
};
