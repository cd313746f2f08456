/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-pace.h"

G_BEGIN_DECLS

/**
 * IonLease:
 *
 * A few permits taken from the pace that all processes on a ledger share, and what became of each.
 * Given back to the ledger by itself when the last of them is accounted for.
 */
typedef struct _IonLease IonLease;

IonLease *ion_lease_new (IonLedger *ledger, gint64 id, int granted, gint64 now);
void ion_lease_unref (IonLease *self);

/* How many are left to give out. */
int ion_lease_get_left (IonLease *self);
gint64 ion_lease_get_taken_at (IonLease *self);
/* Gives one out; every one is followed by exactly one of the two below. Returns: (transfer full) */
IonLease *ion_lease_take (IonLease *self);
void ion_lease_used (IonLease *self, gint64 at); /* (transfer full) */
void ion_lease_unused (IonLease *self);          /* (transfer full) */
/* No more will be given out of it. */
void ion_lease_close (IonLease *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonLease, ion_lease_unref)

G_END_DECLS
