/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"
#include "ion-draft-look.h"

G_BEGIN_DECLS

/* What is asked of the source in a worker thread, each with the draft as it is at the call. */

/* The columns and the first rows. */
void ion_source_look_async (IonDraftEditor *editor,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
IonDraftLook *ion_source_look_finish (GAsyncResult *result, GError **error);

void ion_source_sheets_async (IonDraftEditor *editor,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GStrv ion_source_sheets_finish (GAsyncResult *result, GError **error);

/* The file once more, with what is wrong with each row, to @path. */
void ion_source_copy_async (IonDraftEditor *editor,
                            const char *path,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean ion_source_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
