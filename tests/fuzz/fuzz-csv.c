/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Any bytes as a table, and as a list of recipients: rows in order, cells within their limits and
 * in valid UTF-8, or a refusal; never anything else.
 *
 * The first byte chooses the encoding (0-4: recognised or one of the four) and the separator.
 */

#include "fuzz.h"

#include "ion-recipient-file.h"
#include "ion-table-limits.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void
read_table (const char *path, const IonTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, options, &error);
  const char *const *cells;
  gint64 row, last = 0;
  gsize n_cells;

  if (table == NULL)
    {
      g_assert (error->domain == ION_TABLE_ERROR);
      return;
    }
  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      g_autoptr (GPtrArray) remarks = ion_table_take_remarks (table);

      g_assert (row > last);
      g_assert (n_cells > 0 && n_cells <= ION_TABLE_COLUMNS_MAX);
      for (gsize i = 0; i < n_cells; i++)
        {
          g_assert (g_utf8_validate (cells[i], -1, NULL));
          g_assert (strlen (cells[i]) <= ION_TABLE_CELL_MAX);
        }
      for (guint i = 0; i < remarks->len; i++)
        g_assert (((IonTableRemark *) g_ptr_array_index (remarks, i))->row <= row);
      last = row;
    }
  g_assert (error == NULL || error->domain == ION_TABLE_ERROR);
}

static void
read_recipients (const char *path, const IonTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRecipientFile) file =
      ion_recipient_file_open (path, options, &(IonRecipientFileOptions){ .now = 1790000000 },
                               &error);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  g_autoptr (GPtrArray) doubts = NULL;
  IonRecipient *recipient;

  if (file == NULL)
    {
      g_assert (error != NULL);
      return;
    }
  while (ion_recipient_file_next (file, &recipient, NULL, NULL, issues, &error))
    {
      g_assert (recipient == NULL || !recipient->is_valid || recipient->fiscal_code[0] != '\0');
      ion_recipient_free (recipient);
    }
  for (guint i = 0; i < issues->len; i++)
    g_assert (((IonIssue *) g_ptr_array_index (issues, i))->row >= 1);
  doubts = ion_recipient_file_get_doubts (file);
  g_assert (doubts != NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const encodings[] = { NULL, "utf-8", "utf-16le", "utf-16be", "windows-1252" };
  static const char separators[] = { 0, 0, ';', ',', '\t', '|' };
  IonTableOptions options = { 0 };
  char path[64];
  int fd;

  if (size == 0)
    return 0;
  options.encoding = encodings[data[0] % G_N_ELEMENTS (encodings)];
  options.separator = separators[data[0] / 8 % G_N_ELEMENTS (separators)];
  fd = memfd_create ("table", MFD_CLOEXEC);
  g_assert (fd >= 0);
  g_assert (write (fd, data + 1, size - 1) == (ssize_t) (size - 1));
  g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  read_table (path, &options);
  read_recipients (path, &options);
  close (fd);
  return 0;
}
