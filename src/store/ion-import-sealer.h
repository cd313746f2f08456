/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-import-batch.h"
#include "ion-import-keys.h"

G_BEGIN_DECLS

/**
 * IonImportSealer:
 *
 * The middle of an import: a thread of its own seals batches in the order in which they come, and
 * hands them to the writer. There is a fixed number of batches, so that who reads the file waits
 * when the disk is slower, and memory stays what it is. Use from one thread.
 */
typedef struct _IonImportSealer IonImportSealer;

/* @keys: (transfer none): gets the fingerprints of what is sealed; to be left alone by others until
 * ion_import_sealer_finish() */
IonImportSealer *
ion_import_sealer_new (IonLedger *ledger, IonVault *vault, gint64 campaign, IonImportKeys *keys);
/* Drops what is not written yet. */
void ion_import_sealer_free (IonImportSealer *self);
/* Returns: (transfer none): the batch that is to be filled; waits until one is empty */
IonImportBatch *ion_import_sealer_get_batch (IonImportSealer *self);
/* Hands the batch on. Returns: %FALSE where an earlier one could not be written */
gboolean ion_import_sealer_push (IonImportSealer *self, GError **error);
/* Hands on what there is, and waits until all is durable. */
gboolean ion_import_sealer_finish (IonImportSealer *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonImportSealer, ion_import_sealer_free)

G_END_DECLS
