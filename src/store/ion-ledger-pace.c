/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The permits that processes lend each other's eyes. They live in a small file of their own that is
 * never synced: the sender's commits do not wait for them nor they for those, and what a crash of
 * the machine takes away had no meaning after it (the clock counts from its start).
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-pace.h"
#include "ion-ledger-pace-private.h"
#include "ion-ledger-private.h"
#include "ion-sqlite.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* While a living process has not said what it used, it is asked for again soon. */
#define ASK_AGAIN_US (50 * 1000)
/* Between reading the clock and being in the transaction a process may yet have sent, and died. */
#define DEAD_SLACK_US G_USEC_PER_SEC

static const char schema[] = "CREATE TABLE IF NOT EXISTS lease ("
                             " id INTEGER PRIMARY KEY,"
                             " boot TEXT NOT NULL,"
                             " owner INTEGER NOT NULL,"
                             " permits INTEGER NOT NULL,"
                             " hold INTEGER NOT NULL,"
                             " returns_at INTEGER NOT NULL DEFAULT 0);" /* 0: still open */
                             "CREATE TABLE IF NOT EXISTS block ("
                             " only INTEGER PRIMARY KEY CHECK (only = 1),"
                             " boot TEXT NOT NULL,"
                             " blocked_until INTEGER NOT NULL,"
                             " learned_limit INTEGER NOT NULL);";

typedef struct
{
  IonLedger *ledger;
  IonPaceRule rule;
  int wanted;
  gint64 now;
  int granted;
  gint64 next_at, lease;
} TakeData;

typedef struct
{
  gint64 lease;
  int used;
  gint64 last_departure;
} CloseData;

typedef struct
{
  gint64 until;
  gint64 learned_limit;
  gboolean is_known;
} BlockData;

/* A number of this start of the machine: times of another one say nothing. */
static const char *
get_boot (void)
{
  static gsize is_read = 0;
  static char *boot = NULL;

  if (g_once_init_enter (&is_read))
    {
      if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
        boot = g_strdup ("unknown");
      g_strchomp (boot);
      g_once_init_leave (&is_read, 1);
    }
  return boot;
}

static IonDb *
open_file (const char *file, GError **error)
{
  g_autoptr (IonDb) db = ion_sqlite_open (file, ION_SQLITE_CREATE | ION_SQLITE_RELAXED, error);

  if (db == NULL || !ion_db_execute (db, schema, error))
    return NULL;
  return g_steal_pointer (&db);
}

IonDb *
ion_pace_open (const char *folder, GError **error)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *file = g_build_filename (folder, "pace.db", NULL);
  g_autoptr (GError) failure = NULL;
  IonDb *db = open_file (file, &failure);

  if (db != NULL)
    return db;
  if (!g_error_matches (failure, ION_STORE_ERROR, ION_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *damaged = g_strconcat (file, endings[i], NULL);

      g_unlink (damaged);
    }
  return open_file (file, error);
}

