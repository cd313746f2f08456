/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonListsPage:
 *
 * The lists of people that the office keeps under a name.
 */
#define ION_TYPE_LISTS_PAGE (ion_lists_page_get_type ())
G_DECLARE_FINAL_TYPE (IonListsPage, ion_lists_page, ION, LISTS_PAGE, AdwPreferencesPage)

void ion_lists_page_load (IonListsPage *self, IonDesk *desk);

G_END_DECLS
