/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ion_accessible_install:
 *
 * From now on what is shown is named for screen readers where its toolkit leaves it without a name:
 * a button with a picture says what its tooltip says, the list inside a row of choices what the row
 * says. (Up to GTK 4.8 such things are read out as the names of their types.) May be called again.
 */
void ion_accessible_install (void);

/* Names a widget that has no words of its own. @label: translated */
void ion_accessible_set_label (GtkWidget *widget, const char *label);

G_END_DECLS
