/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-remedy.h"

G_BEGIN_DECLS

/**
 * IonRemedyChoice:
 *
 * What was wrong, and what is right instead.
 *
 * Signals: "changed" ().
 */
#define ION_TYPE_REMEDY_CHOICE (ion_remedy_choice_get_type ())
G_DECLARE_FINAL_TYPE (IonRemedyChoice, ion_remedy_choice, ION, REMEDY_CHOICE, AdwBin)

/* Names the forms by their titles, and the people of whom nobody knows. */
void ion_remedy_choice_show (IonRemedyChoice *self, const IonRemedy *remedy);
/* Whether only the list was wrong: then there is no correction, but a new campaign. */
gboolean ion_remedy_choice_is_list (IonRemedyChoice *self);
IonRemedyKind ion_remedy_choice_get_kind (IonRemedyChoice *self);
/* Returns: (transfer full): "" where nothing was written */
char *ion_remedy_choice_get_words (IonRemedyChoice *self);
gboolean ion_remedy_choice_wants_uncertain (IonRemedyChoice *self);
/* Whether all is said that the correction needs. */
gboolean ion_remedy_choice_is_complete (IonRemedyChoice *self);

G_END_DECLS
