/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-remedy.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ION_TYPE_REMEDY_FIGURES (ion_remedy_figures_get_type ())
G_DECLARE_FINAL_TYPE (IonRemedyFigures,
                      ion_remedy_figures,
                      ION,
                      REMEDY_FIGURES,
                      AdwPreferencesGroup)

/* Shows who has it, who may have it, who has not; what is nobody is left out. */
void ion_remedy_figures_show (IonRemedyFigures *self, const IonRemedy *remedy);

G_END_DECLS
