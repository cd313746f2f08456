/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One file out of an archive as a stream, through libarchive and its own place in the file, so that
 * several can be read side by side.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-zip-member.h"
#include "ion-table.h"

#include <errno.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#define BLOCK_SIZE (64 * 1024)

/* Where libarchive reads. */
typedef struct
{
  IonZipArchive *archive; /* (unowned) */
  guint64 at;
  char block[BLOCK_SIZE];
} Place;

struct _IonZipMember
{
  IonZipArchive *archive; /* (unowned) */
  struct archive *reader; /* (owned) */
  Place *place;           /* (owned) */
  char *name;             /* (owned) */
  guint64 claimed;        /* by the table of contents */
  guint64 n_read;
};

static Place *
place_new (IonZipArchive *archive)
{
  Place *self = g_new (Place, 1);

  self->archive = archive;
  self->at = 0;
  return self;
}

static la_ssize_t
read_cb (struct archive *reader, void *data, const void **bytes)
{
  Place *place = data;
  gssize n = ion_zip_archive_read_at (place->archive, place->block, BLOCK_SIZE, place->at);

  if (n < 0)
    {
      archive_set_error (reader, errno, "read");
      return ARCHIVE_FATAL;
    }
  place->at += (guint64) n;
  *bytes = place->block;
  return n;
}

static la_int64_t
skip_cb (struct archive *reader, void *data, la_int64_t request)
{
  Place *place = data;
  guint64 size = ion_zip_archive_get_size (place->archive);
  guint64 before = place->at;

  if (request <= 0)
    return 0;
  place->at = place->at + MIN ((guint64) request, size - MIN (size, place->at));
  return (la_int64_t) (place->at - before);
}

static la_int64_t
seek_cb (struct archive *reader, void *data, la_int64_t offset, int whence)
{
  Place *place = data;
  gint64 size = (gint64) ion_zip_archive_get_size (place->archive);
  gint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (gint64) place->at : size;

  /* Offsets of a broken archive may be anything. */
  if (offset > size || offset < -size || base + offset < 0)
    {
      archive_set_error (reader, EINVAL, "seek");
      return ARCHIVE_FATAL;
    }
  place->at = (guint64) (base + offset);
  return (la_int64_t) place->at;
}

static struct archive *
open_reader (Place *place, gboolean is_verified)
{
  struct archive *reader = archive_read_new ();

  /* With the table of contents, as spreadsheet programs do: what stands elsewhere is not in it. */
  archive_read_support_format_zip_seekable (reader);
  if (!is_verified)
    archive_read_set_options (reader, "zip:ignorecrc32");
  archive_read_set_read_callback (reader, read_cb);
  archive_read_set_skip_callback (reader, skip_cb);
  archive_read_set_seek_callback (reader, seek_cb);
  archive_read_set_callback_data (reader, place);
  if (archive_read_open1 (reader) != ARCHIVE_OK)
    g_clear_pointer (&reader, archive_read_free);
  return reader;
}

/* Returns: %ARCHIVE_OK, %ARCHIVE_EOF or %ARCHIVE_FATAL */
static int
next_header (struct archive *reader, struct archive_entry **entry)
{
  int result = archive_read_next_header (reader, entry);

  /* A name that the locale cannot write is a warning. */
  return result == ARCHIVE_WARN ? ARCHIVE_OK : result;
}

static const char *
get_entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

static gboolean
set_encrypted (GError **error)
{
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCRYPTED,
                       _ ("The workbook is protected by a password. Open it in the spreadsheet "
                          "program, save it without the password and choose that file."));
  return FALSE;
}

/* Whether @own, as an archive has it, is the file called @name; some programs write “\” for “/”. */
gboolean
ion_zip_member_is_named (const char *own, const char *name)
{
  while (*own == '/' || *own == '\\')
    own++;
  for (; *own != '\0' && *name != '\0'; own++, name++)
    {
      char c = *own == '\\' ? '/' : g_ascii_tolower (*own);

      if (c != g_ascii_tolower (*name))
        return FALSE;
    }
  return *own == *name;
}

/**
 * ion_zip_member_list:
 * @archive: an archive
 * @max: how many files it may hold
 * @names: (element-type utf8): their names are appended
 * @error: %ION_TABLE_ERROR
 *
 * Returns: %FALSE where it is no archive, or holds more
 */
gboolean
ion_zip_member_list (IonZipArchive *archive, guint max, GPtrArray *names, GError **error)
{
  g_autofree Place *place = place_new (archive);
  struct archive *reader;
  struct archive_entry *entry;
  int result;

  reader = open_reader (place, TRUE);
  if (reader == NULL)
    {
      ion_zip_archive_set_damaged (error);
      return FALSE;
    }
  while ((result = next_header (reader, &entry)) == ARCHIVE_OK && names->len <= max)
    {
      const char *name = get_entry_name (entry);

      g_ptr_array_add (names, g_utf8_make_valid (name != NULL ? name : "", -1));
    }
  archive_read_free (reader);
  if (names->len > max)
    {
      g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                   ngettext ("The archive holds more than %u file: it is no workbook.",
                             "The archive holds more than %u files: it is no workbook.", max),
                   max);
      return FALSE;
    }
  if (result != ARCHIVE_EOF)
    ion_zip_archive_set_damaged (error);
  return result == ARCHIVE_EOF;
}

