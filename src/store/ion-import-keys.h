/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-private.h"

G_BEGIN_DECLS

/**
 * IonImportKeys:
 *
 * By what the rows of a campaign are found: the fingerprints of its people and of their notices,
 * kept while the rows are written, and then written in their own order. Use from one thread at a
 * time.
 */
typedef struct _IonImportKeys IonImportKeys;

IonImportKeys *ion_import_keys_new (IonLedger *ledger, IonVault *vault, gint64 campaign);
void ion_import_keys_free (IonImportKeys *self);
/* @distinct: (nullable): what tells this person's notices apart. Errors of all:
 * %ION_STORE_ERROR */
gboolean ion_import_keys_add_person (IonImportKeys *self,
                                     const char *fiscal_code,
                                     const char *distinct,
                                     guint32 row,
                                     GError **error);
/* An excluded row is found by its person too, but is in nobody's way. */
gboolean ion_import_keys_add_excluded (IonImportKeys *self,
                                       const char *fiscal_code,
                                       guint32 row,
                                       GError **error);
gboolean ion_import_keys_add_notice (IonImportKeys *self,
                                     const IonPrint *notice,
                                     guint32 row,
                                     GError **error);
/* Writes all of them down, in bounded transactions; once. %ION_STORE_ERROR_EXISTS where a person is
 * there twice. */
gboolean ion_import_keys_write (IonImportKeys *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonImportKeys, ion_import_keys_free)

G_END_DECLS
