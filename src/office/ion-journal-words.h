/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-journal-lines.h"

G_BEGIN_DECLS

/* What an action of the journal is about. */
typedef enum
{
  ION_JOURNAL_ALL,
  ION_JOURNAL_CAMPAIGNS,
  ION_JOURNAL_PEOPLE,
  ION_JOURNAL_SERVICES,
  ION_JOURNAL_TEMPLATES,
  ION_JOURNAL_LISTS,
  ION_JOURNAL_OFFICE,
  ION_N_JOURNAL_KINDS,
} IonJournalKind;

/* "Campaigns". (transfer none) */
const char *ion_journal_kind_get_label (IonJournalKind kind);
/* Returns: (transfer container) (array zero-terminated=1) (nullable): the actions of that kind;
 * %NULL for all of them */
const char **ion_journal_kind_list_actions (IonJournalKind kind);

/* What somebody did, in words: "Began a campaign". A name that this version does not know is given
 * back as it is. (transfer none) */
const char *ion_journal_action_get_label (const char *action);
gboolean ion_journal_action_is_known (const char *action);

/* What it was done to, in words: the campaign, the service, the setting, how many.
 * Returns: (transfer full): may be "" */
char *ion_journal_line_tell_object (const IonJournalLine *line);

G_END_DECLS
