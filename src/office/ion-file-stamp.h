/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Private to the office: which file it was, and as of when. */
typedef struct
{
  gboolean is_regular;
  struct stat about;
} IonFileStamp;

/* What cannot be looked at is no regular file. */
void ion_file_stamp_take (IonFileStamp *self, const char *path);
/* Returns: FALSE with @error where another file, or another state of it, is at @path now */
gboolean ion_file_stamp_check (const IonFileStamp *self, const char *path, GError **error);

G_END_DECLS
