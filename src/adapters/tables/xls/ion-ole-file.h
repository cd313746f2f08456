/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonOleFile:
 *
 * The container of Microsoft's old office documents (compound file): a small file system in a file.
 */
typedef struct _IonOleFile IonOleFile;

/* One stream in it, whose place is known. */
typedef struct _IonOleStream IonOleStream;

IonOleFile *ion_ole_file_open (int fd, guint64 size, GError **error);
void ion_ole_file_free (IonOleFile *self);
gboolean ion_ole_file_has (const IonOleFile *self, const char *name);
IonOleStream *ion_ole_file_find_stream (const IonOleFile *self, const char *name, GError **error);

guint64 ion_ole_stream_get_size (const IonOleStream *self);
gboolean ion_ole_stream_read (const IonOleStream *self,
                              guint64 at,
                              guint8 *buffer,
                              gsize size,
                              GError **error);
void ion_ole_stream_free (IonOleStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOleFile, ion_ole_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOleStream, ion_ole_stream_free)

G_END_DECLS
