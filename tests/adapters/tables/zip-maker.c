/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Workbooks for tests, from the texts that they are made of. */

#include "config.h"

#include "zip-maker.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <unistd.h>

#define PIECE (1024 * 1024)

static char *
make_path (void)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("zip-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  return path;
}

static void
write_padding (struct archive *writer, guint64 size)
{
  g_autofree char *blanks = g_malloc (PIECE);

  memset (blanks, ' ', PIECE);
  while (size > 0)
    {
      gsize n = MIN (size, PIECE);

      g_assert_cmpint (archive_write_data (writer, blanks, n), ==, n);
      size -= n;
    }
}

static void
write_part (struct archive *writer, const ZipPart *part, const ZipOptions *options)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size = strlen (part->text);
  guint64 padding = g_strcmp0 (part->name, options->padded) == 0 ? options->padding : 0;

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) (size + padding));
  g_assert_cmpint (archive_write_header (writer, entry), ==, ARCHIVE_OK);
  if (size > 0)
    g_assert_cmpint (archive_write_data (writer, part->text, size), ==, size);
  write_padding (writer, padding);
  archive_entry_free (entry);
}

char *
zip_make (const ZipPart *parts, const ZipOptions *options)
{
  static const ZipOptions none = { 0 };
  struct archive *writer = archive_write_new ();
  char *path = make_path ();

  if (options == NULL)
    options = &none;
  archive_write_set_format_zip (writer);
  if (options->is_stored)
    archive_write_set_options (writer, "zip:compression=store");
  if (options->password != NULL)
    {
      archive_write_set_options (writer, "zip:encryption=zipcrypt");
      archive_write_set_passphrase (writer, options->password);
    }
  g_assert_cmpint (archive_write_open_filename (writer, path), ==, ARCHIVE_OK);
  for (gsize i = 0; parts[i].name != NULL; i++)
    write_part (writer, &parts[i], options);
  g_assert_cmpint (archive_write_close (writer), ==, ARCHIVE_OK);
  archive_write_free (writer);
  return path;
}

char *
zip_make_raw (const char *bytes, gsize size)
{
  char *path = make_path ();

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  return path;
}
