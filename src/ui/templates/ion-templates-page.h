/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonTemplatesPage:
 *
 * The starter templates and the office's own.
 */
#define ION_TYPE_TEMPLATES_PAGE (ion_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (IonTemplatesPage, ion_templates_page, ION, TEMPLATES_PAGE, IonPage)

G_END_DECLS
