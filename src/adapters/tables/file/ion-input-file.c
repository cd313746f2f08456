/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A file to read, with one wording for what the system has against it. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-input-file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

int
ion_input_file_open (const char *path, struct stat *about, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  int code;

  if (fd >= 0 && fstat (fd, about) == 0)
    return fd;
  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _ ("The file cannot be opened: %s."), g_strerror (code));
  if (fd >= 0)
    close (fd);
  return -1;
}

gssize
ion_input_file_read (int fd, gint64 at, gpointer bytes, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size)
    {
      guint8 *to = (guint8 *) bytes + done;
      gssize n = at < 0 ? read (fd, to, size - done)
                        : pread (fd, to, size - done, (off_t) (at + (gint64) done));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int code = errno;

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                       _ ("The file cannot be read: %s."), g_strerror (code));
          return -1;
        }
      if (n == 0)
        break;
      done += (gsize) n;
    }
  return (gssize) done;
}
