/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The services of the office. Their keys are elsewhere (the keyring): here is only how each key was
 * last seen.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"
#include "ion-ledger-services.h"

#include <glib/gi18n-lib.h>

#define COLUMNS                                                                           \
  "id, name, department, created_at, key_checked_at, key_state, key_slot, key_rotation, " \
  "key_refused_at"

typedef struct
{
  const char *id, *name, *department, *key_state;
  gint64 now;
} ServiceData;

void
ion_service_free (IonService *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->department);
  g_free (self->key_state);
  g_free (self->key_slot);
  g_free (self->key_rotation);
  g_free (self);
}

static IonService *
service_from_row (IonQuery *query)
{
  IonService *self = g_new0 (IonService, 1);

  self->id = ion_query_dup_text (query, 0);
  self->name = ion_query_dup_text (query, 1);
  self->department = ion_query_dup_text (query, 2);
  self->created_at = ion_query_get_int (query, 3);
  self->key_checked_at = ion_query_get_int (query, 4);
  self->key_state = ion_query_dup_text (query, 5);
  self->key_slot = ion_query_dup_text (query, 6);
  self->key_rotation = ion_query_dup_text (query, 7);
  self->key_refused_at = ion_query_get_int (query, 8);
  return self;
}

static gboolean
fail_not_found (const char *id, GError **error)
{
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
               _ ("There is no service called “%s”."), id);
  return FALSE;
}

static gboolean
add_service_cb (IonDb *db, gpointer data, GError **error)
{
  ServiceData *service = data;
  gint64 n_added;

  if (!ion_db_run (db,
                   "INSERT INTO service (id, name, department, created_at)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
                   ION_VALUES (ion_text (service->id), ion_text (service->name),
                               ion_text (service->department), ion_int (service->now)),
                   &n_added, error))
    return FALSE;
  if (n_added > 0)
    return ion_journal_add (db, "service-add", NULL, service->id, NULL, error);
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
               _ ("There is a service with the id “%s” already."), service->id);
  return FALSE;
}

gboolean
ion_ledger_add_service (IonLedger *self,
                        const char *id,
                        const char *name,
                        const char *department,
                        GError **error)
{
  ServiceData data = { .id = id, .name = name, .department = department, .now = ion_ledger_now () };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL && name != NULL, FALSE);

  return ion_ledger_write (self, add_service_cb, &data, error);
}

/* The id wins over names; a name counts when it is one service's only. */
IonService *
ion_ledger_get_service (IonLedger *self, const char *id_or_name, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (IonService) found = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && id_or_name != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT " COLUMNS " FROM service WHERE id = $1 OR name = $1"
                        " ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, id",
                        ION_VALUES (ion_text (id_or_name)), error);
  if (query == NULL)
    return NULL;
  while (ion_query_next (query, &failure))
    {
      if (found != NULL)
        {
          g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_AMBIGUOUS,
                       _ ("Several services are called “%s”: give the id."), id_or_name);
          return NULL;
        }
      found = service_from_row (query);
      if (g_str_equal (found->id, id_or_name))
        return g_steal_pointer (&found);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (found == NULL)
    fail_not_found (id_or_name, error);
  return g_steal_pointer (&found);
}

GPtrArray *
ion_ledger_list_services (IonLedger *self, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, "SELECT " COLUMNS " FROM service ORDER BY name, id",
                        ION_NO_VALUES, error);
  if (query == NULL)
    return NULL;
  services = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_service_free);
  while (ion_query_next (query, &failure))
    g_ptr_array_add (services, service_from_row (query));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&services);
}

static gboolean
note_key_state_cb (IonDb *db, gpointer data, GError **error)
{
  ServiceData *service = data;
  gint64 n_changed;

  if (!ion_db_run (db,
                   "UPDATE service SET key_state = $2, key_checked_at = $3,"
                   " key_refused_at = CASE WHEN COALESCE ($2, '') <> 'refused' THEN 0"
                   " WHEN key_refused_at > 0 THEN key_refused_at ELSE $3 END WHERE id = $1",
                   ION_VALUES (ion_text (service->id), ion_text (service->key_state),
                               ion_int (service->now)),
                   &n_changed, error))
    return FALSE;
  if (n_changed == 0)
    return fail_not_found (service->id, error);
  /* Who could be reached with another key, perhaps of another service, says nothing of this one. */
  return service->key_state != NULL ||
         ion_db_run (db, "DELETE FROM reach WHERE service_id = $1",
                     ION_VALUES (ion_text (service->id)), NULL, error);
}

