/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The journal's actions as a person would tell them. Every name that the program writes stands in
 * this table; a test holds it to that.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-journal-words.h"

#include "ion-campaign-story.h"
#include "ion-number.h"
#include "ion-setting-words.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *action;
  IonJournalKind kind;
  const char *label;
} words[] = {
  { "campaign-new", ION_JOURNAL_CAMPAIGNS, N_ ("Prepared a campaign") },
  { "doubts-accept", ION_JOURNAL_CAMPAIGNS, N_ ("Accepted doubts about a file") },
  { "campaign-answers", ION_JOURNAL_CAMPAIGNS, N_ ("Answered about the payments") },
  { "campaign-reach", ION_JOURNAL_CAMPAIGNS, N_ ("Asked who can be reached") },
  { "campaign-start", ION_JOURNAL_CAMPAIGNS, N_ ("Began to send") },
  { "campaign-pause", ION_JOURNAL_CAMPAIGNS, N_ ("Paused a campaign") },
  { "campaign-resume", ION_JOURNAL_CAMPAIGNS, N_ ("Let a campaign go on") },
  { "campaign-cancel", ION_JOURNAL_CAMPAIGNS, N_ ("Stopped a campaign for good") },
  { "campaign-export", ION_JOURNAL_CAMPAIGNS, N_ ("Exported a campaign") },
  { "notices-export", ION_JOURNAL_CAMPAIGNS, N_ ("Exported notice numbers to cancel") },
  { "campaign-purge", ION_JOURNAL_CAMPAIGNS, N_ ("Forgot the people of a campaign") },
  { "resolve", ION_JOURNAL_CAMPAIGNS, N_ ("Decided unknown outcomes") },
  { "retry", ION_JOURNAL_CAMPAIGNS, N_ ("Put messages up to be sent again") },
  { "recover", ION_JOURNAL_CAMPAIGNS, N_ ("Found interrupted messages") },
  { "person-show", ION_JOURNAL_PEOPLE, N_ ("Looked at a person's messages") },
  { "person-find", ION_JOURNAL_PEOPLE, N_ ("Looked for a person in a campaign") },
  { "codes-show", ION_JOURNAL_PEOPLE, N_ ("Showed the fiscal codes of a campaign") },
  { "person-export", ION_JOURNAL_PEOPLE, N_ ("Made a copy for a person") },
  { "person-forget", ION_JOURNAL_PEOPLE, N_ ("Erased a person") },
  { "service-add", ION_JOURNAL_SERVICES, N_ ("Added a service") },
  { "service-change", ION_JOURNAL_SERVICES, N_ ("Changed a service") },
  { "service-key", ION_JOURNAL_SERVICES, N_ ("Set an API Key") },
  { "service-rotation", ION_JOURNAL_SERVICES, N_ ("Went on with a rotation of keys") },
  { "service-remove", ION_JOURNAL_SERVICES, N_ ("Removed a service") },
  { "template-put", ION_JOURNAL_TEMPLATES, N_ ("Saved a template") },
  { "template-remove", ION_JOURNAL_TEMPLATES, N_ ("Removed a template") },
  { "test-recipient-add", ION_JOURNAL_LISTS, N_ ("Added a test recipient") },
  { "test-recipient-remove", ION_JOURNAL_LISTS, N_ ("Removed a test recipient") },
  { "list-add", ION_JOURNAL_LISTS, N_ ("Added a list of people") },
  { "list-rename", ION_JOURNAL_LISTS, N_ ("Renamed a list of people") },
  { "list-remove", ION_JOURNAL_LISTS, N_ ("Removed a list of people") },
  { "list-person-add", ION_JOURNAL_LISTS, N_ ("Added a person to a list") },
  { "list-person-remove", ION_JOURNAL_LISTS, N_ ("Removed a person from a list") },
  { "setting", ION_JOURNAL_OFFICE, N_ ("Changed a setting") },
  { "office-stop", ION_JOURNAL_OFFICE, N_ ("Stopped all sending") },
  { "office-start", ION_JOURNAL_OFFICE, N_ ("Let sending go on") },
  { "office-backup", ION_JOURNAL_OFFICE, N_ ("Made a backup") },
  { "office-restore", ION_JOURNAL_OFFICE, N_ ("Restored the office with its recovery key") },
  { "office-export", ION_JOURNAL_OFFICE, N_ ("Exported the office's settings") },
  { "office-import", ION_JOURNAL_OFFICE, N_ ("Imported an office's settings") },
  { "journal-export", ION_JOURNAL_OFFICE, N_ ("Exported the journal") },
  { "recovery-key-show", ION_JOURNAL_OFFICE, N_ ("Looked at the recovery key") },
  { "older-copy", ION_JOURNAL_OFFICE, N_ ("Decided about an older copy") },
};

