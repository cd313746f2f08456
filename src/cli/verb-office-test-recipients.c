/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `office test-recipients`: the list that messages of test may go to. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-cli-json.h"
#include "ion-ledger-services.h"
#include "ion-person-record.h"

#include <glib/gi18n.h>

static char *label;

static const GOptionEntry options[] = {
  { "label", 0, 0, G_OPTION_ARG_STRING, &label, N_ ("whose it is, for “add”"), "TEXT" },
  { NULL },
};

static IonResult
list (const IonCli *cli, IonOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs =
      ion_ledger_list_test_recipients (ion_office_get_ledger (office), &error);
  JsonBuilder *builder;

  if (pairs == NULL)
    return ion_cli_fail (cli, error);
  if (!cli->json)
    {
      for (guint i = 0; i + 1 < pairs->len; i += 2)
        {
          g_autofree char *masked = ion_fiscal_code_mask (g_ptr_array_index (pairs, i));
          const char *text = g_ptr_array_index (pairs, i + 1);

          ion_cli_print ("%s  %s\n", masked, text != NULL ? text : "");
        }
      return ION_RESULT_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      g_autofree char *masked = ion_fiscal_code_mask (g_ptr_array_index (pairs, i));

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "fiscal_code", masked);
      ion_cli_json_add_text (builder, "label", g_ptr_array_index (pairs, i + 1));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  ion_cli_json_print (builder);
  return ION_RESULT_DONE;
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  const char *action = n_arguments > 0 ? arguments[0] : "list";
  gboolean add = g_str_equal (action, "add");
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!add && !g_str_equal (action, "remove") && !g_str_equal (action, "list"))
    return ion_cli_usage (cli, "%s", _ ("Say “list”, “add” or “remove”."));
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  if (g_str_equal (action, "list"))
    return list (cli, office);
  code = ion_cli_read_line (&error);
  if (code == NULL)
    return ion_cli_fail (cli, error);
  done = add ? ion_office_add_test_recipient (office, code, label, &error)
             : ion_office_remove_test_recipient (office, code, &error);
  return done ? ION_RESULT_DONE : ion_cli_fail (cli, error);
}

const IonCliVerb ion_verb_office_test_recipients = {
  .group = "office",
  .verb = "test-recipients",
  .arguments = "[list|add|remove]",
  .max_arguments = 1,
  .summary = N_ ("The list that messages of test may go to"),
  .description =
      N_ ("“add” and “remove” read a fiscal code from standard input, since people never stand in "
          "arguments. A message of test carries sample data and goes to nobody else."),
  .options = options,
  .run = run,
};
