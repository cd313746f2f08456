/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whether a file was sent before: the very file, or the same rows in another one. Only fingerprints
 * are compared.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-import.h"
#include "ion-ledger-private.h"

/* Returns: (transfer full) (nullable): the campaign that @sql finds */
static char *
find_same (IonLedger *self,
           const char *sql,
           const IonValue *values,
           gsize n_values,
           gint64 *when,
           GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, sql, values, n_values, error);
  if (query == NULL || !ion_query_next (query, error))
    return NULL;
  if (when != NULL)
    *when = ion_query_get_int (query, 1);
  return ion_query_dup_text (query, 0);
}

char *
ion_ledger_find_same_file (IonLedger *self,
                           const IonPrint *file_print,
                           const char *template_name,
                           gint64 *when,
                           GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self) && file_print != NULL && template_name != NULL, NULL);

  return find_same (self,
                    "SELECT id, started_at FROM campaign WHERE file_print = $1"
                    " AND template_name = $2 AND started_at > 0 AND staged_by = 0"
                    " ORDER BY started_at DESC LIMIT 1",
                    ION_VALUES (ion_print (file_print), ion_text (template_name)), when, error);
}

char *
ion_ledger_find_same_rows (IonLedger *self,
                           const IonPrint *rows_print,
                           const char *template_name,
                           gint64 *when,
                           GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self) && rows_print != NULL && template_name != NULL, NULL);

  return find_same (self,
                    "SELECT id, started_at FROM campaign WHERE rows_print = $1"
                    " AND template_name = $2 AND started_at > 0 AND staged_by = 0"
                    " ORDER BY started_at DESC LIMIT 1",
                    ION_VALUES (ion_print (rows_print), ion_text (template_name)), when, error);
}

char *
ion_ledger_find_sent_alike (IonLedger *self, const char *id, gint64 *when, GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, NULL);

  return find_same (self,
                    "SELECT other.id, other.started_at FROM campaign AS mine"
                    " JOIN campaign AS other ON other.template_name = mine.template_name"
                    " AND (other.file_print = mine.file_print OR other.rows_print = "
                    "mine.rows_print)"
                    " WHERE mine.id = $1 AND other.id <> mine.id"
                    " AND other.started_at > 0 AND other.staged_by = 0"
                    " ORDER BY other.started_at DESC LIMIT 1",
                    ION_VALUES (ion_text (id)), when, error);
}
