/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonOfficePage:
 *
 * What an office is and how it is kept safe: name, code, backup, recovery key.
 */
#define ION_TYPE_OFFICE_PAGE (ion_office_page_get_type ())
G_DECLARE_FINAL_TYPE (IonOfficePage, ion_office_page, ION, OFFICE_PAGE, AdwPreferencesPage)

void ion_office_page_set_desk (IonOfficePage *self, IonDesk *desk);
/* One setting as it is; those that have no place here are passed over. */
void ion_office_page_show (IonOfficePage *self, const char *key, const char *value);

G_END_DECLS
