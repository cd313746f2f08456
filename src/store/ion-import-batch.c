/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The writer's half of an import: what is inserted in one transaction, and how all of it is taken
 * away again when the campaign does not become whole.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-import-batch.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

static void
row_clear (gpointer data)
{
  IonImportRow *row = data;

  g_clear_pointer (&row->sealed, g_bytes_unref);
  g_clear_pointer (&row->reason_code, g_free);
  g_clear_pointer (&row->reason_detail, g_free);
}

GArray *
ion_import_rows_new (void)
{
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (IonImportRow), 256);

  g_array_set_clear_func (rows, row_clear);
  return rows;
}

void
ion_import_batch_free (gpointer data)
{
  IonImportBatch *batch = data;

  g_clear_pointer (&batch->rows, g_array_unref);
  g_free (batch);
}

static gboolean
insert_row (IonDb *db, gint64 campaign, const IonImportRow *row, GError **error)
{
  return ion_db_run (db,
                     "INSERT INTO delivery (id, campaign, state, sealed, notice, reason_code, "
                     "reason_detail)"
                     " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                     ION_VALUES (ion_int (row->id), ion_int (campaign), ion_int (row->state),
                                 ion_bytes (g_bytes_get_data (row->sealed, NULL),
                                            g_bytes_get_size (row->sealed)),
                                 ion_print (row->has_notice ? &row->notice : NULL),
                                 ion_text (row->reason_code), ion_text (row->reason_detail)),
                     NULL, error);
}

static gboolean
insert_key (IonDb *db, gint64 campaign, const IonImportPerson *key, GError **error)
{
  g_autofree char *row = NULL;
  gint64 n_inserted = 0;

  if (!ion_db_run (db,
                   "INSERT INTO delivery_person (campaign, person, distinct_print, delivery)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (campaign, person, distinct_print)"
                   " DO NOTHING",
                   ION_VALUES (ion_int (campaign), ion_print (&key->person),
                               ion_print (&key->distinct), ion_int (key->delivery)),
                   &n_inserted, error))
    return FALSE;
  if (n_inserted > 0)
    return TRUE;
  row = g_strdup_printf ("%" PRId64, ion_delivery_get_row (key->delivery));
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
               _ ("The person of row %s is in this campaign already."), row);
  return FALSE;
}

gboolean
ion_import_insert_cb (IonDb *db, gpointer data, GError **error)
{
  const IonImportBatch *batch = data;

  for (guint i = 0; batch->rows != NULL && i < batch->rows->len; i++)
    if (!insert_row (db, batch->campaign, &g_array_index (batch->rows, IonImportRow, i), error))
      return FALSE;
  for (guint i = 0; i < batch->n_keys; i++)
    if (!insert_key (db, batch->campaign, &batch->keys[i], error))
      return FALSE;
  for (guint i = 0; i < batch->n_notices; i++)
    if (!ion_db_run (db, "INSERT INTO delivery_notice (notice, delivery) VALUES ($1, $2)",
                     ION_VALUES (ion_print (&batch->notices[i].notice),
                                 ion_int (batch->notices[i].delivery)),
                     NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
ion_import_remove_staged (IonDb *db, gint64 number, GError **error)
{
  return ion_db_run (db,
                     "DELETE FROM delivery_notice WHERE (notice, delivery) IN (SELECT notice, id"
                     " FROM delivery WHERE campaign = $1 AND notice IS NOT NULL)",
                     ION_VALUES (ion_int (number)), NULL, error) &&
         ion_db_run (db, "DELETE FROM delivery_person WHERE campaign = $1",
                     ION_VALUES (ion_int (number)), NULL, error) &&
         ion_db_run (db, "DELETE FROM delivery WHERE campaign = $1", ION_VALUES (ion_int (number)),
                     NULL, error) &&
         ion_db_run (db, "DELETE FROM campaign WHERE number = $1 AND staged_by <> 0",
                     ION_VALUES (ion_int (number)), NULL, error);
}

static gboolean
remove_leftovers_cb (IonDb *db, gpointer data, GError **error)
{
  IonLedger *self = data;
  g_autoptr (GArray) dead = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  {
    g_autoptr (IonQuery) query =
        ion_db_query (db, "SELECT number, staged_by FROM campaign WHERE staged_by <> 0",
                      ION_NO_VALUES, error);

    if (query == NULL)
      return FALSE;
    while (ion_query_next (query, &failure))
      {
        gint64 number = ion_query_get_int (query, 0);

        if (!ion_owner_is_alive (self->owner, ion_query_get_int (query, 1)))
          g_array_append_val (dead, number);
      }
  }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < dead->len; i++)
    if (!ion_import_remove_staged (db, g_array_index (dead, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ion_import_remove_leftovers (IonLedger *self, GError **error)
{
  gint64 n_staged = 0;

  {
    g_auto (IonReader) reader = ion_ledger_read (self, error);

    if (reader.db == NULL ||
        !ion_db_get_int (reader.db, "SELECT COUNT (*) FROM campaign WHERE staged_by <> 0",
                         ION_NO_VALUES, &n_staged, error))
      return FALSE;
  }
  return n_staged == 0 || ion_ledger_write (self, remove_leftovers_cb, self, error);
}
