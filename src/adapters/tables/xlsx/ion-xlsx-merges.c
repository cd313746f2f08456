/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Merged cells stand behind the cells in a sheet's file, and are wanted with the rows that they
 * concern. So they are looked for first, as bytes: unpacking costs a fraction of parsing. What is
 * missed so (a sheet in UTF-16) is only a warning less.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-merges.h"
#include "ion-cell-remark.h"
#include "ion-table-limits.h"
#include "ion-xlsx-reference.h"
#include "ion-zip-member.h"

#include <string.h>

#define MARK     "mergeCell "
#define MARK_MAX 256 /* bytes of the element that are looked at */

/* The first of several cells that are merged. */
typedef struct
{
  gint64 row;
  gsize column; /* from 0 */
} Merge;

struct _IonXlsxMerges
{
  GArray *merges; /* (owned) (element-type Merge): by row */
  guint next;     /* in @merges */
};

static gboolean
read_cell (const char **p, const char *end, gsize *column, gint64 *row)
{
  const char *digits = ion_xlsx_reference_read_column (*p, end, column);

  *row = 0;
  if (digits == *p)
    return FALSE;
  *p = digits;
  while (*p < end && g_ascii_isdigit (**p) && *row <= ION_TABLE_ROWS_MAX)
    *row = *row * 10 + (*(*p)++ - '0');
  return *p > digits;
}

/* @text: what follows the element's name */
static void
read_merge (IonXlsxMerges *self, const char *text, gsize size)
{
  const char *end = memchr (text, '>', size);
  const char *p = end != NULL ? memmem (text, (gsize) (end - text), "ref=", 4) : NULL;
  Merge merge;

  if (p == NULL || self->merges->len >= ION_TABLE_MERGES_MAX)
    return;
  p += strlen ("ref=\"");
  if (p < end && read_cell (&p, end, &merge.column, &merge.row) && p < end && *p == ':' &&
      merge.column < ION_TABLE_COLUMNS_MAX)
    g_array_append_val (self->merges, merge);
}

/* Returns: how much of @text is done with: what may be cut off in the middle is not */
static gsize
search (IonXlsxMerges *self, const char *text, gsize size, gboolean is_end)
{
  const gsize mark_size = strlen (MARK);
  const char *p = text, *end = text + size;
  const char *found;

  while ((found = memmem (p, (gsize) (end - p), MARK, mark_size)) != NULL)
    {
      if (!is_end && (gsize) (end - found) < MARK_MAX)
        return (gsize) (found - text);
      p = found + mark_size;
      read_merge (self, p, MIN ((gsize) (end - p), MARK_MAX));
    }
  return size - MIN ((gsize) (end - p), mark_size - 1);
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const Merge *one = a, *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return (one->column > other->column) - (one->column < other->column);
}

static gboolean
search_member (IonXlsxMerges *self, IonZipMember *member, GError **error)
{
  g_autoptr (GString) joint = g_string_new (NULL);
  const char *bytes;
  gsize size;

  do
    {
      gsize head, done;

      if (!ion_zip_member_read (member, &bytes, &size, error))
        return FALSE;
      /* Where two pieces meet; then the rest of the second, in its place. */
      head = MIN (size, MARK_MAX);
      g_string_append_len (joint, bytes, (gssize) head);
      done = search (self, joint->str, joint->len, size == 0);
      if (head == size)
        {
          g_string_erase (joint, 0, (gssize) done);
          continue;
        }
      done = done > joint->len - head ? done - (joint->len - head) : 0;
      done += search (self, bytes + done, size - done, FALSE);
      g_string_truncate (joint, 0);
      g_string_append_len (joint, bytes + done, (gssize) (size - done));
    }
  while (size > 0);
  return TRUE;
}

/**
 * ion_xlsx_merges_find:
 * @archive: a workbook
 * @part: a sheet of it
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): the merged cells of the sheet
 */
IonXlsxMerges *
ion_xlsx_merges_find (IonZipArchive *archive, const char *part, GError **error)
{
  g_autoptr (IonZipMember) member = ion_zip_member_open_unverified (archive, part, error);
  g_autoptr (IonXlsxMerges) self = NULL;

  if (member == NULL)
    return NULL;
  self = g_new0 (IonXlsxMerges, 1);
  self->merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  if (!search_member (self, member, error))
    return NULL;
  g_array_sort (self->merges, compare);
  return g_steal_pointer (&self);
}

void
ion_xlsx_merges_free (IonXlsxMerges *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->merges);
  g_free (self);
}

/**
 * ion_xlsx_merges_remark:
 * @self: merged cells
 * @row: above that of the call before
 * @queue: in that row
 *
 * Says which cells of the row are the first of several.
 */
void
ion_xlsx_merges_remark (IonXlsxMerges *self, gint64 row, IonRowQueue *queue)
{
  for (; self->next < self->merges->len; self->next++)
    {
      const Merge *merge = &g_array_index (self->merges, Merge, self->next);

      if (merge->row > row)
        return;
      if (merge->row == row)
        ion_cell_remark_merged (queue, merge->column);
    }
}
