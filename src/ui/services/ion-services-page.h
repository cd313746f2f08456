/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonServicesPage:
 *
 * The office's services and their keys.
 */
#define ION_TYPE_SERVICES_PAGE (ion_services_page_get_type ())
G_DECLARE_FINAL_TYPE (IonServicesPage, ion_services_page, ION, SERVICES_PAGE, IonPage)

G_END_DECLS
