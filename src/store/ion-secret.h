/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonSecret:
 *
 * A key in memory that is locked, guarded, left out of core dumps and wiped when freed (libsodium's
 * secure heap). Reference counted, thread-safe. Never put its text anywhere but on the wire.
 */
typedef struct _IonSecret IonSecret;

IonSecret *ion_secret_new (const void *data, gsize size);
/* Reads at most 4096 bytes; strips one trailing line end; errors: G_IO_ERROR */
IonSecret *
ion_secret_new_from_stream (GInputStream *stream, GCancellable *cancellable, GError **error);
IonSecret *ion_secret_ref (IonSecret *self);
void ion_secret_unref (IonSecret *self);
const guint8 *ion_secret_get_data (const IonSecret *self, gsize *size);
/* NUL-terminated view, for keys that are text */
const char *ion_secret_get_text (const IonSecret *self);
gboolean ion_secret_equal (const IonSecret *a, const IonSecret *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSecret, ion_secret_unref)

G_END_DECLS
