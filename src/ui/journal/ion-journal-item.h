/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-journal-lines.h"

G_BEGIN_DECLS

/**
 * IonJournalItem:
 *
 * One line of the journal as the lists show it.
 *
 * Properties, all texts: "when", "who", "what", "object", "purpose", "by-line" (who and when).
 */
#define ION_TYPE_JOURNAL_ITEM (ion_journal_item_get_type ())
G_DECLARE_FINAL_TYPE (IonJournalItem, ion_journal_item, ION, JOURNAL_ITEM, GObject)

IonJournalItem *ion_journal_item_new (const IonJournalLine *line);

G_END_DECLS
