/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Two rows of one person may be a mistake, or two children: which column tells them apart is what
 * the office needs to hear. The first row is long gone by then, and a list may have a million, so a
 * few bits of each cell are kept.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-row-marks.h"
#include "ion-blank.h"

#define MARK_BITS   64
#define COLUMNS_MAX 16 /* four bits each; those behind are not told apart */

struct _IonRowMarks
{
  gsize columns[COLUMNS_MAX];
  guint n_columns;
  guint bits;    /* of each column */
  gint64 first;  /* the first row; 0 = none yet */
  GArray *marks; /* (owned) (element-type guint64): by row, from @first */
};

IonRowMarks *
ion_row_marks_new (const IonCheckedColumns *columns)
{
  IonRowMarks *self = g_new0 (IonRowMarks, 1);

  for (gsize i = 0; i < columns->n && self->n_columns < COLUMNS_MAX; i++)
    {
      if (columns->list[i].field != NULL && (gssize) i != columns->code)
        self->columns[self->n_columns++] = i;
    }
  self->bits = MARK_BITS / MAX (self->n_columns, 4);
  self->marks = g_array_new (FALSE, TRUE, sizeof (guint64));
  return self;
}

void
ion_row_marks_free (IonRowMarks *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_free (self);
}

/* Of what a person sees: blanks and the case do not count. */
static guint64
hash_cell (const char *cell)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  while (*cell != '\0')
    {
      gsize blank = ion_blank_length (cell);

      if (blank == 0)
        hash = (hash ^ (guchar) g_ascii_tolower (*cell)) * G_GUINT64_CONSTANT (1099511628211);
      cell += MAX (blank, 1);
    }
  return hash ^ (hash >> 32);
}

static guint64
get_bits (const IonRowMarks *self, guint64 mark, guint column)
{
  return (mark >> (column * self->bits)) & ((G_GUINT64_CONSTANT (1) << self->bits) - 1);
}

void
ion_row_marks_add (IonRowMarks *self, gint64 row, const char *const *cells, gsize n_cells)
{
  guint64 mark = 0;

  if (self->first == 0)
    self->first = row;
  g_return_if_fail (row >= self->first && row - self->first < G_MAXINT32);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = self->columns[i] < n_cells ? cells[self->columns[i]] : "";

      mark |= get_bits (self, hash_cell (cell), 0) << (i * self->bits);
    }
  if ((guint) (row - self->first) >= self->marks->len)
    g_array_set_size (self->marks, (guint) (row - self->first) + 1);
  g_array_index (self->marks, guint64, row - self->first) = mark;
}

gssize
ion_row_marks_find_difference (const IonRowMarks *self, gint64 row, gint64 other)
{
  const guint64 *marks = (const guint64 *) (void *) self->marks->data;

  g_return_val_if_fail (MIN (row, other) >= self->first, -1);
  g_return_val_if_fail (MAX (row, other) - self->first < self->marks->len, -1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (get_bits (self, marks[row - self->first], i) !=
          get_bits (self, marks[other - self->first], i))
        return (gssize) self->columns[i];
    }
  return -1;
}
