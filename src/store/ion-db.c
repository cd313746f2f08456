/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The engine-neutral half of a connection: keeps prepared statements for the next use, and gives
 * the ledger short calls. A statement in use is taken out of the cache, so that the same SQL may be
 * walked twice at once.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-db.h"

#include <string.h>

struct _IonQuery
{
  IonDb *db;
  gconstpointer key;  /* where the text stood when it was prepared */
  char *sql;          /* (owned) */
  gpointer statement; /* (owned): the engine's */
};

IonValue
ion_int (gint64 value)
{
  return (IonValue){ .type = ION_VALUE_INT, .integer = value };
}

IonValue
ion_text (const char *text)
{
  if (text == NULL)
    return (IonValue){ .type = ION_VALUE_NULL };
  return (IonValue){ .type = ION_VALUE_TEXT, .data = text, .size = strlen (text) };
}

IonValue
ion_bytes (const void *data, gsize size)
{
  if (data == NULL)
    return (IonValue){ .type = ION_VALUE_NULL };
  return (IonValue){ .type = ION_VALUE_BYTES, .data = data, .size = size };
}

IonValue
ion_print (const IonPrint *print)
{
  return ion_bytes (print, ION_PRINT_SIZE);
}

static void
query_destroy (gpointer data)
{
  IonQuery *self = data;

  self->db->engine->finalize (self->statement);
  g_free (self->sql);
  g_free (self);
}

void
ion_db_init (IonDb *self, const IonDbEngine *engine)
{
  self->engine = engine;
  self->idle = g_hash_table_new_full (NULL, NULL, NULL, query_destroy);
}

void
ion_db_close (IonDb *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->idle, g_hash_table_unref);
  self->engine->close (self);
}

gboolean
ion_db_execute (IonDb *self, const char *script, GError **error)
{
  return self->engine->execute (self, script, error);
}

/* Texts are constants of the program nearly always: found by their address, which costs less than
 * hashing some hundred letters, and compared, should another text have come to stand there. */
IonQuery *
ion_db_prepare (IonDb *self, const char *sql, GError **error)
{
  IonQuery *query;
  gpointer statement;

  if (g_hash_table_steal_extended (self->idle, sql, NULL, (gpointer *) &query))
    {
      if (strcmp (query->sql, sql) == 0)
        return query;
      query_destroy (query);
    }
  statement = self->engine->prepare (self, sql, error);
  if (statement == NULL)
    return NULL;
  query = g_new0 (IonQuery, 1);
  query->db = self;
  query->key = sql;
  query->sql = g_strdup (sql);
  query->statement = statement;
  return query;
}

IonQuery *
ion_db_query (IonDb *self, const char *sql, const IonValue *values, gsize n_values, GError **error)
{
  g_autoptr (IonQuery) query = ion_db_prepare (self, sql, error);

  if (query == NULL || !self->engine->bind (self, query->statement, values, n_values, FALSE, error))
    return NULL;
  return g_steal_pointer (&query);
}

gboolean
ion_db_run (IonDb *self,
            const char *sql,
            const IonValue *values,
            gsize n_values,
            gint64 *changes,
            GError **error)
{
  g_autoptr (IonQuery) query = ion_db_prepare (self, sql, error);

  return query != NULL && ion_query_run (query, values, n_values, changes, error);
}

gboolean
ion_db_get_int (IonDb *self,
                const char *sql,
                const IonValue *values,
                gsize n_values,
                gint64 *value,
                GError **error)
{
  g_autoptr (IonQuery) query = ion_db_query (self, sql, values, n_values, error);

  if (query == NULL || !ion_query_next (query, error))
    return FALSE;
  *value = ion_query_get_int (query, 0);
  return TRUE;
}

gboolean
ion_db_set_durable (IonDb *self, gboolean is_durable, GError **error)
{
  if (self->is_staging == !is_durable)
    return TRUE;
  if (!self->engine->set_durable (self, is_durable, error))
    return FALSE;
  self->is_staging = !is_durable;
  return TRUE;
}

gboolean
ion_db_begin (IonDb *self, GError **error)
{
  return ion_db_run (self, self->engine->begin_write, ION_NO_VALUES, NULL, error);
}

gboolean
ion_db_commit (IonDb *self, GError **error)
{
  return ion_db_run (self, "COMMIT", ION_NO_VALUES, NULL, error);
}

/* The engine may have rolled back by itself (a full disk): then there is nothing left to do. */
void
ion_db_rollback (IonDb *self)
{
  if (ion_db_in_transaction (self))
    ion_db_run (self, "ROLLBACK", ION_NO_VALUES, NULL, NULL);
}

gboolean
ion_db_in_transaction (IonDb *self)
{
  return self->engine->in_transaction (self);
}

gboolean
ion_query_run (IonQuery *self,
               const IonValue *values,
               gsize n_values,
               gint64 *changes,
               GError **error)
{
  const IonDbEngine *engine = self->db->engine;
  g_autoptr (GError) failure = NULL;
  gboolean is_run = engine->bind (self->db, self->statement, values, n_values, TRUE, &failure);

  while (is_run && engine->step (self->db, self->statement, &failure))
    ;
  engine->reset (self->statement);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (changes != NULL)
    *changes = engine->get_changes (self->db);
  return TRUE;
}

gboolean
ion_query_next (IonQuery *self, GError **error)
{
  return self->db->engine->step (self->db, self->statement, error);
}

gint64
ion_query_get_int (IonQuery *self, int column)
{
  return self->db->engine->get_int (self->statement, column);
}

const char *
ion_query_get_text (IonQuery *self, int column)
{
  return self->db->engine->get_text (self->statement, column);
}

char *
ion_query_dup_text (IonQuery *self, int column)
{
  return g_strdup (ion_query_get_text (self, column));
}

const void *
ion_query_get_bytes (IonQuery *self, int column, gsize *size)
{
  return self->db->engine->get_bytes (self->statement, column, size);
}

gboolean
ion_query_is_null (IonQuery *self, int column)
{
  return self->db->engine->is_null (self->statement, column);
}

void
ion_query_free (IonQuery *self)
{
  g_return_if_fail (self != NULL);

  self->db->engine->reset (self->statement);
  if (g_hash_table_contains (self->db->idle, self->key))
    query_destroy (self);
  else
    g_hash_table_insert (self->db->idle, (gpointer) self->key, self);
}
