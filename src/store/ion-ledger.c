/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Opening and closing the ledger, and the connections that everything else uses: one that writes,
 * in its own thread, as many readers as are reading at once, and a small file beside it for the
 * pace, whose loss means nothing.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-filesystem.h"
#include "ion-ledger-private.h"
#include "ion-ledger-pace-private.h"
#include "ion-migration.h"
#include "ion-sqlite.h"

#include <errno.h>
#include <string.h>

#include <sys/stat.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* As many as read at once when all that the window does is under way: opening another one takes
 * longer than most readings. */
#define READERS_KEPT 8

G_DEFINE_FINAL_TYPE (IonLedger, ion_ledger, G_TYPE_OBJECT)

static void
close_connections (IonLedger *self)
{
  g_clear_pointer (&self->writer, ion_writer_free);
  g_clear_pointer (&self->pacer, ion_writer_free);
  g_mutex_lock (&self->mutex);
  g_queue_clear_full (&self->readers, (GDestroyNotify) ion_db_close);
  g_mutex_unlock (&self->mutex);
  g_mutex_lock (&self->watch_mutex);
  g_clear_pointer (&self->watch, ion_db_close);
  g_mutex_unlock (&self->watch_mutex);
  g_clear_pointer (&self->owner, ion_owner_free);
}

static void
ion_ledger_finalize (GObject *object)
{
  IonLedger *self = ION_LEDGER (object);

  close_connections (self);
  g_clear_pointer (&self->vault, ion_vault_unref);
  g_free (self->folder);
  g_free (self->file);
  g_free (self->id);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->watch_mutex);
  G_OBJECT_CLASS (ion_ledger_parent_class)->finalize (object);
}

static void
ion_ledger_class_init (IonLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_ledger_finalize;
}

static void
ion_ledger_init (IonLedger *self)
{
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->watch_mutex);
  g_queue_init (&self->readers);
}

static gboolean
fail_with_errno (int saved, const char *path, GError **error)
{
  IonStoreError code = saved == ENOENT                      ? ION_STORE_ERROR_NOT_FOUND
                       : saved == ENOSPC || saved == EDQUOT ? ION_STORE_ERROR_FULL
                       : saved == EROFS || saved == EACCES || saved == EPERM || saved == ENOTDIR
                           ? ION_STORE_ERROR_READ_ONLY
                           : ION_STORE_ERROR_FAILED;

  g_set_error (error, ION_STORE_ERROR, code, "%s: %s", path, g_strerror (saved));
  return FALSE;
}

