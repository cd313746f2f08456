/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-recipient-check.h"

G_BEGIN_DECLS

/**
 * IonLedgerImport:
 *
 * A new campaign being filled: rows are sealed and written in bounded transactions of their own, in
 * a state in which nobody sees the campaign; ion_ledger_import_finish() makes it visible in one
 * durable step, and a crash, an error or ion_ledger_import_free() before that leaves nothing behind
 * (leftovers are removed at the next opening). Use from one thread at a time.
 */
typedef struct _IonLedgerImport IonLedgerImport;

/* @campaign: name, service_id, template_, is_test, source_name, accepted_doubts, follows_id,
 * purpose, answers are read; and draft_id: then it takes the place of what was prepared of that
 * draft before, in the one step that makes it visible, and is not listed until it begins. Errors of
 * that step: %ION_STORE_ERROR_NOT_FOUND where the draft is gone, _STATE where it was sent. */
IonLedgerImport *
ion_ledger_import_new (IonLedger *self, const IonCampaign *campaign, GError **error);
/* Queues a row: valid -> pending; not valid or duplicate -> excluded with @reason_code (fiscal code
 * may be empty) */
gboolean ion_ledger_import_add (IonLedgerImport *self,
                                const IonRecipient *recipient,
                                const char *reason_code,
                                const char *reason_detail,
                                GError **error);

/* What becomes of people who hold (accepted, delivered, sending, uncertain) a message with the same
 * notice number. */
typedef enum
{
  ION_HELD_WAIT,      /* stays pending; refused when its turn comes */
  ION_HELD_LEAVE_OUT, /* excluded: "notice-already-sent" */
  ION_HELD_SEND,      /* a second message is meant */
} IonHeldPeople;

/* What is known of a file only when all of it was read. Borrowed. */
typedef struct
{
  const IonPrint *file_print;  /* (nullable): of its bytes, to recognise the same file again */
  const IonPrint *rows_print;  /* (nullable): of its rows, to recognise them in another file */
  const char *accepted_doubts; /* (nullable): codes, comma between: replaces the campaign's */
  const char *doubts_detail;   /* (nullable): for the journal: what was doubted, and how much */
  const char *const *map;      /* (nullable) (array zero-terminated=1): "FIELD=COLUMN" to remember
                                  for the template's name */
  IonHeldPeople held_people;
  gint64 *n_held; /* (nullable): gets how many were left out, or are written to again */
} IonImportEnding;

/* @ending: (nullable).
 * Returns: (transfer full): the campaign's id. Journals it, all in one durable step. */
char *ion_ledger_import_finish_with (IonLedgerImport *self,
                                     const IonImportEnding *ending,
                                     GError **error);
char *ion_ledger_import_finish (IonLedgerImport *self, const IonPrint *file_print, GError **error);
void ion_ledger_import_free (IonLedgerImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonLedgerImport, ion_ledger_import_free)

/* When the same bytes were imported for a campaign of the same template name that was started: its
 * id and start, else NULL. */
char *ion_ledger_find_same_file (IonLedger *self,
                                 const IonPrint *file_print,
                                 const char *template_name,
                                 gint64 *when,
                                 GError **error);
/* The same for the rows, whatever file they stood in. */
char *ion_ledger_find_same_rows (IonLedger *self,
                                 const IonPrint *rows_print,
                                 const char *template_name,
                                 gint64 *when,
                                 GError **error);
/* The same for a campaign that is there already: another one of the same file or rows. */
char *ion_ledger_find_sent_alike (IonLedger *self, const char *id, gint64 *when, GError **error);

G_END_DECLS
