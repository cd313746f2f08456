/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the office writes for others: exports and corrected files. A half-written export that looks
 * whole is worse than none, and a cell that begins with "=" is a program to a spreadsheet.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-writer.h"
#include "ion-csv-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FLUSH_AT 65536

struct _IonCsvWriter
{
  GOutputStream *stream; /* (owned) */
  GString *buffer;       /* (owned) */
  char *path;            /* (owned) (nullable): NULL on a stream */
  char *temporary;       /* (owned) (nullable): beside @path, until it is renamed */
  int fd;                /* owned by @stream; -1 on a stream */
  IonCsvFlags flags;
  IonCsvDialect dialect;
  gboolean is_begun; /* the byte order mark, if any, is written */
  gboolean in_row;
};

static IonCsvWriter *
writer_new (GOutputStream *stream, const IonCsvDialect *dialect, IonCsvFlags flags)
{
  IonCsvWriter *self = g_new0 (IonCsvWriter, 1);

  self->stream = stream;
  self->buffer = g_string_sized_new (FLUSH_AT + 1024);
  self->fd = -1;
  self->flags = flags;
  self->dialect = *dialect;
  return self;
}

static IonCsvWriter *
writer_new_for_path (const char *path,
                     const IonCsvDialect *dialect,
                     IonCsvFlags flags,
                     GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  IonCsvWriter *self;
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int problem = errno;

      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (problem),
                   /* Translators: a file's name, and why */
                   _ ("%1$s cannot be written: %2$s."), path, g_strerror (problem));
      return NULL;
    }
  self = writer_new (g_unix_output_stream_new (fd, TRUE), dialect, flags);
  self->fd = fd;
  self->path = g_strdup (path);
  self->temporary = g_steal_pointer (&temporary);
  return self;
}

static void
set_standard (IonCsvDialect *self, IonCsvFlags flags)
{
  *self = (IonCsvDialect){
    .encoding = ION_ENCODING_UTF8,
    .has_bom = (flags & ION_CSV_FOR_SPREADSHEET) != 0,
    .separator = ',',
    .line_end = "\r\n",
  };
}

/**
 * ion_csv_writer_new:
 * @path: the file's name; what is there is replaced when the new one is whole
 * @flags: for programs or for spreadsheets
 * @error: %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a writer
 */
IonCsvWriter *
ion_csv_writer_new (const char *path, IonCsvFlags flags, GError **error)
{
  IonCsvDialect dialect;

  g_return_val_if_fail (path != NULL, NULL);

  set_standard (&dialect, flags);
  return writer_new_for_path (path, &dialect, flags, error);
}

IonCsvWriter *
ion_csv_writer_new_like (const char *path, IonTable *table, GError **error)
{
  IonCsvDialect dialect;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (ION_IS_TABLE (table), NULL);

  if (!ION_IS_CSV_READER (table))
    return ion_csv_writer_new (path, ION_CSV_FOR_SPREADSHEET, error);
  dialect = *ion_csv_reader_get_dialect (ION_CSV_READER (table));
  return writer_new_for_path (path, &dialect, ION_CSV_PLAIN, error);
}

IonCsvWriter *
ion_csv_writer_new_for_stream (GOutputStream *stream, IonCsvFlags flags)
{
  IonCsvDialect dialect;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  set_standard (&dialect, flags);
  return writer_new (g_object_ref (stream), &dialect, flags);
}

static gboolean
writer_flush (IonCsvWriter *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!self->is_begun && self->dialect.has_bom)
    ion_encoding_append_bom (self->dialect.encoding, bytes);
  self->is_begun = TRUE;
  ion_encoding_encode (self->dialect.encoding, self->buffer->str, self->buffer->len, bytes);
  if (!g_output_stream_write_all (self->stream, bytes->data, bytes->len, NULL, NULL, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

/* What a spreadsheet would run rather than show. A number with its sign stays a number. */
static gboolean
is_formula (const char *text)
{
  if (strchr ("=@\t\r", text[0]) != NULL)
    return text[0] != '\0';
  if (text[0] != '+' && text[0] != '-')
    return FALSE;
  return strspn (text + 1, "0123456789.,") != strlen (text + 1);
}

gboolean
ion_csv_writer_write_cell (IonCsvWriter *self, const char *text, GError **error)
{
  gboolean defuse;

  g_return_val_if_fail (self != NULL, FALSE);

  if (text == NULL)
    text = "";
  if (self->in_row)
    g_string_append_c (self->buffer, self->dialect.separator);
  self->in_row = TRUE;

  defuse = (self->flags & ION_CSV_FOR_SPREADSHEET) && is_formula (text);
  if (!defuse && strpbrk (text, "\"\r\n") == NULL && strchr (text, self->dialect.separator) == NULL)
    {
      g_string_append (self->buffer, text);
      return TRUE;
    }
  g_string_append_c (self->buffer, '"');
  if (defuse)
    g_string_append_c (self->buffer, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->buffer, '"');
      g_string_append_c (self->buffer, *p);
    }
  g_string_append_c (self->buffer, '"');
  return TRUE;
}

gboolean
ion_csv_writer_end_row (IonCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->in_row = FALSE;
  g_string_append (self->buffer, self->dialect.line_end);
  return self->buffer->len < FLUSH_AT || writer_flush (self, error);
}

static void
set_path_error (IonCsvWriter *self, int problem, GError **error)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (problem),
               /* Translators: a file's name, and why */
               _ ("%1$s cannot be written: %2$s."), self->path, g_strerror (problem));
}

gboolean
ion_csv_writer_finish (IonCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!writer_flush (self, error) || !g_output_stream_flush (self->stream, NULL, error))
    return FALSE;
  if (self->path == NULL)
    return TRUE;
  if (fsync (self->fd) != 0 && errno != EINVAL && errno != EROFS)
    {
      set_path_error (self, errno, error);
      return FALSE;
    }
  if (!g_output_stream_close (self->stream, NULL, error))
    return FALSE;
  if (g_rename (self->temporary, self->path) != 0)
    {
      set_path_error (self, errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

void
ion_csv_writer_free (IonCsvWriter *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_string_free (self->buffer, TRUE);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
