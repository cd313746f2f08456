/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * ion_office_actions_add:
 *
 * Adds the window's actions that change something in the office, whatever page is open: "stop-all",
 * "resume-all", "pause-campaign" (s), "resume-campaign" (s), "new-from-file" (s: path), "new-like"
 * (s: campaign), "decide-copy", "retry".
 */
void ion_office_actions_add (AdwApplicationWindow *window, IonDesk *desk);

G_END_DECLS
