/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The workbooks of today are zip files of XML. An archive comes from anybody: how much of it may be
 * unpacked is counted here, on the bytes that really come out.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-zip-archive.h"
#include "ion-input-file.h"
#include "ion-table-limits.h"
#include "ion-table.h"
#include "ion-zip-member.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

struct _IonZipArchive
{
  int fd;
  guint64 size;
  IonZipLimits limits;
  guint64 n_unpacked; /* atomic: of all members that were read */
  GPtrArray *names;   /* (owned) (element-type utf8) */
};

static const IonZipLimits own_limits = {
  .n_entries = ION_TABLE_ENTRIES_MAX,
  .member = ION_TABLE_MEMBER_MAX,
  .unpacked = ION_TABLE_UNPACKED_MAX,
  .ratio = ION_TABLE_RATIO_MAX,
  .floor = ION_TABLE_RATIO_FLOOR,
};

/* What every fault of the archive itself is called: which one does not help who reads it. */
void
ion_zip_archive_set_damaged (GError **error)
{
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                       _ ("The file is damaged or was cut off: it cannot be unpacked. Ask for it "
                          "again, or open it in the spreadsheet program and save it anew."));
}

static gboolean
open_file (IonZipArchive *self, const char *path, GError **error)
{
  struct stat about;

  self->fd = ion_input_file_open (path, &about, error);
  if (self->fd < 0)
    return FALSE;
  if (!S_ISREG (about.st_mode))
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT,
                           _ ("A workbook can be read from a file only, not from a pipe: save it "
                              "first."));
      return FALSE;
    }
  self->size = (guint64) about.st_size;
  return TRUE;
}

/* Which of two would be read differs from program to program: what an office sees in its own is not
 * what would be sent. */
static gboolean
has_twice (const IonZipArchive *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      char *folded = g_ascii_strdown (name + strspn (name, "/\\"), -1);

      /* As ion_zip_member_is_named() compares. */
      if (!g_hash_table_add (seen, g_strdelimit (folded, "\\", '/')))
        return TRUE;
    }
  return FALSE;
}

/**
 * ion_zip_archive_open:
 * @path: a file's name
 * @limits: (nullable): %NULL for the program's own
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the archive, its table of contents read
 */
IonZipArchive *
ion_zip_archive_open (const char *path, const IonZipLimits *limits, GError **error)
{
  g_autoptr (IonZipArchive) self = g_new0 (IonZipArchive, 1);

  self->limits = limits != NULL ? *limits : own_limits;
  self->names = g_ptr_array_new_with_free_func (g_free);
  if (!open_file (self, path, error) ||
      !ion_zip_member_list (self, self->limits.n_entries, self->names, error))
    return NULL;
  if (has_twice (self))
    {
      ion_zip_archive_set_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ion_zip_archive_free (IonZipArchive *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * ion_zip_archive_find:
 * @self: an archive
 * @name: a file in it, without regard to case, which some programs get wrong
 *
 * Returns: (transfer none) (nullable): its name as the archive has it
 */
const char *
ion_zip_archive_find (const IonZipArchive *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *own = g_ptr_array_index (self->names, i);

      if (ion_zip_member_is_named (own, name))
        return own;
    }
  return NULL;
}

guint64
ion_zip_archive_get_size (const IonZipArchive *self)
{
  return self->size;
}

/* Returns: how many bytes were read, 0 at the end, -1 with errno */
gssize
ion_zip_archive_read_at (IonZipArchive *self, gpointer bytes, gsize size, guint64 at)
{
  gssize n;

  do
    n = pread (self->fd, bytes, size, (off_t) at);
  while (n < 0 && errno == EINTR);
  return n;
}

/**
 * ion_zip_archive_count:
 * @self: an archive
 * @member_size: how much of one member was unpacked
 * @size: how much of that is new
 * @error: %ION_TABLE_ERROR_TOO_LARGE
 *
 * Returns: %FALSE where that is more than any honest workbook holds
 */
gboolean
ion_zip_archive_count (IonZipArchive *self, guint64 member_size, gsize size, GError **error)
{
  guint64 n_unpacked = __atomic_add_fetch (&self->n_unpacked, size, __ATOMIC_RELAXED);

  if (member_size > self->limits.member || n_unpacked > self->limits.unpacked)
    {
      g_autofree char *most = g_format_size_full (MIN (self->limits.member, self->limits.unpacked),
                                                  G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                   /* Translators: a size, as in “2 GiB” */
                   _ ("The workbook unpacks to more than %s. Split it into several files."), most);
      return FALSE;
    }
  if (member_size > self->limits.floor && member_size > self->size * self->limits.ratio)
    {
      g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                   _ ("The file unpacks to more than %u times its size, as no list of people does: "
                      "it is not read any further."),
                   self->limits.ratio);
      return FALSE;
    }
  return TRUE;
}
