/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The last stretch of an import. Inserted as they come, fingerprints would each touch another page
 * of their index: they are put aside and inserted sorted.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-import-keys.h"

#include "ion-bulk-insert.h"
#include "ion-print-sorter.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#define STEP_ROWS    16384
#define DISTINCT_ALL "" /* what does not tell notices apart */

struct _IonImportKeys
{
  IonLedger *ledger; /* (unowned) */
  IonVault *vault;   /* (unowned) */
  gint64 campaign;
  IonPrintSorter *people;  /* (owned) (nullable): and what tells their notices apart */
  IonPrintSorter *notices; /* (owned) (nullable) */
  IonPrint distinct_all;
};

/* What one transaction inserts. */
typedef struct
{
  gint64 campaign;
  GArray *prints; /* (owned) (element-type IonRowPrints) */
} Step;

IonImportKeys *
ion_import_keys_new (IonLedger *ledger, IonVault *vault, gint64 campaign)
{
  IonImportKeys *self = g_new0 (IonImportKeys, 1);

  self->ledger = ledger;
  self->vault = vault;
  self->campaign = campaign;
  self->people = ion_print_sorter_new (ledger->folder, 2, 0);
  self->notices = ion_print_sorter_new (ledger->folder, 1, 0);
  ion_vault_print_quickly (vault, DISTINCT_ALL, &self->distinct_all);
  return self;
}

void
ion_import_keys_free (IonImportKeys *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->people, ion_print_sorter_free);
  g_clear_pointer (&self->notices, ion_print_sorter_free);
  g_free (self);
}

gboolean
ion_import_keys_add_person (IonImportKeys *self,
                            const char *fiscal_code,
                            const char *distinct,
                            guint32 row,
                            GError **error)
{
  IonRowPrints prints = { .second = self->distinct_all, .row = row };

  ion_print_person (self->vault, fiscal_code, &prints.first);
  if (distinct != NULL && distinct[0] != '\0')
    ion_vault_print_quickly (self->vault, distinct, &prints.second);
  return ion_print_sorter_add (self->people, &prints, error);
}

gboolean
ion_import_keys_add_excluded (IonImportKeys *self,
                              const char *fiscal_code,
                              guint32 row,
                              GError **error)
{
  g_autofree char *unique =
      g_strdup_printf ("%" PRId64, ion_delivery_make_id (self->campaign, row));
  IonRowPrints prints = { .row = row };

  ion_print_person (self->vault, fiscal_code, &prints.first);
  ion_vault_print (self->vault, "excluded", unique, &prints.second);
  return ion_print_sorter_add (self->people, &prints, error);
}

gboolean
ion_import_keys_add_notice (IonImportKeys *self,
                            const IonPrint *notice,
                            guint32 row,
                            GError **error)
{
  const IonRowPrints prints = { .first = *notice, .row = row };

  return ion_print_sorter_add (self->notices, &prints, error);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_array_unref (step->prints);
  g_free (step);
}

/* Which row it is, of a person that is there twice: its key leads to another row. */
static gboolean
fail_twice (IonDb *db, const Step *step, GError **error)
{
  g_autofree char *row = NULL;

  for (guint i = 0; i < step->prints->len && row == NULL; i++)
    {
      const IonRowPrints *person = &g_array_index (step->prints, IonRowPrints, i);
      gint64 delivery = 0;

      if (!ion_db_get_int (db,
                           "SELECT delivery FROM delivery_person WHERE campaign = $1"
                           " AND person = $2 AND distinct_print = $3",
                           ION_VALUES (ion_int (step->campaign), ion_print (&person->first),
                                       ion_print (&person->second)),
                           &delivery, error))
        return FALSE;
      if (delivery != ion_delivery_make_id (step->campaign, person->row))
        row = g_strdup_printf ("%u", person->row);
    }
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
               _ ("The person of row %s is in this campaign already."), row);
  return FALSE;
}

