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
#include "ion-output-file.h"

#include <string.h>

#define FLUSH_AT 65536

struct _IonCsvWriter
{
  IonOutputFile *file; /* (owned) */
  GString *buffer;     /* (owned) */
  GByteArray *bytes;   /* (owned): the buffer as it is written */
  IonCsvFlags flags;
  IonCsvDialect dialect;
  gboolean is_begun; /* the byte order mark, if any, is written */
  gboolean in_row;
};

static IonCsvWriter *
writer_new (const char *path, const IonCsvDialect *dialect, IonCsvFlags flags, GError **error)
{
  IonOutputFile *file = ion_output_file_new (path, error);
  IonCsvWriter *self;

  if (file == NULL)
    return NULL;
  self = g_new0 (IonCsvWriter, 1);
  self->file = file;
  self->buffer = g_string_sized_new (FLUSH_AT + 1024);
  self->bytes = g_byte_array_new ();
  self->flags = flags;
  self->dialect = *dialect;
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
  return writer_new (path, &dialect, flags, error);
}

IonCsvWriter *
ion_csv_writer_new_like (const char *path, IonTable *table, GError **error)
{
  IonCsvDialect dialect;
  IonCsvWriter *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (table == NULL || ION_IS_TABLE (table), NULL);

  if (!ION_IS_CSV_READER (table))
    {
      set_standard (&dialect, ION_CSV_FOR_SPREADSHEET);
      /* With an Italian desktop a double click opens it in columns. */
      dialect.separator = ';';
      return writer_new (path, &dialect, ION_CSV_FOR_SPREADSHEET, error);
    }
  dialect = *ion_csv_reader_get_dialect (ION_CSV_READER (table));
  self = writer_new (path, &dialect, ION_CSV_PLAIN, error);
  if (self != NULL && dialect.skip > 0)
    g_string_append_printf (self->buffer, "sep=%c%s", dialect.separator, dialect.line_end);
  return self;
}

static gboolean
writer_flush (IonCsvWriter *self, GError **error)
{
  GByteArray *bytes = self->bytes;

  g_byte_array_set_size (bytes, 0);
  if (!self->is_begun && self->dialect.has_bom)
    ion_encoding_append_bom (self->dialect.encoding, bytes);
  self->is_begun = TRUE;
  ion_encoding_encode (self->dialect.encoding, self->buffer->str, self->buffer->len, bytes);
  g_string_truncate (self->buffer, 0);
  return ion_output_file_write (self->file, bytes->data, bytes->len, error);
}

/* What would be taken for something else at the very beginning of a file: Excel's declaration of
 * the separator, or of another format (SYLK, HTML). */
static gboolean
is_misleading (const char *text)
{
  return text[0] == '<' || g_str_has_prefix (text, "ID") ||
         g_ascii_strncasecmp (text, "sep=", 4) == 0;
}

static gboolean
needs_quotes (const IonCsvWriter *self, const char *text)
{
  return strpbrk (text, "\"\r\n") != NULL || strchr (text, self->dialect.separator) != NULL ||
         (!self->in_row && !self->is_begun && self->buffer->len == 0 && is_misleading (text));
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
  gboolean defuse, is_quoted;

  g_return_val_if_fail (self != NULL, FALSE);

  if (text == NULL)
    text = "";
  defuse = (self->flags & ION_CSV_FOR_SPREADSHEET) && is_formula (text);
  is_quoted = defuse || needs_quotes (self, text);
  if (self->in_row)
    g_string_append_c (self->buffer, self->dialect.separator);
  self->in_row = TRUE;
  if (!is_quoted)
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

/**
 * ion_csv_writer_can_hold:
 * @self: a writer
 * @text: a cell
 *
 * Returns: whether the encoding has all of its characters
 */
gboolean
ion_csv_writer_can_hold (const IonCsvWriter *self, const char *text)
{
  return ion_encoding_can_hold (self->dialect.encoding, text);
}

gboolean
ion_csv_writer_finish (IonCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return writer_flush (self, error) && ion_output_file_finish (self->file, error);
}

void
ion_csv_writer_free (IonCsvWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->file, ion_output_file_free);
  g_string_free (self->buffer, TRUE);
  g_byte_array_unref (self->bytes);
  g_free (self);
}
