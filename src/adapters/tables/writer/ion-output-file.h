/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonOutputFile:
 *
 * A file that appears under its name only when it is whole, readable by its owner alone. Until then
 * it has no name at all where the file system can do that: whatever ends the program, nothing is
 * left.
 */
typedef struct _IonOutputFile IonOutputFile;

/* Errors of all: %G_IO_ERROR; the message names the file and says why. */
IonOutputFile *ion_output_file_new (const char *path, GError **error);
gboolean ion_output_file_write (IonOutputFile *self, const void *data, gsize size, GError **error);
/* Writes over what is there, for what is known only later. */
gboolean ion_output_file_write_at (IonOutputFile *self,
                                   guint64 offset,
                                   const void *data,
                                   gsize size,
                                   GError **error);
/* Syncs it and gives it its name; what had that name is replaced. */
gboolean ion_output_file_finish (IonOutputFile *self, GError **error);
/* Without finish nothing is left. */
void ion_output_file_free (IonOutputFile *self);

/* Sets @error to what @problem (an errno) means for this file. */
void ion_output_file_set_error (const IonOutputFile *self, int problem, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOutputFile, ion_output_file_free)

G_END_DECLS
