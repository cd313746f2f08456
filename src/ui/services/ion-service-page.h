/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonServicePage:
 *
 * One service: its names, its key, the rotation, what was sent with it.
 *
 * Properties: "service-id" (construct only).
 */
#define ION_TYPE_SERVICE_PAGE (ion_service_page_get_type ())
G_DECLARE_FINAL_TYPE (IonServicePage, ion_service_page, ION, SERVICE_PAGE, IonPage)

G_END_DECLS
