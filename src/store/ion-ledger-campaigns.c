/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Reading campaigns, and finding the one that a person means.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-private.h"
#include "ion-template-json.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define COLUMNS                                                                                \
  "id, name, service_id, template, state, pause_code, pause_detail, is_test, reach_only, "     \
  "send_at, tranche_left, created_at, started_at, finished_at, source_name, accepted_doubts, " \
  "follows_id, purpose, draft_id, answers, daily_limit, in_hours"

void
ion_campaign_free (IonCampaign *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->service_id);
  g_clear_pointer (&self->template_, ion_template_free);
  g_free (self->pause_code);
  g_free (self->pause_detail);
  g_free (self->source_name);
  g_free (self->accepted_doubts);
  g_free (self->follows_id);
  g_free (self->purpose);
  g_free (self->draft_id);
  g_free (self->answers);
  g_free (self);
}

static IonCampaign *
campaign_from_row (IonQuery *query, GError **error)
{
  g_autoptr (IonCampaign) self = g_new0 (IonCampaign, 1);

  self->id = ion_query_dup_text (query, 0);
  self->name = ion_query_dup_text (query, 1);
  self->service_id = ion_query_dup_text (query, 2);
  self->template_ = ion_template_from_json (ion_query_get_text (query, 3), -1, error);
  self->state = (IonCampaignState) ion_query_get_int (query, 4);
  self->pause_code = ion_query_dup_text (query, 5);
  self->pause_detail = ion_query_dup_text (query, 6);
  self->is_test = ion_query_get_int (query, 7) != 0;
  self->reach_only = ion_query_get_int (query, 8) != 0;
  self->send_at = ion_query_get_int (query, 9);
  self->tranche_left = ion_query_get_int (query, 10);
  self->created_at = ion_query_get_int (query, 11);
  self->started_at = ion_query_get_int (query, 12);
  self->finished_at = ion_query_get_int (query, 13);
  self->source_name = ion_query_dup_text (query, 14);
  self->accepted_doubts = ion_query_dup_text (query, 15);
  self->follows_id = ion_query_dup_text (query, 16);
  self->purpose = ion_query_dup_text (query, 17);
  self->draft_id = ion_query_dup_text (query, 18);
  self->answers = ion_query_dup_text (query, 19);
  self->daily_limit = ion_query_get_int (query, 20);
  self->in_hours = ion_query_get_int (query, 21) != 0;
  return self->template_ != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
fail_not_found (const char *id, GError **error)
{
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND, _ ("There is no campaign “%s”."),
               id);
  return FALSE;
}

gboolean
ion_campaign_find (IonDb *db,
                   const char *id,
                   gint64 *number,
                   IonCampaignState *state,
                   GError **error)
{
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;

  query = ion_db_query (db, "SELECT number, state FROM campaign WHERE id = $1 AND staged_by = 0",
                        ION_VALUES (ion_text (id)), error);
  if (query == NULL)
    return FALSE;
  if (!ion_query_next (query, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        fail_not_found (id, error);
      return FALSE;
    }
  *number = ion_query_get_int (query, 0);
  if (state != NULL)
    *state = (IonCampaignState) ion_query_get_int (query, 1);
  return TRUE;
}

/* Best match first: the id, then the beginning of one, then a name. */
#define RANK "CASE WHEN id = $1 THEN 0 WHEN $2 >= 4 AND substr (id, 1, $2) = $1 THEN 1 ELSE 2 END"

static char *
resolve_id (IonDb *db, const char *id_or_name, GError **error)
{
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *found = NULL;
  gint64 found_rank = 0;

  query =
      ion_db_query (db,
                    "SELECT id, " RANK " FROM campaign WHERE staged_by = 0 AND (id = $1"
                    " OR (name = $1 AND draft_id IS NULL) OR ($2 >= 4 AND substr (id, 1, $2) = $1))"
                    " ORDER BY 2, 1",
                    ION_VALUES (ion_text (id_or_name), ion_int (strlen (id_or_name))), error);
  if (query == NULL)
    return NULL;
  while (ion_query_next (query, &failure))
    {
      gint64 rank = ion_query_get_int (query, 1);

      if (found != NULL && rank == found_rank)
        {
          g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_AMBIGUOUS,
                       _ ("Several campaigns are called “%s”: give the id."), id_or_name);
          return NULL;
        }
      if (found != NULL)
        break;
      found = ion_query_dup_text (query, 0);
      found_rank = rank;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (found == NULL)
    fail_not_found (id_or_name, error);
  return g_steal_pointer (&found);
}

IonCampaign *
ion_ledger_get_campaign (IonLedger *self, const char *id_or_name, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && id_or_name != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  id = resolve_id (reader.db, id_or_name, error);
  if (id == NULL)
    return NULL;
  query = ion_db_query (reader.db, "SELECT " COLUMNS " FROM campaign WHERE id = $1",
                        ION_VALUES (ion_text (id)), error);
  if (query == NULL || !ion_query_next (query, error))
    return NULL;
  return campaign_from_row (query, error);
}

static GPtrArray *
list_campaigns (IonLedger *self, const char *sql, const IonValue *values, gsize n, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) failure = NULL;

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, sql, values, n, error);
  if (query == NULL)
    return NULL;
  campaigns = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_campaign_free);
  while (ion_query_next (query, &failure))
    {
      IonCampaign *campaign = campaign_from_row (query, error);

      if (campaign == NULL)
        return NULL;
      g_ptr_array_add (campaigns, campaign);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&campaigns);
}

GPtrArray *
ion_ledger_list_campaigns (IonLedger *self, GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  return list_campaigns (self,
                         "SELECT " COLUMNS " FROM campaign WHERE staged_by = 0"
                         " AND draft_id IS NULL ORDER BY number DESC",
                         ION_NO_VALUES, error);
}

GPtrArray *
ion_ledger_list_running_campaigns (IonLedger *self, GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  return list_campaigns (self,
                         "SELECT " COLUMNS " FROM campaign WHERE staged_by = 0 AND state = $1"
                         " ORDER BY number DESC",
                         ION_VALUES (ion_int (ION_CAMPAIGN_RUNNING)), error);
}
