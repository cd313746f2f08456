/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-scheduler.h"

G_BEGIN_DECLS

/**
 * IonEngineLook:
 *
 * What one look at the ledger shows to the engine: what people want, here or in another process.
 */
typedef struct
{
  gboolean is_stopped;
  GPtrArray *campaigns; /* (owned) (element-type IonCampaign): all that are running */
  IonSchedule schedule;
  guint concurrency;
  gint64 connection_patience; /* microseconds; 0 = not set */
} IonEngineLook;

void ion_engine_look_free (IonEngineLook *self);

/* Looks in a worker thread, after moving on what time and rows have brought about. */
void ion_engine_look_async (IonLedger *ledger,
                            gint64 now,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
IonEngineLook *ion_engine_look_finish (IonLedger *ledger, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonEngineLook, ion_engine_look_free)

G_END_DECLS
