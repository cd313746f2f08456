/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-copy-guard.h"
#include "ion-engine.h"

G_BEGIN_DECLS

/**
 * ion_engine_prepare_ledger:
 * @left_running: (out) (transfer full) (element-type utf8): campaigns that go on with another kind
 *   of engine than this one
 *
 * What has to be in order before anything leaves; only under the engine's lock. Refuses an older
 * copy, makes uncertain what a dead engine had on its way, pauses what it left running, and makes
 * the mark greater.
 */
gboolean ion_engine_prepare_ledger (IonLedger *ledger,
                                    IonCopyGuard *guard,
                                    IonEngineFlags flags,
                                    gint64 now,
                                    GPtrArray **left_running,
                                    GError **error);

G_END_DECLS