static gboolean
find (IonZipMember *self, GError **error)
{
  struct archive_entry *entry;
  int result;

  while ((result = next_header (self->reader, &entry)) == ARCHIVE_OK)
    {
      const char *name = get_entry_name (entry);

      if (name == NULL || !ion_zip_member_is_named (name, self->name))
        continue;
      if (archive_entry_is_encrypted (entry))
        return set_encrypted (error);
      self->claimed = (guint64) MAX (archive_entry_size (entry), 0);
      return TRUE;
    }
  if (result == ARCHIVE_EOF)
    g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                 _ ("The workbook is not whole: “%s” is missing in it. Open it in the spreadsheet "
                    "program, save it anew and choose the new file."),
                 self->name);
  else
    ion_zip_archive_set_damaged (error);
  return FALSE;
}

static IonZipMember *
open_member (IonZipArchive *archive, const char *name, gboolean is_verified, GError **error)
{
  g_autoptr (IonZipMember) self = g_new0 (IonZipMember, 1);

  self->archive = archive;
  self->name = g_strdup (name);
  self->place = place_new (archive);
  self->reader = open_reader (self->place, is_verified);
  if (self->reader == NULL)
    {
      ion_zip_archive_set_damaged (error);
      return NULL;
    }
  if (!find (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ion_zip_member_open:
 * @archive: outlives the member
 * @name: a file in it, without regard to case
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): the file, before its first byte
 */
IonZipMember *
ion_zip_member_open (IonZipArchive *archive, const char *name, GError **error)
{
  return open_member (archive, name, TRUE, error);
}

/**
 * ion_zip_member_open_unverified:
 * @archive: outlives the member
 * @name: a file in it, without regard to case
 * @error: %ION_TABLE_ERROR
 *
 * For a first look at a file that is read again: its check sum is not computed.
 *
 * Returns: (transfer full) (nullable): the file, before its first byte
 */
IonZipMember *
ion_zip_member_open_unverified (IonZipArchive *archive, const char *name, GError **error)
{
  return open_member (archive, name, FALSE, error);
}

void
ion_zip_member_free (IonZipMember *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reader, archive_read_free);
  g_free (self->place);
  g_free (self->name);
  g_free (self);
}

/**
 * ion_zip_member_read:
 * @self: a file
 * @bytes: (out) (transfer none): the next piece, until the next call
 * @size: (out): its length; 0 at the end
 * @error: %ION_TABLE_ERROR
 *
 * Returns: %FALSE where the file is broken, or larger than any may be
 */
gboolean
ion_zip_member_read (IonZipMember *self, const char **bytes, gsize *size, GError **error)
{
  const void *block = NULL;
  la_int64_t offset;
  int result;

  *bytes = "";
  do
    result = archive_read_data_block (self->reader, &block, size, &offset);
  while (result == ARCHIVE_OK && *size == 0);
  if (result == ARCHIVE_EOF)
    {
      *size = 0;
      if (self->claimed == self->n_read)
        return TRUE;
      ion_zip_archive_set_damaged (error);
      return FALSE;
    }
  if (result != ARCHIVE_OK)
    {
      ion_zip_archive_set_damaged (error);
      return FALSE;
    }
  *bytes = block;
  self->n_read += *size;
  return ion_zip_archive_count (self->archive, self->n_read, *size, error);
}

/* Returns: its unpacked size by the table of contents, which may be wrong until all was read */
guint64
ion_zip_member_get_claimed_size (const IonZipMember *self)
{
  return self->claimed;
}

/* Returns: how much of it was read, 0 to 1, as far as its claimed size is true */
double
ion_zip_member_get_fraction (const IonZipMember *self)
{
  if (self->claimed == 0)
    return 1;
  return MIN (1.0, (double) self->n_read / (double) self->claimed);
}

/**
 * ion_zip_member_read_whole:
 * @archive: an archive
 * @name: a file in it
 * @max: how large it may be; what is more is left out
 * @size: (out) (optional): its length
 * @error: %ION_TABLE_ERROR
 *
 * For small files only ("mimetype").
 *
 * Returns: (transfer full) (nullable): what it holds, with a NUL behind it
 */
char *
ion_zip_member_read_whole (IonZipArchive *archive,
                           const char *name,
                           gsize max,
                           gsize *size,
                           GError **error)
{
  g_autoptr (IonZipMember) member = ion_zip_member_open (archive, name, error);
  g_autoptr (GString) whole = g_string_new (NULL);

  if (member == NULL)
    return NULL;
  while (whole->len < max)
    {
      const char *bytes;
      gsize n;

      if (!ion_zip_member_read (member, &bytes, &n, error))
        return NULL;
      if (n == 0)
        break;
      g_string_append_len (whole, bytes, (gssize) MIN (n, max - whole->len));
    }
  if (size != NULL)
    *size = whole->len;
  return g_string_free (g_steal_pointer (&whole), FALSE);
}
