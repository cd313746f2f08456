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
           const IonPrint *print,
           const char *template_name,
           gint64 *when,
           GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && print != NULL && template_name != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, sql, ION_VALUES (ion_print (print), ion_text (template_name)),
                        error);
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
  return find_same (self,
                    "SELECT id, started_at FROM campaign WHERE file_print = $1"
                    " AND template_name = $2 AND started_at > 0 AND staged_by = 0"
                    " ORDER BY started_at DESC LIMIT 1",
                    file_print, template_name, when, error);
}

char *
ion_ledger_find_same_rows (IonLedger *self,
                           const IonPrint *rows_print,
                           const char *template_name,
                           gint64 *when,
                           GError **error)
{
  return find_same (self,
                    "SELECT id, started_at FROM campaign WHERE rows_print = $1"
                    " AND template_name = $2 AND started_at > 0 AND staged_by = 0"
                    " ORDER BY started_at DESC LIMIT 1",
                    rows_print, template_name, when, error);
}
