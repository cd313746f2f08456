/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One thread fills queues, the other empties them. There are three, so that none waits for the
 * other at every turn; memory is bounded by what three hold.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-row-ahead.h"
#include "ion-table-limits.h"

#define N_BATCHES 3

/* A queue on its way from one thread to the other. */
typedef struct
{
  IonRowQueue *queue; /* (owned) */
  GError *error;      /* (owned) (nullable): what ended the reading, behind these rows */
  double fraction;
  gboolean is_last;
} Batch;

struct _IonRowAhead
{
  IonRowSource source;
  gpointer data; /* (unowned) */
  Batch batches[N_BATCHES];
  GAsyncQueue *empty; /* (owned) (element-type Batch): to be filled */
  GAsyncQueue *full;  /* (owned) (element-type Batch) */
  GThread *thread;    /* (owned) (nullable) */
  gint is_stopped;    /* atomic */

  /* Of who takes the rows. */
  Batch *current;     /* (unowned) (nullable) */
  GPtrArray *remarks; /* (owned) (element-type IonTableRemark): of queues that were given back */
  double fraction;
};

/* Returns: (nullable): %NULL where nobody wants any more */
static Batch *
get_empty (IonRowAhead *self)
{
  Batch *batch = g_async_queue_pop (self->empty);

  return g_atomic_int_get (&self->is_stopped) ? NULL : batch;
}

static void
fill (IonRowAhead *self, Batch *batch)
{
  while (!batch->is_last && !ion_row_queue_is_full (batch->queue))
    {
      if (!self->source (self->data, batch->queue, &batch->is_last, &batch->fraction,
                         &batch->error))
        batch->is_last = TRUE;
    }
}

static gpointer
read_ahead (gpointer data)
{
  IonRowAhead *self = data;
  Batch *batch = get_empty (self);

  while (batch != NULL)
    {
      Batch *next = NULL;

      fill (self, batch);
      if (!batch->is_last)
        {
          next = get_empty (self);
          if (next == NULL)
            return NULL;
          ion_row_queue_go_on (next->queue, batch->queue);
        }
      g_async_queue_push (self->full, batch);
      batch = next;
    }
  return NULL;
}

/**
 * ion_row_ahead_new:
 * @source: reads on
 * @data: for it; nobody else touches it from now on
 * @has_thread: whether a thread reads ahead; what is small is read sooner without one
 *
 * Returns: (transfer full): the rows, which may be being read already
 */
IonRowAhead *
ion_row_ahead_new (IonRowSource source, gpointer data, gboolean has_thread)
{
  IonRowAhead *self = g_new0 (IonRowAhead, 1);

  self->source = source;
  self->data = data;
  self->empty = g_async_queue_new ();
  self->full = g_async_queue_new ();
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  for (guint i = 0; i < N_BATCHES; i++)
    {
      self->batches[i].queue = ion_row_queue_new ();
      if (has_thread)
        g_async_queue_push (self->empty, &self->batches[i]);
    }
  if (has_thread)
    self->thread = g_thread_new ("ion-row-ahead", read_ahead, self);
  return self;
}

void
ion_row_ahead_free (IonRowAhead *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->is_stopped, TRUE);
  /* It may be waiting for one. */
  g_async_queue_push (self->empty, &self->batches[0]);
  if (self->thread != NULL)
    g_thread_join (self->thread);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  for (guint i = 0; i < N_BATCHES; i++)
    {
      ion_row_queue_free (self->batches[i].queue);
      g_clear_error (&self->batches[i].error);
    }
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

static void
keep_remarks (IonRowAhead *self, IonRowQueue *queue)
{
  g_autoptr (GPtrArray) taken = ion_row_queue_take_remarks (queue);

  /* None is left out: a queue has seen to it that they are not too many. */
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (self->remarks, g_steal_pointer (&taken->pdata[i]));
}

/* Gives the queue back that was emptied, and waits for the next one; without a thread there is only
 * one, which is filled again. */
static void
turn (IonRowAhead *self)
{
  if (self->thread == NULL)
    {
      self->current = &self->batches[0];
      fill (self, self->current);
      return;
    }
  if (self->current != NULL)
    {
      keep_remarks (self, self->current->queue);
      g_async_queue_push (self->empty, self->current);
    }
  self->current = g_async_queue_pop (self->full);
}

/**
 * ion_row_ahead_next:
 * @self: rows
 * @row: (out): its number
 * @cells: (out) (transfer none): until the next call
 * @n_cells: (out): how many
 * @error: what ended the reading; said once
 *
 * Returns: %FALSE at the end, or with @error
 */
gboolean
ion_row_ahead_next (IonRowAhead *self,
                    gint64 *row,
                    const char *const **cells,
                    gsize *n_cells,
                    GError **error)
{
  while (self->current == NULL || !ion_row_queue_take (self->current->queue, row, cells, n_cells))
    {
      if (self->current != NULL && self->current->is_last)
        {
          if (self->current->error != NULL)
            g_propagate_error (error, g_steal_pointer (&self->current->error));
          return FALSE;
        }
      turn (self);
      self->fraction = self->current->fraction;
    }
  return TRUE;
}

gboolean
ion_row_ahead_has_remarks (const IonRowAhead *self)
{
  return self->remarks->len > 0 ||
         (self->current != NULL && ion_row_queue_has_remarks (self->current->queue));
}

/* Returns: (transfer full) (element-type IonTableRemark): of the rows taken since the last call */
GPtrArray *
ion_row_ahead_take_remarks (IonRowAhead *self)
{
  GPtrArray *taken;

  if (self->remarks->len == 0 && self->current != NULL)
    return ion_row_queue_take_remarks (self->current->queue);
  if (self->current != NULL)
    keep_remarks (self, self->current->queue);
  taken = self->remarks;
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  return taken;
}

/* Returns: how much of the sheet was taken, 0 to 1 */
double
ion_row_ahead_get_fraction (const IonRowAhead *self)
{
  return self->fraction;
}
