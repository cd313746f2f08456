/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A question a row would cost more than all the rest of reading a file. Fingerprints are collected,
 * put in the order of their index and looked up together.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-held-notices.h"

#include "ion-ledger-private.h"

#include <stdlib.h>
#include <string.h>

#define STEP_PRINTS 4096
#define WAITING_MAX 4 /* steps; with more, the caller helps */

struct _IonHeldNotices
{
  IonLedger *ledger; /* (owned) */
  IonVault *vault;   /* (nullable): NULL where there is nothing to find */
  GArray *prints;    /* (owned) (element-type IonPrint): being collected */
  GThreadPool *pool; /* (owned) (nullable) */
  GMutex mutex;
  gint64 n_held;   /* under @mutex */
  GError *failure; /* (owned) (nullable): under @mutex */
};

static int
compare (const void *a, const void *b)
{
  return memcmp (a, b, sizeof (IonPrint));
}

static gboolean
look_up (IonHeldNotices *self, GArray *prints, gint64 *n_held, GError **error)
{
  g_auto (IonReader) reader = ion_ledger_read (self->ledger, error);

  if (reader.db == NULL)
    return FALSE;
  qsort (prints->data, prints->len, sizeof (IonPrint), compare);
  for (guint i = 0; i < prints->len; i++)
    {
      gboolean is_held = FALSE;

      if (!ion_notice_is_held (reader.db, &g_array_index (prints, IonPrint, i), -1, &is_held,
                               error))
        return FALSE;
      *n_held += is_held ? 1 : 0;
    }
  return TRUE;
}

static void
look_up_cb (gpointer data, gpointer user_data)
{
  g_autoptr (GArray) prints = data;
  g_autoptr (GError) failure = NULL;
  IonHeldNotices *self = user_data;
  gint64 n_held = 0;

  look_up (self, prints, &n_held, &failure);
  g_mutex_lock (&self->mutex);
  self->n_held += n_held;
  if (failure != NULL && self->failure == NULL)
    self->failure = g_steal_pointer (&failure);
  g_mutex_unlock (&self->mutex);
}

static GArray *
prints_new (void)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (IonPrint), STEP_PRINTS);
}

static gboolean
has_notices (IonLedger *ledger, gboolean *has_any, GError **error)
{
  g_auto (IonReader) reader = ion_ledger_read (ledger, error);
  gint64 n_notices = 0;

  if (reader.db == NULL || !ion_db_get_int (reader.db,
                                            "SELECT COUNT (*) FROM (SELECT 1 FROM delivery_notice "
                                            "LIMIT 1) AS any_of_them",
                                            ION_NO_VALUES, &n_notices, error))
    return FALSE;
  *has_any = n_notices > 0;
  return TRUE;
}

IonHeldNotices *
ion_held_notices_new (IonLedger *ledger, GError **error)
{
  IonHeldNotices *self;
  gboolean has_any = FALSE;

  g_return_val_if_fail (ION_IS_LEDGER (ledger), NULL);

  if (!has_notices (ledger, &has_any, error))
    return NULL;
  self = g_new0 (IonHeldNotices, 1);
  self->ledger = g_object_ref (ledger);
  g_mutex_init (&self->mutex);
  self->vault = has_any ? ion_ledger_get_vault (ledger) : NULL;
  if (self->vault == NULL)
    return self;
  self->prints = prints_new ();
  self->pool =
      g_thread_pool_new_full (look_up_cb, self, (GDestroyNotify) g_array_unref, 1, FALSE, NULL);
  return self;
}

void
ion_held_notices_free (IonHeldNotices *self)
{
  g_return_if_fail (self != NULL);

  if (self->pool != NULL)
    g_thread_pool_free (self->pool, TRUE, TRUE);
  g_clear_pointer (&self->prints, g_array_unref);
  g_clear_error (&self->failure);
  g_mutex_clear (&self->mutex);
  g_object_unref (self->ledger);
  g_free (self);
}

static void
hand_over (IonHeldNotices *self)
{
  GArray *prints = g_steal_pointer (&self->prints);

  self->prints = prints_new ();
  if (g_thread_pool_unprocessed (self->pool) >= WAITING_MAX)
    look_up_cb (prints, self);
  else
    g_thread_pool_push (self->pool, prints, NULL);
}

void
ion_held_notices_add (IonHeldNotices *self, const char *fiscal_code, const char *notice_number)
{
  IonPrint print;

  g_return_if_fail (self != NULL && fiscal_code != NULL && notice_number != NULL);

  if (self->pool == NULL)
    return;
  ion_print_notice (self->vault, fiscal_code, notice_number, &print);
  g_array_append_val (self->prints, print);
  if (self->prints->len == STEP_PRINTS)
    hand_over (self);
}

gboolean
ion_held_notices_count (IonHeldNotices *self, gint64 *count, GError **error)
{
  g_return_val_if_fail (self != NULL && count != NULL, FALSE);

  if (self->pool != NULL)
    {
      look_up_cb (g_steal_pointer (&self->prints), self);
      g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
    }
  *count = self->n_held;
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->failure));
  return FALSE;
}
