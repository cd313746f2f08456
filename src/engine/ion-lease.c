/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A lease counts as a whole until the ledger is told what was used of it: the sooner the last
 * permit is accounted for, the less of the pace is lost to other processes. Lives in one thread. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-lease.h"

struct _IonLease
{
  int references;
  IonLedger *ledger; /* (owned) */
  gint64 id;
  gint64 taken_at;
  int left; /* to give out */
  int out;  /* given out, nothing known yet */
  int used; /* of those that left */
  gint64 last_used_at;
  gboolean closed; /* towards the ledger */
};

IonLease *
ion_lease_new (IonLedger *ledger, gint64 id, int granted, gint64 now)
{
  IonLease *self = g_new0 (IonLease, 1);

  self->references = 1;
  self->ledger = g_object_ref (ledger);
  self->id = id;
  self->taken_at = now;
  self->left = granted;
  return self;
}

static void
close_when_settled (IonLease *self)
{
  if (self->closed || self->left > 0 || self->out > 0)
    return;
  self->closed = TRUE;
  ion_ledger_close_lease (self->ledger, self->id, self->used, self->last_used_at);
}

void
ion_lease_unref (IonLease *self)
{
  if (--self->references > 0)
    return;
  ion_lease_close (self);
  g_object_unref (self->ledger);
  g_free (self);
}

int
ion_lease_get_left (IonLease *self)
{
  return self->left;
}

gint64
ion_lease_get_taken_at (IonLease *self)
{
  return self->taken_at;
}

IonLease *
ion_lease_take (IonLease *self)
{
  g_return_val_if_fail (self->left > 0, NULL);

  self->left--;
  self->out++;
  self->references++;
  return self;
}

void
ion_lease_used (IonLease *self, gint64 at)
{
  self->out--;
  self->used++;
  self->last_used_at = MAX (self->last_used_at, at);
  close_when_settled (self);
  ion_lease_unref (self);
}

void
ion_lease_unused (IonLease *self)
{
  self->out--;
  close_when_settled (self);
  ion_lease_unref (self);
}

void
ion_lease_close (IonLease *self)
{
  self->left = 0;
  close_when_settled (self);
}
