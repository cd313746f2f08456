/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/**
 * IonPendingPages:
 *
 * The pending rows of a campaign, one after the other, read ahead by pages in a worker thread: the
 * thread that sends never waits for a query or for the unsealing.
 */
typedef struct _IonPendingPages IonPendingPages;

/* More may be had now, or why not. */
typedef void (*IonPendingPagesFunc) (const GError *error, gpointer user_data);

IonPendingPages *ion_pending_pages_new (IonLedger *ledger,
                                        const char *campaign_id,
                                        IonPendingPagesFunc func,
                                        gpointer user_data);
/* Not while it is reading. */
void ion_pending_pages_free (IonPendingPages *self);
/* Returns: (transfer full) (nullable): the next row; %NULL where it is being read, or at the end */
IonDelivery *ion_pending_pages_next (IonPendingPages *self);
gboolean ion_pending_pages_is_reading (IonPendingPages *self);
gboolean ion_pending_pages_is_at_end (IonPendingPages *self);
/* Begins again with the first row. */
void ion_pending_pages_restart (IonPendingPages *self);
/* Reads no more. */
void ion_pending_pages_stop (IonPendingPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPendingPages, ion_pending_pages_free)

G_END_DECLS
