/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "ion-delivery-state.h"

G_BEGIN_DECLS

/**
 * IonStateMark:
 *
 * The symbol of a message's state. It is always as large, so that a list that shows other rows need
 * not be laid out anew.
 */
#define ION_TYPE_STATE_MARK (ion_state_mark_get_type ())
G_DECLARE_FINAL_TYPE (IonStateMark, ion_state_mark, ION, STATE_MARK, GtkWidget)

GtkWidget *ion_state_mark_new (void);
void ion_state_mark_set_state (IonStateMark *self, IonDeliveryState state);

G_END_DECLS
