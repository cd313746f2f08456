/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonOverviewPage:
 *
 * What waits for a person, what runs, what comes next.
 */
#define ION_TYPE_OVERVIEW_PAGE (ion_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (IonOverviewPage, ion_overview_page, ION, OVERVIEW_PAGE, IonPage)

G_END_DECLS
