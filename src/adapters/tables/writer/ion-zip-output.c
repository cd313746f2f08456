/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Workbooks are archives, and programs are particular about them: an ods must begin with a stored
 * member that has no extra field, which libarchive always adds, and spreadsheets have refused
 * archives with 64-bit records. So the few records are written here. A member's sizes are known
 * when it ends and are then filled in at its beginning.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-zip-output.h"
#include "ion-output-file.h"
#include "ion-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define PIECE_SIZE   65536
#define VERSION      20             /* deflate */
#define FLAG_UTF8    0x0800         /* names */
#define DOS_DATE     ((1 << 5) | 1) /* 1980-01-01: when it was made is nobody's business */
#define LOCAL_SIGN   0x04034b50
#define CENTRAL_SIGN 0x02014b50
#define END_SIGN     0x06054b50
#define CHECKSUM_AT  14 /* in the record before a member */

typedef struct
{
  char *name; /* (owned) */
  gboolean is_stored;
  guint64 offset;
  guint32 checksum; /* CRC-32 */
  guint64 size;
  guint64 packed_size;
} Member;

struct _IonZipOutput
{
  IonOutputFile *file;         /* (owned) */
  GZlibCompressor *compressor; /* (owned) (nullable) */
  GArray *members;             /* (owned) (element-type Member) */
  gboolean is_open;            /* the last member is being written */
  guint64 at;                  /* bytes written */
  guint32 table[256];          /* of the checksum */
  guint8 piece[PIECE_SIZE];
};

static void
make_table (guint32 *table)
{
  for (guint32 i = 0; i < 256; i++)
    {
      guint32 value = i;

      for (int bit = 0; bit < 8; bit++)
        value = value & 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
      table[i] = value;
    }
}

static guint32
add_to_checksum (const IonZipOutput *self, guint32 checksum, const guint8 *data, gsize size)
{
  checksum = ~checksum;
  for (gsize i = 0; i < size; i++)
    checksum = self->table[(checksum ^ data[i]) & 0xFF] ^ (checksum >> 8);
  return ~checksum;
}

static void
append_16 (GByteArray *bytes, guint value)
{
  g_byte_array_append (bytes, (guint8[]){ value & 0xFF, (value >> 8) & 0xFF }, 2);
}

static void
append_32 (GByteArray *bytes, guint64 value)
{
  append_16 (bytes, (guint) (value & 0xFFFF));
  append_16 (bytes, (guint) ((value >> 16) & 0xFFFF));
}

static void
member_clear (gpointer data)
{
  g_free (((Member *) data)->name);
}

static gboolean
write_bytes (IonZipOutput *self, const void *data, gsize size, GError **error)
{
  self->at += size;
  return ion_output_file_write (self->file, data, size, error);
}

static gboolean
refuse_size (guint64 size, GError **error)
{
  if (size <= G_MAXUINT32)
    return TRUE;
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                       _ ("The table is too large for a workbook: give the file a name that ends "
                          "in .csv."));
  return FALSE;
}

/* What the records before a member and at the archive's end have in common. */
static void
append_member (GByteArray *bytes, const Member *member)
{
  append_16 (bytes, VERSION);
  append_16 (bytes, FLAG_UTF8);
  append_16 (bytes, member->is_stored ? 0 : 8);
  append_16 (bytes, 0);
  append_16 (bytes, DOS_DATE);
  append_32 (bytes, member->checksum);
  append_32 (bytes, member->packed_size);
  append_32 (bytes, member->size);
  append_16 (bytes, (guint) strlen (member->name));
  append_16 (bytes, 0);
}

static gboolean
convert (IonZipOutput *self, const char *data, gsize size, gboolean is_end, GError **error)
{
  Member *member = &g_array_index (self->members, Member, self->members->len - 1);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (size > 0 || (is_end && result != G_CONVERTER_FINISHED))
    {
      gsize n_read, n_written;

      result =
          g_converter_convert (G_CONVERTER (self->compressor), data, size, self->piece, PIECE_SIZE,
                               is_end ? G_CONVERTER_INPUT_AT_END : 0, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR || !write_bytes (self, self->piece, n_written, error))
        return FALSE;
      member->packed_size += n_written;
      data += n_read;
      size -= n_read;
    }
  return TRUE;
}

