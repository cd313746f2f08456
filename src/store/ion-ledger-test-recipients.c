/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The office's own people, the only ones that messages of test may go to. Sealed like everybody
 * else.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"
#include "ion-ledger-services.h"

#include <glib/gi18n-lib.h>

/* What the sealed people are bound to. */
#define PLACE "test:"

typedef struct
{
  IonPrint person;
  GBytes *sealed;
} TestData;

static gboolean
add_cb (IonDb *db, gpointer data, GError **error)
{
  TestData *test = data;

  return ion_db_run (db,
                     "INSERT INTO test_recipient (person, added_at, sealed) VALUES ($1, $2, $3)"
                     " ON CONFLICT (person) DO UPDATE SET sealed = excluded.sealed",
                     ION_VALUES (ion_print (&test->person), ion_int (ion_ledger_now ()),
                                 ion_bytes (g_bytes_get_data (test->sealed, NULL),
                                            g_bytes_get_size (test->sealed))),
                     NULL, error) &&
         ion_journal_add (db, "test-recipient-add", NULL, NULL, NULL, error);
}

/**
 * ion_ledger_add_test_recipient:
 * @label: (nullable): who it is, for the office
 *
 * One that is there already gets the new label.
 */
gboolean
ion_ledger_add_test_recipient (IonLedger *self,
                               const char *fiscal_code,
                               const char *label,
                               GError **error)
{
  g_autoptr (GBytes) sealed = NULL;
  IonVault *vault;
  TestData data;

  g_return_val_if_fail (ION_IS_LEDGER (self) && fiscal_code != NULL, FALSE);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return FALSE;
  data.sealed = sealed = ion_labelled_person_seal (vault, PLACE, fiscal_code, label, &data.person);
  return ion_ledger_write (self, add_cb, &data, error);
}

static gboolean
remove_cb (IonDb *db, gpointer data, GError **error)
{
  TestData *test = data;
  gint64 n_removed;

  if (!ion_db_run (db, "DELETE FROM test_recipient WHERE person = $1",
                   ION_VALUES (ion_print (&test->person)), &n_removed, error))
    return FALSE;
  if (n_removed > 0)
    return ion_journal_add (db, "test-recipient-remove", NULL, NULL, NULL, error);
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
                       _ ("This person is not on the list for messages of test."));
  return FALSE;
}

gboolean
ion_ledger_remove_test_recipient (IonLedger *self, const char *fiscal_code, GError **error)
{
  IonVault *vault;
  TestData data = { .sealed = NULL };

  g_return_val_if_fail (ION_IS_LEDGER (self) && fiscal_code != NULL, FALSE);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return FALSE;
  ion_print_person (vault, fiscal_code, &data.person);
  return ion_ledger_write (self, remove_cb, &data, error);
}

/* On doubt, not. */
gboolean
ion_ledger_is_test_recipient (IonLedger *self, const char *fiscal_code)
{
  g_auto (IonReader) reader = { self, NULL };
  IonVault *vault;
  IonPrint person;
  gint64 n_found = 0;

  g_return_val_if_fail (ION_IS_LEDGER (self) && fiscal_code != NULL, FALSE);

  vault = ion_ledger_get_vault (self);
  reader = ion_ledger_read (self, NULL);
  if (vault == NULL || reader.db == NULL)
    return FALSE;
  ion_print_person (vault, fiscal_code, &person);
  ion_db_get_int (reader.db, "SELECT COUNT (*) FROM test_recipient WHERE person = $1",
                  ION_VALUES (ion_print (&person)), &n_found, NULL);
  return n_found > 0;
}

GPtrArray *
ion_ledger_list_test_recipients (IonLedger *self, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) failure = NULL;
  IonVault *vault;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT person, sealed FROM test_recipient ORDER BY added_at, person",
                        ION_NO_VALUES, error);
  if (query == NULL)
    return NULL;
  people = g_ptr_array_new_with_free_func (g_free);
  while (ion_query_next (query, &failure))
    {
      char *fiscal_code, *label;

      if (!ion_labelled_person_open (query, vault, PLACE, &fiscal_code, &label, error))
        return NULL;
      g_ptr_array_add (people, fiscal_code);
      g_ptr_array_add (people, label);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&people);
}
