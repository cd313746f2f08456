/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Campaigns being made. A draft and the campaign prepared of it belong together until the campaign
 * begins: from then on the draft is gone and the campaign is nobody's but its own. Which of the two
 * came first, a start or a change, is decided by the one order of the writer.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-drafts.h"
#include "ion-ledger-drafts-private.h"
#include "ion-ledger-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, campaign_id, created_at, saved_at, sealed"

typedef struct
{
  IonLedger *ledger;
  const char *id;
  IonStoredDraft *draft;
  IonVault *vault;
  IonDraftMergeFunc merge; /* (nullable) */
  gpointer user_data;
  GBytes *kept;      /* (owned) (nullable) */
  GArray *campaigns; /* (element-type IonStagedCampaign): to be removed */
} DraftData;

void
ion_stored_draft_clear (IonStoredDraft *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->campaign_id, g_free);
  g_clear_pointer (&self->content, g_bytes_unref);
}

void
ion_stored_draft_free (IonStoredDraft *self)
{
  if (self == NULL)
    return;
  ion_stored_draft_clear (self);
  g_free (self);
}

static gboolean
read_head (IonDb *db, IonStoredDraft *draft, GError **error)
{
  g_autoptr (IonQuery) query = ion_db_query (db, "SELECT " COLUMNS " FROM draft WHERE id = $1",
                                             ION_VALUES (ion_text (draft->id)), error);

  if (query == NULL || !ion_query_next (query, error))
    return FALSE;
  g_free (draft->campaign_id);
  draft->campaign_id = ion_query_dup_text (query, 1);
  draft->created_at = ion_query_get_int (query, 2);
  draft->saved_at = ion_query_get_int (query, 3);
  return TRUE;
}

static char *
make_context (const char *id)
{
  return g_strconcat ("draft:", id, NULL);
}

