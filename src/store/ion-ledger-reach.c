/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who could be reached, remembered for a day by person and service: so that a campaign that was
 * checked before costs one call a person.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-deliveries.h"
#include "ion-ledger-private.h"

typedef struct
{
  IonVault *vault; /* (owned) */
  char *service_id, *language;
  gint64 delivery_id, now;
} ReachData;

static void
reach_data_free (gpointer data)
{
  ReachData *reach = data;

  ion_vault_unref (reach->vault);
  g_free (reach->service_id);
  g_free (reach->language);
  g_free (reach);
}

/* The row of somebody forgotten meanwhile is none to remember. */
static gboolean
find_person (IonDb *db, ReachData *reach, IonPrint *print, gboolean *is_known, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_auto (IonSealedPerson) person = { 0 };
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT sealed FROM delivery WHERE id = $1 AND sealed IS NOT NULL",
                    ION_VALUES (ion_int (reach->delivery_id)), error);
  const void *sealed;
  gsize size;

  *is_known = FALSE;
  if (query == NULL)
    return FALSE;
  if (!ion_query_next (query, &failure))
    {
      if (failure == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  sealed = ion_query_get_bytes (query, 0, &size);
  if (!ion_sealed_person_open (&person, reach->vault, reach->delivery_id, sealed, size, error))
    return FALSE;
  ion_print_person (reach->vault, person.fiscal_code, print);
  *is_known = TRUE;
  return TRUE;
}

static gboolean
note_reach_cb (IonDb *db, gpointer data, GError **error)
{
  ReachData *reach = data;
  gboolean is_known;
  IonPrint person;

  if (!find_person (db, reach, &person, &is_known, error))
    return FALSE;
  return !is_known ||
         ion_db_run (db,
                     "INSERT INTO reach (service_id, person, language, reached_at)"
                     " VALUES ($1, $2, $3, $4) ON CONFLICT (service_id, person) DO UPDATE"
                     " SET language = excluded.language, reached_at = excluded.reached_at",
                     ION_VALUES (ion_text (reach->service_id), ion_print (&person),
                                 ion_text (reach->language), ion_int (reach->now)),
                     NULL, error);
}

void
ion_ledger_note_reach (IonLedger *self,
                       const char *service_id,
                       gint64 delivery_id,
                       const char *language,
                       gint64 now)
{
  IonVault *vault;
  ReachData *data;

  g_return_if_fail (ION_IS_LEDGER (self) && service_id != NULL);

  vault = ion_ledger_get_vault (self);
  if (vault == NULL || !ion_ledger_check_open (self, NULL))
    return;
  data = g_new0 (ReachData, 1);
  data->vault = ion_vault_ref (vault);
  data->service_id = g_strdup (service_id);
  data->language = g_strdup (language);
  data->delivery_id = delivery_id;
  data->now = now;
  ion_writer_push (self->writer, note_reach_cb, data, reach_data_free, ION_WRITE_LAZY);
}