static gboolean
insert_people_cb (IonDb *db, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (IonBulkInsert) insert =
      ion_bulk_insert_new (db,
                           "INSERT INTO delivery_person (campaign, person, distinct_print, "
                           "delivery)",
                           "ON CONFLICT (campaign, person, distinct_print) DO NOTHING", 4);
  gint64 n_inserted;

  for (guint i = 0; i < step->prints->len; i++)
    {
      const IonRowPrints *person = &g_array_index (step->prints, IonRowPrints, i);
      const IonValue values[] = { ion_int (step->campaign), ion_print (&person->first),
                                  ion_print (&person->second),
                                  ion_int (ion_delivery_make_id (step->campaign, person->row)) };

      if (!ion_bulk_insert_add (insert, values, error))
        return FALSE;
    }
  if (!ion_bulk_insert_finish (insert, &n_inserted, error))
    return FALSE;
  return n_inserted == step->prints->len || fail_twice (db, step, error);
}

static gboolean
insert_notices_cb (IonDb *db, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (IonBulkInsert) insert =
      ion_bulk_insert_new (db, "INSERT INTO delivery_notice (notice, delivery)", "", 2);

  for (guint i = 0; i < step->prints->len; i++)
    {
      const IonRowPrints *notice = &g_array_index (step->prints, IonRowPrints, i);
      const IonValue values[] = { ion_print (&notice->first),
                                  ion_int (ion_delivery_make_id (step->campaign, notice->row)) };

      if (!ion_bulk_insert_add (insert, values, error))
        return FALSE;
    }
  return ion_bulk_insert_finish (insert, NULL, error);
}

static gboolean
wait_for_step (IonImportKeys *self, IonWrite **write, GError **error)
{
  gboolean is_written;

  if (*write == NULL)
    return TRUE;
  is_written = ion_writer_wait (self->ledger->writer, g_steal_pointer (write), error);
  ion_import_make_way ();
  return is_written;
}

/* (transfer full) of @prints. One step is inserted while the next is put in order. */
static gboolean
submit (IonImportKeys *self, IonWriteFunc insert, GArray *prints, IonWrite **write, GError **error)
{
  Step *step = g_new0 (Step, 1);

  step->campaign = self->campaign;
  step->prints = prints;
  if (!wait_for_step (self, write, error) || !ion_ledger_check_open (self->ledger, error))
    {
      step_free (step);
      return FALSE;
    }
  *write = ion_writer_submit (self->ledger->writer, insert, step, step_free, ION_WRITE_STAGED);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the next prints in order; %NULL at the end or with @error */
static GArray *
take_step (IonPrintSorter *sorter, GError **error)
{
  g_autoptr (GArray) prints = g_array_sized_new (FALSE, FALSE, sizeof (IonRowPrints), STEP_ROWS);
  g_autoptr (GError) failure = NULL;
  IonRowPrints next;

  while (prints->len < STEP_ROWS && ion_print_sorter_next (sorter, &next, &failure))
    g_array_append_val (prints, next);
  if (failure == NULL)
    return prints->len > 0 ? g_steal_pointer (&prints) : NULL;
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
write_sorted (IonImportKeys *self, IonPrintSorter *sorter, IonWriteFunc insert, GError **error)
{
  g_autoptr (GError) failure = NULL;
  IonWrite *write = NULL;
  GArray *prints;

  if (!ion_print_sorter_rewind (sorter, error))
    return FALSE;
  while ((prints = take_step (sorter, &failure)) != NULL)
    if (!submit (self, insert, prints, &write, &failure))
      break;
  if (write != NULL)
    ion_writer_wait (self->ledger->writer, write, failure == NULL ? &failure : NULL);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
ion_import_keys_write (IonImportKeys *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->people != NULL, FALSE);

  if (!write_sorted (self, self->people, insert_people_cb, error))
    return FALSE;
  g_clear_pointer (&self->people, ion_print_sorter_free);
  return write_sorted (self, self->notices, insert_notices_cb, error);
}
