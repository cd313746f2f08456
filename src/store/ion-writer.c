/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Group commit. While the disk is being waited for, the next operations queue up, and share the
 * next wait: the more there is to do, the fewer commits an operation costs. Answers to tasks travel
 * in one source a batch and context, not one each.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-writer.h"

#include <glib/gi18n-lib.h>

#define BATCH_MAX    1024
#define LAZY_WAIT_US (G_USEC_PER_SEC / 4)

struct _IonWrite
{
  IonWriteFunc func;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
  IonWriteFlags flags;
  GTask *task;     /* (owned) (nullable) */
  GError *failure; /* (owned) (nullable) */
  gint64 queued_at;
  gboolean is_waited_for;
  gboolean is_done;
};

struct _IonWriter
{
  IonDb *db; /* (owned): of the thread */
  GThread *thread;
  GMutex mutex;
  GCond queued; /* something was queued, or the end has come */
  GCond done;   /* something that is waited for is done */
  GQueue queue; /* (owned) (element-type IonWrite) */
  guint n_urgent;
  guint n_commits;
  gboolean is_idle; /* the thread waits to be told: to tell it costs a call of the system */
  gboolean is_ending;
};

static void
write_free (IonWrite *write)
{
  if (write->destroy != NULL)
    write->destroy (write->data);
  g_clear_error (&write->failure);
  g_clear_object (&write->task);
  g_free (write);
}

static IonWrite *
write_new (IonWriteFunc func, gpointer data, GDestroyNotify destroy, IonWriteFlags flags)
{
  IonWrite *write = g_new0 (IonWrite, 1);

  write->func = func;
  write->data = data;
  write->destroy = destroy;
  write->flags = flags;
  return write;
}

/* One operation in its savepoint. */
static void
run_in_savepoint (IonDb *db, IonWrite *write)
{
  if (!ion_db_run (db, "SAVEPOINT operation", ION_NO_VALUES, NULL, &write->failure))
    return;
  if (!write->func (db, write->data, &write->failure) && ion_db_in_transaction (db))
    ion_db_run (db, "ROLLBACK TO SAVEPOINT operation", ION_NO_VALUES, NULL, NULL);
  if (ion_db_in_transaction (db))
    ion_db_run (db, "RELEASE SAVEPOINT operation", ION_NO_VALUES, NULL,
                write->failure == NULL ? &write->failure : NULL);
}

static void
fail_all (GPtrArray *batch, const GError *failure)
{
  for (guint i = 0; i < batch->len; i++)
    {
      IonWrite *write = batch->pdata[i];

      g_clear_error (&write->failure);
      write->failure = g_error_copy (failure);
    }
}

/* A full disk makes the engine roll back the whole transaction under our feet: then nothing of the
 * batch has happened, whatever its operations returned. */
static gboolean
run_operations (IonDb *db, GPtrArray *batch, GError **error)
{
  for (guint i = 0; i < batch->len; i++)
    {
      IonWrite *write = batch->pdata[i];

      run_in_savepoint (db, write);
      if (ion_db_in_transaction (db))
        continue;
      if (write->failure != NULL)
        g_propagate_error (error, g_error_copy (write->failure));
      else
        g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED,
                             _ ("The ledger gave up the transaction."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_staged (GPtrArray *batch)
{
  for (guint i = 0; i < batch->len; i++)
    if (!(((IonWrite *) batch->pdata[i])->flags & ION_WRITE_STAGED))
      return FALSE;
  return TRUE;
}

static void
run_batch (IonWriter *self, GPtrArray *batch)
{
  g_autoptr (GError) failure = NULL;
  IonWrite *first = batch->pdata[0];

  if (first->flags & ION_WRITE_ALONE)
    {
      if (ion_db_set_durable (self->db, TRUE, &first->failure))
        first->func (self->db, first->data, &first->failure);
      return;
    }
  if (ion_db_set_durable (self->db, !is_staged (batch), &failure) &&
      ion_db_begin (self->db, &failure) && run_operations (self->db, batch, &failure) &&
      ion_db_commit (self->db, &failure))
    {
      g_atomic_int_inc (&self->n_commits);
      return;
    }
  ion_db_rollback (self->db);
  fail_all (batch, failure);
}

static gboolean
answer_tasks_cb (gpointer data)
{
  GPtrArray *writes = data;

  for (guint i = 0; i < writes->len; i++)
    {
      IonWrite *write = writes->pdata[i];

      if (write->failure != NULL)
        g_task_return_error (write->task, g_steal_pointer (&write->failure));
      else
        g_task_return_boolean (write->task, TRUE);
    }
  return G_SOURCE_REMOVE;
}

/* (transfer full) of @writes: freed where they are answered, since a task may hold the last
 * reference to the ledger, and with it to this thread. The context is held until our reference to
 * the source is gone: the waiter may be done with it first, and to drop a source locks its context.
 */
static void
post_answers (GMainContext *context, GPtrArray *writes)
{
  g_autoptr (GMainContext) held = g_main_context_ref (context);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "ion-writer answers");
  g_source_set_callback (source, answer_tasks_cb, writes, (GDestroyNotify) g_ptr_array_unref);
  g_source_attach (source, held);
}

/* The tasks of a batch by context; the rest of it is not touched again, since what is waited for
 * belongs to the waiter as soon as it is marked as done. */
static GHashTable *
collect_tasks (GPtrArray *batch)
{
  GHashTable *contexts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < batch->len; i++)
    {
      IonWrite *write = batch->pdata[i];
      GMainContext *context;
      GPtrArray *writes;

      if (write->task == NULL)
        continue;
      context = g_task_get_context (write->task);
      writes = g_hash_table_lookup (contexts, context);
      if (writes == NULL)
        {
          writes = g_ptr_array_new_with_free_func ((GDestroyNotify) write_free);
          g_hash_table_insert (contexts, context, writes);
        }
      g_ptr_array_add (writes, write);
    }
  return contexts;
}

static void
answer_batch (IonWriter *self, GPtrArray *batch)
{
  g_autoptr (GHashTable) contexts = collect_tasks (batch);
  gpointer context, writes;
  GHashTableIter iter;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < batch->len; i++)
    {
      IonWrite *write = batch->pdata[i];

      if (write->is_waited_for)
        write->is_done = TRUE;
    }
  g_cond_broadcast (&self->done);
  g_mutex_unlock (&self->mutex);
  g_hash_table_iter_init (&iter, contexts);
  while (g_hash_table_iter_next (&iter, &context, &writes))
    post_answers (context, writes);
}

