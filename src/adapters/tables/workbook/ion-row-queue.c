/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A parser calls back for every cell, a table is asked for one row: between them the rows wait
 * here, in one arena that is used again once they are taken (ion-row-queue-take.c). The limits hold
 * here, for every format of workbook, and are said as for CSV.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-row-queue-private.h"
#include "ion-blank.h"
#include "ion-table-limits.h"
#include "ion-text-append.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Remarks on rows that wait: they are as many as the cells of a piece of the file at most. */
#define PENDING_MAX (10 * ION_TABLE_REMARKS_MAX)

typedef enum
{
  FAULT_NUL_BYTES = 1 << 0,
  FAULT_CELL_TOO_LONG = 1 << 1,
  FAULT_ROW_TOO_LONG = 1 << 2,
  FAULT_TOO_MANY_COLUMNS = 1 << 3,
} Fault;

static const struct
{
  Fault fault;
  const char *code;
  const char *message;
} faults[] = {
  { FAULT_NUL_BYTES, "nul-bytes",
    N_ ("The row holds NUL characters, which were left out: the file may be damaged.") },
  { FAULT_CELL_TOO_LONG, "cell-too-long",
    N_ ("A cell is longer than 64 KiB and was cut: the row cannot be used.") },
  { FAULT_ROW_TOO_LONG, "row-too-long",
    N_ ("The row is longer than 1 MiB and was cut: it cannot be used.") },
  { FAULT_TOO_MANY_COLUMNS, "too-many-columns",
    N_ ("The row has more than 1,024 columns: the others were left out.") },
};

IonRowQueue *
ion_row_queue_new (void)
{
  IonRowQueue *self = g_new0 (IonRowQueue, 1);

  self->text = g_string_new (NULL);
  g_string_append_c (self->text, '\0');
  self->starts = g_array_new (FALSE, TRUE, sizeof (gsize));
  self->rows = g_array_new (FALSE, FALSE, sizeof (IonQueuedRow));
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  self->result = g_ptr_array_new ();
  return self;
}

void
ion_row_queue_free (IonRowQueue *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->pending);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->result);
  g_free (self);
}

IonTableRemark *
ion_row_queue_make_remark (gint64 row, gssize column, const char *code, const char *message)
{
  if (column < 0)
    return ion_table_remark_new (row, code, message);
  return ion_table_remark_new_for_cell (row, (gsize) column, code, message);
}

static gboolean
check_number (gint64 row, GError **error)
{
  if (row <= ION_TABLE_ROWS_MAX)
    return TRUE;
  g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
               _ ("The table has more than %d rows. Split it into several files."),
               ION_TABLE_ROWS_MAX);
  return FALSE;
}

/**
 * ion_row_queue_begin:
 * @self: a queue
 * @row: its number, above that of the row before
 * @error: %ION_TABLE_ERROR_TOO_LARGE
 *
 * Returns: %FALSE where the table has too many rows
 */
gboolean
ion_row_queue_begin (IonRowQueue *self, gint64 row, GError **error)
{
  g_return_val_if_fail (row > self->last, FALSE);

  self->current = (IonQueuedRow){ .row = row, .start = self->starts->len };
  /* As many cells as most rows have; new ones are zero: the empty text. */
  g_array_set_size (self->starts, (guint) (self->starts->len + self->width));
  self->text_start = self->text->len;
  self->is_open = TRUE;
  self->is_filled = FALSE;
  self->faults = 0;
  return check_number (row, error);
}

static void
append (IonRowQueue *self, const char *text, gsize size)
{
  gsize row_size = self->text->len - self->text_start, limit = size;

  if (G_UNLIKELY (size > ION_TABLE_CELL_MAX))
    {
      self->faults |= FAULT_CELL_TOO_LONG;
      limit = ION_TABLE_CELL_MAX;
    }
  if (G_UNLIKELY (row_size + limit > ION_TABLE_ROW_MAX))
    {
      self->faults |= FAULT_ROW_TOO_LONG;
      limit = row_size < ION_TABLE_ROW_MAX ? ION_TABLE_ROW_MAX - row_size : 0;
    }
  /* Never half a character. */
  while (limit > 0 && limit < size && (text[limit] & 0xC0) == 0x80)
    limit--;
  if (G_UNLIKELY (memchr (text, '\0', limit) != NULL))
    {
      self->faults |= FAULT_NUL_BYTES;
      for (gsize i = 0; i < limit; i++)
        {
          if (text[i] != '\0')
            g_string_append_c (self->text, text[i]);
        }
    }
  else
    ion_text_append (self->text, text, limit);
  ion_text_append (self->text, "", 1);
}

