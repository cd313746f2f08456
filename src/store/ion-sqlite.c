/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * SQLite behind ion-db.h: the only file that knows it. Opening is strict (no file where one was
 * expected, a file that cannot be written and a file that is no ledger are told apart), and each of
 * the engine's many errors becomes the one that a person can act upon.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define BUSY_TIMEOUT_US (10 * G_USEC_PER_SEC)
#define BUSY_LOOK_US    500

typedef struct
{
  IonDb parent;
  sqlite3 *handle;         /* (owned) */
  const char *synchronous; /* of commits that are to be durable */
} IonSqlite;

/* A prepared statement, and where each of its parameters stands. */
typedef struct
{
  sqlite3_stmt *handle; /* (owned) */
  int n_parameters;
  int *indexes; /* (owned) (nullable): of "$1", "$2", ... */
} Statement;

static IonSqlite *
ion_sqlite (IonDb *db)
{
  return (IonSqlite *) db;
}

static sqlite3_stmt *
handle_of (gpointer statement)
{
  return ((Statement *) statement)->handle;
}

static gboolean
is_full (sqlite3 *handle, int code)
{
  int system = handle != NULL ? sqlite3_system_errno (handle) : 0;

  return (code & 0xff) == SQLITE_FULL ||
         ((code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT));
}

static IonStoreError
to_store_error (sqlite3 *handle, int code)
{
  if (is_full (handle, code))
    return ION_STORE_ERROR_FULL;
  switch (code & 0xff)
    {
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ION_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return handle != NULL && sqlite3_system_errno (handle) == ENOENT ? ION_STORE_ERROR_NOT_FOUND
                                                                       : ION_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ION_STORE_ERROR_CORRUPT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ION_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return ION_STORE_ERROR_EXISTS;
    default:
      return ION_STORE_ERROR_FAILED;
    }
}

static const char *
explain (IonStoreError code)
{
  switch ((guint) code)
    {
    case ION_STORE_ERROR_FULL:
      return _ ("There is no space left on the disk. Nothing was lost: make room and go on.");
    case ION_STORE_ERROR_READ_ONLY:
      return _ ("The ledger cannot be written: check the permissions of its folder.");
    case ION_STORE_ERROR_NOT_FOUND:
      return _ ("There is no ledger in this folder.");
    case ION_STORE_ERROR_CORRUPT:
      return _ ("The ledger is damaged, or is not a ledger: restore it from a copy.");
    case ION_STORE_ERROR_BUSY:
      return _ ("Another program is holding the ledger: try again in a moment.");
    case ION_STORE_ERROR_EXISTS:
      return _ ("It is there already.");
    default:
      return NULL;
    }
}

/* The engine's own words never hold a parameter's value, so that they may be shown. */
static gboolean
fail (sqlite3 *handle, int code, GError **error)
{
  IonStoreError store = to_store_error (handle, code);
  const char *words = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  if (explain (store) != NULL)
    g_set_error_literal (error, ION_STORE_ERROR, store, explain (store));
  else
    g_set_error (error, ION_STORE_ERROR, store, _ ("The ledger did not accept this: %s"), words);
  g_debug ("SQLite: %d %s", code, words);
  return FALSE;
}

static void
sqlite_close (IonDb *db)
{
  sqlite3_close_v2 (ion_sqlite (db)->handle);
  g_free (db);
}

static gboolean
sqlite_execute (IonDb *db, const char *script, GError **error)
{
  sqlite3 *handle = ion_sqlite (db)->handle;
  int code = sqlite3_exec (handle, script, NULL, NULL, NULL);

  return code == SQLITE_OK || fail (handle, sqlite3_extended_errcode (handle), error);
}

static gboolean
sqlite_in_transaction (IonDb *db)
{
  return !sqlite3_get_autocommit (ion_sqlite (db)->handle);
}

/* With NORMAL the log is synced before it is worked into the file, and whole with the next commit
 * that is: what is there is in order, and in the order in which it was written. */
static gboolean
sqlite_set_durable (IonDb *db, gboolean is_durable, GError **error)
{
  g_autofree char *pragma =
      g_strconcat ("PRAGMA synchronous = ",
                   is_durable || g_str_equal (ion_sqlite (db)->synchronous, "OFF")
                       ? ion_sqlite (db)->synchronous
                       : "NORMAL",
                   NULL);

  return sqlite_execute (db, pragma, error);
}

static gint64
sqlite_get_changes (IonDb *db)
{
  return sqlite3_changes64 (ion_sqlite (db)->handle);
}

