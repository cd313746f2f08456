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

/* @idle_func: nothing is being made any more */
IonMarker *ion_marker_new (IonCopyGuard *guard, void (*idle_func) (gpointer), gpointer user_data);
/* Not while it is busy. */
void ion_marker_free (IonMarker *self);
void ion_marker_note_submission (IonMarker *self);
/* Makes it where it is time. */
void ion_marker_tick (IonMarker *self);
gboolean ion_marker_is_busy (IonMarker *self);

G_END_DECLS
