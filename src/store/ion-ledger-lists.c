/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Lists of people under a name: a pilot group, the members of a council. Who is in them is sealed
 * like everybody else, and goes when the person is forgotten.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-lists.h"
#include "ion-ledger-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id, *name;
  IonPrint person;
  GBytes *sealed;
} ListData;

void
ion_person_list_free (IonPersonList *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

void
ion_listed_person_free (IonListedPerson *self)
{
  if (self == NULL)
    return;
  g_free (self->fiscal_code);
  g_free (self->label);
  g_free (self);
}

/* What the sealed people of a list are bound to. */
static char *
place_of (const char *list_id)
{
  return g_strdup_printf ("list:%s:", list_id);
}

static gboolean
fail_not_found (GError **error)
{
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
                       _ ("There is no such list: it was removed meanwhile."));
  return FALSE;
}

static gboolean
check_name (IonDb *db, const ListData *list, GError **error)
{
  gint64 n_others = 0;

  if (!ion_db_get_int (db, "SELECT COUNT (*) FROM person_list WHERE name = $1 AND id <> $2",
                       ION_VALUES (ion_text (list->name), ion_text (list->id)), &n_others, error))
    return FALSE;
  if (n_others == 0)
    return TRUE;
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
               _ ("There is a list called “%s” already."), list->name);
  return FALSE;
}

static gboolean
check_exists (IonDb *db, const char *id, GError **error)
{
  gint64 n_found = 0;

  if (!ion_db_get_int (db, "SELECT COUNT (*) FROM person_list WHERE id = $1",
                       ION_VALUES (ion_text (id)), &n_found, error))
    return FALSE;
  return n_found > 0 || fail_not_found (error);
}

static gboolean
add_list_cb (IonDb *db, gpointer data, GError **error)
{
  const ListData *list = data;

  return check_name (db, list, error) &&
         ion_db_run (db, "INSERT INTO person_list (id, name, created_at) VALUES ($1, $2, $3)",
                     ION_VALUES (ion_text (list->id), ion_text (list->name),
                                 ion_int (ion_ledger_now ())),
                     NULL, error) &&
         ion_journal_add (db, "list-add", NULL, list->name, NULL, error);
}

char *
ion_ledger_add_list (IonLedger *self, const char *name, GError **error)
{
  g_autofree char *id = ion_ledger_make_id ();
  ListData data = { .id = id, .name = name };

  g_return_val_if_fail (ION_IS_LEDGER (self) && name != NULL, NULL);

  return ion_ledger_write (self, add_list_cb, &data, error) ? g_steal_pointer (&id) : NULL;
}

static gboolean
rename_list_cb (IonDb *db, gpointer data, GError **error)
{
  const ListData *list = data;

  return check_exists (db, list->id, error) && check_name (db, list, error) &&
         ion_db_run (db, "UPDATE person_list SET name = $2 WHERE id = $1",
                     ION_VALUES (ion_text (list->id), ion_text (list->name)), NULL, error) &&
         ion_journal_add (db, "list-rename", NULL, list->name, NULL, error);
}

gboolean
ion_ledger_rename_list (IonLedger *self, const char *id, const char *name, GError **error)
{
  ListData data = { .id = id, .name = name };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL && name != NULL, FALSE);

  return ion_ledger_write (self, rename_list_cb, &data, error);
}

static gboolean
remove_list_cb (IonDb *db, gpointer data, GError **error)
{
  const ListData *list = data;
  gint64 n_removed = 0;

  if (!ion_db_run (db, "DELETE FROM person_list_entry WHERE list_id = $1",
                   ION_VALUES (ion_text (list->id)), NULL, error) ||
      !ion_db_run (db, "DELETE FROM person_list WHERE id = $1", ION_VALUES (ion_text (list->id)),
                   &n_removed, error))
    return FALSE;
  return n_removed > 0 ? ion_journal_add (db, "list-remove", NULL, NULL, NULL, error)
                       : fail_not_found (error);
}

gboolean
ion_ledger_remove_list (IonLedger *self, const char *id, GError **error)
{
  ListData data = { .id = id };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, remove_list_cb, &data, error);
}

