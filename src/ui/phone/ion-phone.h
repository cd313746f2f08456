/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-message.h"

G_BEGIN_DECLS

/**
 * IonPhone:
 *
 * A message as it looks in the app IO, live: sender, title, text, reminder, payment, buttons; light
 * and dark. It shows what IO does not show too, and the first 134 characters of the e-mail copy.
 *
 * Properties: "office-name", "service-name", "is-compact" (without the phone's frame, for lists and
 * narrow windows).
 */
#define ION_TYPE_PHONE (ion_phone_get_type ())
G_DECLARE_FINAL_TYPE (IonPhone, ion_phone, ION, PHONE, GtkWidget)

GtkWidget *ion_phone_new (void);
void ion_phone_set_sender (IonPhone *self, const char *office_name, const char *service_name);
/* @message: (nullable): an empty phone. Copied. */
void ion_phone_set_message (IonPhone *self, const IonMessage *message);
/* In place of the message: why there is none. (nullable) */
void ion_phone_set_problem (IonPhone *self, const char *sentence);

G_END_DECLS
