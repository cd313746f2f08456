/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-people-lists.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A person of a list: masked, with a word where the code does not check, and a button for
 * @remove_func (GtkWidget *button). @person: (transfer full) */
GtkWidget *ion_listed_row_new (IonListedPerson *person, GCallback remove_func);
/* @button: what @remove_func was called with. (transfer none) */
const IonListedPerson *ion_listed_row_get_person (GtkWidget *button);

G_END_DECLS
