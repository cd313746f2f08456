/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonOwner:
 *
 * A sign of life that ends with the process, however it ends: a lock on one byte of a file that all
 * processes on the ledger share. What a process leaves half-done in the ledger carries its number,
 * so that others can tell whether it is being worked on.
 */
typedef struct _IonOwner IonOwner;

IonOwner *ion_owner_new (const char *file, GError **error);
/* A number above 0. */
gint64 ion_owner_get_number (IonOwner *self);
/* Whether the owner of that number still lives. On doubt, it does. */
gboolean ion_owner_is_alive (IonOwner *self, gint64 number);
void ion_owner_free (IonOwner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOwner, ion_owner_free)

G_END_DECLS
