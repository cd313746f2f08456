/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The journal as a person reads it: what fits a filter, and a page of it at a time.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-journal-lines.h"

#include "ion-ledger-private.h"

#include <string.h>

void
ion_journal_line_free (IonJournalLine *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->entry, ion_journal_entry_free);
  g_free (self->campaign_name);
  g_free (self->service_name);
  g_free (self);
}

/* What is looked for; its case is folded here, since the engines of SQL differ on it. */
static char *
fold (const char *text)
{
  return text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
}

static gboolean
column_holds (IonQuery *query, int column, const char *folded)
{
  g_autofree char *text = fold (ion_query_get_text (query, column));

  return text != NULL && strstr (text, folded) != NULL;
}

/* Columns 2 to 5 are what a person reads of a line. */
static gboolean
has_text (IonQuery *query, const char *folded)
{
  if (folded == NULL)
    return TRUE;
  for (int column = 2; column <= 5; column++)
    if (column_holds (query, column, folded))
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted (const IonJournalFilter *filter, const char *action)
{
  return filter->actions == NULL || g_strv_contains (filter->actions, action);
}

GArray *
ion_ledger_find_journal_lines (IonLedger *self,
                               const IonJournalFilter *filter,
                               GCancellable *cancellable,
                               GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && filter != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  text = fold (filter->text);
  query = ion_db_query (reader.db,
                        "SELECT j.id, j.action, c.name, j.detail, j.purpose, j.who FROM journal j"
                        " LEFT JOIN campaign c ON c.id = j.campaign_id"
                        " WHERE j.at >= $1 AND j.at < $2"
                        " AND (CAST ($3 AS TEXT) IS NULL OR j.who = $3)"
                        " ORDER BY j.id DESC",
                        ION_VALUES (ion_int (filter->since),
                                    ion_int (filter->until > 0 ? filter->until : G_MAXINT64),
                                    ion_text (filter->who)),
                        error);
  if (query == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (ion_query_next (query, &failure))
    {
      gint64 id = ion_query_get_int (query, 0);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (is_wanted (filter, ion_query_get_text (query, 1)) && has_text (query, text))
        g_array_append_val (ids, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&ids);
}

static IonJournalLine *
line_from_row (IonQuery *query)
{
  IonJournalLine *line = g_new0 (IonJournalLine, 1);

  line->entry = g_new0 (IonJournalEntry, 1);
  line->entry->at = ion_query_get_int (query, 0);
  line->entry->who = ion_query_dup_text (query, 1);
  line->entry->action = ion_query_dup_text (query, 2);
  line->entry->campaign_id = ion_query_dup_text (query, 3);
  line->entry->detail = ion_query_dup_text (query, 4);
  line->entry->purpose = ion_query_dup_text (query, 5);
  line->campaign_name = ion_query_dup_text (query, 6);
  line->service_name = ion_query_dup_text (query, 7);
  return line;
}

GPtrArray *
ion_ledger_read_journal_lines (IonLedger *self, const gint64 *ids, gsize n_ids, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_journal_line_free);
  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (IonQuery) query = NULL;
      g_autoptr (GError) failure = NULL;

      query = ion_db_query (reader.db,
                            "SELECT j.at, j.who, j.action, j.campaign_id, j.detail, j.purpose,"
                            " c.name, s.name FROM journal j"
                            " LEFT JOIN campaign c ON c.id = j.campaign_id"
                            " LEFT JOIN service s ON s.id = j.detail"
                            " WHERE j.id = $1",
                            ION_VALUES (ion_int (ids[i])), error);
      if (query == NULL)
        return NULL;
      if (ion_query_next (query, &failure))
        g_ptr_array_add (lines, line_from_row (query));
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_steal_pointer (&lines);
}

char **
ion_ledger_list_journal_people (IonLedger *self, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GStrvBuilder) people = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, "SELECT DISTINCT who FROM journal ORDER BY who", ION_NO_VALUES,
                        error);
  if (query == NULL)
    return NULL;
  people = g_strv_builder_new ();
  while (ion_query_next (query, &failure))
    g_strv_builder_add (people, ion_query_get_text (query, 0));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_strv_builder_end (people);
}
