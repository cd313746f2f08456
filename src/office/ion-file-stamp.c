/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whether a file stayed what it was while it was read: somebody may be saving it at that very
 * moment, or it is still being copied from another machine, and half a list looks like a list.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-file-stamp.h"

#include "ion-office-error.h"
#include "ion-office.h"

#include <glib/gi18n-lib.h>

void
ion_file_stamp_take (IonFileStamp *self, const char *path)
{
  self->is_regular =
      path != NULL && stat (path, &self->about) == 0 && S_ISREG (self->about.st_mode);
}

static gboolean
is_same (const struct stat *one, const struct stat *other)
{
  return one->st_dev == other->st_dev && one->st_ino == other->st_ino &&
         one->st_size == other->st_size && one->st_mtim.tv_sec == other->st_mtim.tv_sec &&
         one->st_mtim.tv_nsec == other->st_mtim.tv_nsec;
}

gboolean
ion_file_stamp_check (const IonFileStamp *self, const char *path, GError **error)
{
  IonFileStamp now;

  if (!self->is_regular)
    return TRUE;
  ion_file_stamp_take (&now, path);
  if (now.is_regular && is_same (&self->about, &now.about))
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED,
                       _ ("The file changed while it was being read, so what was read does not "
                          "count and nothing was stored. Close it in the program that is saving or "
                          "copying it, then try again."));
  return FALSE;
}
