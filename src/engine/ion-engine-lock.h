/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonEngineLock:
 *
 * One engine a ledger: a lock on the ledger's folder, that the system lets go when the process
 * ends, however it ends.
 */
typedef struct _IonEngineLock IonEngineLock;

/* @error: %ION_ENGINE_ERROR_RUNNING_ELSEWHERE, or %G_IO_ERROR where the folder cannot be locked */
IonEngineLock *ion_engine_lock_take (const char *folder, GError **error);
void ion_engine_lock_free (IonEngineLock *self);
/* Whether some process, this one included, has it now. */
gboolean ion_engine_lock_is_taken (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonEngineLock, ion_engine_lock_free)

G_END_DECLS