GPtrArray *
ion_ledger_list_lists (IonLedger *self, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT id, name, created_at, (SELECT COUNT (*) FROM person_list_entry"
                        " WHERE list_id = person_list.id) FROM person_list ORDER BY name, id",
                        ION_NO_VALUES, error);
  if (query == NULL)
    return NULL;
  lists = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_person_list_free);
  while (ion_query_next (query, &failure))
    {
      IonPersonList *list = g_new0 (IonPersonList, 1);

      list->id = ion_query_dup_text (query, 0);
      list->name = ion_query_dup_text (query, 1);
      list->created_at = ion_query_get_int (query, 2);
      list->people = ion_query_get_int (query, 3);
      g_ptr_array_add (lists, list);
    }
  if (failure == NULL)
    return g_steal_pointer (&lists);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
add_person_cb (IonDb *db, gpointer data, GError **error)
{
  const ListData *list = data;

  return check_exists (db, list->id, error) &&
         ion_db_run (db,
                     "INSERT INTO person_list_entry (list_id, person, added_at, sealed)"
                     " VALUES ($1, $2, $3, $4)"
                     " ON CONFLICT (list_id, person) DO UPDATE SET sealed = excluded.sealed",
                     ION_VALUES (ion_text (list->id), ion_print (&list->person),
                                 ion_int (ion_ledger_now ()),
                                 ion_bytes (g_bytes_get_data (list->sealed, NULL),
                                            g_bytes_get_size (list->sealed))),
                     NULL, error) &&
         ion_journal_add (db, "list-person-add", NULL, NULL, NULL, error);
}

gboolean
ion_ledger_add_listed_person (IonLedger *self,
                              const char *list_id,
                              const char *fiscal_code,
                              const char *label,
                              GError **error)
{
  ListData data = { .id = list_id };
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *place = NULL;
  IonVault *vault;

  g_return_val_if_fail (ION_IS_LEDGER (self) && list_id != NULL && fiscal_code != NULL, FALSE);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return FALSE;
  place = place_of (list_id);
  data.sealed = sealed = ion_labelled_person_seal (vault, place, fiscal_code, label, &data.person);
  return ion_ledger_write (self, add_person_cb, &data, error);
}

static gboolean
remove_person_cb (IonDb *db, gpointer data, GError **error)
{
  const ListData *list = data;
  gint64 n_removed = 0;

  if (!ion_db_run (db, "DELETE FROM person_list_entry WHERE list_id = $1 AND person = $2",
                   ION_VALUES (ion_text (list->id), ion_print (&list->person)), &n_removed, error))
    return FALSE;
  if (n_removed > 0)
    return ion_journal_add (db, "list-person-remove", NULL, NULL, NULL, error);
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
                       _ ("This person is not in the list."));
  return FALSE;
}

gboolean
ion_ledger_remove_listed_person (IonLedger *self,
                                 const char *list_id,
                                 const char *fiscal_code,
                                 GError **error)
{
  ListData data = { .id = list_id };
  IonVault *vault;

  g_return_val_if_fail (ION_IS_LEDGER (self) && list_id != NULL && fiscal_code != NULL, FALSE);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return FALSE;
  ion_print_person (vault, fiscal_code, &data.person);
  return ion_ledger_write (self, remove_person_cb, &data, error);
}

GPtrArray *
ion_ledger_list_listed_people (IonLedger *self, const char *list_id, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *place = NULL;
  IonVault *vault;

  g_return_val_if_fail (ION_IS_LEDGER (self) && list_id != NULL, NULL);

  place = place_of (list_id);
  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT person, sealed FROM person_list_entry WHERE list_id = $1"
                        " ORDER BY added_at, person",
                        ION_VALUES (ion_text (list_id)), error);
  if (query == NULL)
    return NULL;
  people = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_listed_person_free);
  while (ion_query_next (query, &failure))
    {
      IonListedPerson *person = g_new0 (IonListedPerson, 1);

      g_ptr_array_add (people, person);
      if (!ion_labelled_person_open (query, vault, place, &person->fiscal_code, &person->label,
                                     error))
        return NULL;
    }
  if (failure == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
