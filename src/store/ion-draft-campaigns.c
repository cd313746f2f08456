/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The campaign that was prepared of a draft: out of sight while it is one, and nobody's but its own
 * from the moment at which it begins.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-drafts-private.h"
#include "ion-ledger-private.h"

#include <glib/gi18n-lib.h>

void
ion_draft_set_not_found (GError **error)
{
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
                       _ ("There is no such draft: it was sent or removed meanwhile."));
}

gboolean
ion_draft_check_not_begun (IonDb *db, const char *id, GError **error)
{
  gint64 n_begun = 0;

  if (!ion_db_get_int (db, "SELECT COUNT (*) FROM campaign WHERE made_of = $1",
                       ION_VALUES (ion_text (id)), &n_begun, error))
    return FALSE;
  if (n_begun == 0)
    return TRUE;
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                       _ ("The sending of this campaign has begun: it cannot be changed any "
                          "more."));
  return FALSE;
}

static void
staged_campaign_clear (gpointer data)
{
  g_free (((IonStagedCampaign *) data)->id);
}

GArray *
ion_staged_campaigns_new (void)
{
  GArray *staged = g_array_new (FALSE, FALSE, sizeof (IonStagedCampaign));

  g_array_set_clear_func (staged, staged_campaign_clear);
  return staged;
}

/* Out of sight at once; its rows are removed afterwards, here or at the next opening. */
gboolean
ion_draft_hide_campaigns (IonDb *db,
                          IonLedger *self,
                          const char *draft_id,
                          GArray *staged,
                          GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT number, id FROM campaign WHERE draft_id = $1 AND staged_by = 0",
                    ION_VALUES (ion_text (draft_id)), error);

  if (query == NULL)
    return FALSE;
  while (ion_query_next (query, &failure))
    {
      IonStagedCampaign campaign = { ion_query_get_int (query, 0), ion_query_dup_text (query, 1) };

      g_array_append_val (staged, campaign);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return ion_db_run (db,
                     "UPDATE campaign SET staged_by = $2, draft_id = NULL"
                     " WHERE draft_id = $1 AND staged_by = 0",
                     ION_VALUES (ion_text (draft_id), ion_int (ion_owner_get_number (self->owner))),
                     NULL, error);
}

/* Whatever cannot be removed now is at the next opening. */
void
ion_staged_campaigns_remove (IonLedger *self, GArray *staged)
{
  for (guint i = 0; i < staged->len; i++)
    {
      const IonStagedCampaign *campaign = &g_array_index (staged, IonStagedCampaign, i);
      g_autoptr (GError) failure = NULL;

      if (!ion_import_remove_staged (self, campaign->number, campaign->id, &failure))
        g_info ("What was prepared before could not be removed yet: %s", failure->message);
    }
}

gboolean
ion_draft_take_campaign (IonDb *db,
                         IonLedger *self,
                         const char *draft_id,
                         const char *id,
                         GArray *staged,
                         GError **error)
{
  gint64 n_changed = 0;

  if (!ion_draft_check_not_begun (db, draft_id, error) ||
      !ion_draft_hide_campaigns (db, self, draft_id, staged, error) ||
      !ion_db_run (db, "UPDATE draft SET campaign_id = $2 WHERE id = $1",
                   ION_VALUES (ion_text (draft_id), ion_text (id)), &n_changed, error))
    return FALSE;
  if (n_changed == 0)
    ion_draft_set_not_found (error);
  return n_changed > 0;
}

static gboolean
journal_beginning (IonDb *db, gint64 number, IonQuery *said, const char *id, GError **error)
{
  const char *purpose = ion_query_get_text (said, 1);
  const char *doubts = ion_query_get_text (said, 2);
  g_autofree char *detail = NULL;
  gint64 n_rows = 0;

  if (!ion_db_get_int (db, "SELECT COUNT (*) FROM delivery WHERE campaign = $1",
                       ION_VALUES (ion_int (number)), &n_rows, error))
    return FALSE;
  detail = g_strdup_printf ("%" G_GINT64_FORMAT, n_rows);
  return ion_journal_add (db, "campaign-new", id, detail, purpose, error) &&
         (doubts == NULL || ion_journal_add (db, "doubts-accept", id, doubts, purpose, error));
}

gboolean
ion_draft_end (IonDb *db, gint64 number, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT draft_id, purpose, doubts_detail FROM campaign WHERE number = $1",
                    ION_VALUES (ion_int (number)), error);

  if (query == NULL)
    return FALSE;
  if (!ion_query_next (query, &failure) && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (ion_query_is_null (query, 0))
    return TRUE;
  return journal_beginning (db, number, query, id, error) &&
         ion_db_run (db, "DELETE FROM draft WHERE id = $1",
                     ION_VALUES (ion_text (ion_query_get_text (query, 0))), NULL, error) &&
         ion_db_run (db,
                     "UPDATE campaign SET made_of = draft_id, draft_id = NULL WHERE number = $1",
                     ION_VALUES (ion_int (number)), NULL, error);
}