/**
 * ion_ledger_note_key_state:
 * @key_state: (nullable): %NULL = a new key, of which nothing is known
 */
gboolean
ion_ledger_note_key_state (IonLedger *self,
                           const char *id,
                           const char *key_state,
                           gint64 now,
                           GError **error)
{
  ServiceData data = { .id = id, .key_state = key_state, .now = now };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, note_key_state_cb, &data, error);
}

/* Each changes one thing of a service that must be there. */
static gboolean
change (IonDb *db, const char *sql, const ServiceData *service, const char *to, GError **error)
{
  gint64 n_changed = 0;

  if (!ion_db_run (db, sql, ION_VALUES (ion_text (service->id), ion_text (to)), &n_changed, error))
    return FALSE;
  return n_changed > 0 || fail_not_found (service->id, error);
}

static gboolean
change_service_cb (IonDb *db, gpointer data, GError **error)
{
  const ServiceData *service = data;

  return change (db, "UPDATE service SET name = $2 WHERE id = $1", service, service->name, error) &&
         change (db, "UPDATE service SET department = $2 WHERE id = $1", service,
                 service->department, error) &&
         ion_journal_add (db, "service-change", NULL, service->id, NULL, error);
}

gboolean
ion_ledger_change_service (IonLedger *self,
                           const char *id,
                           const char *name,
                           const char *department,
                           GError **error)
{
  ServiceData data = { .id = id, .name = name, .department = department };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL && name != NULL, FALSE);

  return ion_ledger_write (self, change_service_cb, &data, error);
}

static gboolean
set_key_slot_cb (IonDb *db, gpointer data, GError **error)
{
  const ServiceData *service = data;

  return change (db, "UPDATE service SET key_slot = $2 WHERE id = $1", service, service->key_state,
                 error);
}

gboolean
ion_ledger_set_key_slot (IonLedger *self, const char *id, const char *slot, GError **error)
{
  ServiceData data = { .id = id, .key_state = slot };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, set_key_slot_cb, &data, error);
}

static gboolean
set_key_rotation_cb (IonDb *db, gpointer data, GError **error)
{
  const ServiceData *service = data;
  g_autofree char *detail = service->key_state != NULL
                                ? g_strdup_printf ("%s: %s", service->id, service->key_state)
                                : g_strdup (service->id);

  return change (db, "UPDATE service SET key_rotation = $2 WHERE id = $1", service,
                 service->key_state, error) &&
         ion_journal_add (db, "service-rotation", NULL, detail, NULL, error);
}

gboolean
ion_ledger_set_key_rotation (IonLedger *self, const char *id, const char *step, GError **error)
{
  ServiceData data = { .id = id, .key_state = step };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, set_key_rotation_cb, &data, error);
}

static gboolean
remove_service_cb (IonDb *db, gpointer data, GError **error)
{
  ServiceData *service = data;
  gint64 n_active, n_removed;

  if (!ion_db_get_int (db,
                       "SELECT COUNT (*) FROM campaign WHERE service_id = $1 AND state NOT IN ($2, "
                       "$3)",
                       ION_VALUES (ion_text (service->id), ion_int (ION_CAMPAIGN_DONE),
                                   ion_int (ION_CAMPAIGN_CANCELLED)),
                       &n_active, error))
    return FALSE;
  if (n_active > 0)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                           _ ("A campaign of this service is not finished: finish or cancel it "
                              "first."));
      return FALSE;
    }
  if (!ion_db_run (db, "DELETE FROM service WHERE id = $1", ION_VALUES (ion_text (service->id)),
                   &n_removed, error))
    return FALSE;
  if (n_removed == 0)
    return fail_not_found (service->id, error);
  return ion_db_run (db, "DELETE FROM reach WHERE service_id = $1",
                     ION_VALUES (ion_text (service->id)), NULL, error) &&
         ion_journal_add (db, "service-remove", NULL, service->id, NULL, error);
}

gboolean
ion_ledger_remove_service (IonLedger *self, const char *id, GError **error)
{
  ServiceData data = { .id = id };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, remove_service_cb, &data, error);
}
