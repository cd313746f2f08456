/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * How all of an import is taken away again when the campaign does not become whole: now, or at the
 * next opening when its process has died. In bounded steps, each of which looks again whether the
 * campaign is still the one that is meant: somebody else may be removing it too, and numbers are
 * given again.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"

/* People are removed in the order of their index, rows each take a notice from anywhere with them.
 */
#define STEP_PEOPLE 4096
#define STEP_ROWS   1024
/* Twice as long as who waits sleeps between two looks. */
#define MAKE_WAY_US 1000

typedef struct
{
  gint64 number;
  char *id; /* (owned) */
  gboolean is_over;
} Leftover;

void
ion_import_make_way (void)
{
  g_usleep (MAKE_WAY_US);
}

static void
leftover_clear (gpointer data)
{
  g_free (((Leftover *) data)->id);
}

static gboolean
remove_people (IonDb *db, gint64 number, gint64 *n_removed, GError **error)
{
  return ion_db_run (db,
                     "DELETE FROM delivery_person WHERE campaign = $1 AND (person, distinct_print)"
                     " IN (SELECT person, distinct_print FROM delivery_person WHERE campaign = $1"
                     " ORDER BY person, distinct_print LIMIT $2)",
                     ION_VALUES (ion_int (number), ion_int (STEP_PEOPLE)), n_removed, error);
}

static gboolean
remove_rows (IonDb *db, gint64 number, gint64 *n_removed, GError **error)
{
  const gint64 first = ion_delivery_make_id (number, 0);
  gint64 last = first;

  return ion_db_get_int (db,
                         "SELECT COALESCE (MAX (id), $1) FROM (SELECT id FROM delivery"
                         " WHERE id >= $1 AND id <= $2 ORDER BY id LIMIT $3) AS step",
                         ION_VALUES (ion_int (first),
                                     ion_int (ion_delivery_make_id (number, ION_DELIVERY_ROW_MAX)),
                                     ion_int (STEP_ROWS)),
                         &last, error) &&
         ion_db_run (db,
                     "DELETE FROM delivery_notice WHERE (notice, delivery) IN (SELECT notice, id"
                     " FROM delivery WHERE id >= $1 AND id <= $2 AND notice IS NOT NULL)",
                     ION_VALUES (ion_int (first), ion_int (last)), NULL, error) &&
         ion_db_run (db, "DELETE FROM delivery WHERE id >= $1 AND id <= $2",
                     ION_VALUES (ion_int (first), ion_int (last)), n_removed, error);
}

static gboolean
remove_step_cb (IonDb *db, gpointer data, GError **error)
{
  Leftover *leftover = data;
  const gint64 number = leftover->number;
  gint64 n_campaigns = 0, n_removed = 0;

  if (!ion_db_get_int (db,
                       "SELECT COUNT (*) FROM campaign WHERE number = $1 AND id = $2"
                       " AND staged_by <> 0",
                       ION_VALUES (ion_int (number), ion_text (leftover->id)), &n_campaigns, error))
    return FALSE;
  leftover->is_over = n_campaigns == 0;
  if (leftover->is_over)
    return TRUE;
  if (!remove_people (db, number, &n_removed, error) ||
      (n_removed == 0 && !remove_rows (db, number, &n_removed, error)))
    return FALSE;
  if (n_removed > 0)
    return TRUE;
  leftover->is_over = TRUE;
  return ion_db_run (db, "DELETE FROM campaign WHERE number = $1", ION_VALUES (ion_int (number)),
                     NULL, error);
}

gboolean
ion_import_remove_staged (IonLedger *self, gint64 number, const char *id, GError **error)
{
  Leftover leftover = { .number = number, .id = (char *) id };

  while (!leftover.is_over)
    {
      /* What a power cut brings back is found at the next opening. */
      if (!ion_ledger_check_open (self, error) ||
          !ion_writer_run (self->writer, remove_step_cb, &leftover, ION_WRITE_STAGED, error))
        return FALSE;
      ion_import_make_way ();
    }
  return TRUE;
}

/* Who is dead is never born again: an owner's number is drawn at random. */
static gboolean
find_dead (IonDb *db, IonLedger *self, GArray *dead, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db, "SELECT number, id, staged_by FROM campaign WHERE staged_by <> 0",
                    ION_NO_VALUES, error);

  if (query == NULL)
    return FALSE;
  while (ion_query_next (query, &failure))
    {
      Leftover leftover = { .number = ion_query_get_int (query, 0),
                            .id = ion_query_dup_text (query, 1) };

      if (ion_owner_is_alive (self->owner, ion_query_get_int (query, 2)))
        leftover_clear (&leftover);
      else
        g_array_append_val (dead, leftover);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
list_dead (IonLedger *self, GArray *dead, GError **error)
{
  g_auto (IonReader) reader = ion_ledger_read (self, error);

  return reader.db != NULL && find_dead (reader.db, self, dead, error);
}

gboolean
ion_import_remove_leftovers (IonLedger *self, GError **error)
{
  g_autoptr (GArray) dead = g_array_new (FALSE, FALSE, sizeof (Leftover));

  g_array_set_clear_func (dead, leftover_clear);
  if (!list_dead (self, dead, error))
    return FALSE;
  for (guint i = 0; i < dead->len; i++)
    {
      const Leftover *leftover = &g_array_index (dead, Leftover, i);

      if (!ion_import_remove_staged (self, leftover->number, leftover->id, error))
        return FALSE;
    }
  return TRUE;
}
