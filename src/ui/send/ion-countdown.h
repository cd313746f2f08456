/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonCountdown:
 *
 * The seconds in which a send can still be called off: over everything else, so that nothing
 * changes meanwhile. Nothing has been started while it runs: closing it, a crash or a power cut
 * send nothing. It can be made longer as often as one likes.
 *
 * Signals: "elapsed" (): the time is over; "called-off" (): the person said no; the window goes.
 */
#define ION_TYPE_COUNTDOWN (ion_countdown_get_type ())
G_DECLARE_FINAL_TYPE (IonCountdown, ion_countdown, ION, COUNTDOWN, AdwWindow)

/* @heading: what is about to happen: "Send to 5.101 people"; @body: what follows from it.
 * With no @seconds it has elapsed from the start, without a signal. */
GtkWidget *
ion_countdown_new (GtkWindow *parent, const char *heading, const char *body, guint seconds);
guint ion_countdown_get_left (IonCountdown *self); /* seconds */
/* As if so many seconds had gone by. */
void ion_countdown_pass (IonCountdown *self, guint seconds);

G_END_DECLS
