/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an old workbook is made of. @data stays valid until the next call. */
typedef struct
{
  guint16 type;
  guint16 size;
  guint32 at; /* its place, for ion_biff_stream_seek() */
  const guint8 *data;
} IonBiffRecord;

/**
 * IonBiffStream:
 *
 * The records of an old Excel workbook (.xls), one after the other.
 */
typedef struct _IonBiffStream IonBiffStream;

gboolean ion_biff_stream_recognises (const guint8 *head, gsize size);
IonBiffStream *ion_biff_stream_open (const char *path, GError **error);
void ion_biff_stream_free (IonBiffStream *self);
gboolean ion_biff_stream_next (IonBiffStream *self, IonBiffRecord *record, GError **error);
void ion_biff_stream_seek (IonBiffStream *self, guint32 at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonBiffStream, ion_biff_stream_free)

G_END_DECLS
