/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-message.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ION_TYPE_PHONE_FOOT (ion_phone_foot_get_type ())
G_DECLARE_FINAL_TYPE (IonPhoneFoot, ion_phone_foot, ION, PHONE_FOOT, GtkBox)

/**
 * ion_phone_foot_show:
 * @message: (nullable): what the e-mail copy is made of
 * @unseen: of #IonPhoneUnseen
 * @is_readable: whether the app could read the buttons
 */
void ion_phone_foot_show (IonPhoneFoot *self,
                          const IonMessage *message,
                          guint unseen,
                          gboolean is_readable);

G_END_DECLS
