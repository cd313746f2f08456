/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-remedy.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ION_TYPE_REMEDY_MADE_LIST (ion_remedy_made_list_get_type ())
G_DECLARE_FINAL_TYPE (IonRemedyMadeList,
                      ion_remedy_made_list,
                      ION,
                      REMEDY_MADE_LIST,
                      AdwPreferencesGroup)

/* Shows the corrections in @made, an array of IonRemedyMade; nothing at all where there are none. A
 * row leads to its campaign or draft by the window's actions. */
void ion_remedy_made_list_show (IonRemedyMadeList *self, GPtrArray *made);

G_END_DECLS
