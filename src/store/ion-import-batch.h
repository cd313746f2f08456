/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-private.h"

G_BEGIN_DECLS

/* One person in the campaign, for the unique index. */
typedef struct
{
  IonPrint person;
  IonPrint distinct;
  gint64 delivery;
} IonImportPerson;

typedef struct
{
  IonPrint notice;
  gint64 delivery;
} IonImportNotice;

typedef struct
{
  gint64 id;
  IonDeliveryState state;
  GBytes *sealed; /* (owned) */
  gboolean has_notice;
  IonPrint notice;
  char *reason_code, *reason_detail; /* (owned) (nullable) */
} IonImportRow;

/* What one operation of the writer inserts. */
typedef struct
{
  gint64 campaign;
  GArray *rows;                /* (owned) (nullable) (element-type IonImportRow) */
  const IonImportPerson *keys; /* (nullable) */
  const IonImportNotice *notices;
  guint n_keys, n_notices;
} IonImportBatch;

/* Returns: (transfer full) (element-type IonImportRow): it frees what it holds */
GArray *ion_import_rows_new (void);
void ion_import_batch_free (gpointer batch);
/* Inserts an IonImportBatch; EXISTS where a person is there twice. */
gboolean ion_import_insert_cb (IonDb *db, gpointer batch, GError **error);
/* Within a transaction: a staged campaign and all that was written for it. */
gboolean ion_import_remove_staged (IonDb *db, gint64 number, GError **error);

G_END_DECLS
