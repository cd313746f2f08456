/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Any bytes as what is saved under the name of an old workbook and is text: a web page, Excel's XML
 * of 2003, a flat OpenDocument spreadsheet.
 *
 * The first byte chooses the encoding (recognised, or one of those there are).
 */

#include "fuzz-table.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const encodings[] = { NULL,       "utf-8",        "utf-16le",
                                           "utf-16be", "windows-1252", "iso-8859-15" };
  IonTableOptions options = { 0 };
  int fd;

  if (size == 0)
    return 0;
  options.encoding = encodings[data[0] % G_N_ELEMENTS (encodings)];
  fd = fuzz_table_make_file (data + 1, size - 1);
  fuzz_table_read (fd, &options);
  close (fd);
  return 0;
}