/* SQLite numbers "$2" by where it appears first, not by its digit: hence by name. */
static Statement *
statement_new (sqlite3_stmt *handle)
{
  Statement *self = g_new0 (Statement, 1);

  self->handle = handle;
  self->n_parameters = sqlite3_bind_parameter_count (handle);
  self->indexes = g_new (int, self->n_parameters);
  for (int i = 0; i < self->n_parameters; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "$%d", i + 1);
      self->indexes[i] = sqlite3_bind_parameter_index (handle, name);
      if (self->indexes[i] == 0)
        g_error ("No parameter %s: %s", name, sqlite3_sql (handle));
    }
  return self;
}

static gpointer
sqlite_prepare (IonDb *db, const char *sql, GError **error)
{
  sqlite3 *handle = ion_sqlite (db)->handle;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      fail (handle, sqlite3_extended_errcode (handle), error);
      return NULL;
    }
  return statement_new (statement);
}

static int
bind_value (sqlite3_stmt *statement,
            int index,
            const IonValue *value,
            sqlite3_destructor_type keeping)
{
  switch (value->type)
    {
    case ION_VALUE_INT:
      return sqlite3_bind_int64 (statement, index, value->integer);
    case ION_VALUE_TEXT:
      return sqlite3_bind_text64 (statement, index, value->data, value->size, keeping, SQLITE_UTF8);
    case ION_VALUE_BYTES:
      return sqlite3_bind_blob64 (statement, index, value->data, value->size, keeping);
    case ION_VALUE_NULL:
    default:
      return sqlite3_bind_null (statement, index);
    }
}

static gboolean
sqlite_bind (IonDb *db,
             gpointer statement,
             const IonValue *values,
             gsize n_values,
             gboolean is_lasting,
             GError **error)
{
  const Statement *self = statement;
  sqlite3_destructor_type keeping = is_lasting ? SQLITE_STATIC : SQLITE_TRANSIENT;

  if ((gsize) self->n_parameters != n_values)
    g_error ("%d parameters, %" G_GSIZE_FORMAT " values: %s", self->n_parameters, n_values,
             sqlite3_sql (self->handle));
  for (gsize i = 0; i < n_values; i++)
    {
      int code = bind_value (self->handle, self->indexes[i], &values[i], keeping);

      if (code != SQLITE_OK)
        return fail (ion_sqlite (db)->handle, code, error);
    }
  return TRUE;
}

static gboolean
sqlite_step (IonDb *db, gpointer statement, GError **error)
{
  sqlite3 *handle = ion_sqlite (db)->handle;

  switch (sqlite3_step (handle_of (statement)))
    {
    case SQLITE_ROW:
      return TRUE;
    case SQLITE_DONE:
      return FALSE;
    default:
      return fail (handle, sqlite3_extended_errcode (handle), error);
    }
}

static void
sqlite_reset (gpointer statement)
{
  sqlite3_reset (handle_of (statement));
  sqlite3_clear_bindings (handle_of (statement));
}

static void
sqlite_finalize (gpointer statement)
{
  Statement *self = statement;

  sqlite3_finalize (self->handle);
  g_free (self->indexes);
  g_free (self);
}

static gint64
sqlite_get_int (gpointer statement, int column)
{
  return sqlite3_column_int64 (handle_of (statement), column);
}

static const char *
sqlite_get_text (gpointer statement, int column)
{
  return (const char *) sqlite3_column_text (handle_of (statement), column);
}

static const void *
sqlite_get_bytes (gpointer statement, int column, gsize *size)
{
  const void *bytes = sqlite3_column_blob (handle_of (statement), column);

  *size = (gsize) sqlite3_column_bytes (handle_of (statement), column);
  return bytes;
}

static gboolean
sqlite_is_null (gpointer statement, int column)
{
  return sqlite3_column_type (handle_of (statement), column) == SQLITE_NULL;
}

static const IonDbEngine sqlite_engine = {
  /* Takes the lock for writing at once: a transaction that has read never has to be begun again. */
  .begin_write = "BEGIN IMMEDIATE",
  .close = sqlite_close,
  .execute = sqlite_execute,
  .in_transaction = sqlite_in_transaction,
  .set_durable = sqlite_set_durable,
  .get_changes = sqlite_get_changes,
  .prepare = sqlite_prepare,
  .bind = sqlite_bind,
  .step = sqlite_step,
  .reset = sqlite_reset,
  .finalize = sqlite_finalize,
  .get_int = sqlite_get_int,
  .get_text = sqlite_get_text,
  .get_bytes = sqlite_get_bytes,
  .is_null = sqlite_is_null,
};