/* Returns: (transfer full) (nullable): %NULL without @error where there is none */
static GBytes *
read_content (IonDb *db, IonVault *vault, const char *id, GError **error)
{
  g_autofree char *context = make_context (id);
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query = ion_db_query (db, "SELECT sealed FROM draft WHERE id = $1",
                                             ION_VALUES (ion_text (id)), &failure);
  const void *sealed;
  gsize size;

  if (query == NULL || !ion_query_next (query, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  sealed = ion_query_get_bytes (query, 0, &size);
  return ion_vault_open (vault, sealed, size, context, error);
}

/* Takes what is kept into @data. */
static gboolean
merge (IonDb *db, DraftData *data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) stored = NULL;

  g_clear_pointer (&data->kept, g_bytes_unref);
  if (data->merge == NULL)
    {
      data->kept = g_bytes_ref (data->draft->content);
      return TRUE;
    }
  stored = read_content (db, data->vault, data->draft->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  data->kept = data->merge (stored, data->draft->content, data->user_data);
  return TRUE;
}

static gboolean
put_cb (IonDb *db, gpointer user_data, GError **error)
{
  DraftData *data = user_data;
  IonStoredDraft *draft = data->draft;
  g_autofree char *context = make_context (draft->id);
  g_autoptr (GBytes) sealed = NULL;

  if (!ion_draft_check_not_begun (db, draft->id, error) || !merge (db, data, error))
    return FALSE;
  if (data->kept == NULL)
    return TRUE;
  sealed = ion_vault_seal (data->vault, g_bytes_get_data (data->kept, NULL),
                           g_bytes_get_size (data->kept), context);
  return ion_db_run (db,
                     "INSERT INTO draft (id, created_at, saved_at, sealed) VALUES ($1, $2, $3, $4)"
                     " ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed,"
                     " saved_at = excluded.saved_at",
                     ION_VALUES (ion_text (draft->id), ion_int (draft->created_at),
                                 ion_int (ion_ledger_now ()),
                                 ion_bytes (g_bytes_get_data (sealed, NULL),
                                            g_bytes_get_size (sealed))),
                     NULL, error) &&
         read_head (db, draft, error);
}

gboolean
ion_ledger_merge_draft (IonLedger *self,
                        IonStoredDraft *draft,
                        IonDraftMergeFunc func,
                        gpointer user_data,
                        GError **error)
{
  g_autofree char *fresh = NULL;
  g_autoptr (GBytes) kept = NULL;
  DraftData data = { .draft = draft, .merge = func, .user_data = user_data };
  gboolean is_put;

  g_return_val_if_fail (ION_IS_LEDGER (self) && draft != NULL && draft->content != NULL, FALSE);

  data.vault = ion_ledger_need_vault (self, error);
  if (data.vault == NULL)
    return FALSE;
  if (draft->id == NULL || draft->id[0] == '\0')
    {
      g_free (draft->id);
      draft->id = ion_ledger_make_id ();
      fresh = g_strdup (draft->id);
    }
  if (draft->created_at == 0)
    draft->created_at = ion_ledger_now ();
  is_put = ion_ledger_write (self, put_cb, &data, error);
  kept = data.kept;
  if (is_put && kept != NULL)
    {
      g_bytes_unref (draft->content);
      draft->content = g_steal_pointer (&kept);
    }
  if (!is_put && fresh != NULL)
    g_clear_pointer (&draft->id, g_free);
  return is_put;
}

gboolean
ion_ledger_put_draft (IonLedger *self, IonStoredDraft *draft, GError **error)
{
  return ion_ledger_merge_draft (self, draft, NULL, NULL, error);
}

static IonStoredDraft *
draft_from_row (IonQuery *query, IonVault *vault, GError **error)
{
  g_autoptr (IonStoredDraft) self = g_new0 (IonStoredDraft, 1);
  g_autofree char *context = NULL;
  const void *sealed;
  gsize size;

  self->id = ion_query_dup_text (query, 0);
  self->campaign_id = ion_query_dup_text (query, 1);
  self->created_at = ion_query_get_int (query, 2);
  self->saved_at = ion_query_get_int (query, 3);
  context = make_context (self->id);
  sealed = ion_query_get_bytes (query, 4, &size);
  self->content = ion_vault_open (vault, sealed, size, context, error);
  return self->content != NULL ? g_steal_pointer (&self) : NULL;
}

/* @id: (nullable): NULL = all */
static GPtrArray *
list_drafts (IonLedger *self, const char *id, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;
  IonVault *vault = ion_ledger_need_vault (self, error);

  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT " COLUMNS " FROM draft WHERE CAST ($1 AS TEXT) IS NULL OR id = $1"
                        " ORDER BY saved_at DESC, created_at DESC, id",
                        ION_VALUES (ion_text (id)), error);
  if (query == NULL)
    return NULL;
  drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_stored_draft_free);
  while (ion_query_next (query, &failure))
    {
      IonStoredDraft *draft = draft_from_row (query, vault, error);

      if (draft == NULL)
        return NULL;
      g_ptr_array_add (drafts, draft);
    }
  if (failure == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
ion_ledger_list_drafts (IonLedger *self, GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  return list_drafts (self, NULL, error);
}

IonStoredDraft *
ion_ledger_get_draft (IonLedger *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, NULL);

  drafts = list_drafts (self, id, error);
  if (drafts == NULL)
    return NULL;
  if (drafts->len == 1)
    return g_ptr_array_steal_index (drafts, 0);
  ion_draft_set_not_found (error);
  return NULL;
}

static gboolean
remove_cb (IonDb *db, gpointer user_data, GError **error)
{
  DraftData *data = user_data;
  gint64 n_removed = 0;

  if (!ion_draft_hide_campaigns (db, data->ledger, data->id, data->campaigns, error) ||
      !ion_db_run (db, "DELETE FROM draft WHERE id = $1", ION_VALUES (ion_text (data->id)),
                   &n_removed, error))
    return FALSE;
  if (n_removed == 0)
    ion_draft_set_not_found (error);
  return n_removed > 0;
}

gboolean
ion_ledger_remove_draft (IonLedger *self, const char *id, GError **error)
{
  g_autoptr (GArray) campaigns = ion_staged_campaigns_new ();
  DraftData data = { .ledger = self, .id = id, .campaigns = campaigns };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  if (!ion_ledger_write (self, remove_cb, &data, error))
    return FALSE;
  ion_staged_campaigns_remove (self, campaigns);
  return TRUE;
}

static GPtrArray *
list_old (IonLedger *self, gint64 before, GError **error)
{
  g_auto (IonReader) reader = ion_ledger_read (self, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query = NULL;

  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, "SELECT id FROM draft WHERE saved_at < $1",
                        ION_VALUES (ion_int (before)), error);
  if (query == NULL)
    return NULL;
  while (ion_query_next (query, &failure))
    g_ptr_array_add (ids, ion_query_dup_text (query, 0));
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

int
ion_ledger_remove_drafts_before (IonLedger *self, gint64 before, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), -1);

  ids = list_old (self, before, error);
  if (ids == NULL)
    return -1;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (ion_ledger_remove_draft (self, ids->pdata[i], &failure) ||
          g_error_matches (failure, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND))
        continue;
      g_propagate_error (error, g_steal_pointer (&failure));
      return -1;
    }
  return (int) ids->len;
}
