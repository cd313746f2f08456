/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-lease.h"
#include "ion-pace.h"

G_BEGIN_DECLS

/**
 * IonLeaseSupply:
 *
 * The permits of the pace that all processes on a ledger share: takes leases ahead, gives back what
 * nobody wants, and hears and tells what the platform said. Times are boot time in microseconds.
 */
typedef struct _IonLeaseSupply IonLeaseSupply;

/* Whom it works for: held while the ledger is being asked. */
typedef struct
{
  GObject *object;
  void (*taken) (gpointer object);                 /* the ledger has answered */
  void (*wake_in) (gpointer object, gint64 delay); /* microseconds: it is worth trying again then */
} IonLeaseSupplyOwner;

/* @ledger: (nullable): %NULL shares with nobody. @owner is copied, @pace has to live as long. */
IonLeaseSupply *
ion_lease_supply_new (IonLedger *ledger, IonPace *pace, const IonLeaseSupplyOwner *owner);
void ion_lease_supply_free (IonLeaseSupply *self);
/* Makes sure that a lease has a permit left; asks for the next one when it is time. */
gboolean ion_lease_supply_is_ready (IonLeaseSupply *self, gint64 now);
/* (transfer full) (nullable): one permit, only when it is ready; %NULL where nothing is shared */
IonLease *ion_lease_supply_take (IonLeaseSupply *self, gint64 now);
/* What nobody wants goes back, for other processes. */
void ion_lease_supply_return_idle (IonLeaseSupply *self, gint64 now);
/* What the platform told this process. */
void ion_lease_supply_tell_others (IonLeaseSupply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonLeaseSupply, ion_lease_supply_free)

G_END_DECLS
