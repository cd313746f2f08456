/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"
#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/* One line of the journal: no personal data in it, a person only as a fingerprint's short form. */
typedef struct
{
  gint64 at;
  char *who;         /* (owned): the system's user name */
  char *action;      /* (owned): "campaign-start", "person-show", "resolve", ... */
  char *campaign_id; /* (owned) (nullable) */
  char *detail;      /* (owned) (nullable) */
  char *purpose;     /* (owned) (nullable) */
} IonJournalEntry;

void ion_journal_entry_free (IonJournalEntry *self);
gboolean ion_ledger_write_journal (IonLedger *self,
                                   const char *action,
                                   const char *campaign_id,
                                   const char *detail,
                                   const char *purpose,
                                   GError **error);
GPtrArray *ion_ledger_read_journal (IonLedger *self, gint64 since, guint limit, GError **error);

/* Everything held about one person: deliveries of all campaigns, newest first. Journalled
 * ("person-show"). */
GPtrArray *ion_ledger_list_person (IonLedger *self, const char *fiscal_code, GError **error);
/* @purpose: (nullable): why it is looked at: kept in the journal */
GPtrArray *ion_ledger_list_person_for (IonLedger *self,
                                       const char *fiscal_code,
                                       const char *purpose,
                                       GError **error);
/* Erases the person everywhere (fields, code, fingerprints, reach); the figures stay. Refused
 * (STATE) while a row of theirs is sending. Pending ones become cancelled. Journalled. Returns
 * rows, -1 on error. */
gint64 ion_ledger_forget_person (IonLedger *self, const char *fiscal_code, GError **error);
/* Forgets the people of one campaign (done or cancelled). */
gint64 ion_ledger_purge_campaign (IonLedger *self, const char *campaign_id, GError **error);
/* Retention: purges campaigns in which nothing has happened since @before (finished, or left lying:
 * those are cancelled first), deletes older backups of migrations and reach answers, and vacuums.
 * Returns campaigns purged. */
int ion_ledger_purge_before (IonLedger *self, gint64 before, GError **error);

G_END_DECLS
