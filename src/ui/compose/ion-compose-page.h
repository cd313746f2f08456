/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonComposePage:
 *
 * A campaign being made: four parts and the phone.
 *
 * Properties: "draft-id" (construct only), NULL = a new one.
 */
#define ION_TYPE_COMPOSE_PAGE (ion_compose_page_get_type ())
G_DECLARE_FINAL_TYPE (IonComposePage, ion_compose_page, ION, COMPOSE_PAGE, IonPage)

/* Whether this draft is made here; "" = a new one, of which nothing was written yet. */
gboolean ion_compose_page_holds (IonComposePage *self, const char *draft_id);

G_END_DECLS
