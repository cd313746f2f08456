/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonTemplatePage:
 *
 * One template: how it looks on a phone, its fields, what is odd about it, its versions.
 *
 * Properties: "template-name" (construct only).
 */
#define ION_TYPE_TEMPLATE_PAGE (ion_template_page_get_type ())
G_DECLARE_FINAL_TYPE (IonTemplatePage, ion_template_page, ION, TEMPLATE_PAGE, IonPage)

G_END_DECLS
