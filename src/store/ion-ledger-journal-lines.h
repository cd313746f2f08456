/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-people.h"

G_BEGIN_DECLS

/* Which lines of the journal are wanted; what is %NULL or 0 does not matter. */
typedef struct
{
  gint64 since; /* UTC seconds */
  gint64 until; /* before it; 0 = no end */
  const char *who;
  const char *const *actions; /* (array zero-terminated=1): one of them */
  const char *text;           /* somewhere in campaign, detail, purpose or person */
} IonJournalFilter;

/* Returns: (transfer full) (element-type gint64): ids of the lines, newest first. Reads the whole
 * journal: from a worker thread. */
GArray *ion_ledger_find_journal_lines (IonLedger *self,
                                       const IonJournalFilter *filter,
                                       GCancellable *cancellable,
                                       GError **error);

/* A line as it is shown. */
typedef struct
{
  IonJournalEntry *entry; /* (owned) */
  char *campaign_name;    /* (owned) (nullable): of a campaign that is still there */
  char *service_name;     /* (owned) (nullable): likewise, where the line tells of a service */
} IonJournalLine;

void ion_journal_line_free (IonJournalLine *self);

/* A page, by key: may be read in a frame.
 * Returns: (transfer full) (element-type IonJournalLine): in the order of @ids; a line that is gone
 * is left out */
GPtrArray *
ion_ledger_read_journal_lines (IonLedger *self, const gint64 *ids, gsize n_ids, GError **error);
/* Returns: (transfer full) (array zero-terminated=1): everybody who did something */
char **ion_ledger_list_journal_people (IonLedger *self, GError **error);

G_END_DECLS
