/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-copy-guard.h"

G_BEGIN_DECLS

/**
 * IonMarker:
 *
 * Makes the mark greater every few seconds while messages leave, in a worker thread: the keyring
 * may take its time.
 */
typedef struct _IonMarker IonMarker;

/* @error: (nullable): of the keyring, where the mark could not be made again and again: messages
 * that leave now would be unknown to an older copy. Nothing is being made any more. */
typedef void (*IonMarkerFunc) (const GError *error, gpointer user_data);

/* @every: microseconds */
IonMarker *
ion_marker_new (IonCopyGuard *guard, gint64 every, IonMarkerFunc idle_func, gpointer user_data);
/* Not while it is busy. */
void ion_marker_free (IonMarker *self);
void ion_marker_note_submission (IonMarker *self);
/* Makes it where it is time. */
void ion_marker_tick (IonMarker *self);
gboolean ion_marker_is_busy (IonMarker *self);

G_END_DECLS
