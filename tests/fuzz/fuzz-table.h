/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "fuzz.h"

#include "ion-recipient-file.h"
#include "ion-table-limits.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * What holds for any bytes as a table, whatever the format: rows in order, cells within their
 * limits and in valid UTF-8, or a refusal; never anything else.
 */

/* A row may be repeated a million times in a word. */
#define FUZZ_TABLE_ROWS 3000

static inline void
fuzz_table_check_row (IonTable *table,
                      gint64 row,
                      gint64 last,
                      const char *const *cells,
                      gsize n_cells)
{
  g_autoptr (GPtrArray) remarks = ion_table_take_remarks (table);

  g_assert (row > last && row <= ION_TABLE_ROWS_MAX);
  g_assert (n_cells > 0 && n_cells <= ION_TABLE_COLUMNS_MAX);
  for (gsize i = 0; i < n_cells; i++)
    {
      g_assert (g_utf8_validate (cells[i], -1, NULL));
      g_assert (strlen (cells[i]) <= ION_TABLE_CELL_MAX);
    }
  for (guint i = 0; i < remarks->len; i++)
    {
      const IonTableRemark *remark = g_ptr_array_index (remarks, i);

      g_assert (remark->row > last && remark->row <= row);
      g_assert (g_utf8_validate (remark->message, -1, NULL));
    }
}

static inline void
fuzz_table_read_rows (const char *path, const IonTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, options, &error);
  const char *const *cells;
  gint64 row, last = 0;
  gsize n_cells, n_rows = 0;

  if (table == NULL)
    {
      g_assert (error->domain == ION_TABLE_ERROR);
      return;
    }
  while (n_rows++ < FUZZ_TABLE_ROWS && ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      fuzz_table_check_row (table, row, last, cells, n_cells);
      last = row;
    }
  g_assert (error == NULL || error->domain == ION_TABLE_ERROR);
  g_assert (n_rows > FUZZ_TABLE_ROWS || !ion_table_next (table, &row, &cells, &n_cells, NULL));
}

static inline void
fuzz_table_read_recipients (const char *path, const IonTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRecipientFile) file =
      ion_recipient_file_open (path, options, &(IonRecipientFileOptions){ .now = 1790000000 },
                               &error);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  IonRecipient *recipient;
  gsize n_rows = 0;

  if (file == NULL)
    {
      g_assert (error != NULL);
      return;
    }
  while (n_rows++ < FUZZ_TABLE_ROWS &&
         ion_recipient_file_next (file, &recipient, NULL, NULL, issues, &error))
    {
      g_assert (recipient == NULL || !recipient->is_valid || recipient->fiscal_code[0] != '\0');
      ion_recipient_free (recipient);
    }
  for (guint i = 0; i < issues->len; i++)
    g_assert (((IonIssue *) g_ptr_array_index (issues, i))->row >= 1);
}

static inline void
fuzz_table_list_sheets (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = ion_table_list_sheets (path, &error);

  g_assert (names != NULL || error->domain == ION_TABLE_ERROR);
  for (guint i = 0; names != NULL && i < names->len; i++)
    g_assert (g_utf8_validate (g_ptr_array_index (names, i), -1, NULL));
}

/* Reads an open file in every way there is. */
static inline void
fuzz_table_read (int fd, const IonTableOptions *options)
{
  char path[64];

  g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  fuzz_table_read_rows (path, options);
  fuzz_table_list_sheets (path);
  fuzz_table_read_recipients (path, options);
}

static inline int
fuzz_table_make_file (const uint8_t *data, size_t size)
{
  int fd = memfd_create ("table", MFD_CLOEXEC);

  g_assert (fd >= 0);
  if (size > 0)
    g_assert (write (fd, data, size) == (ssize_t) size);
  return fd;
}
