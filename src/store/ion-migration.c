/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The schema's way from version to version. A ledger is a record that nobody can make again, so:
 * a copy first, then everything in one transaction, and hands off what a newer program has made.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-migration.h"
#include "ion-sqlite.h"
#include "ion-store-resources.h"

#include <errno.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define RESOURCES "/org/comune/IONotifier/store/"

const IonMigration ion_ledger_migrations[] = {
  { 1, RESOURCES "001.sql", NULL },
  { 2, RESOURCES "002.sql", NULL },
  { 3, RESOURCES "003.sql", NULL },
};
const guint ion_ledger_n_migrations = G_N_ELEMENTS (ion_ledger_migrations);

/* TRUE with -1: an empty file. */
static gboolean
read_version (IonDb *db, gint64 *version, GError **error)
{
  gint64 application = 0, n_tables = 0;

  if (!ion_db_get_int (db, "PRAGMA application_id", ION_NO_VALUES, &application, error) ||
      !ion_db_get_int (db, "PRAGMA user_version", ION_NO_VALUES, version, error) ||
      !ion_db_get_int (db, "SELECT COUNT (*) FROM sqlite_schema", ION_NO_VALUES, &n_tables, error))
    return FALSE;
  if (application == ION_SQLITE_APPLICATION_ID)
    return TRUE;
  if (n_tables == 0 && *version == 0)
    {
      *version = -1;
      return TRUE;
    }
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_CORRUPT,
                       _ ("This file is a database, but not a ledger of this program."));
  return FALSE;
}

static gboolean
refuse_newer (gint64 version, gint64 newest, GError **error)
{
  if (version <= newest)
    return TRUE;
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_NEWER,
                       _ ("This ledger was made by a newer version of the program: update it, or "
                          "open an older copy of the ledger."));
  return FALSE;
}

gboolean
ion_migration_copy (IonDb *db, const char *file, GError **error)
{
  g_autoptr (IonDb) copy = NULL;

  if (!ion_sqlite_copy (db, file, error))
    return FALSE;
  copy = ion_sqlite_open (file, ION_SQLITE_WRITER, error);
  if (copy != NULL &&
      ion_db_run (copy, "UPDATE ledger SET is_copy = 1", ION_NO_VALUES, NULL, error) &&
      ion_db_run (copy, "PRAGMA journal_mode = DELETE", ION_NO_VALUES, NULL, error))
    return TRUE;
  g_clear_pointer (&copy, ion_db_close);
  g_unlink (file);
  return FALSE;
}

static gboolean
back_up (IonDb *db, const char *backups, gint64 version, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S%fZ");
  g_autofree char *name = g_strdup_printf ("ledger-v%" G_GINT64_FORMAT "-%s.db", version, stamp);
  g_autofree char *file = g_build_filename (backups, name, NULL);

  if (g_mkdir_with_parents (backups, 0700) != 0)
    {
      g_set_error (error, ION_STORE_ERROR,
                   errno == ENOSPC ? ION_STORE_ERROR_FULL : ION_STORE_ERROR_READ_ONLY, "%s: %s",
                   backups, g_strerror (errno));
      return FALSE;
    }
  return ion_migration_copy (db, file, error);
}

static gboolean
apply (IonDb *db, const IonMigration *migration, GError **error)
{
  static gsize is_registered = 0;
  g_autoptr (GBytes) sql = NULL;

  /* By hand: the constructor that would do it is dropped when a static library is linked. */
  if (g_once_init_enter (&is_registered))
    {
      ion_store_register_resource ();
      g_once_init_leave (&is_registered, 1);
    }
  if (migration->resource != NULL)
    {
      sql = g_resources_lookup_data (migration->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (sql == NULL || !ion_db_execute (db, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }
  return migration->func == NULL || migration->func (db, error);
}

static gboolean
apply_missing (IonDb *db, const IonMigration *migrations, guint n_migrations, GError **error)
{
  int newest = migrations[n_migrations - 1].version;
  g_autofree char *head = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                           ION_SQLITE_APPLICATION_ID, newest);
  gint64 version;

  /* Again, now that nobody else can migrate: another process may have been faster. */
  if (!read_version (db, &version, error) || !refuse_newer (version, newest, error))
    return FALSE;
  for (guint i = 0; i < n_migrations; i++)
    if (migrations[i].version > version && !apply (db, &migrations[i], error))
      return FALSE;
  return ion_db_execute (db, head, error);
}

gboolean
ion_migration_run (IonDb *db,
                   const char *backups,
                   const IonMigration *migrations,
                   guint n_migrations,
                   GError **error)
{
  gint64 version, newest;

  g_return_val_if_fail (db != NULL && n_migrations > 0, FALSE);

  newest = migrations[n_migrations - 1].version;
  if (!read_version (db, &version, error) || !refuse_newer (version, newest, error))
    return FALSE;
  if (version == newest)
    return TRUE;
  if (version > 0 && !back_up (db, backups, version, error))
    return FALSE;
  if (ion_db_begin (db, error) && apply_missing (db, migrations, n_migrations, error) &&
      ion_db_commit (db, error))
    return TRUE;
  ion_db_rollback (db);
  return FALSE;
}
