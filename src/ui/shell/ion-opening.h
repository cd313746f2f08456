/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-session.h"

G_BEGIN_DECLS

/**
 * IonOpening:
 *
 * An office on its way to be opened, in a window of its own meanwhile; it lives as long as that
 * window. The window shows itself when the opening takes a moment, or needs a person.
 *
 * Signals:
 *   "ready" (IonDesk *desk): the office is open;
 *   "ended" (): the window is gone: drop the opening.
 */
#define ION_TYPE_OPENING (ion_opening_get_type ())
G_DECLARE_FINAL_TYPE (IonOpening, ion_opening, ION, OPENING, GObject)

/* @folder: the office's; @is_given: whether somebody named it */
IonOpening *ion_opening_new (GtkApplication *application,
                             const char *folder,
                             gboolean is_given,
                             gboolean is_practice);
const char *ion_opening_get_folder (IonOpening *self);
/* (element-type filename): files that each begin a campaign as soon as it is open */
GPtrArray *ion_opening_get_paths (IonOpening *self);
void ion_opening_begin (IonOpening *self);
/* The same, once @session has written down what is on its way; meanwhile the window says so. */
void ion_opening_begin_after (IonOpening *self, IonSession *session);
/* Asked for again: it is shown at once. */
void ion_opening_present (IonOpening *self);
/* Its window goes. */
void ion_opening_end (IonOpening *self);

G_END_DECLS
