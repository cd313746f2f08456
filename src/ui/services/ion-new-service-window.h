/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a new service above the window of @parent: name, department, id and key. */
void ion_new_service_window_open (GtkWidget *parent, IonDesk *desk);

G_END_DECLS
