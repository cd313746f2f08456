/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-draft.h"

G_BEGIN_DECLS

/**
 * ion_draft_save_async:
 * @source: (nullable): who asks, as for ion_desk_run_async()
 * @draft: copied
 *
 * Keeps a draft from a worker thread; ion_desk_run_finish() gives it back as it was kept
 * (transfer full).
 */
void ion_draft_save_async (IonDesk *desk,
                           gpointer source,
                           const IonDraft *draft,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

G_END_DECLS
