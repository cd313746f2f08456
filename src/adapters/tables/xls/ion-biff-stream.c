/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Old workbooks stand in a compound file, and the oldest ones (which many suppliers' programs still
 * write) stand bare. Either way they are records of a type, a length and so many bytes, read here
 * through a window that moves along. No library is used: the one there is for C leaves the cells
 * with formulas empty, without a word.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-biff-stream.h"
#include "ion-input-file.h"
#include "ion-little-endian.h"
#include "ion-ole-file.h"
#include "ion-ole-stream.h"
#include "ion-table-limits.h"
#include "ion-table.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define WINDOW_SIZE (160 * 1024) /* more than the longest record */
#define RECORD_HEAD 4

struct _IonBiffStream
{
  int fd;
  IonOleFile *file;     /* (owned) (nullable) */
  IonOleStream *stream; /* (owned) (nullable): %NULL where the records stand bare */
  guint64 size;
  guint64 at;     /* of the next record */
  guint8 *window; /* (owned): WINDOW_SIZE bytes */
  guint64 window_at;
  gsize window_size;
};

static const guint8 ole_magic[8] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

static gboolean
is_bare (const guint8 *head, gsize size)
{
  guint16 length;

  if (size < 8 || head[0] != 0x09 ||
      (head[1] != 0x00 && head[1] != 0x02 && head[1] != 0x04 && head[1] != 0x08))
    return FALSE;
  length = ion_le16 (head + 2);
  /* A table, or the parts common to several, of which the oldest have none. */
  return length >= 4 && length <= 16 &&
         (ion_le16 (head + 6) == 0x0010 || ion_le16 (head + 6) == 0x0005);
}

/* Returns: whether a file that begins with @head is for this reader, if only to say why not */
gboolean
ion_biff_stream_recognises (const guint8 *head, gsize size)
{
  return (size >= sizeof ole_magic && memcmp (head, ole_magic, sizeof ole_magic) == 0) ||
         is_bare (head, size);
}

static void
refuse_other (const IonOleFile *file, GError **error)
{
  if (ion_ole_file_has (file, "EncryptedPackage"))
    g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCRYPTED,
                         _ ("The workbook is protected by a password. Open it in the spreadsheet "
                            "program, save it without the password and choose that file."));
  else if (ion_ole_file_has (file, "WordDocument"))
    g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT,
                         _ ("This is a Word document, even if its name says otherwise. Copy the "
                            "table into a spreadsheet, save that and choose it."));
  else
    g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT,
                         _ ("This is an old Microsoft Office document, but no workbook. Ask "
                            "whoever made it for the table as a workbook or as CSV."));
}

static gboolean
find_workbook (IonBiffStream *self, GError **error)
{
  static const char *const names[] = { "Workbook", "Book" };

  self->file = ion_ole_file_open (self->fd, self->size, error);
  if (self->file == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) local_error = NULL;

      self->stream = ion_ole_stream_open (self->file, names[i], &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (self->stream != NULL)
        {
          self->size = ion_ole_stream_get_size (self->stream);
          return TRUE;
        }
    }
  refuse_other (self->file, error);
  return FALSE;
}

static gboolean
read_window (IonBiffStream *self, GError **error)
{
  gsize size = (gsize) MIN (WINDOW_SIZE, self->size - self->at);
  gssize n;

  self->window_at = self->at;
  self->window_size = 0;
  if (self->stream != NULL)
    {
      if (!ion_ole_stream_read (self->stream, self->at, self->window, size, error))
        return FALSE;
      self->window_size = size;
      return TRUE;
    }
  n = ion_input_file_read (self->fd, (gint64) self->at, self->window, size, error);
  self->window_size = n > 0 ? (gsize) n : 0;
  return n >= 0;
}

/* Makes @size bytes from here on stand in the window. Returns: %NULL without @error where the
 * stream ends before */
static const guint8 *
look_at (IonBiffStream *self, gsize size, GError **error)
{
  if (self->at > self->size || size > self->size - self->at)
    return NULL;
  if (self->at < self->window_at || self->at + size > self->window_at + self->window_size)
    {
      if (!read_window (self, error) || self->window_size < size)
        return NULL;
    }
  return self->window + (self->at - self->window_at);
}

/**
 * ion_biff_stream_next:
 * @self: a stream
 * @record: (out caller-allocates): the next record
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: %FALSE at the end, or with @error
 */
gboolean
ion_biff_stream_next (IonBiffStream *self, IonBiffRecord *record, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const guint8 *head = look_at (self, RECORD_HEAD, &local_error);

  if (head != NULL)
    {
      record->type = ion_le16 (head);
      record->size = ion_le16 (head + 2);
      head = look_at (self, (gsize) RECORD_HEAD + record->size, &local_error);
      if (head == NULL && local_error == NULL)
        g_set_error_literal (&local_error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                             _ ("The workbook ends in the middle: it was not copied whole. Ask for "
                                "it again."));
    }
  if (head == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  record->at = (guint32) self->at;
  record->data = head + RECORD_HEAD;
  self->at += (guint64) RECORD_HEAD + record->size;
  return TRUE;
}

/* The next record will be the one at @at. */
void
ion_biff_stream_seek (IonBiffStream *self, guint32 at)
{
  self->at = at;
}

static gboolean
open_file (IonBiffStream *self, const char *path, GError **error)
{
  struct stat about;

  self->fd = ion_input_file_open (path, &about, error);
  if (self->fd < 0)
    return FALSE;
  if (about.st_size > ION_TABLE_XLS_SIZE_MAX)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                           _ ("The workbook is larger than 64 MiB. Save it as CSV, or split it "
                              "into several files."));
      return FALSE;
    }
  self->size = (guint64) about.st_size;
  return TRUE;
}

/**
 * ion_biff_stream_open:
 * @path: a file that ion_biff_stream_recognises() has recognised
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the workbook, at its first record
 */
IonBiffStream *
ion_biff_stream_open (const char *path, GError **error)
{
  g_autoptr (IonBiffStream) self = g_new0 (IonBiffStream, 1);
  const guint8 *head;

  self->window = g_malloc (WINDOW_SIZE);
  if (!open_file (self, path, error))
    return NULL;
  head = look_at (self, sizeof ole_magic, error);
  if (head == NULL)
    {
      if (error == NULL || *error == NULL)
        g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY,
                             _ ("The file is empty."));
      return NULL;
    }
  if (!is_bare (head, sizeof ole_magic) && !find_workbook (self, error))
    return NULL;
  self->window_size = 0;
  return g_steal_pointer (&self);
}

void
ion_biff_stream_free (IonBiffStream *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stream, ion_ole_stream_free);
  g_clear_pointer (&self->file, ion_ole_file_free);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->window);
  g_free (self);
}
