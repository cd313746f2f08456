/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Locks of the open file description (not of the process, which would lose them when any copy of
 * the file is closed). Process ids would not do: they come back, and differ between containers.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-owner.h"
#include "ion-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <sodium.h>
#include <glib/gstdio.h>

struct _IonOwner
{
  int fd;
  gint64 number; /* the byte that is locked, far behind the file's end */
};

static struct flock
lock_of (gint64 number)
{
  return (struct flock){
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t) number, .l_len = 1
  };
}

IonOwner *
ion_owner_new (const char *file, GError **error)
{
  IonOwner *self;
  int fd = g_open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int saved = errno;

  if (fd < 0)
    {
      g_set_error (error, ION_STORE_ERROR,
                   saved == ENOSPC || saved == EDQUOT ? ION_STORE_ERROR_FULL
                                                      : ION_STORE_ERROR_READ_ONLY,
                   "%s: %s", file, g_strerror (saved));
      return NULL;
    }
  self = g_new0 (IonOwner, 1);
  self->fd = fd;
  do
    {
      struct flock lock;

      self->number = 1 + ((gint64) randombytes_random () << 20 | randombytes_uniform (1 << 20));
      lock = lock_of (self->number);
      if (fcntl (fd, F_OFD_SETLK, &lock) == 0)
        return self;
    }
  while (errno == EAGAIN || errno == EACCES);
  saved = errno;
  ion_owner_free (self);
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED, "%s: %s", file, g_strerror (saved));
  return NULL;
}

gint64
ion_owner_get_number (IonOwner *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->number;
}

gboolean
ion_owner_is_alive (IonOwner *self, gint64 number)
{
  struct flock lock = lock_of (number);

  g_return_val_if_fail (self != NULL, TRUE);

  /* One's own locks are no obstacle to oneself, and so would not be reported. */
  if (number == self->number)
    return TRUE;
  if (fcntl (self->fd, F_OFD_GETLK, &lock) != 0)
    return TRUE;
  return lock.l_type != F_UNLCK;
}

void
ion_owner_free (IonOwner *self)
{
  g_return_if_fail (self != NULL);
  close (self->fd);
  g_free (self);
}
