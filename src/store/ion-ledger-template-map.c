/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whoever sends every month from the same program's export says only once which column is which:
 * what was said is kept with the template's name, and goes when the template goes.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"
#include "ion-ledger-services.h"

#include <string.h>

/* A column serves one field: what was said of it before is replaced, whichever of the two it was
 * about. */
static gboolean
put_pair (IonDb *db, const char *template_name, const char *pair, GError **error)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *field = NULL;

  g_return_val_if_fail (equals != NULL, TRUE);

  field = g_strndup (pair, (gsize) (equals - pair));
  return ion_db_run (db,
                     "DELETE FROM template_map WHERE template_name = $1"
                     " AND (field = $2 OR column_name = $3)",
                     ION_VALUES (ion_text (template_name), ion_text (field), ion_text (equals + 1)),
                     NULL, error) &&
         ion_db_run (db,
                     "INSERT INTO template_map (template_name, field, column_name)"
                     " VALUES ($1, $2, $3)",
                     ION_VALUES (ion_text (template_name), ion_text (field), ion_text (equals + 1)),
                     NULL, error);
}

gboolean
ion_template_map_put (IonDb *db,
                      const char *template_name,
                      const char *const *pairs,
                      GError **error)
{
  for (gsize i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      if (!put_pair (db, template_name, pairs[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ion_template_map_remove (IonDb *db, const char *template_name, gint64 *n_removed, GError **error)
{
  return ion_db_run (db, "DELETE FROM template_map WHERE template_name = $1",
                     ION_VALUES (ion_text (template_name)), n_removed, error);
}

char **
ion_ledger_list_template_map (IonLedger *self, const char *template_name, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && template_name != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT field, column_name FROM template_map WHERE template_name = $1"
                        " ORDER BY field",
                        ION_VALUES (ion_text (template_name)), error);
  if (query == NULL)
    return NULL;
  pairs = g_ptr_array_new_with_free_func (g_free);
  while (ion_query_next (query, &failure))
    g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", ion_query_get_text (query, 0),
                                             ion_query_get_text (query, 1)));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_add (pairs, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&pairs), FALSE);
}
