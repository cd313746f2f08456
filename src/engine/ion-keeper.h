/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"

G_BEGIN_DECLS

/**
 * IonKeeper:
 *
 * Retention: forgets the people of campaigns whose last outcome is old enough, and keeps the
 * figures. Works in a thread of its own, at the start and a few times a day.
 */
typedef struct _IonKeeper IonKeeper;

IonKeeper *ion_keeper_new (IonLedger *ledger, gint64 (*now) (void));
/* A run under way is not awaited: it is a series of transactions, and stops with the ledger. */
void ion_keeper_free (IonKeeper *self);

/* UTC seconds: what settled before is forgotten. Setting "retention-days", else 90. */
gint64 ion_keeper_limit (IonLedger *ledger, gint64 now);
/* One run. Returns: campaigns purged, -1 on error */
int ion_keeper_keep (IonLedger *ledger, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonKeeper, ion_keeper_free)

G_END_DECLS
