/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-private.h"
#include "ion-recipient-check.h"

G_BEGIN_DECLS

/* A row of the file. Places are offsets in the batch's bytes; a text that there is not is 0. */
typedef struct
{
  guint32 row;
  IonDeliveryState state;
  guint32 sealed, sealed_size;
  guint32 distinct, notice_number;
  guint32 reason_code, reason_detail;
  gboolean has_notice; /* set, with @notice, when it is sealed */
  IonPrint notice;
} IonImportRow;

/**
 * IonImportBatch:
 *
 * Rows on their way into the ledger, written in one transaction. All that a batch holds of people
 * lies in one block, which is sealed where it lies and used again, wiped, for other rows.
 */
typedef struct
{
  gint64 campaign;
  GByteArray *bytes; /* (owned) */
  GArray *rows;      /* (owned) (element-type IonImportRow) */
} IonImportBatch;

IonImportBatch *ion_import_batch_new (gint64 campaign);
void ion_import_batch_free (IonImportBatch *self);
/* Forgets all rows. */
void ion_import_batch_clear (IonImportBatch *self);
/* @reason_code, @reason_detail: (nullable) */
void ion_import_batch_add (IonImportBatch *self,
                           const IonRecipient *recipient,
                           const char *reason_code,
                           const char *reason_detail);
/* Whether it should be handed on: a write must not keep others waiting for long. */
gboolean ion_import_batch_is_full (const IonImportBatch *self);
/* Returns: (nullable): the text at a place of the batch */
const char *ion_import_batch_get_text (const IonImportBatch *self, guint32 place);
/* Inserts an IonImportBatch whose rows are sealed. */
gboolean ion_import_batch_insert_cb (IonDb *db, gpointer batch, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonImportBatch, ion_import_batch_free)

G_END_DECLS
