/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The other end of the queue: its rows one by one, with what is to be said about each, and the
 * arena made free again.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-row-queue-private.h"
#include "ion-table-limits.h"

/* What is enough to be handed on. */
#define FULL_ROWS 1000
#define FULL_SIZE (256 * 1024)

/* What is damaged in a row is damaged each time that it comes again; the rest is said once. */
static void
take_remarks_of (IonRowQueue *self, IonQueuedRow *row)
{
  for (guint i = 0; i < row->n_remarks; i++)
    {
      const IonTableRemark *remark = g_ptr_array_index (self->pending, i);

      if (ion_row_queue_is_damage (remark->code) ||
          (!row->is_again && self->remarks->len < ION_TABLE_REMARKS_MAX))
        g_ptr_array_add (self->remarks,
                         ion_row_queue_make_remark (row->is_again ? row->row : remark->row,
                                                    remark->column, remark->code, remark->message));
    }
  row->is_again = TRUE;
  if (row->n_more > 0 || row->n_remarks == 0)
    return;
  g_ptr_array_remove_range (self->pending, 0, row->n_remarks);
  row->n_remarks = 0;
}

/* Makes room where all rows were taken; one that is still being read moves to the front. */
static void
reset (IonRowQueue *self)
{
  gsize shift = (self->is_open ? self->text_start : self->text->len) - 1;
  gsize n_cells = self->is_open ? self->current.start : self->starts->len;

  g_array_set_size (self->rows, 0);
  self->next = 0;
  if (n_cells > 0)
    g_array_remove_range (self->starts, 0, (guint) n_cells);
  g_string_erase (self->text, 1, (gssize) shift);
  for (guint i = 0; i < self->starts->len; i++)
    {
      gsize *start = &g_array_index (self->starts, gsize, i);

      *start -= *start > 0 ? shift : 0;
    }
  self->current.start = 0;
  self->text_start = 1;
}

/**
 * ion_row_queue_take:
 * @self: a queue
 * @row: (out): its number
 * @cells: (out) (transfer none): until the next call of any function but the remarks'
 * @n_cells: (out): how many
 *
 * Returns: %FALSE where no row waits
 */
gboolean
ion_row_queue_take (IonRowQueue *self, gint64 *row, const char *const **cells, gsize *n_cells)
{
  IonQueuedRow *taken;

  if (self->next == self->rows->len)
    {
      reset (self);
      return FALSE;
    }
  taken = &g_array_index (self->rows, IonQueuedRow, self->next);
  g_ptr_array_set_size (self->result, (int) taken->n_cells);
  for (gsize i = 0; i < taken->n_cells; i++)
    {
      gsize start = i < taken->n_own ? g_array_index (self->starts, gsize, taken->start + i) : 0;

      self->result->pdata[i] = self->text->str + start;
    }
  *row = taken->row;
  *cells = (const char *const *) self->result->pdata;
  *n_cells = taken->n_cells;
  take_remarks_of (self, taken);
  taken->row++;
  if (taken->n_more-- == 0)
    self->next++;
  return TRUE;
}

gboolean
ion_row_queue_is_full (const IonRowQueue *self)
{
  /* A row must be there to be taken, however long it is. */
  return self->rows->len >= FULL_ROWS ||
         (self->rows->len > 0 &&
          (self->text->len >= FULL_SIZE || self->pending->len >= ION_TABLE_REMARKS_MAX));
}

/* The row that @before is in the middle of. */
static void
take_open_row (IonRowQueue *self, IonRowQueue *before)
{
  gsize shift = before->text_start - 1, first = before->current.start;
  guint n_remarks = before->current.n_remarks, n_pending = before->pending->len;

  g_string_append_len (self->text, before->text->str + before->text_start,
                       (gssize) (before->text->len - before->text_start));
  for (gsize i = first; i < before->starts->len; i++)
    {
      gsize start = g_array_index (before->starts, gsize, i);

      start -= start > 0 ? shift : 0;
      g_array_append_val (self->starts, start);
    }
  for (guint i = n_pending - n_remarks; i < n_pending; i++)
    g_ptr_array_add (self->pending, g_steal_pointer (&before->pending->pdata[i]));
  self->current = before->current;
  self->current.start = 0;
  self->text_start = 1;
  self->is_filled = before->is_filled;
  self->faults = before->faults;
  self->is_open = TRUE;
  before->is_open = FALSE;
  before->current = (IonQueuedRow){ 0 };
  g_string_truncate (before->text, before->text_start);
  g_array_set_size (before->starts, (guint) first);
  g_ptr_array_set_size (before->pending, (int) (n_pending - n_remarks));
}

void
ion_row_queue_go_on (IonRowQueue *self, IonRowQueue *before)
{
  self->is_open = FALSE;
  self->was_kept = FALSE;
  reset (self);
  self->width = before->width;
  self->last = before->last;
  if (before->is_open)
    take_open_row (self, before);
}

gboolean
ion_row_queue_has_remarks (const IonRowQueue *self)
{
  return self->remarks->len > 0;
}

/* Returns: (transfer full) (element-type IonTableRemark): of the rows taken since the last call */
GPtrArray *
ion_row_queue_take_remarks (IonRowQueue *self)
{
  GPtrArray *taken = self->remarks;

  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  return taken;
}
