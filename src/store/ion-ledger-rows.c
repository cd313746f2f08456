/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a list of a million rows needs of the ledger. The numbers come from an index that holds
 * nothing else; a page is read by key, in one walk where its rows stand close together, and one by
 * one where a filter leaves them far apart.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-rows.h"

#include "ion-ledger-private.h"

#include <string.h>

#include <sodium.h>

#define ALL_STATES   ((1u << ION_N_DELIVERY_STATES) - 1)
#define LOOK_UP      4096 /* rows between two looks at the cancellable */
#define LINE_COLUMNS "id, state, sealed, reason_code, reason_detail, intended_at, settled_at"
/* So many rows that nobody asked for may be passed over for each that is wanted. */
#define SPARSE 4

/* Appends the numbers of one state's rows, in their order. @limit: -1 = all */
static gboolean
append_state (IonDb *db,
              gint64 number,
              guint state,
              gint64 limit,
              GArray *rows,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query = ion_db_query (db,
                                             "SELECT id FROM delivery WHERE campaign = $1 AND "
                                             "state = $2 ORDER BY id LIMIT $3",
                                             ION_VALUES (ion_int (number), ion_int (state),
                                                         ion_int (limit >= 0 ? limit : G_MAXINT64)),
                                             error);

  if (query == NULL)
    return FALSE;
  for (guint i = 1; ion_query_next (query, &failure); i++)
    {
      guint32 row = (guint32) ion_delivery_get_row (ion_query_get_int (query, 0));

      g_array_append_val (rows, row);
      if (i % LOOK_UP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Both rise. (transfer full) of both. */
static GArray *
merge (GArray *left, GArray *right)
{
  const guint32 *a, *b;
  GArray *merged;
  guint i = 0, k = 0;

  if (left->len == 0 || right->len == 0)
    {
      merged = left->len == 0 ? right : left;
      g_array_unref (merged == left ? right : left);
      return merged;
    }
  merged = g_array_sized_new (FALSE, FALSE, sizeof (guint32), left->len + right->len);
  g_array_set_size (merged, left->len + right->len);
  a = (const guint32 *) (void *) left->data;
  b = (const guint32 *) (void *) right->data;
  for (guint n = 0; n < merged->len; n++)
    g_array_index (merged, guint32, n) =
        k >= right->len || (i < left->len && a[i] < b[k]) ? a[i++] : b[k++];
  g_array_unref (left);
  g_array_unref (right);
  return merged;
}

static GArray *
list_rows (IonLedger *self,
           const char *campaign_id,
           guint states,
           gint64 limit,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (IonReader) reader = ion_ledger_read (self, error);
  GArray *rows = NULL;
  gint64 number;

  if (reader.db == NULL || !ion_campaign_find (reader.db, campaign_id, &number, NULL, error))
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    {
      g_autoptr (GArray) more = NULL;

      if (((states != 0 ? states : ALL_STATES) & (1u << state)) == 0)
        continue;
      more = g_array_new (FALSE, FALSE, sizeof (guint32));
      if (!append_state (reader.db, number, state, limit, more, cancellable, error))
        {
          g_array_unref (rows);
          return NULL;
        }
      rows = merge (rows, g_steal_pointer (&more));
    }
  if (limit >= 0 && rows->len > limit)
    g_array_set_size (rows, (guint) limit);
  return rows;
}

GArray *
ion_ledger_list_delivery_rows (IonLedger *self,
                               const char *campaign_id,
                               guint states,
                               GCancellable *cancellable,
                               GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, NULL);

  return list_rows (self, campaign_id, states, -1, cancellable, error);
}

GArray *
ion_ledger_list_first_rows (IonLedger *self,
                            const char *campaign_id,
                            guint states,
                            guint limit,
                            GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, NULL);

  return list_rows (self, campaign_id, states, limit, NULL, error);
}

GArray *
ion_ledger_find_person_rows (IonLedger *self,
                             const char *campaign_id,
                             const char *fiscal_code,
                             GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) failure = NULL;
  IonVault *vault;
  IonPrint person;
  gint64 number;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL && fiscal_code != NULL, NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, campaign_id, &number, NULL, error))
    return NULL;
  ion_print_person (vault, fiscal_code, &person);
  query = ion_db_query (reader.db,
                        "SELECT delivery FROM delivery_person WHERE campaign = $1 AND person = $2"
                        " ORDER BY delivery",
                        ION_VALUES (ion_int (number), ion_print (&person)), error);
  if (query == NULL)
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  while (ion_query_next (query, &failure))
    {
      guint32 row = (guint32) ion_delivery_get_row (ion_query_get_int (query, 0));

      g_array_append_val (rows, row);
    }
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
line_clear (gpointer data)
{
  IonDeliveryLine *line = data;

  sodium_memzero (line->fiscal_code, sizeof line->fiscal_code);
  g_clear_pointer (&line->reason_code, g_free);
  g_clear_pointer (&line->reason_detail, g_free);
}

