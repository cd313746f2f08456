/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Two statements do for any number of rows: one of many, and one of a single row for what is left.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-bulk-insert.h"

#define ROWS_A_STATEMENT 64

struct _IonBulkInsert
{
  IonDb *db;        /* (unowned) */
  const char *head; /* (unowned) */
  const char *tail; /* (unowned) */
  guint n_columns;
  GArray *values;  /* (owned) (element-type IonValue): not run yet */
  IonQuery *query; /* (owned) (nullable): of many rows */
  gint64 n_inserted;
};

IonBulkInsert *
ion_bulk_insert_new (IonDb *db, const char *head, const char *tail, guint n_columns)
{
  IonBulkInsert *self = g_new0 (IonBulkInsert, 1);

  self->db = db;
  self->head = head;
  self->tail = tail;
  self->n_columns = n_columns;
  self->values = g_array_sized_new (FALSE, FALSE, sizeof (IonValue), n_columns * ROWS_A_STATEMENT);
  return self;
}

void
ion_bulk_insert_free (IonBulkInsert *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->query, ion_query_free);
  g_array_unref (self->values);
  g_free (self);
}

/* The connection keeps statements by where their text stands: hence interned. */
static IonQuery *
prepare (IonBulkInsert *self, guint n_rows, GError **error)
{
  g_autoptr (GString) sql = g_string_new (self->head);

  for (guint i = 0; i < n_rows * self->n_columns; i++)
    g_string_append_printf (sql, "%s$%u",
                            i == 0                     ? " VALUES ("
                            : i % self->n_columns == 0 ? "), ("
                                                       : ", ",
                            i + 1);
  g_string_append_printf (sql, ") %s", self->tail);
  return ion_db_prepare (self->db, g_intern_string (sql->str), error);
}

static gboolean
run (IonBulkInsert *self, IonQuery *query, guint first, guint n_rows, GError **error)
{
  const IonValue *values = &g_array_index (self->values, IonValue, first * self->n_columns);
  gint64 n_inserted = 0;

  if (!ion_query_run (query, values, n_rows * self->n_columns, &n_inserted, error))
    return FALSE;
  self->n_inserted += n_inserted;
  return TRUE;
}

gboolean
ion_bulk_insert_add (IonBulkInsert *self, const IonValue *values, GError **error)
{
  gboolean is_run;

  g_array_append_vals (self->values, values, self->n_columns);
  if (self->values->len < ROWS_A_STATEMENT * self->n_columns)
    return TRUE;
  if (self->query == NULL)
    self->query = prepare (self, ROWS_A_STATEMENT, error);
  is_run = self->query != NULL && run (self, self->query, 0, ROWS_A_STATEMENT, error);
  g_array_set_size (self->values, 0);
  return is_run;
}

gboolean
ion_bulk_insert_finish (IonBulkInsert *self, gint64 *n_inserted, GError **error)
{
  guint n_rows = self->values->len / self->n_columns;

  if (n_rows > 0)
    {
      g_autoptr (IonQuery) query = prepare (self, 1, error);

      for (guint i = 0; i < n_rows; i++)
        if (query == NULL || !run (self, query, i, 1, error))
          return FALSE;
      g_array_set_size (self->values, 0);
    }
  if (n_inserted != NULL)
    *n_inserted = self->n_inserted;
  return TRUE;
}
