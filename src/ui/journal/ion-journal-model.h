/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"

G_BEGIN_DECLS

/**
 * IonJournalModel:
 *
 * The lines that fit a filter, newest first: only their numbers are held, and pages are read by key
 * as they come on screen.
 */
#define ION_TYPE_JOURNAL_MODEL (ion_journal_model_get_type ())
G_DECLARE_FINAL_TYPE (IonJournalModel, ion_journal_model, ION, JOURNAL_MODEL, GObject)

IonJournalModel *ion_journal_model_new (IonLedger *ledger);
/* @ids: (transfer full) (element-type gint64) */
void ion_journal_model_take_ids (IonJournalModel *self, GArray *ids);

G_END_DECLS
