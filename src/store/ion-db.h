/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-store-error.h"
#include "ion-vault.h"

G_BEGIN_DECLS

/*
 * A connection to an SQL engine, as little of it as the ledger needs. The SQL above is written once
 * for all engines; parameters are $1, $2, ... and are bound by number. One thread at a time.
 */
typedef struct _IonDb IonDb;
/* A statement with its parameters, being read row by row; prepared once, kept by its connection. */
typedef struct _IonQuery IonQuery;

typedef enum
{
  ION_VALUE_NULL,
  ION_VALUE_INT,
  ION_VALUE_TEXT,
  ION_VALUE_BYTES,
} IonValueType;

/* One parameter; what it points to must live until the call returns. */
typedef struct
{
  IonValueType type;
  gint64 integer;
  const void *data;
  gsize size;
} IonValue;

IonValue ion_int (gint64 value);
IonValue ion_text (const char *text);              /* @text: (nullable): NULL is SQL's */
IonValue ion_bytes (const void *data, gsize size); /* @data: (nullable) */
IonValue ion_print (const IonPrint *print);        /* @print: (nullable) */
/* An array of parameters and its length, for the calls below. */
#define ION_VALUES(...) \
  (const IonValue[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const IonValue[]){ __VA_ARGS__ }))
#define ION_NO_VALUES NULL, 0

/* What an engine implements. */
typedef struct
{
  const char *begin_write; /* the text that begins a transaction which will write */
  void (*close) (IonDb *self);
  gboolean (*execute) (IonDb *self, const char *script, GError **error);
  gboolean (*in_transaction) (IonDb *self);
  gboolean (*set_durable) (IonDb *self, gboolean is_durable, GError **error);
  gint64 (*get_changes) (IonDb *self);
  gpointer (*prepare) (IonDb *self, const char *sql, GError **error);
  /* @is_lasting: what the values point to lives until the statement is reset */
  gboolean (*bind) (IonDb *self,
                    gpointer statement,
                    const IonValue *values,
                    gsize n_values,
                    gboolean is_lasting,
                    GError **error);
  gboolean (*step) (IonDb *self, gpointer statement, GError **error);
  void (*reset) (gpointer statement);
  void (*finalize) (gpointer statement);
  gint64 (*get_int) (gpointer statement, int column);
  const char *(*get_text) (gpointer statement, int column);
  const void *(*get_bytes) (gpointer statement, int column, gsize *size);
  gboolean (*is_null) (gpointer statement, int column);
} IonDbEngine;

/* For engines: the first member of theirs. */
struct _IonDb
{
  const IonDbEngine *engine;
  GHashTable *idle;    /* (owned) (element-type IonQuery): prepared, not in use */
  gboolean is_staging; /* commits do not wait for the disk at present */
};

void ion_db_init (IonDb *self, const IonDbEngine *engine);
void ion_db_close (IonDb *self);

/* A script of several statements without parameters. */
gboolean ion_db_execute (IonDb *self, const char *script, GError **error);
/* @changes: (out) (optional): rows inserted, updated or deleted */
gboolean ion_db_run (IonDb *self,
                     const char *sql,
                     const IonValue *values,
                     gsize n_values,
                     gint64 *changes,
                     GError **error);
/* Returns: (transfer full) (nullable): to be walked with ion_query_next() */
IonQuery *
ion_db_query (IonDb *self, const char *sql, const IonValue *values, gsize n_values, GError **error);
/* Returns: (transfer full) (nullable): to be run with ion_query_run(), as often as wanted */
IonQuery *ion_db_prepare (IonDb *self, const char *sql, GError **error);
/* The first column of the first row. FALSE without an error where there is no row. */
gboolean ion_db_get_int (IonDb *self,
                         const char *sql,
                         const IonValue *values,
                         gsize n_values,
                         gint64 *value,
                         GError **error);

/* Between transactions: whether a commit is on the disk when it answers; if not, it is when a later
 * one is. */
gboolean ion_db_set_durable (IonDb *self, gboolean is_durable, GError **error);
gboolean ion_db_begin (IonDb *self, GError **error);
gboolean ion_db_commit (IonDb *self, GError **error);
void ion_db_rollback (IonDb *self);
gboolean ion_db_in_transaction (IonDb *self);

/* To its end, with these parameters. @changes: (out) (optional): rows inserted, updated or deleted
 */
gboolean ion_query_run (IonQuery *self,
                        const IonValue *values,
                        gsize n_values,
                        gint64 *changes,
                        GError **error);
/* Returns: FALSE at the end, and with @error set where something went wrong */
gboolean ion_query_next (IonQuery *self, GError **error);
gint64 ion_query_get_int (IonQuery *self, int column);
/* Valid until the next step. */
const char *ion_query_get_text (IonQuery *self, int column);
char *ion_query_dup_text (IonQuery *self, int column);
const void *ion_query_get_bytes (IonQuery *self, int column, gsize *size);
gboolean ion_query_is_null (IonQuery *self, int column);
void ion_query_free (IonQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDb, ion_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonQuery, ion_query_free)

G_END_DECLS
