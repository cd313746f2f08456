/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ion_setting_apply:
 * @row: where it was chosen: gets the error's colour, and its group the error's sentence
 * @value: as text; "" puts the default back
 *
 * Writes one setting as it is chosen. What is not valid changes nothing.
 */
void ion_setting_apply (GtkWidget *row, IonDesk *desk, const char *key, const char *value);

/* Whether a change is on its way: then settings that were just read may be old; "office-changed"
 * follows. */
gboolean ion_setting_is_pending (IonDesk *desk);

/* Says what went wrong in @row's group, or takes it back (%NULL). */
void ion_setting_say (GtkWidget *row, const char *sentence);

G_END_DECLS
