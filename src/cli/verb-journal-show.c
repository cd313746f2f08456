/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `journal show`: who did what. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-input.h"
#include "ion-cli-json.h"
#include "ion-ledger-people.h"
#include "ion-moment.h"

#include <glib/gi18n.h>

static char *since;

static const GOptionEntry options[] = {
  { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_ ("only what happened from then on"), "T" },
  { NULL },
};

static void
add_entry (JsonBuilder *builder, const IonJournalEntry *entry)
{
  json_builder_begin_object (builder);
  ion_cli_json_add_moment (builder, "at", entry->at);
  ion_cli_json_add_text (builder, "who", entry->who);
  ion_cli_json_add_text (builder, "action", entry->action);
  ion_cli_json_add_text (builder, "campaign", entry->campaign_id);
  ion_cli_json_add_text (builder, "detail", entry->detail);
  ion_cli_json_add_text (builder, "purpose", entry->purpose);
  json_builder_end_object (builder);
}

static void
print_entry (const IonJournalEntry *entry)
{
  IonDate date;
  int hour, minute, second;
  g_autofree char *day = NULL;

  ion_moment_to_local (entry->at, &date, &hour, &minute, &second);
  day = ion_date_to_iso (&date);
  ion_cli_print ("%s %02d:%02d  %s  %s  %s%s%s\n", day, hour, minute, entry->who, entry->action,
                 entry->campaign_id != NULL ? entry->campaign_id : "",
                 entry->detail != NULL ? "  " : "", entry->detail != NULL ? entry->detail : "");
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder;
  gint64 from = 0;

  if (since != NULL && !ion_cli_parse_moment (since, &from, &error))
    return ion_cli_usage (cli, "%s", error->message);
  office = ion_cli_open_office (cli, &status);
  if (office == NULL)
    return status;
  entries = ion_ledger_read_journal (ion_office_get_ledger (office), from, G_MAXINT32, &error);
  if (entries == NULL)
    return ion_cli_fail (cli, error);
  if (!cli->json)
    {
      for (guint i = 0; i < entries->len; i++)
        print_entry (g_ptr_array_index (entries, i));
      return ION_RESULT_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    add_entry (builder, g_ptr_array_index (entries, i));
  json_builder_end_array (builder);
  ion_cli_json_print (builder);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_journal_show = {
  .group = "journal",
  .verb = "show",
  .arguments = "",
  .summary = N_ ("Show who did what, when, for what purpose"),
  .description = N_ ("No personal data stands in the journal."),
  .options = options,
  .run = run,
};
