/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonTemplateEditPage:
 *
 * A template's name and words, with what is odd about them and what the change breaks, as one
 * types. Buttons and other languages stay as they are.
 *
 * Properties: "template-name" (construct only): "" = a new one.
 */
#define ION_TYPE_TEMPLATE_EDIT_PAGE (ion_template_edit_page_get_type ())
G_DECLARE_FINAL_TYPE (IonTemplateEditPage, ion_template_edit_page, ION, TEMPLATE_EDIT_PAGE, IonPage)

G_END_DECLS
