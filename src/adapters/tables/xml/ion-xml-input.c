/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Which sheets there are is known only when all of them were read, so XML of this kind is read
 * twice: once to look, once to read what was chosen, piece by piece both times.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xml-input.h"
#include "ion-input-file.h"
#include "ion-zip-member.h"

#include <unistd.h>

/* Small, so that what the callbacks keep of one piece is bounded. */
#define PIECE_SIZE (16 * 1024)

struct _IonXmlInput
{
  IonZipArchive *archive; /* (owned) (nullable) */
  IonZipMember *member;   /* (owned) (nullable) */
  char *name;             /* (owned) */
  int fd;                 /* -1 where it stands in an archive */
  guint64 size;
  guint64 n_read;
  char *piece;       /* (owned): of the file */
  const char *bytes; /* read, and not yet parsed */
  gsize n_bytes;
  IonXmlStream *stream; /* (owned) (nullable) */
};

/**
 * ion_xml_input_open_member:
 * @archive: (transfer full): an archive
 * @name: a file in it
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): its XML, at the beginning
 */
IonXmlInput *
ion_xml_input_open_member (IonZipArchive *archive, const char *name, GError **error)
{
  g_autoptr (IonXmlInput) self = g_new0 (IonXmlInput, 1);

  self->fd = -1;
  self->archive = archive;
  self->name = g_strdup (name);
  if (!ion_xml_input_rewind (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ion_xml_input_open_file:
 * @path: a regular file
 * @error: %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): its XML, at the beginning
 */
IonXmlInput *
ion_xml_input_open_file (const char *path, GError **error)
{
  g_autoptr (IonXmlInput) self = g_new0 (IonXmlInput, 1);
  struct stat about;

  self->name = g_path_get_basename (path);
  self->piece = g_malloc (PIECE_SIZE);
  self->fd = ion_input_file_open (path, &about, error);
  if (self->fd < 0)
    return NULL;
  self->size = (guint64) about.st_size;
  return g_steal_pointer (&self);
}

void
ion_xml_input_free (IonXmlInput *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stream, ion_xml_stream_free);
  g_clear_pointer (&self->member, ion_zip_member_free);
  g_clear_pointer (&self->archive, ion_zip_archive_free);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->piece);
  g_free (self->name);
  g_free (self);
}

/* From here on, @handler is called with @data. */
void
ion_xml_input_begin (IonXmlInput *self, const IonXmlHandler *handler, gpointer data)
{
  g_clear_pointer (&self->stream, ion_xml_stream_free);
  self->stream = ion_xml_stream_new (self->name, handler, data);
}

static gboolean
fill (IonXmlInput *self, GError **error)
{
  gssize n;

  if (self->n_bytes > 0)
    return TRUE;
  if (self->fd < 0)
    return ion_zip_member_read (self->member, &self->bytes, &self->n_bytes, error);
  n = ion_input_file_read (self->fd, (gint64) self->n_read, self->piece, PIECE_SIZE, error);
  if (n < 0)
    return FALSE;
  self->n_read += n;
  self->bytes = self->piece;
  self->n_bytes = n;
  return TRUE;
}

/**
 * ion_xml_input_read:
 * @self: an input that was begun
 * @is_end: (out): whether nothing follows, or nothing more is wanted
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Reads one piece, with all its callbacks.
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
ion_xml_input_read (IonXmlInput *self, gboolean *is_end, GError **error)
{
  gsize size;

  *is_end = TRUE;
  if (ion_xml_stream_is_stopped (self->stream))
    return TRUE;
  if (!fill (self, error))
    return FALSE;
  if (self->n_bytes == 0)
    return ion_xml_stream_end (self->stream, error);
  size = MIN (self->n_bytes, PIECE_SIZE);
  if (!ion_xml_stream_feed (self->stream, self->bytes, size, error))
    return FALSE;
  self->bytes += size;
  self->n_bytes -= size;
  *is_end = ion_xml_stream_is_stopped (self->stream);
  return TRUE;
}

gboolean
ion_xml_input_read_all (IonXmlInput *self, GError **error)
{
  gboolean is_end = FALSE;

  while (!is_end)
    {
      if (!ion_xml_input_read (self, &is_end, error))
        return FALSE;
    }
  return TRUE;
}

/* Back to the beginning. Returns: %FALSE with @error where that is no longer there */
gboolean
ion_xml_input_rewind (IonXmlInput *self, GError **error)
{
  g_clear_pointer (&self->stream, ion_xml_stream_free);
  self->n_bytes = 0;
  self->n_read = 0;
  if (self->fd >= 0)
    return TRUE;
  g_clear_pointer (&self->member, ion_zip_member_free);
  self->member = ion_zip_member_open (self->archive, self->name, error);
  return self->member != NULL;
}

/* From within a callback: nothing more is wanted. */
void
ion_xml_input_stop (IonXmlInput *self)
{
  ion_xml_stream_stop (self->stream);
}

/* Returns: how much was read, 0 to 1; -1 where that is not known */
double
ion_xml_input_get_fraction (const IonXmlInput *self)
{
  if (self->member != NULL)
    return ion_zip_member_get_fraction (self->member);
  return self->size > 0 ? MIN (1.0, (double) self->n_read / (double) self->size) : -1;
}