/* What nobody waits for is only spoken of when it failed. */
static void
drop_unattended (GPtrArray *batch)
{
  for (guint i = batch->len; i > 0; i--)
    {
      IonWrite *write = batch->pdata[i - 1];

      if (write->task != NULL || write->is_waited_for)
        continue;
      if (write->failure != NULL)
        g_message ("Something could not be written down: %s", write->failure->message);
      write_free (write);
      g_ptr_array_remove_index (batch, i - 1);
    }
}

/* Under the mutex. Waits until there is something that should not wait longer. */
static void
wait_for_work (IonWriter *self)
{
  gboolean in_time = TRUE;

  self->is_idle = TRUE;
  while (in_time && !self->is_ending && self->n_urgent == 0)
    {
      IonWrite *oldest = g_queue_peek_head (&self->queue);

      if (oldest == NULL)
        g_cond_wait (&self->queued, &self->mutex);
      else
        in_time = g_cond_wait_until (&self->queued, &self->mutex, oldest->queued_at + LAZY_WAIT_US);
    }
  self->is_idle = FALSE;
}

/* Under the mutex. What goes into the next transaction. */
static void
take_batch (IonWriter *self, GPtrArray *batch)
{
  while (batch->len < BATCH_MAX && !g_queue_is_empty (&self->queue))
    {
      IonWrite *write = g_queue_peek_head (&self->queue);

      if (write->flags & ION_WRITE_ALONE && batch->len > 0)
        return;
      g_queue_pop_head (&self->queue);
      if (!(write->flags & ION_WRITE_LAZY))
        self->n_urgent--;
      g_ptr_array_add (batch, write);
      if (write->flags & ION_WRITE_ALONE)
        return;
    }
}

static gpointer
writer_thread (gpointer data)
{
  IonWriter *self = data;
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();

  for (;;)
    {
      g_mutex_lock (&self->mutex);
      wait_for_work (self);
      take_batch (self, batch);
      g_mutex_unlock (&self->mutex);
      if (batch->len == 0)
        break;
      run_batch (self, batch);
      drop_unattended (batch);
      answer_batch (self, batch);
      g_ptr_array_set_size (batch, 0);
    }
  return NULL;
}

IonWriter *
ion_writer_new (IonDb *db, const char *thread_name)
{
  IonWriter *self = g_new0 (IonWriter, 1);

  self->db = db;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->queued);
  g_cond_init (&self->done);
  g_queue_init (&self->queue);
  self->thread = g_thread_new (thread_name, writer_thread, self);
  return self;
}

void
ion_writer_free (IonWriter *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->is_ending = TRUE;
  g_cond_signal (&self->queued);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  ion_db_close (self->db);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->queued);
  g_cond_clear (&self->done);
  g_free (self);
}

static void
enqueue (IonWriter *self, IonWrite *write)
{
  g_return_if_fail (g_thread_self () != self->thread);

  write->queued_at = g_get_monotonic_time ();
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->queue, write);
  if (!(write->flags & ION_WRITE_LAZY))
    self->n_urgent++;
  if (self->is_idle)
    g_cond_signal (&self->queued);
  g_mutex_unlock (&self->mutex);
}

gboolean
ion_writer_wait (IonWriter *self, IonWrite *write, GError **error)
{
  gboolean is_written;

  g_mutex_lock (&self->mutex);
  while (!write->is_done)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
  is_written = write->failure == NULL;
  if (!is_written)
    g_propagate_error (error, g_steal_pointer (&write->failure));
  write_free (write);
  return is_written;
}

IonWrite *
ion_writer_submit (IonWriter *self,
                   IonWriteFunc func,
                   gpointer data,
                   GDestroyNotify destroy,
                   IonWriteFlags flags)
{
  IonWrite *write = write_new (func, data, destroy, flags & ~ION_WRITE_LAZY);

  write->is_waited_for = TRUE;
  enqueue (self, write);
  return write;
}

gboolean
ion_writer_run (IonWriter *self,
                IonWriteFunc func,
                gpointer data,
                IonWriteFlags flags,
                GError **error)
{
  IonWrite *write = write_new (func, data, NULL, flags & ~ION_WRITE_LAZY);

  write->is_waited_for = TRUE;
  enqueue (self, write);
  return ion_writer_wait (self, write, error);
}

void
ion_writer_push (IonWriter *self,
                 IonWriteFunc func,
                 gpointer data,
                 GDestroyNotify destroy,
                 IonWriteFlags flags)
{
  enqueue (self, write_new (func, data, destroy, flags));
}

void
ion_writer_push_task (IonWriter *self, GTask *task, IonWriteFunc func)
{
  IonWrite *write = write_new (func, g_task_get_task_data (task), NULL, ION_WRITE_DEFAULT);

  write->task = g_object_ref (task);
  enqueue (self, write);
}

guint
ion_writer_get_commits (IonWriter *self)
{
  return (guint) g_atomic_int_get (&self->n_commits);
}
