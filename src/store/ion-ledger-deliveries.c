/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Reading the rows of campaigns, a page at a time, with their people unsealed.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-deliveries.h"
#include "ion-ledger-private.h"
#include "ion-ledger-purge-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define COLUMNS                                                                                 \
  "delivery.id, campaign.id, campaign.service_id, delivery.state, sealed, reason_code, "        \
  "reason_detail, message_id, language, is_read, is_paid, intended_at, settled_at, follow_at, " \
  "follow_step"
#define TABLES     " FROM delivery JOIN campaign ON campaign.number = delivery.campaign "
#define REACH_AGE  (24 * 60 * 60)
#define CLOCK_SLIP (60 * 60)

void
ion_delivery_free (IonDelivery *self)
{
  if (self == NULL)
    return;
  g_free (self->campaign_id);
  g_free (self->fiscal_code);
  g_clear_pointer (&self->fields, ion_fields_unref);
  g_free (self->reason_code);
  g_free (self->reason_detail);
  g_free (self->message_id);
  g_free (self->language);
  g_free (self->reach_language);
  g_free (self);
}

/* Fills in what is known of an answer that is not older than a day. */
static gboolean
read_reach (IonDb *db, IonVault *vault, const char *service_id, IonDelivery *self, GError **error)
{
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 now = ion_ledger_now ();
  IonPrint person;

  ion_print_person (vault, self->fiscal_code, &person);
  query = ion_db_query (db,
                        "SELECT reached_at, language FROM reach WHERE service_id = $1"
                        " AND person = $2 AND reached_at > $3 AND reached_at < $4",
                        ION_VALUES (ion_text (service_id), ion_print (&person),
                                    ion_int (now - REACH_AGE), ion_int (now + CLOCK_SLIP)),
                        error);
  if (query == NULL)
    return FALSE;
  if (ion_query_next (query, &failure))
    {
      self->reached_at = ion_query_get_int (query, 0);
      self->reach_language = ion_query_dup_text (query, 1);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_person (IonVault *vault, IonQuery *query, IonDelivery *self, GError **error)
{
  g_auto (IonSealedPerson) person = { 0 };
  const void *sealed;
  gsize size;

  if (ion_query_is_null (query, 4))
    {
      self->fiscal_code = g_strdup ("");
      return TRUE;
    }
  sealed = ion_query_get_bytes (query, 4, &size);
  if (!ion_sealed_person_open (&person, vault, self->id, sealed, size, error))
    return FALSE;
  self->fiscal_code = g_strdup (person.fiscal_code);
  if (person.fields == NULL)
    return TRUE;
  self->fields = ion_fields_from_bytes (person.fields, error);
  return self->fields != NULL;
}

static IonDelivery *
delivery_from_row (IonDb *db, IonVault *vault, IonQuery *query, GError **error)
{
  g_autoptr (IonDelivery) self = g_new0 (IonDelivery, 1);

  self->id = ion_query_get_int (query, 0);
  self->row = ion_delivery_get_row (self->id);
  self->campaign_id = ion_query_dup_text (query, 1);
  self->state = (IonDeliveryState) ion_query_get_int (query, 3);
  self->reason_code = ion_query_dup_text (query, 5);
  self->reason_detail = ion_query_dup_text (query, 6);
  self->message_id = ion_query_dup_text (query, 7);
  self->language = ion_query_dup_text (query, 8);
  self->read = (int) ion_query_get_int (query, 9);
  self->paid = (int) ion_query_get_int (query, 10);
  self->intended_at = ion_query_get_int (query, 11);
  self->settled_at = ion_query_get_int (query, 12);
  self->follow_at = ion_query_get_int (query, 13);
  self->follow_step = (int) ion_query_get_int (query, 14);
  if (!read_person (vault, query, self, error))
    return NULL;
  if (self->state == ION_DELIVERY_PENDING && self->fiscal_code[0] != '\0' &&
      !read_reach (db, vault, ion_query_get_text (query, 2), self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* (transfer full) of @query. */
static GPtrArray *
collect (IonDb *db, IonVault *vault, IonQuery *taken, GError **error)
{
  g_autoptr (IonQuery) query = taken;
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (GError) failure = NULL;

  if (query == NULL)
    return NULL;
  deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_delivery_free);
  while (ion_query_next (query, &failure))
    {
      IonDelivery *delivery = delivery_from_row (db, vault, query, error);

      if (delivery == NULL)
        return NULL;
      g_ptr_array_add (deliveries, delivery);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&deliveries);
}

/* One state is found by the index, several by walking the campaign. */
static IonQuery *
query_page (IonDb *db, gint64 number, guint states, gint64 after_id, guint limit, GError **error)
{
  gint64 after = MAX (after_id, ion_delivery_make_id (number, 0) - 1);

  if (states != 0 && (states & (states - 1)) == 0)
    return ion_db_query (db,
                         "SELECT " COLUMNS TABLES "WHERE delivery.campaign = $1"
                         " AND delivery.state = $2 AND delivery.id > $3"
                         " ORDER BY delivery.id LIMIT $4",
                         ION_VALUES (ion_int (number), ion_int (g_bit_nth_lsf (states, -1)),
                                     ion_int (after), ion_int (limit)),
                         error);
  return ion_db_query (db,
                       "SELECT " COLUMNS TABLES "WHERE delivery.id > $1 AND delivery.id < $2"
                       " AND ($3 & (1 << delivery.state)) <> 0 ORDER BY delivery.id LIMIT $4",
                       ION_VALUES (ion_int (after), ion_int (ion_delivery_make_id (number + 1, 0)),
                                   ion_int (states != 0 ? states : G_MAXINT32), ion_int (limit)),
                       error);
}

GPtrArray *
ion_ledger_list_deliveries (IonLedger *self,
                            const char *campaign_id,
                            guint states,
                            gint64 after_id,
                            guint limit,
                            GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  IonVault *vault;
  gint64 number;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, campaign_id, &number, NULL, error))
    return NULL;
  return collect (reader.db, vault, query_page (reader.db, number, states, after_id, limit, error),
                  error);
}

static IonDelivery *
get_by_id (IonDb *db, IonVault *vault, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query = ion_db_query (db, "SELECT " COLUMNS TABLES "WHERE delivery.id = $1",
                                             ION_VALUES (ion_int (id)), error);

  if (query == NULL)
    return NULL;
  if (ion_query_next (query, &failure))
    return delivery_from_row (db, vault, query, error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
                         _ ("The campaign has no row of this number."));
  return NULL;
}

IonDelivery *
ion_ledger_get_delivery (IonLedger *self, const char *campaign_id, gint64 row, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  IonVault *vault;
  gint64 number;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, campaign_id, &number, NULL, error))
    return NULL;
  return get_by_id (reader.db, vault,
                    row > 0 && row <= ION_DELIVERY_ROW_MAX ? ion_delivery_make_id (number, row)
                                                           : -1,
                    error);
}

