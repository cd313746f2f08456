/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"

G_BEGIN_DECLS

/**
 * IonPartRow:
 *
 * One of the four parts in the list above them: its name, what is in it, and where it stands, in a
 * word and a shape.
 */
#define ION_TYPE_PART_ROW (ion_part_row_get_type ())
G_DECLARE_FINAL_TYPE (IonPartRow, ion_part_row, ION, PART_ROW, GtkListBoxRow)

/* @title: translated. The row follows @part, which it does not own. */
GtkWidget *ion_part_row_new (const char *title, IonComposePart *part);
IonComposePart *ion_part_row_get_part (IonPartRow *self); /* (transfer none) */

G_END_DECLS
