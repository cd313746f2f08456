/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonRefresher:
 *
 * What a page shows of the ledger, asked for again as often as it is told to, but by one question
 * at a time, at most ten times a second, and less often where the question takes long: so that
 * counters neither flicker nor eat the machine while a million messages leave.
 */
typedef struct _IonRefresher IonRefresher;

/* @result: (transfer full): what the question brought; (nullable) on @error */
typedef void (*IonRefresherApply) (gpointer owner, gpointer result, const GError *error);

/* @desk: (unowned): outlives the refresher, as @owner does, who frees it */
IonRefresher *ion_refresher_new (IonDesk *desk,
                                 IonDeskFunc ask,
                                 GDestroyNotify free_result,
                                 IonRefresherApply apply,
                                 gpointer owner);
/* @apply is not called any more. */
void ion_refresher_free (IonRefresher *self);
void ion_refresher_ask (IonRefresher *self);

G_END_DECLS
