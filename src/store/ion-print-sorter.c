/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Runs that fit into memory are sorted one by one, and merged when they are read. There is nothing
 * in the file that is not in the ledger too: fingerprints under the vault's key, and numbers of
 * rows.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-print-sorter.h"
#include "ion-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define IN_MEMORY 65536
#define CHUNK     1024 /* records read at once of a run */
#define BUCKETS   65536
/* As many are moved about one by one. */
#define BY_INSERTION 16

/* A part of the file that is in order. */
typedef struct
{
  goffset at;    /* of what was not read yet */
  gsize n_left;  /* records not read yet */
  guint8 *chunk; /* (owned) (nullable): what was read */
  gsize n_chunk, next;
} Run;

struct _IonPrintSorter
{
  char *folder; /* (owned) */
  gsize print_size, record_size;
  gsize n_in_memory;
  guint8 *records; /* (owned): the last run, which stays in memory */
  gsize n_records, next;
  int file; /* -1: everything is in memory */
  goffset end;
  GArray *runs; /* (owned) (element-type Run) */
  GArray *heap; /* (owned) (element-type guint): runs by their next record; the last is memory */
  gboolean is_read;
};

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_clear_pointer (&run->chunk, g_free);
}

IonPrintSorter *
ion_print_sorter_new (const char *folder, guint n_prints, guint n_in_memory)
{
  IonPrintSorter *self;

  g_return_val_if_fail (folder != NULL && (n_prints == 1 || n_prints == 2), NULL);

  self = g_new0 (IonPrintSorter, 1);
  self->folder = g_strdup (folder);
  self->print_size = n_prints * sizeof (IonPrint);
  self->record_size = self->print_size + sizeof (guint32);
  self->n_in_memory = n_in_memory > 0 ? n_in_memory : IN_MEMORY;
  self->records = g_malloc (self->n_in_memory * self->record_size);
  self->file = -1;
  self->runs = g_array_new (FALSE, TRUE, sizeof (Run));
  g_array_set_clear_func (self->runs, run_clear);
  self->heap = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ion_print_sorter_free (IonPrintSorter *self)
{
  g_return_if_fail (self != NULL);

  if (self->file >= 0)
    close (self->file);
  g_array_unref (self->runs);
  g_array_unref (self->heap);
  g_free (self->records);
  g_free (self->folder);
  g_free (self);
}

static gboolean
fail (GError **error)
{
  if (errno == ENOSPC || errno == EDQUOT)
    g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_FULL,
                         _ ("There is no space left on the disk. Nothing was lost: make room and "
                            "go on."));
  else
    g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED,
                 _ ("The ledger did not accept this: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
open_file (IonPrintSorter *self, GError **error)
{
  g_autofree char *name = NULL;

  if (self->file >= 0)
    return TRUE;
  self->file = g_open (self->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (self->file >= 0)
    return TRUE;
  /* Not every file system has files without a name. */
  name = g_build_filename (self->folder, "sorting-XXXXXX", NULL);
  self->file = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (self->file < 0 || g_unlink (name) != 0)
    return fail (error);
  return TRUE;
}

static gboolean
write_all (IonPrintSorter *self, const guint8 *bytes, gsize size, GError **error)
{
  while (size > 0)
    {
      gssize written = pwrite (self->file, bytes, size, self->end);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error);
      self->end += written;
      bytes += written;
      size -= (gsize) written;
    }
  return TRUE;
}

static guint
bucket_of (const guint8 *record)
{
  return (guint) record[0] << 8 | record[1];
}

static int
compare (const void *a, const void *b, void *size)
{
  return memcmp (a, b, *(const gsize *) size);
}

/* Some records that begin with the same two bytes. */
static void
sort_bucket (const IonPrintSorter *self, guint8 *records, gsize n_records)
{
  const gsize size = self->record_size;
  guint8 moving[sizeof (IonRowPrints)];

  if (n_records > BY_INSERTION)
    {
      qsort_r (records, n_records, size, compare, (gpointer) &self->print_size);
      return;
    }
  for (gsize i = 1; i < n_records; i++)
    {
      gsize place = i;

      while (place > 0 &&
             memcmp (records + (place - 1) * size, records + i * size, self->print_size) > 0)
        place--;
      if (place == i)
        continue;
      memcpy (moving, records + i * size, size);
      memmove (records + (place + 1) * size, records + place * size, (i - place) * size);
      memcpy (records + place * size, moving, size);
    }
}

/* Fingerprints are hashes: dropped into buckets by their first two bytes, few are left to compare.
 */
static void
sort (IonPrintSorter *self)
{
  g_autofree guint32 *ends = g_new0 (guint32, BUCKETS + 1);
  guint8 *sorted = g_malloc (self->n_in_memory * self->record_size);
  guint32 begin = 0;

  for (gsize i = 0; i < self->n_records; i++)
    ends[bucket_of (self->records + i * self->record_size) + 1]++;
  for (guint i = 0; i < BUCKETS; i++)
    ends[i + 1] += ends[i];
  for (gsize i = 0; i < self->n_records; i++)
    {
      const guint8 *record = self->records + i * self->record_size;

      memcpy (sorted + ends[bucket_of (record)]++ * self->record_size, record, self->record_size);
    }
  g_free (self->records);
  self->records = sorted;
  /* Each beginning has become the end of its bucket. */
  for (guint i = 0; i < BUCKETS; begin = ends[i++])
    if (ends[i] - begin > 1)
      sort_bucket (self, sorted + begin * self->record_size, ends[i] - begin);
}

static gboolean
put_away (IonPrintSorter *self, GError **error)
{
  Run run = { .n_left = self->n_records };

  sort (self);
  if (!open_file (self, error))
    return FALSE;
  run.at = self->end;
  if (!write_all (self, self->records, self->n_records * self->record_size, error))
    return FALSE;
  g_array_append_val (self->runs, run);
  self->n_records = 0;
  return TRUE;
}

gboolean
ion_print_sorter_add (IonPrintSorter *self, const IonRowPrints *prints, GError **error)
{
  guint8 *record;

  g_return_val_if_fail (self != NULL && !self->is_read, FALSE);

  if (self->n_records == self->n_in_memory && !put_away (self, error))
    return FALSE;
  record = self->records + self->n_records++ * self->record_size;
  memcpy (record, prints, self->print_size);
  memcpy (record + self->print_size, &prints->row, sizeof prints->row);
  return TRUE;
}

/* Reads on in a run whose chunk was used up. */
static gboolean
fill_chunk (IonPrintSorter *self, Run *run, GError **error)
{
  gsize wanted = MIN (run->n_left, CHUNK) * self->record_size;
  gsize size = 0;

  if (run->chunk == NULL)
    run->chunk = g_malloc (CHUNK * self->record_size);
  while (size < wanted)
    {
      gssize got = pread (self->file, run->chunk + size, wanted - size, run->at);

      if (got < 0 && errno == EINTR)
        continue;
      if (got == 0)
        errno = EIO;
      if (got <= 0)
        return fail (error);
      size += (gsize) got;
      run->at += got;
    }
  run->n_chunk = wanted / self->record_size;
  run->n_left -= run->n_chunk;
  run->next = 0;
  return TRUE;
}

/* Returns: (nullable): the next record of a run; the one past the last is what is in memory */
static const guint8 *
peek (IonPrintSorter *self, guint index)
{
  const Run *run;

  if (index == self->runs->len)
    return self->next < self->n_records ? self->records + self->next * self->record_size : NULL;
  run = &g_array_index (self->runs, Run, index);
  return run->next < run->n_chunk ? run->chunk + run->next * self->record_size : NULL;
}

static gboolean
is_before (IonPrintSorter *self, guint one, guint other)
{
  return memcmp (peek (self, one), peek (self, other), self->print_size) < 0;
}

/* Lets the run at @place of the heap sink to where it belongs. */
static void
sink (IonPrintSorter *self, guint place)
{
  guint *heap = (guint *) self->heap->data;

  for (;;)
    {
      guint child = 2 * place + 1;
      guint sinking = heap[place];

      if (child >= self->heap->len)
        return;
      if (child + 1 < self->heap->len && is_before (self, heap[child + 1], heap[child]))
        child++;
      if (!is_before (self, heap[child], sinking))
        return;
      heap[place] = heap[child];
      heap[child] = sinking;
      place = child;
    }
}

gboolean
ion_print_sorter_rewind (IonPrintSorter *self, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->is_read, FALSE);

  self->is_read = TRUE;
  sort (self);
  for (guint i = 0; i <= self->runs->len; i++)
    {
      if (i < self->runs->len && !fill_chunk (self, &g_array_index (self->runs, Run, i), error))
        return FALSE;
      if (peek (self, i) != NULL)
        g_array_append_val (self->heap, i);
    }
  for (guint i = self->heap->len; i > 0; i--)
    sink (self, i - 1);
  return TRUE;
}

/* Goes on by one in the run that stands first in the heap. */
static gboolean
advance (IonPrintSorter *self, GError **error)
{
  guint index = g_array_index (self->heap, guint, 0);

  if (index == self->runs->len)
    self->next++;
  else
    {
      Run *run = &g_array_index (self->runs, Run, index);

      run->next++;
      if (run->next == run->n_chunk && run->n_left > 0 && !fill_chunk (self, run, error))
        return FALSE;
    }
  if (peek (self, index) == NULL)
    g_array_remove_index_fast (self->heap, 0);
  if (self->heap->len > 0)
    sink (self, 0);
  return TRUE;
}

gboolean
ion_print_sorter_next (IonPrintSorter *self, IonRowPrints *prints, GError **error)
{
  const guint8 *record;

  g_return_val_if_fail (self != NULL && self->is_read, FALSE);

  if (self->heap->len == 0)
    return FALSE;
  record = peek (self, g_array_index (self->heap, guint, 0));
  memcpy (prints, record, self->print_size);
  memcpy (&prints->row, record + self->print_size, sizeof prints->row);
  return advance (self, error);
}
