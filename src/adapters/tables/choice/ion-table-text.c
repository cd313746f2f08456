/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows that were pasted, read like a file: the same separators, quotation marks and remarks. The
 * text is never on a disk: the file is one of the memory's.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-reader.h"
#include "ion-table.h"
#include "ion-text-input.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <sys/mman.h>

static gboolean
write_all (int fd, const char *text, GError **error)
{
  gsize left = strlen (text);

  while (left > 0)
    {
      gssize written = write (fd, text, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                               g_strerror (errno));
          return FALSE;
        }
      text += written;
      left -= (gsize) written;
    }
  return TRUE;
}

IonTable *
ion_table_open_text (const char *text, char separator, GError **error)
{
  g_autofree char *path = NULL;
  IonTextInput *input = NULL;
  int fd;

  g_return_val_if_fail (text != NULL, NULL);

  fd = memfd_create ("io-notifier", MFD_CLOEXEC);
  if (fd < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  /* What begins like a web page, or a workbook, still is rows here. */
  if (write_all (fd, text, error))
    input = ion_text_input_open_markup (path, "UTF-8", error);
  close (fd);
  return input != NULL ? ion_csv_reader_new (input, separator, error) : NULL;
}
