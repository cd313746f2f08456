/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-office-survey.h"

G_BEGIN_DECLS

/* Returns: (transfer floating): one thing that waits for a person, with the action beside it */
GtkWidget *ion_decision_row_new (const IonDecision *decision);

G_END_DECLS
