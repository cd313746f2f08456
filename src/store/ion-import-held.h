/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-import.h"

G_BEGIN_DECLS

/* All rows of the campaign are there, and nobody sees it yet: settles what becomes of its people
 * who hold a message with the same notice number. */
gboolean ion_import_held_settle (IonLedger *self,
                                 gint64 campaign,
                                 const IonImportEnding *ending,
                                 GError **error);

G_END_DECLS
