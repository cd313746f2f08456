/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Senders come and go while they are being looped over, so loops run over a copy. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-sender-pool.h"

#define RESTART_AFTER (300 * G_TIME_SPAN_MILLISECOND)

struct _IonSenderPool
{
  IonLedger *ledger; /* (owned) */
  IonGate *gate;     /* (owned) */
  IonSenderPatience patience;
  IonSenderPoolOwner owner;
  IonScheduler *scheduler; /* (owned) */
  GHashTable *senders;     /* (owned) (element-type utf8 IonSender) */
  GHashTable *left_alone;  /* (owned) (element-type utf8) */
  guint concurrency;
  gint64 restart_at; /* no sender begins before: monotonic time */
};

/* Returns: (transfer full): the senders, which may end while one looks at them */
static GPtrArray *
hold_senders (IonSenderPool *self)
{
  GPtrArray *senders = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer sender;

  g_hash_table_iter_init (&iter, self->senders);
  while (g_hash_table_iter_next (&iter, NULL, &sender))
    g_ptr_array_add (senders, g_object_ref (sender));
  return senders;
}

/* What senders tell */

/* What of it is about to leave, and not counted as sent yet. */
static gint64
count_claimed (IonSender *sender)
{
  return ion_sender_get_active (sender) - ion_sender_get_in_flight (sender);
}

static gint64
get_own_allowance (IonSenderPool *self, IonSender *sender)
{
  gint64 allowance =
      ion_scheduler_get_campaign_allowance (self->scheduler, ion_sender_get_campaign (sender));

  return allowance == G_MAXINT64 ? allowance : allowance - count_claimed (sender);
}

static gint64
allowance_cb (IonSender *asking, gpointer data)
{
  IonSenderPool *self = data;
  gint64 own = get_own_allowance (self, asking);
  gint64 allowance = ion_scheduler_get_allowance (self->scheduler);
  GHashTableIter iter;
  gpointer sender;

  if (allowance == G_MAXINT64)
    return own;
  /* What is about to leave is not counted as sent yet, whichever campaign it belongs to. */
  g_hash_table_iter_init (&iter, self->senders);
  while (g_hash_table_iter_next (&iter, NULL, &sender))
    if (!ion_sender_get_campaign (sender)->reach_only)
      allowance -= count_claimed (sender);
  return MIN (own, allowance);
}

static void
changed_cb (gpointer data)
{
  IonSenderPool *self = data;

  self->owner.changed (self->owner.data);
}

static void
submitting_cb (IonSender *sender, int change, gpointer data)
{
  IonSenderPool *self = data;

  ion_scheduler_count (self->scheduler, ion_sender_get_campaign (sender), change);
  self->owner.submitted (self->owner.data);
}

static void
connection_cb (gboolean ok, const char *explanation, gpointer data)
{
  IonSenderPool *self = data;

  self->owner.connection (ok, explanation, self->owner.data);
}

static void
ledger_cb (gboolean ok, const char *explanation, gpointer data)
{
  IonSenderPool *self = data;

  self->owner.ledger (ok, explanation, self->owner.data);
}

static void
finished_cb (IonSender *sender, gpointer data)
{
  IonSenderPool *self = data;

  self->restart_at = g_get_monotonic_time () + RESTART_AFTER;
  g_hash_table_remove (self->senders, ion_sender_get_campaign (sender)->id);
  self->owner.finished (self->owner.data);
}

/* Beginning and stopping */

static void
begin (IonSenderPool *self, IonCampaign *campaign)
{
  IonSenderOwner owner = {
    .now = self->owner.now,
    .allowance = allowance_cb,
    .changed = changed_cb,
    .submitting = submitting_cb,
    .connection = connection_cb,
    .ledger = ledger_cb,
    .finished = finished_cb,
    .data = self,
  };
  IonSenderPatience patience = self->patience;
  g_autoptr (IonSender) sender = NULL;

  g_info ("Campaign %s begins", campaign->id);
  /* Its share is given out with the others'. */
  patience.concurrency = 0;
  sender = ion_sender_new (self->ledger, self->gate, campaign, &patience, &owner);
  g_hash_table_insert (self->senders, g_strdup (campaign->id), g_object_ref (sender));
  ion_sender_set_held (sender,
                       !ion_scheduler_may_send (self->scheduler, campaign, self->owner.now ()));
  ion_sender_start (sender);
}

static const IonCampaign *
find_running (const IonEngineLook *look, const char *id)
{
  for (guint i = 0; i < look->campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (look->campaigns, i);

      if (g_str_equal (campaign->id, id))
        return campaign;
    }
  return NULL;
}

/* What is being sent, as people want it now. */
static void
update (IonSenderPool *self, IonSender *sender, const IonEngineLook *look)
{
  const IonCampaign *running = ion_sender_get_campaign (sender);
  const IonCampaign *wanted = find_running (look, running->id);

  if (look->is_stopped || wanted == NULL || wanted->reach_only != running->reach_only)
    {
      ion_sender_stop (sender);
      return;
    }
  ion_sender_set_held (sender,
                       !ion_scheduler_may_send (self->scheduler, wanted, self->owner.now ()));
  ion_sender_set_tranche (sender, wanted->tranche_left);
}

static gboolean
is_left_alone (IonSenderPool *self, const IonCampaign *campaign)
{
  /* Somebody has said "now" since. */
  if (campaign->send_at == 0)
    g_hash_table_remove (self->left_alone, campaign->id);
  return g_hash_table_contains (self->left_alone, campaign->id);
}

