/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ole-file.h"

G_BEGIN_DECLS

/**
 * IonOleStream:
 *
 * One stream of a compound file, whose place is known.
 */
typedef struct _IonOleStream IonOleStream;

IonOleStream *ion_ole_stream_open (const IonOleFile *file, const char *name, GError **error);
void ion_ole_stream_free (IonOleStream *self);
guint64 ion_ole_stream_get_size (const IonOleStream *self);
gboolean ion_ole_stream_read (const IonOleStream *self,
                              guint64 at,
                              guint8 *buffer,
                              gsize size,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOleStream, ion_ole_stream_free)

G_END_DECLS
