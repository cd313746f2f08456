/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/**
 * IonUncertainChoice:
 *
 * What to do about unknown outcomes: three ways, each with the harm it may do. Nothing is chosen
 * beforehand.
 *
 * Signals: "chosen" (): something is chosen now.
 */
#define ION_TYPE_UNCERTAIN_CHOICE (ion_uncertain_choice_get_type ())
G_DECLARE_FINAL_TYPE (IonUncertainChoice, ion_uncertain_choice, ION, UNCERTAIN_CHOICE, GtkWidget)

GtkWidget *ion_uncertain_choice_new (void);
gboolean ion_uncertain_choice_get (IonUncertainChoice *self, IonResolve *word);

G_END_DECLS