/**
 * ion_row_queue_add:
 * @self: a queue, in a row
 * @column: from 0
 * @text: (array length=size): valid UTF-8
 * @size: its length
 *
 * Adds a cell; what is beyond a limit is left out and remarked.
 */
void
ion_row_queue_add (IonRowQueue *self, gsize column, const char *text, gsize size)
{
  gsize start = self->text->len;

  if (size == 0)
    return;
  if (G_UNLIKELY (column >= ION_TABLE_COLUMNS_MAX))
    {
      self->faults |= FAULT_TOO_MANY_COLUMNS;
      return;
    }
  append (self, text, size);
  if (column >= self->current.n_own)
    {
      if (self->current.start + column >= self->starts->len)
        g_array_set_size (self->starts, (guint) (self->current.start + column + 1));
      self->current.n_own = column + 1;
    }
  g_array_index (self->starts, gsize, self->current.start + column) = start;
  self->is_filled = self->is_filled || *ion_blank_skip (self->text->str + start) != '\0';
}

gboolean
ion_row_queue_is_damage (const char *code)
{
  static const char *const damage[] = { "cell-error", "formula-without-value", "cell-too-long",
                                        "row-too-long", NULL };

  return g_strv_contains (damage, code);
}

/* Says something about the row being read, or about one of its cells. */
void
ion_row_queue_remark (IonRowQueue *self, gssize column, const char *code, const char *message)
{
  if (self->pending->len >= PENDING_MAX && !ion_row_queue_is_damage (code))
    return;
  g_ptr_array_add (self->pending,
                   ion_row_queue_make_remark (self->current.row, column, code, message));
  self->current.n_remarks++;
}

/* What stands between the row before and this one; said first. */
static void
remark_empty_rows (IonRowQueue *self)
{
  gint64 first = self->last + 1, last = self->current.row - 1;
  g_autofree char *message = NULL;

  if (first > last || self->pending->len >= PENDING_MAX)
    return;
  if (first == last)
    message = g_strdup (_ ("The row is empty and was skipped."));
  else
    message = g_strdup_printf (
        /* Translators: row numbers of a table */
        _ ("Rows %1$" PRId64 " to %2$" PRId64 " are empty and were skipped."), first, last);
  g_ptr_array_insert (self->pending, (int) (self->pending->len - self->current.n_remarks),
                      ion_table_remark_new (first, "empty-rows", message));
  self->current.n_remarks++;
}

static void
forget_row (IonRowQueue *self)
{
  guint n = self->current.n_remarks;

  g_string_truncate (self->text, self->text_start);
  g_array_set_size (self->starts, (guint) self->current.start);
  g_ptr_array_set_size (self->pending, (int) (self->pending->len - n));
}

/**
 * ion_row_queue_end:
 * @self: a queue, in a row
 *
 * Returns: whether the row is kept: it was not empty
 */
gboolean
ion_row_queue_end (IonRowQueue *self)
{
  self->is_open = FALSE;
  self->was_kept = self->is_filled || self->faults != 0;
  if (!self->was_kept)
    {
      forget_row (self);
      return FALSE;
    }
  remark_empty_rows (self);
  for (gsize i = 0; self->faults != 0 && i < G_N_ELEMENTS (faults); i++)
    {
      if (self->faults & faults[i].fault)
        ion_row_queue_remark (self, -1, faults[i].code, _ (faults[i].message));
    }
  self->width = MAX (self->width, MAX (self->current.n_own, 1));
  self->current.n_cells = self->width;
  self->last = self->current.row;
  g_array_append_val (self->rows, self->current);
  return TRUE;
}

/**
 * ion_row_queue_repeat:
 * @self: a queue whose row was just ended
 * @n: how often the same row follows
 * @error: %ION_TABLE_ERROR_TOO_LARGE
 *
 * Costs no memory, whatever @n is.
 *
 * Returns: %FALSE where the table has too many rows
 */
gboolean
ion_row_queue_repeat (IonRowQueue *self, gint64 n, GError **error)
{
  if (!self->was_kept || n <= 0)
    return TRUE;
  n = MIN (n, ION_TABLE_ROWS_MAX);
  if (!check_number (self->last + n, error))
    return FALSE;
  g_array_index (self->rows, IonQueuedRow, self->rows->len - 1).n_more += n;
  self->last += n;
  return TRUE;
}
