/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-db.h"

G_BEGIN_DECLS

/**
 * IonBulkInsert:
 *
 * Many rows into one table, some dozens a statement: half of what a row costs the engine is to
 * begin and to end a statement. What the values point to must live until ion_bulk_insert_finish().
 */
typedef struct _IonBulkInsert IonBulkInsert;

/* @head: "INSERT INTO table (a, b)"; @tail: "" or what follows the values. Both are constants. */
IonBulkInsert *ion_bulk_insert_new (IonDb *db, const char *head, const char *tail, guint n_columns);
void ion_bulk_insert_free (IonBulkInsert *self);
/* @values: (array): of one row */
gboolean ion_bulk_insert_add (IonBulkInsert *self, const IonValue *values, GError **error);
/* @n_inserted: (out) (optional): how many rows of all that were added are new */
gboolean ion_bulk_insert_finish (IonBulkInsert *self, gint64 *n_inserted, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonBulkInsert, ion_bulk_insert_free)

G_END_DECLS
