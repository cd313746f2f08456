/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Any bytes as an old workbook, in its container or bare.
 */

#include "fuzz-table.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int fd = fuzz_table_make_file (data, size);

  fuzz_table_read (fd, NULL);
  close (fd);
  return 0;
}
