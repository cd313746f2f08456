/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

#define ION_FOLLOW_PAGE_MAX 256

/* Rows to be asked about, and the services of their campaigns. */
typedef struct
{
  GPtrArray *rows;      /* (owned) (element-type IonDelivery) */
  GHashTable *services; /* (owned) (element-type utf8 utf8) */
} IonFollowPage;

/**
 * ion_follow_page_read_async:
 * @campaign_id: (nullable): all of one campaign; %NULL = what is due
 * @after: the row of the campaign after which to begin
 * @now: UTC seconds
 */
void ion_follow_page_read_async (IonLedger *ledger,
                                 const char *campaign_id,
                                 gint64 after,
                                 gint64 now,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (transfer full) (nullable): ION_FOLLOW_PAGE_MAX rows at most */
IonFollowPage *ion_follow_page_read_finish (GAsyncResult *result, GError **error);
void ion_follow_page_free (IonFollowPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonFollowPage, ion_follow_page_free)

G_END_DECLS
