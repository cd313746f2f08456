/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The figures of campaigns. They are always counted from the rows (on indices that hold nothing
 * else), never kept beside them: so they cannot disagree. What only the sealed values tell is added
 * up by opening them, page by page.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-private.h"

#include <string.h>

#define TOTALS_PAGE 2000

void
ion_reason_free (IonReason *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->detail);
  g_free (self);
}

static gboolean
count_states (IonDb *db, gint64 number, IonCampaignCounts *counts, GError **error)
{
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;

  query =
      ion_db_query (db, "SELECT state, COUNT (*) FROM delivery WHERE campaign = $1 GROUP BY state",
                    ION_VALUES (ion_int (number)), error);
  if (query == NULL)
    return FALSE;
  while (ion_query_next (query, &failure))
    {
      gint64 state = ion_query_get_int (query, 0);

      if (state < 0 || state >= ION_N_DELIVERY_STATES)
        continue;
      counts->by_state[state] = ion_query_get_int (query, 1);
      counts->rows += counts->by_state[state];
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* -1 where no row ever said: the service may not see it. */
static gboolean
count_known (IonDb *db, const char *sql, gint64 number, gint64 *count, GError **error)
{
  g_autoptr (IonQuery) query = ion_db_query (db, sql, ION_VALUES (ion_int (number)), error);

  if (query == NULL || !ion_query_next (query, error))
    return FALSE;
  *count = ion_query_get_int (query, 0) > 0 ? ion_query_get_int (query, 1) : -1;
  return TRUE;
}

static gboolean
count_calls (IonDb *db, gint64 number, IonCampaignCounts *counts, GError **error)
{
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT calls, throttled FROM campaign WHERE number = $1",
                    ION_VALUES (ion_int (number)), error);

  if (query == NULL || !ion_query_next (query, error))
    return FALSE;
  counts->calls = ion_query_get_int (query, 0);
  counts->throttled = ion_query_get_int (query, 1);
  return TRUE;
}

gboolean
ion_ledger_count_campaign (IonLedger *self,
                           const char *id,
                           IonCampaignCounts *counts,
                           GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  gint64 number;

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL && counts != NULL, FALSE);

  memset (counts, 0, sizeof *counts);
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, id, &number, NULL, error))
    return FALSE;
  return count_states (reader.db, number, counts, error) &&
         count_known (reader.db,
                      "SELECT COUNT (*), COUNT (*) FILTER (WHERE is_read = 1) FROM delivery"
                      " WHERE campaign = $1 AND is_read >= 0",
                      number, &counts->read, error) &&
         count_known (reader.db,
                      "SELECT COUNT (*), COUNT (*) FILTER (WHERE is_paid = 1) FROM delivery"
                      " WHERE campaign = $1 AND is_paid >= 0",
                      number, &counts->paid, error) &&
         count_calls (reader.db, number, counts, error);
}

static IonReason *
reason_from_row (IonQuery *query)
{
  IonReason *reason = g_new0 (IonReason, 1);

  reason->state = (IonDeliveryState) ion_query_get_int (query, 0);
  reason->code = ion_query_dup_text (query, 1);
  reason->detail = ion_query_dup_text (query, 2);
  reason->count = ion_query_get_int (query, 3);
  return reason;
}

/* The commonest first. */
GPtrArray *
ion_ledger_list_reasons (IonLedger *self, const char *id, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 number;

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, id, &number, NULL, error))
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT state, reason_code, MAX (reason_detail), COUNT (*) FROM delivery"
                        " WHERE campaign = $1 AND reason_code IS NOT NULL"
                        " GROUP BY state, reason_code ORDER BY 4 DESC, 1, 2",
                        ION_VALUES (ion_int (number)), error);
  if (query == NULL)
    return NULL;
  reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_reason_free);
  while (ion_query_next (query, &failure))
    g_ptr_array_add (reasons, reason_from_row (query));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&reasons);
}

static void
add_to_totals (IonCampaignTotals *totals, const IonSealedPerson *person)
{
  totals->people++;
  if (person->amount > 0)
    {
      totals->amount += person->amount;
      if (totals->amount_min == 0 || person->amount < totals->amount_min)
        totals->amount_min = person->amount;
      totals->amount_max = MAX (totals->amount_max, person->amount);
    }
  if (person->due_date > 0)
    {
      if (totals->due_from == 0 || person->due_date < totals->due_from)
        totals->due_from = person->due_date;
      totals->due_to = MAX (totals->due_to, person->due_date);
    }
}

/* One page of rows; @last becomes the last id seen, 0 after the end. By the range of ids alone:
 * named too, the campaign would lead the engine to another index and to sorting. */
static gboolean
total_page (IonDb *db,
            IonVault *vault,
            gint64 number,
            gboolean only_pending,
            gint64 *last,
            IonCampaignTotals *totals,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db,
                    "SELECT id, sealed FROM delivery WHERE id > $1 AND id < $2 AND sealed IS NOT "
                    "NULL"
                    " AND ((state = $3 AND $4 = 1) OR (state <> $5 AND $4 = 0)) ORDER BY id LIMIT "
                    "$6",
                    ION_VALUES (ion_int (*last), ion_int (ion_delivery_make_id (number + 1, 0)),
                                ion_int (ION_DELIVERY_PENDING), ion_int (only_pending),
                                ion_int (ION_DELIVERY_EXCLUDED), ion_int (TOTALS_PAGE)),
                    error);

  if (query == NULL)
    return FALSE;
  *last = 0;
  while (ion_query_next (query, &failure))
    {
      g_auto (IonSealedPerson) person = { 0 };
      const void *sealed;
      gsize size;

      *last = ion_query_get_int (query, 0);
      sealed = ion_query_get_bytes (query, 1, &size);
      if (!ion_sealed_person_open (&person, vault, *last, sealed, size, error))
        return FALSE;
      add_to_totals (totals, &person);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
ion_ledger_total_campaign (IonLedger *self,
                           const char *id,
                           IonCampaignTotals *totals,
                           GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  gint64 number, n_pending = 0, last;
  IonVault *vault;

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL && totals != NULL, FALSE);

  memset (totals, 0, sizeof *totals);
  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return FALSE;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, id, &number, NULL, error) ||
      !ion_db_get_int (reader.db,
                       "SELECT COUNT (*) FROM delivery WHERE campaign = $1 AND state = $2",
                       ION_VALUES (ion_int (number), ion_int (ION_DELIVERY_PENDING)), &n_pending,
                       error))
    return FALSE;
  last = ion_delivery_make_id (number, 0);
  while (last > 0)
    if (!total_page (reader.db, vault, number, n_pending > 0, &last, totals, error))
      return FALSE;
  return TRUE;
}
