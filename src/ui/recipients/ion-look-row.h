/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table-look.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A row of the source, for lists. */
#define ION_TYPE_LOOK_ROW (ion_look_row_get_type ())
G_DECLARE_FINAL_TYPE (IonLookRow, ion_look_row, ION, LOOK_ROW, GObject)

IonLookRow *ion_look_row_new (const IonTableLookRow *row);
gint64 ion_look_row_get_row (IonLookRow *self);
/* Returns: (transfer none): "" where the row is shorter */
const char *ion_look_row_get_cell (IonLookRow *self, guint column);

G_END_DECLS
