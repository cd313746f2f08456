/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Any bytes as an OpenDocument spreadsheet.
 *
 * The first byte says what the others are: the whole file, or one of the parts within, which the
 * mutations of a compressed file would never reach.
 */

#include "fuzz-table.h"

#include <archive.h>
#include <archive_entry.h>

#define CONTENT                                                                       \
  "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" " \
  "xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><t:table "             \
  "t:name=\"a\"><t:table-row>"                                                        \
  "<t:table-cell o:value-type=\"float\" o:value=\"1\"/></t:table-row></t:table>"      \
  "</o:document-content>"

static const char *const names[] = { "", "content.xml", "META-INF/manifest.xml", "mimetype" };

static void
write_part (struct archive *writer, const char *name, const void *bytes, size_t size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) size);
  g_assert (archive_write_header (writer, entry) == ARCHIVE_OK);
  if (size > 0)
    g_assert (archive_write_data (writer, bytes, size) == (la_ssize_t) size);
  archive_entry_free (entry);
}

static void
write_spreadsheet (int fd, const char *name, const uint8_t *data, size_t size)
{
  struct archive *writer = archive_write_new ();

  archive_write_set_format_zip (writer);
  archive_write_set_options (writer, "zip:compression=store");
  g_assert (archive_write_open_fd (writer, fd) == ARCHIVE_OK);
  write_part (writer, name, data, size);
  if (strcmp (name, "content.xml") != 0)
    write_part (writer, "content.xml", CONTENT, strlen (CONTENT));
  g_assert (archive_write_close (writer) == ARCHIVE_OK);
  archive_write_free (writer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *name;
  int fd;

  if (size == 0)
    return 0;
  name = names[data[0] % G_N_ELEMENTS (names)];
  fd = fuzz_table_make_file (data + 1, name[0] == '\0' ? size - 1 : 0);
  if (name[0] != '\0')
    write_spreadsheet (fd, name, data + 1, size - 1);
  fuzz_table_read (fd, NULL);
  close (fd);
  return 0;
}
