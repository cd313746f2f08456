/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* flock() and not a file that exists: after a crash nobody has to remove anything. On the folder
 * itself and not on a file in it: whoever tidies up would let a second engine in. The lock hangs on
 * what was opened, so two engines in one process exclude each other as well, and so do two names of
 * one folder. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine-lock.h"

#include "ion-engine.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/* For so long a process that only looks may stand in the way of one that takes it. */
#define LOOK_TIME (2 * G_TIME_SPAN_MILLISECOND)

struct _IonEngineLock
{
  int fd;
};

/* Returns: 0 or an error number */
static int
try_lock (int fd, int how)
{
  while (flock (fd, how | LOCK_NB) != 0)
    if (errno != EINTR)
      return errno;
  return 0;
}

IonEngineLock *
ion_engine_lock_take (const char *folder, GError **error)
{
  IonEngineLock *self;
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code;

  if (fd < 0)
    {
      code = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("The office's folder cannot be locked: %s"), g_strerror (code));
      return NULL;
    }
  code = try_lock (fd, LOCK_EX);
  if (code == EWOULDBLOCK)
    {
      g_usleep (LOOK_TIME);
      code = try_lock (fd, LOCK_EX);
    }
  if (code != 0)
    {
      close (fd);
      if (code == EWOULDBLOCK)
        g_set_error_literal (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_RUNNING_ELSEWHERE,
                             _ ("Another window or command is sending for this office already."));
      else
        g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                     _ ("The office's folder cannot be locked: %s"), g_strerror (code));
      return NULL;
    }
  self = g_new (IonEngineLock, 1);
  self->fd = fd;
  return self;
}

void
ion_engine_lock_free (IonEngineLock *self)
{
  close (self->fd);
  g_free (self);
}

gboolean
ion_engine_lock_is_taken (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_taken;

  if (fd < 0)
    return FALSE;
  is_taken = try_lock (fd, LOCK_SH) == EWOULDBLOCK;
  close (fd);
  return is_taken;
}
