/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the ledger knows about itself: the vault key's check, the settings of the office, the mark
 * by which an older or copied ledger is recognised, and whether everything is stopped.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define CHECK_TEXT "IO Notifier"

typedef struct
{
  IonVault *vault;
  const char *context;
} UnlockData;

/* FALSE with an error where there is a check and the key does not fit it. */
static gboolean
verify_check (IonDb *db, UnlockData *unlock, gboolean *has_check, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (IonQuery) query = NULL;
  const void *check;
  gsize size;

  query = ion_db_query (db, "SELECT vault_check FROM ledger WHERE only = 1", ION_NO_VALUES, error);
  if (query == NULL || !ion_query_next (query, error))
    return FALSE;
  *has_check = !ion_query_is_null (query, 0);
  if (!*has_check)
    return TRUE;
  check = ion_query_get_bytes (query, 0, &size);
  bytes = ion_vault_open (unlock->vault, check, size, unlock->context, NULL);
  if (bytes == NULL)
    g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED,
                         _ ("This vault key is not the one that the ledger was sealed with."));
  return bytes != NULL;
}

/* In one transaction: two programs that open a new ledger at once must not leave two keys. */
static gboolean
leave_check_cb (IonDb *db, gpointer data, GError **error)
{
  UnlockData *unlock = data;
  g_autoptr (GBytes) bytes = NULL;
  gboolean has_check;

  if (!verify_check (db, unlock, &has_check, error))
    return FALSE;
  if (has_check)
    return TRUE;
  bytes = ion_vault_seal (unlock->vault, CHECK_TEXT, strlen (CHECK_TEXT), unlock->context);
  return ion_db_run (db, "UPDATE ledger SET vault_check = $1 WHERE only = 1",
                     ION_VALUES (
                         ion_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))),
                     NULL, error);
}

/* Read first: opening should wait for nobody who is writing. */
static gboolean
check_key (IonLedger *self, UnlockData *unlock, gboolean *has_check, GError **error)
{
  g_auto (IonReader) reader = ion_ledger_read (self, error);

  return reader.db != NULL && verify_check (reader.db, unlock, has_check, error);
}

gboolean
ion_ledger_unlock (IonLedger *self, IonVault *vault, GError **error)
{
  g_autofree char *context = NULL;
  gboolean has_check = FALSE;
  UnlockData data;

  g_return_val_if_fail (ION_IS_LEDGER (self) && vault != NULL, FALSE);

  context = g_strconcat ("ledger:", self->id, NULL);
  data = (UnlockData){ vault, context };
  if (!check_key (self, &data, &has_check, error) ||
      (!has_check && !ion_ledger_write (self, leave_check_cb, &data, error)))
    return FALSE;
  g_mutex_lock (&self->mutex);
  /* Never replaced: others may be using it. A second one is the same key. */
  if (self->vault == NULL)
    self->vault = ion_vault_ref (vault);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

gboolean
ion_ledger_has_vault_check (IonLedger *self)
{
  g_auto (IonReader) reader = { self, NULL };
  gint64 has_check = 0;

  g_return_val_if_fail (ION_IS_LEDGER (self), TRUE);

  reader = ion_ledger_read (self, NULL);
  /* On doubt there is one: a new key would make what is sealed unreadable for ever. */
  if (reader.db == NULL ||
      !ion_db_get_int (reader.db, "SELECT COUNT (*) FROM ledger WHERE vault_check IS NOT NULL",
                       ION_NO_VALUES, &has_check, NULL))
    return TRUE;
  return has_check > 0;
}

IonVault *
ion_ledger_get_vault (IonLedger *self)
{
  IonVault *vault;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  g_mutex_lock (&self->mutex);
  vault = self->vault;
  g_mutex_unlock (&self->mutex);
  return vault;
}

IonVault *
ion_ledger_need_vault (IonLedger *self, GError **error)
{
  IonVault *vault = ion_ledger_get_vault (self);

  if (vault == NULL)
    g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_LOCKED,
                         _ ("The people in the ledger are sealed, and the vault key was not given: "
                            "unlock the keyring."));
  return vault;
}

