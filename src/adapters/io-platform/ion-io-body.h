/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @error: (nullable): why it was not read to its end */
typedef void (*IonIoBodyFunc) (const GError *error, gpointer user_data);

/**
 * ion_io_body_read:
 * @stream: what is read; it and the next two have to live until @func is called
 * @body: what comes is added to it
 * @stop: ends it, with an error
 * @func: called once, possibly before this returns
 *
 * Reads to the end, which must come within ION_IO_BODY_MAX and one piece: more than that is
 * %G_IO_ERROR_MESSAGE_TOO_LARGE. Closes nothing.
 */
void ion_io_body_read (GInputStream *stream,
                       GByteArray *body,
                       GCancellable *stop,
                       IonIoBodyFunc func,
                       gpointer user_data);

/**
 * ion_io_body_drop:
 * @stream: (transfer full): a body that is not wanted to its end
 */
void ion_io_body_drop (GInputStream *stream);

G_END_DECLS