IonDelivery *
ion_ledger_get_delivery_by_id (IonLedger *self, gint64 id, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  IonVault *vault = ion_ledger_need_vault (self, error);

  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  return reader.db != NULL ? get_by_id (reader.db, vault, id, error) : NULL;
}

GPtrArray *
ion_ledger_list_due_follow_ups (IonLedger *self, gint64 now, guint limit, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  IonVault *vault;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  return collect (reader.db, vault,
                  ion_db_query (reader.db,
                                "SELECT " COLUMNS TABLES "WHERE follow_at > 0 AND follow_at <= $1"
                                " ORDER BY follow_at, delivery.id LIMIT $2",
                                ION_VALUES (ion_int (now), ion_int (limit)), error),
                  error);
}

/**
 * ion_ledger_next_follow_up:
 * @campaign_id: (nullable): of this campaign only
 */
gint64
ion_ledger_next_follow_up (IonLedger *self, const char *campaign_id)
{
  g_auto (IonReader) reader = { self, NULL };
  gint64 number = 0, next = 0;

  g_return_val_if_fail (ION_IS_LEDGER (self), 0);

  reader = ion_ledger_read (self, NULL);
  if (reader.db == NULL ||
      (campaign_id != NULL && !ion_campaign_find (reader.db, campaign_id, &number, NULL, NULL)))
    return 0;
  ion_db_get_int (reader.db,
                  "SELECT follow_at FROM delivery WHERE follow_at > 0"
                  " AND ($1 = 0 OR (id > $2 AND id < $3)) ORDER BY follow_at, id LIMIT 1",
                  ION_VALUES (ion_int (number), ion_int (ion_delivery_make_id (number, 0)),
                              ion_int (ion_delivery_make_id (number + 1, 0))),
                  &next, NULL);
  return next;
}

/**
 * ion_ledger_count_intended_since:
 * @since: UTC seconds
 *
 * Returns: how many submissions were intended since then and not withdrawn; -1 on error
 */
gint64
ion_ledger_count_intended_since (IonLedger *self, gint64 since, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  gint64 n_intended = -1;

  g_return_val_if_fail (ION_IS_LEDGER (self), -1);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return -1;
  ion_db_get_int (reader.db,
                  "SELECT COUNT (*) FROM delivery WHERE intended_at > 0 AND intended_at >= $1"
                  " AND state <> $2",
                  ION_VALUES (ion_int (since), ion_int (ION_DELIVERY_PENDING)), &n_intended, error);
  return n_intended;
}

gint64
ion_ledger_count_campaign_intended_since (IonLedger *self,
                                          const char *campaign_id,
                                          gint64 since,
                                          GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  gint64 n_intended = -1, number;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, -1);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL || !ion_campaign_find (reader.db, campaign_id, &number, NULL, error))
    return -1;
  /* By the id, which the index by intent holds too: no row is looked at. */
  ion_db_get_int (reader.db,
                  "SELECT COUNT (*) FROM delivery WHERE intended_at > 0 AND intended_at >= $1"
                  " AND state <> $2 AND id >= $3 AND id <= $4",
                  ION_VALUES (ion_int (since), ion_int (ION_DELIVERY_PENDING),
                              ion_int (ion_delivery_make_id (number, 0)),
                              ion_int (ion_delivery_make_id (number, ION_DELIVERY_ROW_MAX))),
                  &n_intended, error);
  return n_intended;
}