/* Ours before SQLite makes it, so that it never exists with looser permissions. */
static gboolean
create_file (const char *file, int flags, GError **error)
{
  int saved, fd = g_open (file, O_RDWR | O_CREAT | O_CLOEXEC | flags, 0600);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  saved = errno;
  if (saved == EEXIST)
    g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
                 _ ("There is a file of this name already: %s"), file);
  else if (saved == ENOSPC || saved == EDQUOT)
    g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_FULL,
                         explain (ION_STORE_ERROR_FULL));
  else if (saved == EROFS || saved == EACCES || saved == EPERM)
    g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_READ_ONLY,
                         explain (ION_STORE_ERROR_READ_ONLY));
  else
    g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED, "%s: %s", file,
                 g_strerror (saved));
  return FALSE;
}

/* A file that may only be read is opened for reading without a word: ask. */
static gboolean
check_writable (IonSqlite *self, GError **error)
{
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    return fail (self->handle, SQLITE_READONLY, error);
  return TRUE;
}

/* SQLite's own waiting sleeps longer and longer, and so oversleeps the moments in which a busy
 * writer lets go. */
static int
wait_cb (void *data, int n_looks)
{
  if ((gint64) n_looks * BUSY_LOOK_US >= BUSY_TIMEOUT_US)
    return 0;
  g_usleep (BUSY_LOOK_US);
  return 1;
}

static gboolean
configure (IonSqlite *self, IonSqliteFlags flags, GError **error)
{
  const char *query_only = flags & ION_SQLITE_READER ? "ON" : "OFF";
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA page_size = 8192;"
                                              "PRAGMA journal_mode = WAL;"
                                              "PRAGMA synchronous = %s;"
                                              "PRAGMA foreign_keys = ON;"
                                              "PRAGMA secure_delete = ON;"
                                              "PRAGMA cache_size = -2048;"
                                              "PRAGMA temp_store = MEMORY;"
                                              "PRAGMA wal_autocheckpoint = 500;"
                                              "PRAGMA journal_size_limit = 67108864;"
                                              "PRAGMA query_only = %s;",
                                              self->synchronous, query_only);

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, wait_cb, NULL);
  /* Or a typing error in a column's name would be taken as a text. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return check_writable (self, error) && sqlite_execute (&self->parent, pragmas, error);
}

/* Nobody asks the library how much memory it holds: not to count spares a lock at every piece of
 * it. Where somebody else in this process was earlier, it goes on counting. */
static void
set_up_library (void)
{
  static gsize is_set_up = 0;

  if (g_once_init_enter (&is_set_up))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&is_set_up, 1);
    }
}

IonDb *
ion_sqlite_open (const char *file, IonSqliteFlags flags, GError **error)
{
  g_autoptr (IonDb) db = NULL;
  IonSqlite *self;
  int code;

  g_return_val_if_fail (file != NULL, NULL);

  set_up_library ();
  if (flags & ION_SQLITE_CREATE && !create_file (file, flags & ION_SQLITE_NEW ? O_EXCL : 0, error))
    return NULL;
  self = g_new0 (IonSqlite, 1);
  self->synchronous = flags & ION_SQLITE_RELAXED ? "OFF" : "FULL";
  db = &self->parent;
  ion_db_init (db, &sqlite_engine);
  code = sqlite3_open_v2 (file, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      fail (self->handle, code, error);
      return NULL;
    }
  if (!configure (self, flags, error))
    return NULL;
  return g_steal_pointer (&db);
}

gboolean
ion_sqlite_copy (IonDb *db, const char *file, GError **error)
{
  if (!create_file (file, O_EXCL, error))
    return FALSE;
  if (ion_db_run (db, "VACUUM INTO $1", ION_VALUES (ion_text (file)), NULL, error))
    return TRUE;
  g_unlink (file);
  return FALSE;
}

gint64
ion_sqlite_get_data_version (IonDb *db)
{
  gint64 version = 0;

  ion_db_get_int (db, "PRAGMA data_version", ION_NO_VALUES, &version, NULL);
  return version;
}

gboolean
ion_sqlite_truncate_log (IonDb *db, GError **error)
{
  return ion_db_run (db, "PRAGMA wal_checkpoint (TRUNCATE)", ION_NO_VALUES, NULL, error);
}

gboolean
ion_sqlite_compact (IonDb *db, GError **error)
{
  return ion_db_run (db, "VACUUM", ION_NO_VALUES, NULL, error) &&
         ion_sqlite_truncate_log (db, error);
}
