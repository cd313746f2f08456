/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonRemedyPage:
 *
 * A mistake was found after sending: who has it, and the correction.
 *
 * Properties: "campaign-id" (construct only).
 */
#define ION_TYPE_REMEDY_PAGE (ion_remedy_page_get_type ())
G_DECLARE_FINAL_TYPE (IonRemedyPage, ion_remedy_page, ION, REMEDY_PAGE, IonPage)

G_END_DECLS