/* A lease whose process died: no permit of it can depart any more, the last may have just now. */
static gboolean
close_dead_leases (IonDb *db, IonLedger *ledger, gint64 now, GError **error)
{
  g_autoptr (GArray) dead = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  {
    g_autoptr (IonQuery) query =
        ion_db_query (db, "SELECT DISTINCT owner FROM lease WHERE returns_at = 0", ION_NO_VALUES,
                      error);

    if (query == NULL)
      return FALSE;
    while (ion_query_next (query, &failure))
      {
        gint64 owner = ion_query_get_int (query, 0);

        if (!ion_owner_is_alive (ledger->owner, owner))
          g_array_append_val (dead, owner);
      }
  }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < dead->len; i++)
    if (!ion_db_run (db,
                     "UPDATE lease SET returns_at = $2 + hold WHERE owner = $1 AND returns_at = 0",
                     ION_VALUES (ion_int (g_array_index (dead, gint64, i)), ion_int (now)), NULL,
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
read_block (IonDb *db, BlockData *block, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT blocked_until, learned_limit FROM block WHERE boot = $1",
                    ION_VALUES (ion_text (get_boot ())), error);

  if (query == NULL)
    return FALSE;
  block->is_known = ion_query_next (query, &failure);
  if (block->is_known)
    {
      block->until = ion_query_get_int (query, 0);
      block->learned_limit = ion_query_get_int (query, 1);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
sum_leases (IonDb *db, gint64 *n_out, gint64 *n_open, gint64 *first_return, GError **error)
{
  g_autoptr (IonQuery) query =
      ion_db_query (db,
                    "SELECT CAST (COALESCE (SUM (permits), 0) AS BIGINT),"
                    " COUNT (*) FILTER (WHERE returns_at = 0),"
                    " COALESCE (MIN (returns_at) FILTER (WHERE returns_at > 0), 0) FROM lease",
                    ION_NO_VALUES, error);

  if (query == NULL || !ion_query_next (query, error))
    return FALSE;
  *n_out = ion_query_get_int (query, 0);
  *n_open = ion_query_get_int (query, 1);
  *first_return = ion_query_get_int (query, 2);
  return TRUE;
}

static gboolean
lend (IonDb *db, TakeData *take, GError **error)
{
  return ion_db_run (db, "INSERT INTO lease (boot, owner, permits, hold) VALUES ($1, $2, $3, $4)",
                     ION_VALUES (ion_text (get_boot ()),
                                 ion_int (ion_owner_get_number (take->ledger->owner)),
                                 ion_int (take->granted), ion_int (take->rule.hold)),
                     NULL, error) &&
         ion_db_get_int (db, "SELECT MAX (id) FROM lease", ION_NO_VALUES, &take->lease, error);
}

static gboolean
take_cb (IonDb *db, gpointer data, GError **error)
{
  TakeData *take = data;
  gint64 n_out, n_open, first_return;
  BlockData block = { 0 };

  take->granted = 0;
  take->lease = 0;
  if (!ion_db_run (db,
                   "DELETE FROM lease WHERE boot <> $1 OR (returns_at > 0 AND returns_at <= $2)",
                   ION_VALUES (ion_text (get_boot ()), ion_int (take->now)), NULL, error) ||
      !close_dead_leases (db, take->ledger, take->now, error) || !read_block (db, &block, error) ||
      !sum_leases (db, &n_out, &n_open, &first_return, error))
    return FALSE;
  if (block.is_known && block.until > take->now)
    {
      take->next_at = block.until;
      return TRUE;
    }
  take->granted = (int) CLAMP (take->rule.limit - n_out, 0, take->wanted);
  if (take->granted > 0)
    return lend (db, take, error);
  take->next_at = first_return;
  if (take->next_at == 0 || (n_open > 0 && take->next_at > take->now + ASK_AGAIN_US))
    take->next_at = take->now + ASK_AGAIN_US;
  return TRUE;
}

void
ion_ledger_take_permits_async (IonLedger *self,
                               const IonPaceRule *rule,
                               int wanted,
                               gint64 now,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) failure = NULL;
  TakeData *data;

  g_return_if_fail (ION_IS_LEDGER (self) && rule != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ion_ledger_take_permits_async);
  data = g_new0 (TakeData, 1);
  data->ledger = self; /* the task holds it */
  data->rule = *rule;
  data->wanted = wanted;
  data->now = now;
  g_task_set_task_data (task, data, g_free);
  if (ion_ledger_check_open (self, &failure))
    ion_writer_push_task (self->pacer, task, take_cb);
  else
    g_task_return_error (task, g_steal_pointer (&failure));
}

gboolean
ion_ledger_take_permits_finish (IonLedger *self,
                                GAsyncResult *result,
                                int *granted,
                                gint64 *next_at,
                                gint64 *lease,
                                GError **error)
{
  TakeData *data;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ion_ledger_take_permits_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  data = g_task_get_task_data (G_TASK (result));
  if (granted != NULL)
    *granted = data->granted;
  if (next_at != NULL)
    *next_at = data->next_at;
  if (lease != NULL)
    *lease = data->lease;
  return TRUE;
}

static gboolean
close_cb (IonDb *db, gpointer data, GError **error)
{
  CloseData *closing = data;

  if (closing->used <= 0)
    return ion_db_run (db, "DELETE FROM lease WHERE id = $1", ION_VALUES (ion_int (closing->lease)),
                       NULL, error);
  return ion_db_run (db, "UPDATE lease SET permits = $2, returns_at = $3 + hold WHERE id = $1",
                     ION_VALUES (ion_int (closing->lease), ion_int (closing->used),
                                 ion_int (closing->last_departure)),
                     NULL, error);
}

void
ion_ledger_close_lease (IonLedger *self, gint64 lease, int used, gint64 last_departure)
{
  CloseData *data;

  g_return_if_fail (ION_IS_LEDGER (self));

  if (lease == 0 || !ion_ledger_check_open (self, NULL))
    return;
  data = g_new0 (CloseData, 1);
  data->lease = lease;
  data->used = used;
  data->last_departure = last_departure;
  ion_writer_push (self->pacer, close_cb, data, g_free, ION_WRITE_DEFAULT);
}

/* A wait that one process was told is not ended by what another learns meanwhile. */
static gboolean
set_block_cb (IonDb *db, gpointer data, GError **error)
{
  BlockData *block = data;

  return ion_db_run (db,
                     "INSERT INTO block (only, boot, blocked_until, learned_limit) VALUES (1, $1, "
                     "$2, $3)"
                     " ON CONFLICT (only) DO UPDATE SET boot = excluded.boot,"
                     " blocked_until = CASE WHEN block.boot = excluded.boot"
                     " AND block.blocked_until > excluded.blocked_until"
                     " THEN block.blocked_until ELSE excluded.blocked_until END,"
                     " learned_limit = excluded.learned_limit",
                     ION_VALUES (ion_text (get_boot ()), ion_int (block->until),
                                 ion_int (block->learned_limit)),
                     NULL, error);
}

void
ion_ledger_set_pace_block (IonLedger *self, gint64 until, int learned_limit)
{
  BlockData *data;

  g_return_if_fail (ION_IS_LEDGER (self));

  if (!ion_ledger_check_open (self, NULL))
    return;
  data = g_new0 (BlockData, 1);
  data->until = until;
  data->learned_limit = learned_limit;
  ion_writer_push (self->pacer, set_block_cb, data, g_free, ION_WRITE_DEFAULT);
}

static gboolean
get_block_cb (IonDb *db, gpointer data, GError **error)
{
  return read_block (db, data, error);
}

gboolean
ion_ledger_get_pace_block (IonLedger *self, gint64 *until, int *learned_limit)
{
  BlockData data = { 0 };

  g_return_val_if_fail (ION_IS_LEDGER (self), FALSE);

  if (!ion_ledger_check_open (self, NULL) ||
      !ion_writer_run (self->pacer, get_block_cb, &data, ION_WRITE_DEFAULT, NULL) || !data.is_known)
    return FALSE;
  if (until != NULL)
    *until = data.until;
  if (learned_limit != NULL)
    *learned_limit = (int) data.learned_limit;
  return TRUE;
}
