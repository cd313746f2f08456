/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is done with a named list as a whole. @widget: where it is said how it went */

/* The toast brings it back with its people. */
void ion_list_act_remove (GtkWidget *widget, IonDesk *desk, const char *id, const char *name);
/* Asks for the name; one that is taken changes nothing. */
void ion_list_act_rename (GtkWidget *widget, IonDesk *desk, const char *id, const char *name);

G_END_DECLS
