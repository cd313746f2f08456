/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Batches go round: the reader's hands, the queue of the full ones, this thread, the writer's, the
 * queue of the empty ones. Each has one owner at any time, and none is lost, whatever fails: after
 * a failure they go round unsealed and unwritten, until the reader hears of it.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-import-sealer.h"

#include <string.h>

/* One being filled, one waiting, one being sealed, one being written. */
#define N_BATCHES 4

struct _IonImportSealer
{
  IonLedger *ledger; /* (unowned) */
  IonVault *vault;   /* (unowned) */
  gint64 campaign;
  IonImportKeys *keys;     /* (unowned) */
  GThread *thread;         /* (nullable): NULL once it has ended */
  GAsyncQueue *empty;      /* (owned) (element-type IonImportBatch) */
  GAsyncQueue *full;       /* (owned) (element-type IonImportBatch): or @self for the end */
  IonImportBatch *filling; /* (owned) (nullable) */
  gint is_stopped;         /* atomic: what comes is dropped */
  GError *failure;         /* (owned) (nullable): of the thread, until @is_stopped is set */

  /* The thread's own. */
  GByteArray *nonces;      /* (owned) */
  IonImportBatch *written; /* (owned) (nullable): the writer has it */
  IonWrite *write;         /* (nullable) */
};

static gboolean
make_prints (IonImportSealer *self, const IonImportBatch *batch, IonImportRow *row, GError **error)
{
  const char *distinct = ion_import_batch_get_text (batch, row->distinct);
  const char *notice = ion_import_batch_get_text (batch, row->notice_number);
  char code[ION_FISCAL_CODE_LENGTH + 1];

  ion_sealed_person_peek_code (batch->bytes->data + row->sealed, code);
  if (code[0] == '\0')
    return TRUE;
  if (row->state == ION_DELIVERY_EXCLUDED)
    return ion_import_keys_add_excluded (self->keys, code, row->row, error);
  if (!ion_import_keys_add_person (self->keys, code, distinct, row->row, error))
    return FALSE;
  if (notice == NULL)
    return TRUE;
  ion_print_notice (self->vault, code, notice, &row->notice);
  row->has_notice = TRUE;
  return ion_import_keys_add_notice (self->keys, &row->notice, row->row, error);
}

static gboolean
seal_batch (IonImportSealer *self, IonImportBatch *batch, GError **error)
{
  const guint8 *nonce;

  g_byte_array_set_size (self->nonces, batch->rows->len * ION_VAULT_NONCE_SIZE);
  ion_vault_draw (self->nonces->data, self->nonces->len);
  nonce = self->nonces->data;
  for (guint i = 0; i < batch->rows->len; i++, nonce += ION_VAULT_NONCE_SIZE)
    {
      IonImportRow *row = &g_array_index (batch->rows, IonImportRow, i);
      guint8 *room = batch->bytes->data + row->sealed;

      if (!make_prints (self, batch, row, error))
        return FALSE;
      memcpy (room, nonce, ION_VAULT_NONCE_SIZE);
      ion_sealed_person_seal (room, row->sealed_size, self->vault,
                              ion_delivery_make_id (self->campaign, row->row));
    }
  return TRUE;
}

static void
give_back (IonImportSealer *self, IonImportBatch *batch)
{
  ion_import_batch_clear (batch);
  g_async_queue_push (self->empty, batch);
}

static gboolean
wait_for_write (IonImportSealer *self, GError **error)
{
  gboolean is_written = TRUE;

  if (self->write != NULL)
    {
      is_written = ion_writer_wait (self->ledger->writer, g_steal_pointer (&self->write), error);
      ion_import_make_way ();
    }
  if (self->written != NULL)
    give_back (self, g_steal_pointer (&self->written));
  return is_written;
}

/* One batch is being written while the next is sealed. (transfer full) of @batch. */
static gboolean
handle (IonImportSealer *self, IonImportBatch *batch, GError **error)
{
  if (!seal_batch (self, batch, error) || !wait_for_write (self, error) ||
      !ion_ledger_check_open (self->ledger, error))
    {
      give_back (self, batch);
      return FALSE;
    }
  self->written = batch;
  self->write = ion_writer_submit (self->ledger->writer, ion_import_batch_insert_cb, batch, NULL,
                                   ION_WRITE_STAGED);
  return TRUE;
}

static void
fail (IonImportSealer *self, GError *failure)
{
  if (self->failure == NULL)
    self->failure = failure;
  else
    g_error_free (failure);
  g_atomic_int_set (&self->is_stopped, TRUE);
}

static gpointer
sealer_thread (gpointer data)
{
  IonImportSealer *self = data;
  GError *failure = NULL;

  for (;;)
    {
      gpointer batch = g_async_queue_pop (self->full);

      if (batch == self)
        break;
      if (g_atomic_int_get (&self->is_stopped))
        give_back (self, batch);
      else if (!handle (self, batch, &failure))
        fail (self, g_steal_pointer (&failure));
    }
  if (!wait_for_write (self, &failure))
    fail (self, failure);
  return NULL;
}

IonImportSealer *
ion_import_sealer_new (IonLedger *ledger, IonVault *vault, gint64 campaign, IonImportKeys *keys)
{
  IonImportSealer *self = g_new0 (IonImportSealer, 1);

  self->ledger = ledger;
  self->vault = vault;
  self->campaign = campaign;
  self->keys = keys;
  self->nonces = g_byte_array_new ();
  self->full = g_async_queue_new ();
  self->empty = g_async_queue_new ();
  for (guint i = 0; i < N_BATCHES; i++)
    g_async_queue_push (self->empty, ion_import_batch_new (campaign));
  self->thread = g_thread_new ("ion-sealer", sealer_thread, self);
  return self;
}

static void
end_thread (IonImportSealer *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->full, self);
  g_thread_join (g_steal_pointer (&self->thread));
}

void
ion_import_sealer_free (IonImportSealer *self)
{
  IonImportBatch *batch;

  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->is_stopped, TRUE);
  end_thread (self);
  while ((batch = g_async_queue_try_pop (self->empty)) != NULL)
    ion_import_batch_free (batch);
  g_clear_pointer (&self->filling, ion_import_batch_free);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_byte_array_unref (self->nonces);
  g_clear_error (&self->failure);
  g_free (self);
}

IonImportBatch *
ion_import_sealer_get_batch (IonImportSealer *self)
{
  if (self->filling == NULL)
    self->filling = g_async_queue_pop (self->empty);
  return self->filling;
}

gboolean
ion_import_sealer_push (IonImportSealer *self, GError **error)
{
  g_return_val_if_fail (self->thread != NULL && self->filling != NULL, FALSE);

  g_async_queue_push (self->full, g_steal_pointer (&self->filling));
  if (!g_atomic_int_get (&self->is_stopped))
    return TRUE;
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

gboolean
ion_import_sealer_finish (IonImportSealer *self, GError **error)
{
  if (self->filling != NULL)
    g_async_queue_push (self->full, g_steal_pointer (&self->filling));
  end_thread (self);
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}
