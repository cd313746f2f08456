/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Forgetting whole campaigns, by a person's wish or when their time is over. In steps of some
 * thousand rows, so that nobody waits long for the writer; a purge that is interrupted goes on
 * where it was.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-drafts.h"
#include "ion-ledger-people.h"
#include "ion-ledger-private.h"
#include "ion-ledger-purge-private.h"
#include "ion-sqlite.h"

#include <inttypes.h>
#include <string.h>

#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define STEP_ROWS 10000
#define REACH_AGE (24 * 60 * 60)

typedef struct
{
  const char *id;
  gint64 number;
  gint64 after, last; /* the rows of this step */
  gint64 n_rows;
  gint64 now;
} PurgeData;

gboolean
ion_purge_rows (IonDb *db, gint64 first, gint64 last, gint64 now, GError **error)
{
  return ion_db_run (db,
                     "DELETE FROM delivery_notice WHERE (notice, delivery) IN (SELECT notice, id"
                     " FROM delivery WHERE id >= $1 AND id <= $2 AND notice IS NOT NULL)",
                     ION_VALUES (ion_int (first), ion_int (last)), NULL, error) &&
         ion_db_run (db,
                     "UPDATE delivery SET sealed = NULL, notice = NULL, message_id = NULL,"
                     " follow_at = 0, reason_code = CASE WHEN state = $3 THEN 'forgotten' ELSE"
                     " reason_code END, settled_at = CASE WHEN state = $3 THEN $5 ELSE settled_at"
                     " END, state = CASE WHEN state = $3 THEN $4 ELSE state END"
                     " WHERE id >= $1 AND id <= $2",
                     ION_VALUES (ion_int (first), ion_int (last), ion_int (ION_DELIVERY_PENDING),
                                 ion_int (ION_DELIVERY_CANCELLED), ion_int (now)),
                     NULL, error);
}

gboolean
ion_purge_backups (IonLedger *self, gint64 before, GError **error)
{
  g_autofree char *backups = ion_ledger_get_backups (self);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (backups, name, NULL);
      struct stat status;

      if (!g_str_has_prefix (name, "ledger-v") || stat (file, &status) != 0 ||
          status.st_mtime >= before)
        continue;
      if (g_unlink (file) != 0)
        {
          g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_READ_ONLY,
                       _ ("An old copy of the ledger could not be deleted: %s"), file);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
truncate_log_cb (IonDb *db, gpointer data, GError **error)
{
  return ion_sqlite_truncate_log (db, error);
}

gboolean
ion_purge_log (IonLedger *self, GError **error)
{
  return ion_ledger_write_alone (self, truncate_log_cb, NULL, error);
}

static gboolean
begin_cb (IonDb *db, gpointer user_data, GError **error)
{
  PurgeData *data = user_data;
  IonCampaignState state;

  if (!ion_campaign_find (db, data->id, &data->number, &state, error))
    return FALSE;
  if (state == ION_CAMPAIGN_DONE || state == ION_CAMPAIGN_CANCELLED)
    return TRUE;
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                       _ ("The campaign is not finished: its people are still needed. Cancel it "
                          "first."));
  return FALSE;
}

