/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One stream of a compound file, read at any place. Short ones are packed, in sectors of their own,
 * into a stream that the directory names.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-ole-stream.h"
#include "ion-little-endian.h"
#include "ion-ole-file-private.h"

struct _IonOleStream
{
  const IonOleFile *file; /* not owned */
  gboolean is_mini;
  guint64 size;
  GArray *sectors; /* (owned) (element-type guint32) */
};

/**
 * ion_ole_stream_open:
 * @file: (not owned): the container
 * @name: the name of a stream at its top
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): the stream; %NULL without @error where there is none
 */
IonOleStream *
ion_ole_stream_open (const IonOleFile *file, const char *name, GError **error)
{
  g_autoptr (IonOleStream) stream = NULL;
  const guint8 *entry = ion_ole_file_find_entry (file, name);
  guint shift;

  if (entry == NULL || entry[66] != ION_OLE_TYPE_STREAM)
    return NULL;
  stream = g_new0 (IonOleStream, 1);
  stream->file = file;
  stream->size = ion_le32 (entry + 120);
  stream->is_mini = stream->size < file->mini_cutoff;
  shift = stream->is_mini ? ION_OLE_MINI_SHIFT : file->shift;
  stream->sectors = ion_ole_file_follow (stream->is_mini ? file->mini_fat : file->fat,
                                         ion_le32 (entry + 116), G_MAXUINT32, error);
  if (stream->sectors == NULL)
    return NULL;
  if ((guint64) stream->sectors->len << shift < stream->size)
    {
      ion_ole_file_refuse_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&stream);
}

guint64
ion_ole_stream_get_size (const IonOleStream *self)
{
  return self->size;
}

static gboolean
find_mini_place (const IonOleStream *self, guint32 mini_sector, guint64 *at)
{
  guint64 offset = (guint64) mini_sector << ION_OLE_MINI_SHIFT;
  guint64 index = offset >> self->file->shift;

  if (index >= self->file->mini->len)
    return FALSE;
  *at = (((guint64) g_array_index (self->file->mini, guint32, index) + 1) << self->file->shift) +
        (offset & (((guint64) 1 << self->file->shift) - 1));
  return TRUE;
}

/**
 * ion_ole_stream_read:
 * @self: a stream
 * @at: from which byte
 * @buffer: (out caller-allocates) (array length=size): what stands there
 * @size: how many bytes
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: whether all of it could be read
 */
gboolean
ion_ole_stream_read (const IonOleStream *self,
                     guint64 at,
                     guint8 *buffer,
                     gsize size,
                     GError **error)
{
  guint shift = self->is_mini ? ION_OLE_MINI_SHIFT : self->file->shift;
  guint64 mask = ((guint64) 1 << shift) - 1;

  if (at > self->size || size > self->size - at)
    return ion_ole_file_refuse_damaged (error);
  while (size > 0)
    {
      guint32 sector = g_array_index (self->sectors, guint32, at >> shift);
      gsize piece = (gsize) MIN (size, mask + 1 - (at & mask));
      guint64 place = ((guint64) sector + 1) << shift;

      if (self->is_mini && !find_mini_place (self, sector, &place))
        return ion_ole_file_refuse_damaged (error);
      if (!ion_ole_file_read_at (self->file, place + (at & mask), buffer, piece, error))
        return FALSE;
      buffer += piece;
      at += piece;
      size -= piece;
    }
  return TRUE;
}

void
ion_ole_stream_free (IonOleStream *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sectors, g_array_unref);
  g_free (self);
}
