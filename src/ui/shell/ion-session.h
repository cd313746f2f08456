/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-main-window.h"

G_BEGIN_DECLS

/**
 * IonSession:
 *
 * One open office in the program: its desk, its window, and what goes on while the window is
 * closed. While something is being sent, or is to leave at a time, closing the window keeps it at
 * work and says so; logging out and suspending are inhibited while something is sent; at the end
 * there is a notification (with the campaign's name and nobody's data).
 *
 * Signal: "ended" (): everything is written down and closed; drop the session.
 */
#define ION_TYPE_SESSION (ion_session_get_type ())
G_DECLARE_FINAL_TYPE (IonSession, ion_session, ION, SESSION, GObject)

/* Starts the desk's engine unless it is; the program is held until "ended". */
IonSession *ion_session_new (GtkApplication *application, IonDesk *desk);
IonDesk *ion_session_get_desk (IonSession *self);     /* (transfer none) */
GtkWindow *ion_session_get_window (IonSession *self); /* (transfer none) (nullable) */
/* Whether it is on its way to "ended": its window is gone. */
gboolean ion_session_is_ending (IonSession *self);
/* Shows the window, again where it was closed. */
void ion_session_present (IonSession *self);
/* As Ctrl+Q: asks first while something is being sent. */
void ion_session_quit (IonSession *self);
/* At once, without a word: what is on its way is written down, then "ended". */
void ion_session_end (IonSession *self);

G_END_DECLS
