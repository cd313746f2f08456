/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What all processes share is a lease of the ledger, taken in blocks so small that nothing is lost
 * at 150 calls and so large that nothing is felt at 100,000. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-lease-supply.h"

#include "ion-boot-time.h"

#define LEASES_PER_WINDOW 75
#define LEASE_MAX_AGE     (2 * G_TIME_SPAN_SECOND)
#define IDLE_AFTER        (250 * G_TIME_SPAN_MILLISECOND)
#define LEDGER_RETRY      G_TIME_SPAN_SECOND
#define POLL_OTHERS       (500 * G_TIME_SPAN_MILLISECOND)

struct _IonLeaseSupply
{
  IonLedger *ledger;         /* (owned) (nullable) */
  IonPace *pace;             /* (not owned): of the owner */
  IonLeaseSupplyOwner owner; /* (not owned) */
  IonLease *lease;           /* (owned) (nullable): being given out */
  IonLease *next;            /* (owned) (nullable): taken ahead */
  gboolean asking;           /* the ledger, for a lease */
  gint64 ask_at;             /* not before */
  gint64 polled_at;
  int told_limit;  /* what the ledger was last told, or told */
  gint64 given_at; /* when the last permit was given out */
};

/* Boot time; timers count in monotonic time, so only the difference is handed on. */
static void
wake_in (IonLeaseSupply *self, gint64 delay)
{
  self->owner.wake_in (self->owner.object, delay);
}

static int
block_size (IonLeaseSupply *self)
{
  return MAX (1, ion_pace_get_limit (self->pace) / LEASES_PER_WINDOW);
}

static void
lease_taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonLeaseSupply *self = data;
  g_autoptr (GObject) owner = self->owner.object; /* the reference taken when asking */
  g_autoptr (GError) error = NULL;
  gint64 now = ion_boot_time_now ();
  gint64 next_at = 0, id = 0;
  int granted = 0;

  self->asking = FALSE;
  if (!ion_ledger_take_permits_finish (self->ledger, result, &granted, &next_at, &id, &error))
    {
      g_info ("The pace cannot be shared now: %s", error->message);
      self->ask_at = now + LEDGER_RETRY;
    }
  else if (granted == 0)
    {
      /* Ours alone would have let it through: somebody else calls as well. */
      if (ion_window_get_next (ion_pace_get_window (self->pace), now) == 0)
        ion_pace_note_others (self->pace, now);
      self->ask_at = MAX (next_at, now + G_TIME_SPAN_MILLISECOND);
    }
  else if (self->lease == NULL)
    self->lease = ion_lease_new (self->ledger, id, granted, now);
  else
    self->next = ion_lease_new (self->ledger, id, granted, now);
  self->owner.taken (owner);
}

/* What other processes were told by the platform. */
static void
poll_others (IonLeaseSupply *self, gint64 now)
{
  gint64 until = 0;
  int limit = 0;

  if (now < self->polled_at + POLL_OTHERS)
    return;
  self->polled_at = now;
  if (!ion_ledger_get_pace_block (self->ledger, &until, &limit))
    return;
  /* A block left by an earlier start of the machine means nothing to this one's clock. */
  if (until > now && until < now + 15 * G_TIME_SPAN_MINUTE)
    ion_pace_block (self->pace, until);
  if (limit > 0 && limit != self->told_limit)
    {
      self->told_limit = limit;
      ion_pace_set_learned (self->pace, limit);
    }
}

static void
ask_for_lease (IonLeaseSupply *self, gint64 now)
{
  IonPaceRule rule = { ion_pace_get_limit (self->pace),
                       ion_window_get_hold (ion_pace_get_window (self->pace)) };

  if (self->asking || self->next != NULL)
    return;
  if (now < self->ask_at)
    {
      wake_in (self, self->ask_at - now);
      return;
    }
  self->asking = TRUE;
  g_object_ref (self->owner.object);
  ion_ledger_take_permits_async (self->ledger, &rule, block_size (self), now, lease_taken_cb, self);
}

static void
drop_lease (IonLeaseSupply *self)
{
  if (self->lease != NULL)
    ion_lease_close (self->lease);
  g_clear_pointer (&self->lease, ion_lease_unref);
  self->lease = g_steal_pointer (&self->next);
}

IonLeaseSupply *
ion_lease_supply_new (IonLedger *ledger, IonPace *pace, const IonLeaseSupplyOwner *owner)
{
  IonLeaseSupply *self = g_new0 (IonLeaseSupply, 1);

  g_set_object (&self->ledger, ledger);
  self->pace = pace;
  self->owner = *owner;
  return self;
}

void
ion_lease_supply_free (IonLeaseSupply *self)
{
  drop_lease (self);
  drop_lease (self);
  g_clear_object (&self->ledger);
  g_free (self);
}

gboolean
ion_lease_supply_is_ready (IonLeaseSupply *self, gint64 now)
{
  if (self->ledger == NULL)
    return TRUE;
  while (self->lease != NULL && (ion_lease_get_left (self->lease) == 0 ||
                                 now > ion_lease_get_taken_at (self->lease) + LEASE_MAX_AGE))
    drop_lease (self);
  if (self->lease == NULL)
    {
      poll_others (self, now);
      ask_for_lease (self, now);
      return FALSE;
    }
  if (block_size (self) > 8 && ion_lease_get_left (self->lease) < block_size (self) / 2)
    ask_for_lease (self, now);
  return TRUE;
}

IonLease *
ion_lease_supply_take (IonLeaseSupply *self, gint64 now)
{
  self->given_at = now;
  return self->ledger != NULL ? ion_lease_take (self->lease) : NULL;
}

void
ion_lease_supply_return_idle (IonLeaseSupply *self, gint64 now)
{
  if (self->lease == NULL)
    return;
  if (now < self->given_at + IDLE_AFTER)
    {
      wake_in (self, self->given_at + IDLE_AFTER - now);
      return;
    }
  drop_lease (self);
  drop_lease (self);
}

void
ion_lease_supply_tell_others (IonLeaseSupply *self)
{
  if (self->ledger == NULL)
    return;
  self->told_limit = ion_pace_get_limit (self->pace);
  ion_ledger_set_pace_block (self->ledger, ion_pace_get_blocked_until (self->pace),
                             self->told_limit);
}
