/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-keyring.h"
#include "ion-ledger.h"

G_BEGIN_DECLS

/**
 * IonCopyGuard:
 *
 * Recognises a ledger that was restored from an older copy, or carried to another machine: a number
 * that only grows stands in the ledger and outside it, in the keyring. Where keys are read-only
 * (systemd credentials), outside is a small file in the user's state folder.
 *
 * Synchronous, and any thread may call it, one at a time.
 */
typedef struct _IonCopyGuard IonCopyGuard;

IonCopyGuard *ion_copy_guard_new (IonLedger *ledger, IonKeyring *keyring);
void ion_copy_guard_free (IonCopyGuard *self);

/* @older: (out): whether a person has to decide before anything leaves */
gboolean ion_copy_guard_check (IonCopyGuard *self, gboolean *older, GError **error);
/* Makes both numbers greater, the ledger's first, so that a crash in between is harmless. While the
 * outside cannot be written the ledger's does not run on. */
gboolean ion_copy_guard_bump (IonCopyGuard *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCopyGuard, ion_copy_guard_free)

G_END_DECLS
