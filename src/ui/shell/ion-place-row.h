/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonPlaceRow:
 *
 * One place of the sidebar: icon, name, and how much there waits for a person.
 */
#define ION_TYPE_PLACE_ROW (ion_place_row_get_type ())
G_DECLARE_FINAL_TYPE (IonPlaceRow, ion_place_row, ION, PLACE_ROW, GtkListBoxRow)

GtkWidget *ion_place_row_new (const char *place, const char *title, const char *icon_name);
const char *ion_place_row_get_place (IonPlaceRow *self);
/* 0 = no badge */
void ion_place_row_set_waiting (IonPlaceRow *self, guint waiting);

G_END_DECLS