static void
begin_new (IonSenderPool *self, IonEngineLook *look)
{
  if (look->is_stopped || ion_sender_pool_is_resting (self))
    return;
  for (guint i = look->campaigns->len; i > 0; i--)
    {
      const IonCampaign *campaign = g_ptr_array_index (look->campaigns, i - 1);

      if (!g_hash_table_contains (self->senders, campaign->id) && !is_left_alone (self, campaign))
        begin (self, g_ptr_array_steal_index (look->campaigns, i - 1));
    }
}

void
ion_sender_pool_begin_look (IonSenderPool *self)
{
  ion_scheduler_begin_reading (self->scheduler);
}

void
ion_sender_pool_apply (IonSenderPool *self, IonEngineLook *look)
{
  g_autoptr (GPtrArray) senders = hold_senders (self);

  self->concurrency = look->concurrency;
  if (look->connection_patience > 0)
    self->patience.connection_patience = look->connection_patience;
  ion_scheduler_set (self->scheduler, &look->schedule);
  for (guint i = 0; i < senders->len; i++)
    update (self, g_ptr_array_index (senders, i), look);
  begin_new (self, look);
  ion_sender_pool_share_out (self);
}

void
ion_sender_pool_share_out (IonSenderPool *self)
{
  g_autoptr (GPtrArray) senders = hold_senders (self);
  guint share = senders->len > 0 ? MAX (1, self->concurrency / senders->len) : 0;

  for (guint i = 0; i < senders->len; i++)
    {
      guint others = 0;

      for (guint j = 0; j < senders->len; j++)
        if (j != i)
          others += ion_sender_get_active (g_ptr_array_index (senders, j));
      ion_sender_set_concurrency (g_ptr_array_index (senders, i),
                                  MIN (share, self->concurrency - MIN (others, self->concurrency)));
    }
}

gboolean
ion_sender_pool_is_resting (IonSenderPool *self)
{
  return g_get_monotonic_time () < self->restart_at;
}

void
ion_sender_pool_leave_alone (IonSenderPool *self, const char *campaign_id)
{
  g_hash_table_add (self->left_alone, g_strdup (campaign_id));
}

void
ion_sender_pool_pause_for_keyring (IonSenderPool *self, const GError *error)
{
  g_autoptr (GPtrArray) senders = hold_senders (self);

  for (guint i = 0; i < senders->len; i++)
    ion_sender_pause_for_keyring (g_ptr_array_index (senders, i), error);
}

void
ion_sender_pool_stop (IonSenderPool *self)
{
  g_autoptr (GPtrArray) senders = hold_senders (self);

  g_ptr_array_foreach (senders, (GFunc) (void (*) (void)) ion_sender_stop, NULL);
}

void
ion_sender_pool_abandon (IonSenderPool *self)
{
  g_autoptr (GPtrArray) senders = hold_senders (self);

  g_ptr_array_foreach (senders, (GFunc) (void (*) (void)) ion_sender_abandon, NULL);
}

gboolean
ion_sender_pool_is_empty (IonSenderPool *self)
{
  return g_hash_table_size (self->senders) == 0;
}

guint
ion_sender_pool_get_in_flight (IonSenderPool *self)
{
  GHashTableIter iter;
  gpointer sender;
  guint sum = 0;

  g_hash_table_iter_init (&iter, self->senders);
  while (g_hash_table_iter_next (&iter, NULL, &sender))
    sum += ion_sender_get_in_flight (sender);
  return sum;
}

static gint64
count_people_left (IonSenderPool *self, const IonCampaign *campaign)
{
  IonCampaignCounts counts;
  gint64 people;

  if (!ion_ledger_count_campaign (self->ledger, campaign->id, &counts, NULL))
    return 0;
  people = counts.by_state[ION_DELIVERY_PENDING];
  return campaign->tranche_left >= 0 ? MIN (people, campaign->tranche_left) : people;
}

gint64
ion_sender_pool_count_calls_left (IonSenderPool *self)
{
  GHashTableIter iter;
  gpointer sender;
  gint64 calls = 0;

  g_hash_table_iter_init (&iter, self->senders);
  while (g_hash_table_iter_next (&iter, NULL, &sender))
    {
      const IonCampaign *campaign = ion_sender_get_campaign (sender);
      gint64 people = count_people_left (self, campaign);

      calls += campaign->reach_only ? people : 2 * people;
    }
  return calls;
}

GPtrArray *
ion_sender_pool_list_by_hand (IonSenderPool *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer sender;

  g_hash_table_iter_init (&iter, self->senders);
  while (g_hash_table_iter_next (&iter, NULL, &sender))
    {
      const IonCampaign *campaign = ion_sender_get_campaign (sender);

      if (campaign->send_at == 0)
        g_ptr_array_add (ids, g_strdup (campaign->id));
    }
  return ids;
}

IonSenderPool *
ion_sender_pool_new (IonLedger *ledger,
                     IonGate *gate,
                     const IonSenderPatience *patience,
                     const IonSenderPoolOwner *owner)
{
  IonSenderPool *self = g_new0 (IonSenderPool, 1);

  self->ledger = g_object_ref (ledger);
  self->gate = g_object_ref (gate);
  self->patience = *patience;
  self->concurrency = patience->concurrency;
  self->owner = *owner;
  self->scheduler = ion_scheduler_new ();
  self->senders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->left_alone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/* Only once it is empty: a sender tells its pool what happens to it. */
void
ion_sender_pool_free (IonSenderPool *self)
{
  g_warn_if_fail (ion_sender_pool_is_empty (self));

  g_hash_table_unref (self->senders);
  g_hash_table_unref (self->left_alone);
  ion_scheduler_free (self->scheduler);
  g_object_unref (self->gate);
  g_object_unref (self->ledger);
  g_free (self);
}
