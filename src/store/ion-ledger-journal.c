/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who did what, when, for what purpose. Lines are only ever added, in the same transaction as what
 * they tell of, and hold no personal data.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-people.h"
#include "ion-ledger-private.h"

typedef struct
{
  const char *action, *campaign_id, *detail, *purpose;
} LineData;

void
ion_journal_entry_free (IonJournalEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->who);
  g_free (self->action);
  g_free (self->campaign_id);
  g_free (self->detail);
  g_free (self->purpose);
  g_free (self);
}

gboolean
ion_journal_add (IonDb *db,
                 const char *action,
                 const char *campaign_id,
                 const char *detail,
                 const char *purpose,
                 GError **error)
{
  return ion_db_run (db,
                     "INSERT INTO journal (at, who, action, campaign_id, detail, purpose)"
                     " VALUES ($1, $2, $3, $4, $5, $6)",
                     ION_VALUES (ion_int (ion_ledger_now ()), ion_text (g_get_user_name ()),
                                 ion_text (action), ion_text (campaign_id), ion_text (detail),
                                 ion_text (purpose)),
                     NULL, error);
}

static gboolean
write_cb (IonDb *db, gpointer data, GError **error)
{
  LineData *line = data;

  return ion_journal_add (db, line->action, line->campaign_id, line->detail, line->purpose, error);
}

gboolean
ion_ledger_write_journal (IonLedger *self,
                          const char *action,
                          const char *campaign_id,
                          const char *detail,
                          const char *purpose,
                          GError **error)
{
  LineData data = { action, campaign_id, detail, purpose };

  g_return_val_if_fail (ION_IS_LEDGER (self) && action != NULL, FALSE);

  return ion_ledger_write (self, write_cb, &data, error);
}

static IonJournalEntry *
entry_from_row (IonQuery *query)
{
  IonJournalEntry *entry = g_new0 (IonJournalEntry, 1);

  entry->at = ion_query_get_int (query, 0);
  entry->who = ion_query_dup_text (query, 1);
  entry->action = ion_query_dup_text (query, 2);
  entry->campaign_id = ion_query_dup_text (query, 3);
  entry->detail = ion_query_dup_text (query, 4);
  entry->purpose = ion_query_dup_text (query, 5);
  return entry;
}

/**
 * ion_ledger_read_journal:
 * @since: UTC seconds
 * @limit: at most so many, the newest
 *
 * Returns: (transfer full) (element-type IonJournalEntry): the oldest first
 */
GPtrArray *
ion_ledger_read_journal (IonLedger *self, gint64 since, guint limit, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT at, who, action, campaign_id, detail, purpose FROM (SELECT * FROM"
                        " journal WHERE at >= $1 ORDER BY id DESC LIMIT $2) AS newest ORDER BY id",
                        ION_VALUES (ion_int (since), ion_int (limit)), error);
  if (query == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_journal_entry_free);
  while (ion_query_next (query, &failure))
    g_ptr_array_add (entries, entry_from_row (query));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&entries);
}
