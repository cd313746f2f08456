/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"

G_BEGIN_DECLS

/**
 * IonHeldNotices:
 *
 * Counts who of many people already holds (accepted, delivered, sending or uncertain) a message
 * with the same notice number, in any campaign. They are looked up in another thread while more are
 * added; a ledger without notices is not asked at all. Use from one thread.
 */
typedef struct _IonHeldNotices IonHeldNotices;

/* A ledger that is locked knows nobody. Errors: %ION_STORE_ERROR */
IonHeldNotices *ion_held_notices_new (IonLedger *ledger, GError **error);
void ion_held_notices_free (IonHeldNotices *self);
void
ion_held_notices_add (IonHeldNotices *self, const char *fiscal_code, const char *notice_number);
/* Waits for all that were added; nobody is added any more. */
gboolean ion_held_notices_count (IonHeldNotices *self, gint64 *count, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonHeldNotices, ion_held_notices_free)

G_END_DECLS
