/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whether the recipients are ready, in a word: out of the draft and the report alone.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-recipients-state.h"

#include "ion-doubt-row.h"
#include "ion-format.h"
#include "ion-source-fault.h"

#include <glib/gi18n-lib.h>

void
ion_recipients_to_do (const IonDraft *draft,
                      const IonImportReport *report,
                      IonRecipientsToDo *to_do)
{
  *to_do = (IonRecipientsToDo){ 0 };
  if (!draft->valid_only)
    to_do->to_mend = report->invalid;
  if (!draft->keep_first && !draft->valid_only)
    to_do->duplicates = report->duplicates;
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const IonDoubt *doubt = g_ptr_array_index (report->doubts, i);

      to_do->doubts += !ion_doubt_row_is_accepted (draft, doubt->code);
    }
}

char *
ion_recipients_name_source (const IonDraft *draft)
{
  switch (draft->source)
    {
    case ION_DRAFT_SOURCE_FILE:
      return g_path_get_basename (draft->path);
    case ION_DRAFT_SOURCE_ROWS:
      return g_strdup (_ ("Pasted rows"));
    case ION_DRAFT_SOURCE_CAMPAIGN:
      return g_strdup (_ ("People of an earlier campaign"));
    case ION_DRAFT_SOURCE_NONE:
    default:
      return NULL;
    }
}

/* Returns: (transfer full) (nullable): %NULL where nothing waits */
static char *
describe_to_do (const IonRecipientsToDo *to_do)
{
  g_autofree char *count = NULL;

  if (to_do->to_mend > 0)
    {
      count = ion_format_count (to_do->to_mend);
      return g_strdup_printf (ngettext ("%s to correct", "%s to correct", (gulong) to_do->to_mend),
                              count);
    }
  if (to_do->duplicates > 0)
    {
      count = ion_format_count (to_do->duplicates);
      return g_strdup_printf (ngettext ("%s duplicate", "%s duplicates",
                                        (gulong) to_do->duplicates),
                              count);
    }
  if (to_do->doubts == 0)
    return NULL;
  count = ion_format_count (to_do->doubts);
  return g_strdup_printf (ngettext ("%s doubt", "%s doubts", to_do->doubts), count);
}

IonPartState
ion_recipients_state_describe (IonDraftEditor *editor, char **text, char **summary)
{
  const IonDraft *draft = ion_draft_editor_get_draft (editor);
  const IonImportReport *report = ion_draft_editor_get_report (editor);
  IonRecipientsToDo to_do;
  gint64 left;

  *summary = ion_recipients_name_source (draft);
  if (draft->source == ION_DRAFT_SOURCE_NONE)
    {
      /* Translators: the state of a part of a campaign that nobody has begun */
      *text = g_strdup (_ ("To do"));
      return ION_PART_TO_DO;
    }
  if (report == NULL)
    {
      const GError *error = ion_draft_editor_get_check_error (editor);

      *text = g_strdup (error == NULL                            ? _ ("Being read")
                        : ion_source_fault_is_of_columns (error) ? _ ("Columns to choose")
                                                                 : _ ("Cannot be read"));
      return error != NULL ? ION_PART_PROBLEM : ION_PART_TO_DO;
    }
  if (ion_draft_has_foreign_mends (draft, report))
    {
      *text = g_strdup (_ ("The file has changed"));
      return ION_PART_PROBLEM;
    }
  ion_recipients_to_do (draft, report, &to_do);
  *text = describe_to_do (&to_do);
  if (*text != NULL)
    return ION_PART_PROBLEM;
  left = report->valid - (draft->include_held ? 0 : report->held);
  *text = g_strdup (left > 0 ? _ ("Ready") : _ ("Nobody"));
  return left > 0 ? ION_PART_READY : ION_PART_PROBLEM;
}
