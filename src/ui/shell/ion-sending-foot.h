/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonSendingFoot:
 *
 * The sidebar's foot: what is being sent just now, how far it has come, when it ends, and a button
 * to pause it. Away while nothing is sent; says so where all sending is stopped.
 */
#define ION_TYPE_SENDING_FOOT (ion_sending_foot_get_type ())
G_DECLARE_FINAL_TYPE (IonSendingFoot, ion_sending_foot, ION, SENDING_FOOT, GtkWidget)

void ion_sending_foot_set_desk (IonSendingFoot *self, IonDesk *desk);

G_END_DECLS
