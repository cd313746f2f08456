/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonCampaignsPage:
 *
 * All campaigns and drafts, newest first.
 */
#define ION_TYPE_CAMPAIGNS_PAGE (ion_campaigns_page_get_type ())
G_DECLARE_FINAL_TYPE (IonCampaignsPage, ion_campaigns_page, ION, CAMPAIGNS_PAGE, IonPage)

G_END_DECLS
