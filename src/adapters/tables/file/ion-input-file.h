/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <sys/stat.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: a descriptor to close, with what there is to know @about the file; -1 with %G_IO_ERROR
 */
int ion_input_file_open (const char *path, struct stat *about, GError **error);
/* From byte @at; -1 = from where it stands, as a pipe is read.
 * Returns: how many of @size bytes there are, fewer only at the end; -1 with %G_IO_ERROR */
gssize ion_input_file_read (int fd, gint64 at, gpointer bytes, gsize size, GError **error);

G_END_DECLS