static gboolean
check_folder (IonLedger *self, IonLedgerFlags flags, GError **error)
{
  gboolean has_file = g_file_test (self->file, G_FILE_TEST_EXISTS);

  if (flags & ION_LEDGER_CREATE && has_file)
    {
      g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
                   _ ("There is an office in this folder already: %s"), self->folder);
      return FALSE;
    }
  if (flags & ION_LEDGER_CREATE && g_mkdir_with_parents (self->folder, 0700) != 0)
    return fail_with_errno (errno, self->folder, error);
  if (!(flags & ION_LEDGER_CREATE) && !has_file)
    {
      g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
                   _ ("There is no office in this folder: %s"), self->folder);
      return FALSE;
    }
  /* Before the engine touches anything there. */
  if (!ion_filesystem_check (self->folder, error))
    return FALSE;
  if (g_access (self->folder, W_OK) != 0 || (has_file && g_access (self->file, W_OK) != 0))
    {
      g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_READ_ONLY,
                   _ ("The folder of the office cannot be written: %s"), self->folder);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_id (IonLedger *self, IonDb *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT id FROM ledger WHERE only = 1", ION_NO_VALUES, error);

  if (query == NULL)
    return FALSE;
  if (ion_query_next (query, &failure))
    self->id = ion_query_dup_text (query, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The row that says what this ledger is; made with it. Read first: opening should wait for nobody
 * who is writing. */
static gboolean
read_identity (IonLedger *self, IonDb *db, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();

  if (!read_id (self, db, error))
    return FALSE;
  if (self->id != NULL)
    return TRUE;
  return ion_db_run (db,
                     "INSERT INTO ledger (only, id, created_at) VALUES (1, $1, $2)"
                     " ON CONFLICT (only) DO NOTHING",
                     ION_VALUES (ion_text (uuid), ion_int (ion_ledger_now ())), NULL, error) &&
         read_id (self, db, error);
}

static gboolean
open_connections (IonLedger *self, IonLedgerFlags flags, gboolean *is_made, GError **error)
{
  gboolean is_new = (flags & ION_LEDGER_CREATE) != 0;
  g_autofree char *owners = g_build_filename (self->folder, "owners.lock", NULL);
  g_autofree char *backups = ion_ledger_get_backups (self);
  g_autoptr (IonDb) db = NULL;
  IonDb *pace;

  self->owner = ion_owner_new (owners, error);
  if (self->owner == NULL)
    return FALSE;
  db = ion_sqlite_open (self->file, is_new ? ION_SQLITE_CREATE | ION_SQLITE_NEW : ION_SQLITE_WRITER,
                        error);
  /* Of two programs that make it at once, one has. */
  *is_made = is_new && !g_error_matches (*error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  if (db == NULL ||
      !ion_migration_run (db, backups, ion_ledger_migrations, ion_ledger_n_migrations, error) ||
      !read_identity (self, db, error))
    return FALSE;
  self->watch = ion_sqlite_open (self->file, ION_SQLITE_READER, error);
  if (self->watch == NULL)
    return FALSE;
  pace = ion_pace_open (self->folder, error);
  if (pace == NULL)
    return FALSE;
  self->pacer = ion_writer_new (pace, "ion-pace");
  self->writer = ion_writer_new (g_steal_pointer (&db), "ion-ledger");
  return TRUE;
}

/* A ledger that could not be made completely must not stand in the way of the next attempt. */
static void
remove_unfinished (IonLedger *self)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  close_connections (self);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (self->file, endings[i], NULL);

      g_unlink (file);
    }
}

IonLedger *
ion_ledger_open (const char *folder, IonLedgerFlags flags, GError **error)
{
  g_autoptr (IonLedger) self = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean is_made = FALSE;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (ION_TYPE_LEDGER, NULL);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->file = g_build_filename (self->folder, "ledger.db", NULL);
  if (!check_folder (self, flags, error))
    return NULL;
  if (!open_connections (self, flags, &is_made, &failure))
    {
      if (is_made)
        remove_unfinished (self);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (!ion_import_remove_leftovers (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
ion_ledger_get_folder (IonLedger *self)
{
  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);
  return self->folder;
}

const char *
ion_ledger_get_id (IonLedger *self)
{
  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);
  return self->id;
}

gboolean
ion_ledger_check_open (IonLedger *self, GError **error)
{
  if (self->writer != NULL)
    return TRUE;
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED,
                       _ ("The ledger has been closed."));
  return FALSE;
}

IonReader
ion_ledger_read (IonLedger *self, GError **error)
{
  IonReader reader = { self, NULL };

  if (!ion_ledger_check_open (self, error))
    return reader;
  g_mutex_lock (&self->mutex);
  reader.db = g_queue_pop_head (&self->readers);
  g_mutex_unlock (&self->mutex);
  if (reader.db == NULL)
    reader.db = ion_sqlite_open (self->file, ION_SQLITE_READER, error);
  return reader;
}

void
ion_reader_clear (IonReader *reader)
{
  IonLedger *self = reader->ledger;

  if (reader->db == NULL)
    return;
  g_mutex_lock (&self->mutex);
  if (self->readers.length < READERS_KEPT)
    g_queue_push_head (&self->readers, g_steal_pointer (&reader->db));
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&reader->db, ion_db_close);
}

gboolean
ion_ledger_write (IonLedger *self, IonWriteFunc func, gpointer data, GError **error)
{
  return ion_ledger_check_open (self, error) &&
         ion_writer_run (self->writer, func, data, ION_WRITE_DEFAULT, error);
}

gboolean
ion_ledger_write_alone (IonLedger *self, IonWriteFunc func, gpointer data, GError **error)
{
  return ion_ledger_check_open (self, error) &&
         ion_writer_run (self->writer, func, data, ION_WRITE_ALONE, error);
}

gint64
ion_ledger_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

char *
ion_ledger_get_backups (IonLedger *self)
{
  return g_build_filename (self->folder, "backups", NULL);
}

gint64
ion_ledger_get_data_version (IonLedger *self)
{
  gint64 version = 0;

  g_return_val_if_fail (ION_IS_LEDGER (self), 0);

  g_mutex_lock (&self->watch_mutex);
  if (self->watch != NULL)
    version = ion_sqlite_get_data_version (self->watch);
  g_mutex_unlock (&self->watch_mutex);
  return version;
}

gboolean
ion_ledger_backup (IonLedger *self, const char *file, GError **error)
{
  g_autoptr (IonDb) db = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && file != NULL, FALSE);

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
                   _ ("There is a file of this name already: %s"), file);
      return FALSE;
    }
  /* A connection of its own: those for reading refuse this too, and it may take long. The copy has
   * another name until it is whole and marked. */
  db = ion_sqlite_open (self->file, ION_SQLITE_WRITER, error);
  part = g_strconcat (file, ".part", NULL);
  if (db == NULL || !ion_migration_copy (db, part, error))
    return FALSE;
  if (g_rename (part, file) == 0)
    return TRUE;
  fail_with_errno (errno, file, error);
  g_unlink (part);
  return FALSE;
}

/* Waits for all that was asked for before. */
static gboolean
drain_cb (IonDb *db, gpointer data, GError **error)
{
  return TRUE;
}

gboolean
ion_ledger_close (IonLedger *self, GError **error)
{
  gboolean is_written;

  g_return_val_if_fail (ION_IS_LEDGER (self), FALSE);

  if (self->writer == NULL)
    return TRUE;
  is_written = ion_ledger_write (self, drain_cb, NULL, error);
  close_connections (self);
  return is_written;
}
