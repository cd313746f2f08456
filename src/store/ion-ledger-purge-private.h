/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-deliveries.h"
#include "ion-ledger-private.h"

G_BEGIN_DECLS

/* Takes the person out of the rows of that range of ids; what was pending becomes cancelled. */
gboolean ion_purge_rows (IonDb *db, gint64 first, gint64 last, gint64 now, GError **error);
/* Deletes the copies made by migrations before that time. */
gboolean ion_purge_backups (IonLedger *self, gint64 before, GError **error);
/* Leaves nothing of what was erased in the engine's log. */
gboolean ion_purge_log (IonLedger *self, GError **error);

IonDelivery *ion_ledger_get_delivery_by_id (IonLedger *self, gint64 id, GError **error);

G_END_DECLS
