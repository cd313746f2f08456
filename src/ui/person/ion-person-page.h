/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonPersonPage:
 *
 * A citizen telephones: everything that the office sent to one person.
 */
#define ION_TYPE_PERSON_PAGE (ion_person_page_get_type ())
G_DECLARE_FINAL_TYPE (IonPersonPage, ion_person_page, ION, PERSON_PAGE, IonPage)

G_END_DECLS