static const char *const kinds[ION_N_JOURNAL_KINDS] = {
  [ION_JOURNAL_ALL] = N_ ("Every operation"), [ION_JOURNAL_CAMPAIGNS] = N_ ("Campaigns"),
  [ION_JOURNAL_PEOPLE] = N_ ("People"),       [ION_JOURNAL_SERVICES] = N_ ("Services and keys"),
  [ION_JOURNAL_TEMPLATES] = N_ ("Templates"), [ION_JOURNAL_LISTS] = N_ ("Lists of people"),
  [ION_JOURNAL_OFFICE] = N_ ("Office"),
};

const char *
ion_journal_kind_get_label (IonJournalKind kind)
{
  g_return_val_if_fail (kind < ION_N_JOURNAL_KINDS, NULL);

  return _ (kinds[kind]);
}

const char **
ion_journal_kind_list_actions (IonJournalKind kind)
{
  g_autoptr (GPtrArray) actions = NULL;

  if (kind == ION_JOURNAL_ALL)
    return NULL;
  actions = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      g_ptr_array_add (actions, (char *) words[i].action);
  g_ptr_array_add (actions, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&actions), FALSE);
}

static const char *
find_label (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].action, action) == 0)
      return words[i].label;
  return NULL;
}

gboolean
ion_journal_action_is_known (const char *action)
{
  return find_label (action) != NULL;
}

const char *
ion_journal_action_get_label (const char *action)
{
  const char *label = find_label (action);

  return label != NULL ? _ (label) : action;
}

static char *
tell_count (gint64 count)
{
  /* Translators: how many lines of a file, messages or people something was done to */
  return g_strdup_printf (ngettext ("%s message", "%s messages", (gulong) count),
                          ion_number (count).text);
}

/* "resolved-sent: 3" */
static char *
tell_decision (const char *detail)
{
  g_auto (GStrv) parts = g_strsplit (detail, ": ", 2);
  g_autofree char *count = NULL;
  const char *verdict = NULL;

  if (g_strv_length (parts) < 2)
    return g_strdup (detail);
  if (g_str_equal (parts[0], "resolved-sent"))
    verdict = _ ("counted as sent");
  else if (g_str_equal (parts[0], "resolved-not-sent"))
    verdict = _ ("counted as not sent");
  else if (g_str_equal (parts[0], "resolved-retry") || g_str_has_prefix (parts[0], "retry"))
    verdict = _ ("to be sent again");
  count = tell_count (g_ascii_strtoll (parts[1], NULL, 10));
  return g_strdup_printf ("%s: %s", verdict != NULL ? verdict : parts[0], count);
}

static char *
tell_detail (const IonJournalLine *line)
{
  const char *action = line->entry->action;
  const char *detail = line->entry->detail;
  IonCampaign paused = { .state = ION_CAMPAIGN_PAUSED, .pause_code = line->entry->detail };

  if (detail == NULL || *detail == '\0')
    return NULL;
  if (g_str_has_prefix (action, "service-"))
    return g_strdup (line->service_name != NULL ? line->service_name : detail);
  if (g_str_equal (action, "setting"))
    return g_strdup (ion_setting_get_label (detail));
  if (g_str_equal (action, "office-export"))
    return g_strdup (_ ("with the lists of people"));
  if (g_str_equal (action, "office-import"))
    return g_strdup_printf (ngettext ("%s change", "%s changes", strtoul (detail, NULL, 10)),
                            detail);
  if (g_str_equal (action, "campaign-pause"))
    return g_str_equal (detail, "by-person") ? NULL : ion_campaign_explain_pause (&paused);
  if (g_str_equal (action, "resolve") || g_str_equal (action, "retry"))
    return tell_decision (detail);
  if (*detail != '\0' && detail[strspn (detail, "0123456789")] == '\0')
    return tell_count (g_ascii_strtoll (detail, NULL, 10));
  return g_strdup (detail);
}

char *
ion_journal_line_tell_object (const IonJournalLine *line)
{
  g_autofree char *detail = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  detail = tell_detail (line);
  if (line->entry->campaign_id == NULL)
    return g_strdup (detail != NULL ? detail : "");
  if (line->campaign_name == NULL)
    return g_strdup (detail != NULL ? detail : _ ("a campaign that is gone"));
  return detail != NULL ? g_strdup_printf ("«%s» · %s", line->campaign_name, detail)
                        : g_strdup_printf ("«%s»", line->campaign_name);
}
