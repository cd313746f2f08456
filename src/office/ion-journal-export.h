/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-journal-lines.h"
#include "ion-office.h"

G_BEGIN_DECLS

/**
 * ion_office_export_journal:
 * @file: replaced where it exists
 *
 * The lines that fit @filter as a table for a spreadsheet, oldest first, in the words of the
 * screen. Journalled. Runs long: call it from a worker thread.
 *
 * Returns: lines written, -1 on error
 */
gint64 ion_office_export_journal (IonOffice *self,
                                  const IonJournalFilter *filter,
                                  const char *file,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
