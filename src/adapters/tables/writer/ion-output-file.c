/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the office writes for others is full of people. A file half written that looks whole is
 * worse than none, and one that a killed program leaves behind under an odd name is found by nobody
 * but the wrong person.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define NAME_ATTEMPTS 100

struct _IonOutputFile
{
  char *path;      /* (owned) */
  char *folder;    /* (owned) */
  char *temporary; /* (owned) (nullable): the name beside @path, where it has one already */
  int fd;
};

void
ion_output_file_set_error (const IonOutputFile *self, int problem, GError **error)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (problem),
               /* Translators: a file's name, and why */
               _ ("%1$s cannot be written: %2$s."), self->path, g_strerror (problem));
}

/* Returns: FALSE with @error where something else than a file has the name */
static gboolean
check_place (IonOutputFile *self, GError **error)
{
  struct stat about;

  if (stat (self->path, &about) != 0 || S_ISREG (about.st_mode))
    return TRUE;
  if (S_ISDIR (about.st_mode))
    ion_output_file_set_error (self, EISDIR, error);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("%s is no file: give the name of a file to write."), self->path);
  return FALSE;
}

static char *
make_temporary_name (const IonOutputFile *self)
{
  return g_strdup_printf ("%s.%08x", self->path, g_random_int ());
}

/* A file with a name of its own, for file systems that have none without. */
static gboolean
open_named (IonOutputFile *self, GError **error)
{
  self->temporary = g_strconcat (self->path, ".XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd >= 0)
    return TRUE;
  ion_output_file_set_error (self, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  return FALSE;
}

/**
 * ion_output_file_new:
 * @path: the file's name
 * @error: %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the file, empty and not yet to be seen
 */
IonOutputFile *
ion_output_file_new (const char *path, GError **error)
{
  g_autoptr (IonOutputFile) self = g_new0 (IonOutputFile, 1);

  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  self->fd = -1;
  if (!check_place (self, error))
    return NULL;
#ifdef O_TMPFILE
  self->fd = open (self->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0 && (errno == EACCES || errno == EROFS || errno == ENOSPC || errno == EDQUOT))
    {
      ion_output_file_set_error (self, errno, error);
      return NULL;
    }
#endif
  if (self->fd < 0 && !open_named (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ion_output_file_free (IonOutputFile *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

gboolean
ion_output_file_write (IonOutputFile *self, const void *data, gsize size, GError **error)
{
  const char *p = data;

  while (size > 0)
    {
      gssize n = write (self->fd, p, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          ion_output_file_set_error (self, errno, error);
          return FALSE;
        }
      p += n;
      size -= (gsize) n;
    }
  return TRUE;
}

gboolean
ion_output_file_write_at (IonOutputFile *self,
                          guint64 offset,
                          const void *data,
                          gsize size,
                          GError **error)
{
  gssize n;

  do
    n = pwrite (self->fd, data, size, (off_t) offset);
  while (n < 0 && errno == EINTR);
  if (n == (gssize) size)
    return TRUE;
  ion_output_file_set_error (self, n < 0 ? errno : ENOSPC, error);
  return FALSE;
}

/* Gives a file without a name one beside @path; renaming is the one way to replace a file. */
static gboolean
name_file (IonOutputFile *self)
{
  g_autofree char *descriptor = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  for (int i = 0; i < NAME_ATTEMPTS; i++)
    {
      g_autofree char *name = make_temporary_name (self);

      if (linkat (AT_FDCWD, descriptor, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
        {
          self->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

static void
sync_folder (const IonOutputFile *self)
{
  int fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
ion_output_file_finish (IonOutputFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->fd >= 0, FALSE);

  if ((fsync (self->fd) != 0 && errno != EINVAL && errno != EROFS) ||
      (self->temporary == NULL && !name_file (self)) || g_rename (self->temporary, self->path) != 0)
    {
      ion_output_file_set_error (self, errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self);
  return TRUE;
}
