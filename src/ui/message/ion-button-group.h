/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-template.h"

G_BEGIN_DECLS

/**
 * IonButtonGroup:
 *
 * The message's buttons: at most two, each with its words in Italian and English and where it
 * leads.
 *
 * Signal: "changed" ().
 */
#define ION_TYPE_BUTTON_GROUP (ion_button_group_get_type ())
G_DECLARE_FINAL_TYPE (IonButtonGroup, ion_button_group, ION, BUTTON_GROUP, AdwPreferencesGroup)

/* Without "changed". */
void ion_button_group_show (IonButtonGroup *self, const IonTemplateText *text);
/* Those that say or do something, into @text. */
void ion_button_group_store (IonButtonGroup *self, IonTemplateText *text);

G_END_DECLS
