/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonPreferences:
 *
 * The preferences of the office: everything holds as soon as it is chosen.
 *
 * Properties: "desk" (construct only).
 */
#define ION_TYPE_PREFERENCES (ion_preferences_get_type ())
G_DECLARE_FINAL_TYPE (IonPreferences, ion_preferences, ION, PREFERENCES, AdwPreferencesWindow)

GtkWidget *ion_preferences_new (GtkWindow *parent, IonDesk *desk);

G_END_DECLS
