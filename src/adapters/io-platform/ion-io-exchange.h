/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-io-answer.h"
#include "ion-platform.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * ion_io_exchange_start:
 * @source: what the task belongs to
 * @message: (transfer full): one request, ready to go but for its body
 * @body: (transfer full) (nullable): JSON
 * @seconds: how long it may take as a whole
 * @departed: (nullable): told when it begins to leave
 *
 * One request and its answer. Whatever happens in between is an answer too. It leaves once; only
 * over HTTP/2, where the other side says that it has not looked at it, libsoup sends it again.
 */
void ion_io_exchange_start (gpointer source,
                            SoupSession *session,
                            SoupMessage *message,
                            GBytes *body,
                            IonIoCall call,
                            guint seconds,
                            IonDepartedFunc departed,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* (transfer full) */
IonAnswer *ion_io_exchange_finish (gpointer source, GAsyncResult *result);

G_END_DECLS
