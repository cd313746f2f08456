/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-message-buttons.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ION_TYPE_PHONE_BUTTONS (ion_phone_buttons_get_type ())
G_DECLARE_FINAL_TYPE (IonPhoneButtons, ion_phone_buttons, ION, PHONE_BUTTONS, GtkBox)

/**
 * ion_phone_buttons_show:
 * @buttons: (nullable) (element-type IonButtonText): the first two are shown, as in the app
 * @is_english: as a phone set to English has them
 */
void ion_phone_buttons_show (IonPhoneButtons *self, GArray *buttons, gboolean is_english);

G_END_DECLS
