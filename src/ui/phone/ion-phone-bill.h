/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-message.h"

G_BEGIN_DECLS

/**
 * IonPhoneBill:
 *
 * What the app offers besides a message's text: the reminder of its due date, and its payment.
 */
#define ION_TYPE_PHONE_BILL (ion_phone_bill_get_type ())
G_DECLARE_FINAL_TYPE (IonPhoneBill, ion_phone_bill, ION, PHONE_BILL, GtkWidget)

void ion_phone_bill_set_message (IonPhoneBill *self, const IonMessage *message);

G_END_DECLS