static gboolean
end_member (IonZipOutput *self, GError **error)
{
  g_autoptr (GByteArray) sizes = g_byte_array_new ();
  Member *member;

  if (!self->is_open)
    return TRUE;
  self->is_open = FALSE;
  member = &g_array_index (self->members, Member, self->members->len - 1);
  if (member->is_stored)
    member->packed_size = member->size;
  else if (!convert (self, NULL, 0, TRUE, error))
    return FALSE;
  append_32 (sizes, member->checksum);
  append_32 (sizes, member->packed_size);
  append_32 (sizes, member->size);
  return refuse_size (member->packed_size, error) &&
         ion_output_file_write_at (self->file, member->offset + CHECKSUM_AT, sizes->data,
                                   sizes->len, error);
}

gboolean
ion_zip_output_begin (IonZipOutput *self, const char *name, gboolean is_stored, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Member member = { .is_stored = is_stored };

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (!end_member (self, error))
    return FALSE;
  member.name = g_strdup (name);
  member.offset = self->at;
  g_array_append_val (self->members, member);
  self->is_open = TRUE;
  if (self->compressor == NULL)
    self->compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, -1);
  else
    g_converter_reset (G_CONVERTER (self->compressor));
  append_32 (bytes, LOCAL_SIGN);
  append_member (bytes, &member);
  return refuse_size (self->at, error) && write_bytes (self, bytes->data, bytes->len, error) &&
         write_bytes (self, name, strlen (name), error);
}

gboolean
ion_zip_output_write (IonZipOutput *self, const char *text, gsize size, GError **error)
{
  Member *member;

  g_return_val_if_fail (self != NULL && self->is_open, FALSE);

  member = &g_array_index (self->members, Member, self->members->len - 1);
  member->checksum = add_to_checksum (self, member->checksum, (const guint8 *) text, size);
  member->size += size;
  if (!refuse_size (member->size, error))
    return FALSE;
  if (member->is_stored)
    return write_bytes (self, text, size, error);
  return convert (self, text, size, FALSE, error);
}

gboolean
ion_zip_output_add (IonZipOutput *self, const char *name, const char *text, GError **error)
{
  return ion_zip_output_begin (self, name, FALSE, error) &&
         ion_zip_output_write (self, text, strlen (text), error);
}

/* The list of the members, which ends an archive. */
static void
append_directory (IonZipOutput *self, GByteArray *bytes)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      append_32 (bytes, CENTRAL_SIGN);
      append_16 (bytes, VERSION);
      append_member (bytes, member);
      append_16 (bytes, 0); /* comment */
      append_16 (bytes, 0); /* disk */
      append_16 (bytes, 0); /* attributes, here and below */
      append_32 (bytes, 0);
      append_32 (bytes, member->offset);
      g_byte_array_append (bytes, (const guint8 *) member->name, (guint) strlen (member->name));
    }
}

gboolean
ion_zip_output_finish (IonZipOutput *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!end_member (self, error) || !refuse_size (self->at, error))
    return FALSE;
  append_directory (self, bytes);
  size = bytes->len;
  append_32 (bytes, END_SIGN);
  append_32 (bytes, 0); /* disks */
  append_16 (bytes, self->members->len);
  append_16 (bytes, self->members->len);
  append_32 (bytes, size);
  append_32 (bytes, self->at);
  append_16 (bytes, 0); /* comment */
  return write_bytes (self, bytes->data, bytes->len, error) &&
         ion_output_file_finish (self->file, error);
}

/**
 * ion_zip_output_new:
 * @path: the archive's name
 * @error: %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): an archive without members
 */
IonZipOutput *
ion_zip_output_new (const char *path, GError **error)
{
  IonOutputFile *file = ion_output_file_new (path, error);
  IonZipOutput *self;

  if (file == NULL)
    return NULL;
  self = g_new0 (IonZipOutput, 1);
  self->file = file;
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, member_clear);
  make_table (self->table);
  return self;
}

void
ion_zip_output_free (IonZipOutput *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->file, ion_output_file_free);
  g_clear_object (&self->compressor);
  g_array_unref (self->members);
  g_free (self);
}