/* The last row of the next step; FALSE without an error when there is none. */
static gboolean
find_step (IonDb *db, PurgeData *data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db,
                    "SELECT MAX (id), COUNT (*) FROM (SELECT id FROM delivery WHERE id > $1"
                    " AND id < $2 AND sealed IS NOT NULL ORDER BY id LIMIT $3) AS step",
                    ION_VALUES (ion_int (data->after),
                                ion_int (ion_delivery_make_id (data->number + 1, 0)),
                                ion_int (STEP_ROWS)),
                    error);

  data->last = 0;
  if (query == NULL)
    return FALSE;
  if (ion_query_next (query, &failure))
    {
      data->last = ion_query_get_int (query, 0);
      data->n_rows += ion_query_get_int (query, 1);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

static gboolean
step_cb (IonDb *db, gpointer user_data, GError **error)
{
  PurgeData *data = user_data;

  if (!find_step (db, data, error))
    return FALSE;
  return data->last == 0 || ion_purge_rows (db, data->after + 1, data->last, data->now, error);
}

static gboolean
end_cb (IonDb *db, gpointer user_data, GError **error)
{
  PurgeData *data = user_data;
  g_autofree char *detail = g_strdup_printf ("%" PRId64, data->n_rows);

  return ion_db_run (db, "DELETE FROM delivery_person WHERE campaign = $1",
                     ION_VALUES (ion_int (data->number)), NULL, error) &&
         ion_db_run (db, "UPDATE campaign SET purged_at = $2 WHERE number = $1",
                     ION_VALUES (ion_int (data->number), ion_int (data->now)), NULL, error) &&
         ion_journal_add (db, "campaign-purge", data->id, detail, NULL, error);
}

static gint64
purge (IonLedger *self, const char *id, GError **error)
{
  PurgeData data = { .id = id, .now = ion_ledger_now () };

  if (!ion_ledger_write (self, begin_cb, &data, error))
    return -1;
  data.after = ion_delivery_make_id (data.number, 0);
  do
    {
      if (!ion_ledger_write (self, step_cb, &data, error))
        return -1;
      data.after = data.last;
    }
  while (data.last > 0);
  return ion_ledger_write (self, end_cb, &data, error) ? data.n_rows : -1;
}

gint64
ion_ledger_purge_campaign (IonLedger *self, const char *campaign_id, GError **error)
{
  gint64 n_rows;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, -1);

  n_rows = purge (self, campaign_id, error);
  return n_rows >= 0 && ion_purge_log (self, error) ? n_rows : -1;
}

/* Those that still hold people and in which nothing has happened since: finished, or left lying.
 * What runs or is to begin at a moment is neither. */
static GPtrArray *
list_over (IonLedger *self, gint64 before, GError **error)
{
  g_auto (IonReader) reader = ion_ledger_read (self, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query = NULL;

  if (reader.db == NULL)
    return NULL;
  query =
      ion_db_query (reader.db,
                    "SELECT id FROM campaign WHERE staged_by = 0 AND purged_at = 0"
                    " AND state NOT IN ($1, $2) AND (finished_at < $3 AND (finished_at > 0"
                    " OR (created_at < $3 AND started_at < $3))) AND NOT EXISTS (SELECT 1 FROM"
                    " delivery WHERE delivery.campaign = campaign.number"
                    " AND (delivery.settled_at >= $3 OR delivery.state = $4))",
                    ION_VALUES (ion_int (ION_CAMPAIGN_RUNNING), ion_int (ION_CAMPAIGN_SCHEDULED),
                                ion_int (before), ion_int (ION_DELIVERY_SENDING)),
                    error);
  if (query == NULL)
    return NULL;
  while (ion_query_next (query, &failure))
    g_ptr_array_add (ids, ion_query_dup_text (query, 0));
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* One that was left lying is cancelled first, so that nobody sends it to people who are gone. */
static gboolean
purge_over (IonLedger *self, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!ion_ledger_cancel_campaign (self, id, &failure) &&
      !g_error_matches (failure, ION_STORE_ERROR, ION_STORE_ERROR_STATE))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return purge (self, id, error) >= 0;
}

static gboolean
forget_reach_cb (IonDb *db, gpointer data, GError **error)
{
  return ion_db_run (db, "DELETE FROM reach WHERE reached_at < $1",
                     ION_VALUES (ion_int (ion_ledger_now () - REACH_AGE)), NULL, error);
}

static gboolean
compact_cb (IonDb *db, gpointer data, GError **error)
{
  return ion_sqlite_compact (db, error);
}

int
ion_ledger_purge_before (IonLedger *self, gint64 before, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), -1);

  if (ion_ledger_remove_drafts_before (self, before, error) < 0)
    return -1;
  ids = list_over (self, before, error);
  if (ids == NULL)
    return -1;
  for (guint i = 0; i < ids->len; i++)
    if (!purge_over (self, ids->pdata[i], error))
      return -1;
  if (!ion_ledger_write (self, forget_reach_cb, NULL, error) ||
      !ion_purge_backups (self, before, error) ||
      (ids->len > 0 && !ion_ledger_write_alone (self, compact_cb, NULL, error)))
    return -1;
  return (int) ids->len;
}
