/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-db.h"

G_BEGIN_DECLS

/* One step of the schema. */
typedef struct
{
  int version;                                  /* of the schema after it: 1, 2, 3 ... */
  const char *resource;                         /* (nullable): path of its SQL, compiled in */
  gboolean (*func) (IonDb *db, GError **error); /* (nullable): what SQL cannot do, afterwards */
} IonMigration;

/* The ledger's own. */
extern const IonMigration ion_ledger_migrations[];
extern const guint ion_ledger_n_migrations;

/**
 * ion_migration_run:
 * @backups: folder that receives a copy of a ledger that is not empty, before it is changed
 * @migrations: (array length=n_migrations): in order, versions without a gap
 * @error: %ION_STORE_ERROR: newer, corrupt (not a ledger), full, ...
 *
 * All steps that are missing, in one transaction.
 */
gboolean ion_migration_run (IonDb *db,
                            const char *backups,
                            const IonMigration *migrations,
                            guint n_migrations,
                            GError **error);

/* Copies the ledger and marks the copy as one. @file must not exist; it gets the mode 0600. */
gboolean ion_migration_copy (IonDb *db, const char *file, GError **error);

G_END_DECLS