static gboolean
append_line (GArray *lines, IonVault *vault, IonQuery *query, GError **error)
{
  g_auto (IonSealedPerson) person = { 0 };
  gint64 id = ion_query_get_int (query, 0);
  IonDeliveryLine line = { .row = (guint32) ion_delivery_get_row (id) };
  const void *sealed;
  gsize size;

  if (!ion_query_is_null (query, 2))
    {
      sealed = ion_query_get_bytes (query, 2, &size);
      if (!ion_sealed_person_open (&person, vault, id, sealed, size, error))
        return FALSE;
      g_strlcpy (line.fiscal_code, person.fiscal_code, sizeof line.fiscal_code);
    }
  line.state = (IonDeliveryState) ion_query_get_int (query, 1);
  line.reason_code = ion_query_dup_text (query, 3);
  line.reason_detail = ion_query_dup_text (query, 4);
  line.intended_at = ion_query_get_int (query, 5);
  line.settled_at = ion_query_get_int (query, 6);
  g_array_append_val (lines, line);
  sodium_memzero (line.fiscal_code, sizeof line.fiscal_code);
  return TRUE;
}

/* Rows between the first and the last, of which only those wanted are opened. */
static gboolean
read_range (IonDb *db,
            IonVault *vault,
            gint64 number,
            const guint32 *rows,
            gsize n_rows,
            GArray *lines,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  gsize i = 0;
  g_autoptr (IonQuery) query =
      ion_db_query (db,
                    "SELECT " LINE_COLUMNS " FROM delivery WHERE id >= $1 AND id <= $2 ORDER BY id",
                    ION_VALUES (ion_int (ion_delivery_make_id (number, rows[0])),
                                ion_int (ion_delivery_make_id (number, rows[n_rows - 1]))),
                    error);

  if (query == NULL)
    return FALSE;
  while (ion_query_next (query, &failure))
    {
      gint64 row = ion_delivery_get_row (ion_query_get_int (query, 0));

      while (i < n_rows && rows[i] < row)
        i++;
      if (i < n_rows && rows[i] == row && !append_line (lines, vault, query, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_one (IonDb *db, IonVault *vault, gint64 id, GArray *lines, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT " LINE_COLUMNS " FROM delivery WHERE id = $1",
                    ION_VALUES (ion_int (id)), error);

  if (query == NULL)
    return FALSE;
  if (ion_query_next (query, &failure))
    return append_line (lines, vault, query, error);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_each (IonDb *db,
           IonVault *vault,
           gint64 number,
           const guint32 *rows,
           gsize n_rows,
           GArray *lines,
           GError **error)
{
  gboolean ok;

  /* As one reading: while somebody writes, each by itself would have to look at everything anew. */
  ok = ion_db_run (db, "BEGIN", ION_NO_VALUES, NULL, error);
  for (gsize i = 0; ok && i < n_rows; i++)
    ok = read_one (db, vault, ion_delivery_make_id (number, rows[i]), lines, error);
  ion_db_rollback (db);
  return ok;
}

GArray *
ion_ledger_read_delivery_lines (IonLedger *self,
                                const char *campaign_id,
                                const guint32 *rows,
                                gsize n_rows,
                                GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (GArray) lines = NULL;
  IonVault *vault;
  gboolean is_close;
  gint64 number;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, NULL);
  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, campaign_id, &number, NULL, error))
    return NULL;
  lines = g_array_sized_new (FALSE, FALSE, sizeof (IonDeliveryLine), (guint) n_rows);
  g_array_set_clear_func (lines, line_clear);
  if (n_rows == 0)
    return g_steal_pointer (&lines);
  is_close = rows[n_rows - 1] - rows[0] < n_rows * SPARSE;
  if (!(is_close ? read_range : read_each) (reader.db, vault, number, rows, n_rows, lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}