char *
ion_ledger_get_setting (IonLedger *self, const char *key, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && key != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, "SELECT value FROM setting WHERE key = $1",
                        ION_VALUES (ion_text (key)), error);
  if (query == NULL || !ion_query_next (query, error))
    return NULL;
  return ion_query_dup_text (query, 0);
}

static gboolean
set_setting_cb (IonDb *db, gpointer data, GError **error)
{
  const char **pair = data;

  if (pair[1] == NULL)
    return ion_db_run (db, "DELETE FROM setting WHERE key = $1", ION_VALUES (ion_text (pair[0])),
                       NULL, error);
  return ion_db_run (db,
                     "INSERT INTO setting (key, value) VALUES ($1, $2)"
                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                     ION_VALUES (ion_text (pair[0]), ion_text (pair[1])), NULL, error);
}

/**
 * ion_ledger_set_setting:
 * @value: (nullable): %NULL takes the setting away
 */
gboolean
ion_ledger_set_setting (IonLedger *self, const char *key, const char *value, GError **error)
{
  const char *pair[] = { key, value };

  g_return_val_if_fail (ION_IS_LEDGER (self) && key != NULL, FALSE);

  return ion_ledger_write (self, set_setting_cb, pair, error);
}

gboolean
ion_ledger_get_mark (IonLedger *self, IonLedgerMark *mark, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && mark != NULL, FALSE);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return FALSE;
  query = ion_db_query (reader.db, "SELECT generation, is_copy FROM ledger WHERE only = 1",
                        ION_NO_VALUES, error);
  if (query == NULL || !ion_query_next (query, error))
    return FALSE;
  mark->generation = ion_query_get_int (query, 0);
  mark->is_copy = ion_query_get_int (query, 1) != 0;
  return TRUE;
}

static gboolean
bump_mark_cb (IonDb *db, gpointer data, GError **error)
{
  gint64 *generation = data;

  return ion_db_run (db,
                     "UPDATE ledger SET is_copy = 0, generation = 1 + CASE"
                     " WHEN generation > $1 THEN generation ELSE $1 END WHERE only = 1",
                     ION_VALUES (ion_int (*generation)), NULL, error) &&
         ion_db_get_int (db, "SELECT generation FROM ledger WHERE only = 1", ION_NO_VALUES,
                         generation, error);
}

gint64
ion_ledger_bump_mark (IonLedger *self, gint64 at_least, GError **error)
{
  gint64 generation = at_least;

  g_return_val_if_fail (ION_IS_LEDGER (self), -1);

  return ion_ledger_write (self, bump_mark_cb, &generation, error) ? generation : -1;
}

static gboolean
set_stopped_cb (IonDb *db, gpointer data, GError **error)
{
  gboolean is_stopped = GPOINTER_TO_INT (data);

  return ion_db_run (db, "UPDATE ledger SET is_stopped = $1 WHERE only = 1",
                     ION_VALUES (ion_int (is_stopped)), NULL, error) &&
         ion_journal_add (db, is_stopped ? "office-stop" : "office-start", NULL, NULL, NULL, error);
}

gboolean
ion_ledger_set_stopped (IonLedger *self, gboolean stopped, GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self), FALSE);

  return ion_ledger_write (self, set_stopped_cb, GINT_TO_POINTER (stopped != FALSE), error);
}

gboolean
ion_ledger_is_stopped (IonLedger *self)
{
  g_auto (IonReader) reader = { self, NULL };
  gint64 is_stopped = 1;

  g_return_val_if_fail (ION_IS_LEDGER (self), TRUE);

  /* What cannot be read is stopped. */
  reader = ion_ledger_read (self, NULL);
  if (reader.db != NULL)
    ion_db_get_int (reader.db, "SELECT is_stopped FROM ledger WHERE only = 1", ION_NO_VALUES,
                    &is_stopped, NULL);
  return is_stopped != 0;
}
